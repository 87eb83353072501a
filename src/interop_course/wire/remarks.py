"""What strict reading lets pass and a learner should still see: spaces, long lines, dates that cannot be.

Source: EBTS 9.1 (IAFIS-DOC-01078-9.1), which limits the lines of field 2.075 to 74 characters, two of them for line
control: a line is remarked on where its text alone is longer. The other two are slips of the packet's printed samples
(sample-match@27, sample-errors@31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from interop_course.wire.errors import Code, Fault
from interop_course.wire.grammar import IMAGE
from interop_course.wire.records import Field, Record

__all__ = ["remarks"]

_LINE = 74
_DAT, _MSG, _ERS = 5, 60, 75

_DAY = re.compile(rb"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
_DATES = {
    _MSG: ("The rejected date", re.compile(rb"\[(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)\]")),
    _ERS: (
        "The date of the IAQ",
        re.compile(rb"IAQ RECEIVED: ?(?P<month>\d\d)/(?P<day>\d\d)/(?P<year>\d\d)"),
    ),
}


def remarks(records: Sequence[Record]) -> Iterator[Fault]:
    """The remarks on the values of a message, in no order of their own."""
    dat: date | None = None
    for position, record in enumerate(records):
        for field in record.fields:
            if record.type == 1 and field.number == _DAT:
                dat = _date(_DAY.fullmatch(field.value))
            if field.number != IMAGE:
                yield from _leading_space(position, field)
            if record.type == 2 and field.number == _ERS:
                yield from _long_lines(position, field)
            if record.type == 2 and field.number in _DATES and dat:
                yield from _late_dates(position, field, dat)


def _leading_space(position: int, field: Field) -> Iterator[Fault]:
    spaces = len(field.value) - len(field.value.lstrip(b" "))
    if spaces:
        found = "a space" if spaces == 1 else f"{spaces} spaces"
        expected = "the value itself"
        yield Fault.of(Code.LEADING_SPACE, position, field.tag, _start(field), spaces, found, expected)


def _long_lines(position: int, field: Field) -> Iterator[Fault]:
    at, long = _start(field), []
    for line in field.value.split(b"\n"):
        length = len(line.rstrip(b"\r"))
        if length > _LINE:
            long.append((at, length))
        at += len(line) + 1
    if long:
        (at, length), longest = long[0], max(length for _, length in long)
        found, expected = str(len(long)), f"lines of at most {_LINE} characters"
        yield Fault.of(Code.LONG_LINES, position, field.tag, at, length, found, expected, longest=longest)


def _late_dates(position: int, field: Field, dat: date) -> Iterator[Fault]:
    """Dates inside a text that are later than the message itself."""
    what, pattern = _DATES[field.number]
    for matched in pattern.finditer(field.value):
        day = _date(matched)
        if day and day > dat:
            at, length, latest = (
                _start(field) + matched.start(1),
                matched.end(3) - matched.start(1),
                dat.isoformat(),
            )
            words = {"what": what, "days": (day - dat).days, "dat": latest}
            found, expected = day.isoformat(), f"at most {latest}"
            yield Fault.of(Code.DATE_AFTER_MESSAGE, position, field.tag, at, length, found, expected, **words)


def _date(matched: re.Match[bytes] | None) -> date | None:
    """The day that was matched, if there is such a day; a year of two digits is one of this century."""
    if not matched:
        return None
    year, month, day = int(matched["year"]), int(matched["month"]), int(matched["day"])
    try:
        return date(year if len(matched["year"]) == 4 else 2000 + year, month, day)
    except ValueError:
        return None


def _start(field: Field) -> int:
    return (field.offset or 0) + len(field.prefix)
