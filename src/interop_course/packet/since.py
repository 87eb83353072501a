"""What changed after March 2010, kept apart from the packet: dated, sourced and marked for certainty.

None of it was checked at its source on the day of reading: all of it comes from stored copies. So a page that
shows these lines tells its readers to check before they rely on one.
"""

from enum import StrEnum
from importlib.resources import files
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class Known(StrEnum):
    """How well a line is known."""

    PUBLISHER = "publisher"
    RE_HOSTED = "re-hosted"
    SECONDARY = "secondary"

    @property
    def label(self) -> str:
        """In words, for readers."""
        return _LABELS[self]


_LABELS = {
    Known.PUBLISHER: "read on the publisher's own page or a stored copy of it",
    Known.RE_HOSTED: "read in a copy of the original that others host",
    Known.SECONDARY: "known only from an account by others",
}


class Change(BaseModel):
    """One thing that changed.

    Attributes:
        topic: what it belongs to, "Detainers".
        when: the date as far as it is known, in words.
        what: what changed, in our own words.
        source: where it was read.
        known: how well it is known.
        note: what else limits it; may be empty.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    topic: Annotated[str, Field(min_length=1)]
    when: Annotated[str, Field(min_length=1)]
    what: Annotated[str, Field(min_length=1)]
    source: Annotated[str, Field(min_length=1)]
    known: Known
    note: str = ""


def _load() -> tuple[Change, ...]:
    data = files("interop_course.packet").joinpath("since_2010.json").read_bytes()
    return TypeAdapter(tuple[Change, ...]).validate_json(data)


SINCE_2010: tuple[Change, ...] = _load()
"""All lines, by topic, and within a topic by date."""
