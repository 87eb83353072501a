"""One style sheet for the book, with the rules that its pages can use and no others.

The theme brings styles for whatever a page may hold, 400 kB of them. A rule stays when every class and identifier that
one of its selectors names stands in a page or a script of the book.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

# At rules that hold rules; what any other at rule holds is declarations.
_NESTING = ("@media", "@supports", "@layer", "@container")
_NEEDLESS = ("@font-face", "@charset")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NAMED = re.compile(r"[.#]((?:[\w-]|\\.)+)")
_OPTIONAL = re.compile(r":(?:is|not|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)")
_ATTRIBUTES = re.compile(r"""\b(?:class|id)=(?:"([^"]*)"|'([^']*)')""")
_WORD = re.compile(r"[A-Za-z_][\w-]*")


@dataclass(frozen=True)
class Rule:
    """A prelude (selectors, or an at rule) and what stands in its braces."""

    prelude: str
    body: str


def lean(css: str, known: Set[str]) -> str:
    """Return the style sheet without rules that need a class or identifier that is not `known`."""
    return "".join(_kept(rule, known) for rule in rules(_COMMENT.sub("", css)))


def names_in_page(html: str) -> set[str]:
    """Every class and identifier of a page."""
    return {name for double, single in _ATTRIBUTES.findall(html) for name in (double or single).split()}


def names_in_script(script: str) -> set[str]:
    """Every word of a script: any of them may be a class that it sets."""
    return set(_WORD.findall(script))


def rules(css: str) -> Iterable[Rule]:
    """Take a style sheet apart, one level deep. Braces in strings do not count; statements without braces go."""
    start = depth = opened = 0
    quote = ""
    for at, sign in enumerate(css):
        if quote:
            quote = "" if sign == quote and css[at - 1] != "\\" else quote
        elif sign in "\"'":
            quote = sign
        elif sign == "{":
            depth += 1
            if depth == 1:
                opened = at
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield Rule(css[start:opened].strip(), css[opened + 1 : at].strip())
                start = at + 1
        elif sign == ";" and depth == 0:
            start = at + 1


def _kept(rule: Rule, known: Set[str]) -> str:
    if rule.prelude.startswith(_NEEDLESS):
        return ""
    if rule.prelude.startswith(_NESTING):
        inside = lean(rule.body, known)
        return f"{rule.prelude}{{{inside}}}\n" if inside else ""
    if rule.prelude.startswith("@"):
        return f"{rule.prelude}{{{rule.body}}}\n"
    selectors = [one for one in _selectors(rule.prelude) if _can_match(one, known)]
    return f"{','.join(selectors)}{{{rule.body}}}\n" if selectors and rule.body else ""


def _selectors(prelude: str) -> list[str]:
    """The parts of a list of selectors; a comma in brackets is part of one."""
    parts, depth, start = [], 0, 0
    for at, sign in enumerate(prelude):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            parts.append(prelude[start:at])
            start = at + 1
    return [part.strip() for part in (*parts, prelude[start:])]


def _can_match(selector: str, known: Set[str]) -> bool:
    """Say whether all that a selector names is known. What stands in :is() or :not() decides nothing here."""
    plain = _OPTIONAL.sub("", re.sub(r"\[[^\]]*\]", "", selector))
    return all(name.replace("\\", "") in known for name in _NAMED.findall(plain))
