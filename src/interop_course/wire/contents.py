"""Field 1.03, CNT: the table of contents of a message.

Its value is subfields of two items. The first says 1, for the Type-1 record it stands in, and how many
records follow; each of the others names the type and the IDC of one record, in their order.

Source: ebts-fields@25 for what the field is for; EBTS 9.1 (IAFIS-DOC-01078-9.1) for its items.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from interop_course.wire.grammar import CNT_SWALLOWED_TAG, RS, US, whole_number

__all__ = ["Contents", "Entry", "format_contents", "parse_contents"]

Entry = tuple[int, int]
"""The type and the IDC of one record."""

_WHOLE = re.compile(rb"0{0,2}1\x1f\d{1,6}(?:\x1e\d{1,3}\x1f\d{1,3})*")


class Contents(NamedTuple):
    """What field 1.03 says.

    `stated` is the number of records after the first, None if unreadable; `entries` are those listed;
    `unreadable` the positions (0 is the first subfield) of subfields that are not two numbers; `swallowed` is
    whether the value runs on into another field.
    """

    stated: int | None
    entries: tuple[Entry, ...]
    unreadable: frozenset[int] = frozenset()
    swallowed: bool = False

    def agrees(self, found: Sequence[Entry]) -> bool:
        """Whether the field is sound and lists just these records, in this order."""
        sound = self.stated == len(self.entries) and not self.unreadable and not self.swallowed
        return sound and self.entries == tuple(found)


def parse_contents(value: bytes) -> Contents:
    """Read the value of field 1.03.

    >>> parse_contents(b"1\x1f02\x1e2\x1f00\x1e10\x1f01").entries
    ((2, 0), (10, 1))
    """
    if _WHOLE.fullmatch(value):
        _, count, *listed = map(int, value.replace(RS, US).split(US))
        return Contents(count, tuple(zip(listed[::2], listed[1::2], strict=True)))
    return _parse_each(value)


def _parse_each(value: bytes) -> Contents:
    """Read the value subfield by subfield, keeping the positions of those that cannot be read."""
    swallowed = CNT_SWALLOWED_TAG.search(value)
    stated: int | None = None
    entries: list[Entry] = []
    unreadable: set[int] = set()
    for position, subfield in enumerate(value[: swallowed.start() if swallowed else None].split(RS)):
        first, _, second = subfield.partition(US)
        left, right = whole_number(first, 3), whole_number(second, 3 if position else 6)
        if left is None or right is None or (position == 0 and left != 1):
            unreadable.add(position)
        elif position == 0:
            stated = right
        else:
            entries.append((left, right))
    return Contents(stated, tuple(entries), frozenset(unreadable), swallowed is not None)


def format_contents(entries: Iterable[Entry]) -> bytes:
    """Write the value of field 1.03, with two digits for the count and for each IDC.

    >>> format_contents([(2, 0), (10, 1)])
    b'1\\x1f02\\x1e2\\x1f00\\x1e10\\x1f01'
    """
    listed = [b"%d\x1f%02d" % entry for entry in entries]
    return RS.join([b"1\x1f%02d" % len(listed), *listed])
