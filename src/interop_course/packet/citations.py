"""Citations of the packet, written as one compact string and resolved to a page.

A citation names a document and a page, and where the document numbers its parts, the part::

    faq@11                      the FAQ, page 11 of the packet
    sop-process/2.1.4@47        section 2.1.4 of the SOP, page 47
    moa/IV.B@36                 section IV.B of the MOA, page 36
    process-flow/step 3@19      the third step of the process flow, page 19

Most page numbers are counted and not printed (see ``documents``), so the label names document and
section first.
"""

import re
from dataclasses import dataclass
from functools import cache

from interop_course.packet.documents import DOCUMENTS, Document, Numbering, bates, document, numbering
from interop_course.packet.errors import UnknownCitation
from interop_course.packet.nearest import nearest

EBTS = "EBTS 9.1 (IAFIS-DOC-01078-9.1)"
"""How the course names its source for what the packet does not say about fields: the FBI's specification.

It is dated 25 May 2010. The course knows it by a public restatement, named in ``wire.facts``.
"""

_COMPACT = re.compile(r"(?P<document>[a-z0-9-]+)(?:/(?P<section>[^@/]+))?@(?P<page>[1-9][0-9]*)")


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in the packet, made by :func:`cite`. ``str()`` gives the compact string back."""

    document: Document
    page: int
    section: str | None = None

    @property
    def bates(self) -> str:
        """The Bates number of the page, seven digits, for example "0117678"."""
        return bates(self.page)

    @property
    def numbering(self) -> Numbering:
        """How the page number is known."""
        return numbering(self.page)

    @property
    def label(self) -> str:
        """For readers: "SOP 2.1.4, p. 47 (FOIA 0117678)"."""
        name = f"{self.document.series} {self.section}" if self.section else self.document.short
        return f"{name}, p. {self.page} (FOIA {self.bates})"

    @property
    def href(self) -> str:
        """The document's entry in the built book, relative to the other pages of ``book/``."""
        return f"packet.html#{self.document.id}"

    def __str__(self) -> str:
        section = f"/{self.section}" if self.section else ""
        return f"{self.document.id}{section}@{self.page}"

    def __repr__(self) -> str:
        return f"cite({str(self)!r})"


@cache
def cite(text: str) -> Citation:
    """Resolve a compact citation.

    Args:
        text: ``document@page`` or ``document/section@page``; the page is that of the packet, not of the
            document.

    Raises:
        UnknownCitation: the form is wrong, or the document, the section or the page is not there. The
            error says which, and names what may have been meant.
    """
    match = _COMPACT.fullmatch(text)
    if match is None:
        raise UnknownCitation(text, "the form is document@page or document/section@page.")
    name, section, page = match["document"], match["section"], int(match["page"])
    try:
        found = document(name)
    except UnknownCitation as error:
        raise UnknownCitation(text, error.problem, error.nearest) from None
    if section is not None:
        _check_section(text, found, section, page)
    if page not in found.pages:
        there = tuple(f"{other.id}@{page}" for other in DOCUMENTS if page in other.pages)
        raise UnknownCitation(
            text, f"{found.short} lies on {_span(found.first_page, found.last_page)}, not on page {page}.", there
        )
    return Citation(found, page, section)


def _check_section(text: str, found: Document, name: str, page: int) -> None:
    section = found.section(name)
    if section is None:
        known = [known.name for known in found.sections]
        elsewhere = _elsewhere(found.series, name)
        if elsewhere:
            raise UnknownCitation(text, f"section {name!r} is in another document.", elsewhere)
        if not known:
            raise UnknownCitation(text, f"{found.short} has no numbered sections.", (f"{found.id}@{page}",))
        raise UnknownCitation(text, f"{found.short} has no section {name!r}.", nearest(name, known) or tuple(known))
    if not section.first_page <= page <= section.last_page:
        pages = _span(section.first_page, section.last_page)
        raise UnknownCitation(
            text,
            f"section {name!r} lies on {pages}, not on page {page}.",
            (f"{found.id}/{name}@{section.first_page}",),
        )


def _elsewhere(series: str, name: str) -> tuple[str, ...]:
    found = ((other.id, other.section(name)) for other in DOCUMENTS if other.series == series)
    return tuple(f"{id}/{name}@{section.first_page}" for id, section in found if section)


def _span(first: int, last: int) -> str:
    return f"page {first}" if first == last else f"pages {first} to {last}"
