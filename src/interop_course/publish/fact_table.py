"""Everything that the packet says, as a page: each fact with its source and the places of the course that teach it."""

from collections.abc import Iterable
from itertools import groupby

from interop_course.packet import Document, Fact, all_facts
from interop_course.publish.myst_text import cite_link, plain


def facts() -> str:
    """The facts under their documents, in the order of the packet."""
    by_place = sorted(all_facts(), key=lambda fact: (_home(fact).first_page, _home(fact).id, fact.id))
    parts = []
    for document, group in groupby(by_place, key=_home):
        parts.append(f"## {plain(document.title)}\n")
        parts.append(f"*Cited as:* [{plain(document.short)}](packet.md#{document.id}).\n")
        parts.extend(map(_fact, group))
        parts.append("")
    return "\n".join(parts)


def _home(fact: Fact) -> Document:
    return fact.citations[0].document


def _fact(fact: Fact) -> str:
    where = "; ".join(map(cite_link, fact.citations))
    course = f"*Taught in:* {_places(fact.taught)}" if fact.taught else f"*Left out:* {plain(fact.left_out)}"
    return f"- [{fact.id}]{{#{fact.anchor}}} {plain(fact.statement)}\\\n  *Where:* {where}. {course}."


def _places(places: Iterable[str]) -> str:
    return "; ".join(map(_place, places))


def _place(place: str) -> str:
    """A link without a text of its own: MyST shows the heading that it leads to."""
    page, _, anchor = place.partition("#")
    folder, _, name = page.partition("/")
    target = f"{name}.md" if folder == "book" else f"../{folder}/{name}.ipynb"
    return f"{name.replace('-', ' ').capitalize()}, []({target}#{anchor})"
