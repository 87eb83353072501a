"""On each page the first use of an acronym is explained: in full by hover, and by a link to the glossary.

A hover alone reaches neither a keyboard nor a finger, so the acronym is a link as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes

from interop_course.packet import GLOSSARY, Term

# Letters that mean something else in running text far more often than what the glossary says of them.
AMBIGUOUS = frozenset({"US", "FS", "GS", "RS", "COPS", "DAT", "LEN", "VER", "MSG", "NAM"})

_SPELT_OUT = {term.acronym: term for term in GLOSSARY if term.expansions and term.acronym not in AMBIGUOUS}
_ANY = re.compile(
    r"(?<![\w/-])(" + "|".join(map(re.escape, sorted(_SPELT_OUT, key=len, reverse=True))) + r")(?![\w/-])"
)
_RUNNING_TEXT = (nodes.paragraph, nodes.term)
_LEFT_ALONE = (nodes.title, nodes.reference, nodes.literal, nodes.FixedTextElement, nodes.raw, nodes.caption)


@dataclass(frozen=True)
class Found:
    """An acronym in a piece of text, and the term that it stands for."""

    start: int
    end: int
    term: Term


def explain(doctree: nodes.document, glossary: str) -> None:
    """Mark the first use of each acronym in running text. `glossary` is the relative address of the glossary page."""
    seen: set[str] = set()
    for text in list(doctree.findall(nodes.Text)):
        found = list(_first_uses(text, seen))
        if found:
            text.parent.replace(text, list(_pieces(text.astext(), found, glossary)))


def _first_uses(text: nodes.Text, seen: set[str]) -> Iterator[Found]:
    if not _is_running(text):
        return
    for match in _ANY.finditer(text.astext()):
        if match[1] not in seen:
            seen.add(match[1])
            yield Found(match.start(), match.end(), _SPELT_OUT[match[1]])


def _is_running(text: nodes.Text) -> bool:
    node, inside = text.parent, False
    while node is not None:
        if isinstance(node, _LEFT_ALONE):
            return False
        inside = inside or isinstance(node, _RUNNING_TEXT)
        node = node.parent
    return inside


def _pieces(text: str, found: list[Found], glossary: str) -> Iterator[nodes.Node]:
    at = 0
    for use in found:
        if use.start > at:
            yield nodes.Text(text[at : use.start])
        yield _link(use.term, glossary)
        at = use.end
    if at < len(text):
        yield nodes.Text(text[at:])


def _link(term: Term, glossary: str) -> nodes.reference:
    short = nodes.abbreviation("", term.acronym, explanation=term.expansions[0].text)
    uri = f"{glossary}#{term.anchor}"
    return nodes.reference("", "", short, internal=True, refuri=uri, classes=["course-term"])
