"""Profiles: which records and fields a CAR, an SRE and an ERRT have.

The rules are data, in ``profiles.json``; each says where it comes from. What is the same in every transaction, such
as the size of a field, is in the field dictionary and is taken from there. `validation` holds messages to them.

Source: EBTS 9.1 (IAFIS-DOC-01078-9.1), as restated in public (see `facts.EBTS`), and the packet where a rule cites it:
EBTS 9.1 has at most one photo in an SRE and no field 2.098 in a CAR, the packet has up to five and that field. Where
the packet is at odds with itself a rule names the entry of the register and asks nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from interop_course.wire.errors import UnknownProfile
from interop_course.wire.facts import FieldFact, describe, span

__all__ = ["PROFILES", "FieldRule", "Profile", "RecordRule", "Use", "profile", "rules_of"]


class Use(StrEnum):
    """Whether a message has a field."""

    MANDATORY = "mandatory"
    OPTIONAL = "optional"
    LEFT_OUT = "left-out"
    """EBTS wants it, and the course's own messages leave it out."""
    OPEN = "open"
    """The packet is at odds with itself on it."""


@dataclass(frozen=True, slots=True)
class FieldRule:
    """What a profile says of one field.

    `least` and `most` bound the characters of one value, `fewest` and `many` the number of values; None is no bound.
    `values` lists the values allowed, and is empty where any will do; `date` is whether a value must be a day of the
    calendar. `source`, for the use, and `values_source`, for the list of values, are a compact packet citation or EBTS;
    all else is EBTS's. `register` names the entry that leaves the use open.
    """

    fact: FieldFact
    use: Use
    least: int
    most: int | None
    fewest: int
    many: int | None
    values: tuple[str, ...]
    date: bool
    source: str
    values_source: str
    register: str

    @property
    def tag(self) -> str:
        """The field's tag, "2.018"."""
        return self.fact.tag

    @property
    def number(self) -> int:
        """The field's number in its record, 18."""
        return int(self.fact.tag.partition(".")[2])


@dataclass(frozen=True, slots=True)
class RecordRule:
    """How many records of these types a message has, and what they hold.

    `most` is None where there is no bound. `complete` is whether `fields` lists every field that there may be; if
    not, other fields are let pass.
    """

    types: tuple[int, ...]
    least: int
    most: int | None
    fields: tuple[FieldRule, ...]
    complete: bool
    source: str

    def field(self, number: int, type: int) -> FieldRule | None:
        """The rule for a field of a record of this type, or None if there is none."""
        return next((each for each in self.fields if each.number == number and _type(each) == type), None)

    @property
    def name(self) -> str:
        """The records in words: "Type-2 record", "Type-4 or Type-14 record"."""
        return " or ".join(f"Type-{type}" for type in self.types) + " record"


@dataclass(frozen=True, slots=True)
class Profile:
    """All rules for one type of transaction, `tot` in field 1.04."""

    tot: str
    name: str
    records: tuple[RecordRule, ...]

    def record(self, type: int) -> RecordRule | None:
        """The rule for records of a type, or None if the transaction has no such record."""
        return next((each for each in self.records if type in each.types), None)

    @property
    def a_tot(self) -> str:
        """The transaction with its article: "a CAR", "an SRE"."""
        return f"{'a' if self.tot[0] in 'BCDGJKPQTUVWYZ' else 'an'} {self.tot}"


def profile(tot: str) -> Profile:
    """The profile of a type of transaction ("SRE").

    Raises UnknownProfile, naming those that there are.
    """
    found = PROFILES.get(tot)
    if found is None:
        raise UnknownProfile(f"the course has no profile of {tot!r}; it has those of {', '.join(PROFILES)}")
    return found


def rules_of(tag: str) -> Mapping[str, FieldRule]:
    """What each profile says of a field, by type of transaction; profiles that do not list it are left out."""
    type, _, number = tag.partition(".")
    asked = ((each.tot, each.record(int(type))) for each in PROFILES.values())
    found = ((tot, record.field(int(number), int(type))) for tot, record in asked if record)
    return {tot: rule for tot, rule in found if rule}


def _type(rule: FieldRule) -> int:
    return int(rule.fact.tag.partition(".")[0])


def _field_rule(entry: Mapping[str, Any], source: str) -> FieldRule:
    fact = describe(entry["tag"])
    fewest, many = span(entry["occurrence"]) if "occurrence" in entry else fact.occurs
    return FieldRule(
        fact=fact,
        use=Use(entry["use"]),
        least=fact.least,
        most=fact.most,
        fewest=fewest,
        many=many,
        values=tuple(entry.get("values", ())),
        date=entry.get("date", False),
        source=entry.get("source", source),
        values_source=entry.get("values_source", entry.get("source", source)),
        register=entry.get("register", ""),
    )


def _loaded() -> Iterable[Profile]:
    data = json.loads(files("interop_course.wire").joinpath("profiles.json").read_text(encoding="utf-8"))
    lists = {name: [_field_rule(each, data["source"]) for each in entries] for name, entries in data["fields"].items()}
    for entry in data["profiles"]:
        records = [
            RecordRule(
                types=tuple(each["types"]),
                least=each["least"],
                most=each["most"],
                fields=tuple(sorted((rule for name in each["fields"] for rule in lists[name]), key=lambda r: r.number)),
                complete=each["complete"],
                source=each["source"],
            )
            for each in entry["records"]
        ]
        yield Profile(entry["tot"], entry["name"], tuple(records))


PROFILES: Mapping[str, Profile] = MappingProxyType({each.tot: each for each in _loaded()})
"""The profiles that the course has, by type of transaction."""
