"""The 32 documents of the packet: what each is called, where it lies, and how its page numbers are known.

The packet is of March 2010 and was released under the Freedom of Information Act (FOIA), request 2010FOIA2674.
Every page of the release bears a Bates number, a running number stamped on the page; page n of the packet is
Bates page 0117631 + n. Only six of the page numbers can be read in the public text. The others are counted.
"""

from enum import StrEnum
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, TypeAdapter

from interop_course.packet.errors import UnknownCitation
from interop_course.packet.nearest import nearest

BATES_BEFORE_FIRST_PAGE = 117_631
"""Added to a page of the packet this gives its Bates number (page 22 is printed with 0117653)."""

PRINTED_PAGES = frozenset({4, 7, 15, 22, 58, 60})
"""Pages whose number can be read in the public text."""

ASSUMED_PAGES = range(55, 57)
"""Two pages without text must lie between pages 22 and 57; they fit where the sample detainer form is."""


class Numbering(StrEnum):
    """How a page number of the packet is known."""

    PRINTED = "printed on the page"
    NEAR = "counted from a neighboring page whose number is printed"
    ASSUMED = "counted, with two picture pages assumed before page 57"
    AFTER = "counted on from page 60, the last page with a printed number"
    ONE_PAGE = "counted on from page 60, with the complaint sheet taken as one page"


def bates(page: int) -> str:
    """The Bates number of a page of the packet, seven digits: ``bates(22) == "0117653"``."""
    return f"{BATES_BEFORE_FIRST_PAGE + page:07d}"


def numbering(page: int) -> Numbering:
    """How the number of this page is known."""
    if page in PRINTED_PAGES:
        return Numbering.PRINTED
    if page > 63:
        return Numbering.ONE_PAGE
    if page > max(PRINTED_PAGES):
        return Numbering.AFTER
    if 22 < page < ASSUMED_PAGES.stop:
        return Numbering.ASSUMED
    return Numbering.NEAR


class Section(BaseModel):
    """A numbered part of a document: its name ("2.1.4", "IV.B", "step 3") and the pages it lies on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    first_page: int
    last_page: int


class Document(BaseModel):
    """One document of the packet.

    Attributes:
        id: the name used in citations, for example ``sop-process``.
        title: the title in full.
        short: how an officer would cite it, for example "SOP 2.1".
        series: what stands before a section number in a citation, "SOP" for "SOP 2.1.4"; else as ``short``.
        first_page, last_page: pages of the packet, counted from 1.
        about: what it holds, in our own words.
        sections: its numbered parts; empty where the document numbers none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str
    short: str
    series: str
    first_page: int
    last_page: int
    about: str
    sections: tuple[Section, ...] = ()

    @property
    def pages(self) -> range:
        """The pages of the packet that the document fills."""
        return range(self.first_page, self.last_page + 1)

    @property
    def bates(self) -> tuple[str, ...]:
        """The Bates number of each page."""
        return tuple(bates(page) for page in self.pages)

    @property
    def known(self) -> str:
        """How the page numbers of the document are known, in words."""
        kinds = {page: numbering(page) for page in self.pages}
        if len(set(kinds.values())) == 1:
            return kinds[self.first_page].value
        return "; ".join(
            f"p. {', '.join(str(page) for page in self.pages if kinds[page] is kind)} {kind.value}"
            for kind in dict.fromkeys(kinds.values())
        )

    def section(self, name: str) -> Section | None:
        """The numbered part of this name, or None."""
        return next((section for section in self.sections if section.name == name), None)


def _load() -> tuple[Document, ...]:
    data = files("interop_course.packet").joinpath("documents.json").read_bytes()
    return TypeAdapter(tuple[Document, ...]).validate_json(data)


DOCUMENTS: tuple[Document, ...] = _load()
"""All documents in the order of the packet."""

_BY_ID = {document.id: document for document in DOCUMENTS}


def document(id: str) -> Document:
    """The document with this id.

    Raises:
        UnknownCitation: there is none; the error names the nearest ids.
    """
    try:
        return _BY_ID[id]
    except KeyError:
        raise UnknownCitation(id, f"the packet has no document {id!r}.", nearest(id, _BY_ID)) from None
