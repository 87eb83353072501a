"""Where the packet disagrees with itself: 94 places, each with what is settled and what is open.

The packet is a folder of papers by several offices, of several dates. In places two papers say different
things, one is unclear, a number is misprinted, or the public text is damaged. The register's word governs the
course: what it calls settled may be tested, what it calls open may not.
"""

from enum import StrEnum
from functools import cached_property
from importlib.resources import files
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter

from interop_course.packet.citations import Citation, cite
from interop_course.packet.errors import UnknownDisagreement
from interop_course.packet.nearest import nearest

MESSAGE_SHEETS = frozenset({"ebts-fields", "shared-services", "sample-match", "sample-no-match", "sample-errors"})
"""The documents that print messages and their fields."""


class DisagreementKind(StrEnum):
    """What sort of trouble a reader meets."""

    CONTRADICTION = "contradiction"
    AMBIGUITY = "ambiguity"
    MISPRINT = "misprint"
    EXTRACTION = "extraction"
    SUPERSEDED = "superseded"
    NO_ISSUE = "no-issue"

    @property
    def label(self) -> str:
        """In words, for readers."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    DisagreementKind.CONTRADICTION: "the texts contradict each other",
    DisagreementKind.AMBIGUITY: "the wording is unclear",
    DisagreementKind.MISPRINT: "a misprint",
    DisagreementKind.EXTRACTION: "damaged or missing in the public text",
    DisagreementKind.SUPERSEDED: "texts of different dates",
    DisagreementKind.NO_ISSUE: "looks like a disagreement and is none",
}


class Importance(StrEnum):
    """How much hangs on it for an officer, an agency or the person whose prints are taken."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


def _resolvable(text: str) -> str:
    cite(text)
    return text


Compact = Annotated[str, AfterValidator(_resolvable)]
"""A compact citation that resolves; see ``citations``."""


class Disagreement(BaseModel):
    """One entry of the register.

    Attributes:
        id: "C01" to "C94".
        kind: what sort of trouble it is.
        importance: how much hangs on it.
        title: what it is about.
        cites: every place in the packet that speaks to it, as compact citations.
        reading_1, reading_2: the readings, in our own words.
        settled: what all readings have in common. Questions may rest on this.
        open: what the packet leaves open. Nothing may rest on this; empty where nothing is open.
        teach: what the course teaches.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^C[0-9]{2}$")]
    kind: DisagreementKind
    importance: Importance
    title: Annotated[str, Field(min_length=1)]
    cites: Annotated[tuple[Compact, ...], Field(min_length=1)]
    reading_1: Annotated[str, Field(min_length=1)]
    reading_2: Annotated[str, Field(min_length=1)]
    settled: Annotated[str, Field(min_length=1)]
    open: str
    teach: Annotated[str, Field(min_length=1)]

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """``cites``, resolved."""
        return tuple(cite(text) for text in self.cites)

    @property
    def anchor(self) -> str:
        """The entry's anchor on the page of disagreements: "c24"."""
        return self.id.lower()

    @property
    def in_samples(self) -> bool:
        """Whether it lies wholly in the documents that print messages and their fields."""
        return all(citation.document.id in MESSAGE_SHEETS for citation in self.citations)


def _load() -> tuple[Disagreement, ...]:
    data = files("interop_course.packet").joinpath("register.json").read_bytes()
    return TypeAdapter(tuple[Disagreement, ...]).validate_json(data)


REGISTER: tuple[Disagreement, ...] = _load()
"""All entries in the order of their numbers."""

_BY_ID = {entry.id: entry for entry in REGISTER}


def disagreement(id: str) -> Disagreement:
    """The entry with this id, for example "C24".

    Raises:
        UnknownDisagreement: there is none; the error names the nearest ids.
    """
    try:
        return _BY_ID[id]
    except KeyError:
        raise UnknownDisagreement(id, nearest(id, _BY_ID)) from None
