"""What is new or changed in a message against another: the one of the step before, or the one that should have come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ..wire import Field, Transaction, glyphs
from .lines import DIVIDER, Line, read_lines
from .showing import Shown
from .states import Change

LEN = 1
TEXT_FIELD = "2.075"
SHOWN = 60
_ALIASES = {"NAME": "NAM"}

Place = tuple[int, int, int]
"""Where a field stands: record type, which record of that type (from 0), field number."""


@dataclass(frozen=True, slots=True)
class Before:
    """The message to compare with, as far as comparing needs it.

    An EBTS message is compared field by field; with a text message, or where one of the two is text, values are
    compared by their labels, because field 2.018 NAM and the line NAM/ say the same thing.
    """

    fields: Mapping[Place, bytes] = field(default_factory=lambda: MappingProxyType({}))
    labels: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    lines: frozenset[str] = frozenset()

    @classmethod
    def of(cls, message: Shown) -> Before:
        """Take a message apart for comparing."""
        fields: dict[Place, bytes] = {}
        labels: dict[str, set[str]] = {}
        text = message.text
        if message.transaction:
            for place, each in places(message.transaction):
                fields[place] = each.value
                if each.mnemonic:
                    labels.setdefault(each.mnemonic, set()).add(_plain(each.text))
                if each.tag == TEXT_FIELD:
                    text = each.text
        lines = read_lines(text)
        for line in lines:
            for label, value in line.parts:
                labels.setdefault(_ALIASES.get(label, label), set()).add(_plain(value))
        known = {label: frozenset(values) for label, values in labels.items()}
        return cls(fields, known, frozenset(line.text for line in lines))

    def field_change(self, place: Place, each: Field) -> tuple[Change, str]:
        """How a field differs, and its value before where it had another one. Computed lengths are left out."""
        if each.number == LEN:
            return "", ""
        if self.fields:
            if place not in self.fields:
                return "new", ""
            old = self.fields[place]
            return ("", "") if old == each.value else ("changed", _short(old))
        return self._by_label([(each.mnemonic or "", each.text)]), ""

    def line_change(self, line: Line) -> Change:
        """How a line differs."""
        if line.text in self.lines or line.meaning == DIVIDER:
            return ""
        filled = [(label, value) for label, value in line.parts if value]
        if line.parts and not filled:
            return ""
        return self._by_label(filled) if filled else "new"

    def _by_label(self, parts: list[tuple[str, str]]) -> Change:
        changes: list[Change] = []
        for label, value in parts:
            known = self.labels.get(_ALIASES.get(label, label))
            if known is None:
                changes.append("new")
            elif _plain(value) not in known:
                changes.append("changed")
        return "changed" if "changed" in changes else "new" if "new" in changes else ""


def places(transaction: Transaction) -> tuple[tuple[Place, Field], ...]:
    """Every field of a message with its place."""
    seen: dict[int, int] = {}
    found = []
    for record in transaction.records:
        ordinal = seen.get(record.type, 0)
        seen[record.type] = ordinal + 1
        found += [((record.type, ordinal, each.number), each) for each in record.fields]
    return tuple(found)


def _plain(value: str) -> str:
    return "".join(value.split())


def _short(value: bytes) -> str:
    text = glyphs(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}… ({len(value):,} bytes)"
