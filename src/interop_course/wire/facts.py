"""The field dictionary: what each field that the course meets is called, holds and means.

The entries are data, in ``facts.json``; each says where its statements come from.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from interop_course.wire.errors import UnknownField
from interop_course.wire.grammar import tag

__all__ = ["EBTS", "FieldFact", "all_facts", "describe", "fact", "lookup", "number_of", "span"]

EBTS = "EBTS 9.1 (IAFIS-DOC-01078-9.1)"
"""How a fact of the specification is cited.

The FBI's own text was not at hand. The dictionary and the profiles were compared, field by field, with a public
restatement: the verification file for EBTS 9.1 of the open-source library OpenEBTS (version 1.0, August 2010).
"""


@dataclass(frozen=True, slots=True)
class FieldFact:
    """One field of one record type.

    `size` is the number of characters of one value ("3-30"; "2+" has no upper bound), `occurrence` the number
    of values the field may hold where it is used ("1-10"); both are the specification's, as are `characters` (N
    digits, A letters, S special characters, B bytes of any kind, and what they combine to; empty where not known)
    and `special`, the special characters meant (empty: any that prints). `personal` is whether the field says
    something about a person, or is a number under which a person's record or case is kept. `source` is where name
    and meaning come from: a compact packet citation ("ebts-fields@25") or `EBTS`.
    """

    tag: str
    mnemonic: str
    name: str
    size: str
    occurrence: str
    meaning: str
    personal: bool
    source: str
    characters: str = ""
    special: str = ""

    @property
    def least(self) -> int:
        """The fewest characters that a value has; bytes in a binary record."""
        return span(self.size)[0]

    @property
    def most(self) -> int | None:
        """The most characters that a value may have, or None where there is no bound."""
        return span(self.size)[1]

    @property
    def occurs(self) -> tuple[int, int | None]:
        """The fewest and the most values of the field, None for no bound."""
        return span(self.occurrence)


def span(text: str) -> tuple[int, int | None]:
    """What a size or an occurrence spells: its bounds, the upper one None where there is none.

    >>> span("8"), span("3-30"), span("2+")
    ((8, 8), (3, 30), (2, None))
    """
    least, dash, most = text.removesuffix("+").partition("-")
    return int(least), None if text.endswith("+") else int(most if dash else least)


@cache
def all_facts() -> Mapping[str, FieldFact]:
    """Every entry of the dictionary, by tag ("2.018"), in the order of the tags."""
    text = files("interop_course.wire").joinpath("facts.json").read_text(encoding="utf-8")
    return MappingProxyType({entry["tag"]: FieldFact(**entry) for entry in json.loads(text)})


@cache
def _numbers() -> Mapping[tuple[int, str], int]:
    numbers: dict[tuple[int, str], int] = {}
    for entry in all_facts().values():
        type, _, number = entry.tag.partition(".")
        numbers[int(type), entry.mnemonic] = int(number)
    return numbers


def fact(type: int, number: int) -> FieldFact | None:
    """The entry for a field, or None if the course does not meet that field."""
    return all_facts().get(tag(type, number))


def describe(of: str) -> FieldFact:
    """The entry for a tag, in any padding.

    >>> describe("2.059").mnemonic, describe("1.001").tag
    ('SRF', '1.01')

    Raises UnknownField for what is no tag, or is one that the course does not meet.
    """
    type, dot, number = of.partition(".")
    digits = type.isascii() and type.isdigit() and number.isascii() and number.isdigit()
    found = fact(int(type), int(number)) if dot and digits and len(of) < 16 else None
    if found is None:
        raise UnknownField(f"the field dictionary has no entry for {of!r}; a tag looks like 2.059")
    return found


def lookup(name: str) -> FieldFact:
    """The entry for a tag ("2.018", in any padding), a mnemonic ("NAM"), or both ("10.SRC").

    Raises UnknownField for what is none of them, saying what may have been meant, and for a mnemonic that several
    fields share, naming them.
    """
    asked = name.strip()
    type, dot, rest = asked.rpartition(".")
    if rest.isalpha():
        found = [each for each in all_facts().values() if each.mnemonic == rest.upper()]
        if dot:
            found = [each for each in found if each.tag.partition(".")[0] == type.lstrip("0")]
        if len(found) > 1:
            tags = ", ".join(each.tag for each in found)
            raise UnknownField(f"{asked} is the name of several fields: {tags}; give one of these")
        if found:
            return found[0]
    try:
        return describe(asked)
    except UnknownField:
        raise UnknownField(f"the field dictionary has no entry for {name!r}{_meant(asked)}") from None


def _meant(asked: str) -> str:
    """What may have been meant by a name that is unknown."""
    facts, word = list(all_facts().values()), asked.upper()
    near = [each for each in facts if len(word) > 3 and word in each.name.upper()]
    if not near:
        close = set(get_close_matches(word, [text for each in facts for text in (each.tag, each.mnemonic)], 6, 0.65))
        near = [each for each in facts if {each.tag, each.mnemonic} & close]
    if not near:
        return "; a field is named as in 2.059 or SRF"
    return "; did you mean " + ", ".join(f"{each.tag} {each.mnemonic} ({each.name})" for each in near[:4]) + "?"


def number_of(type: int, name: str) -> int:
    """The number of a field of a record type, from its mnemonic ("NAM") or its tag ("2.018").

    Raises UnknownField where the dictionary has no such field in that record type.
    """
    number = _numbers().get((type, name.upper()))
    if number is None:
        before, dot, after = name.partition(".")
        if not (dot and after.isascii() and after.isdigit() and before == str(type) and len(after) < 10):
            raise UnknownField(f"the field dictionary has no field {name!r} in Type-{type}")
        number = int(after)
    return number
