"""What is wrong inside records whose place is known: their fields, and field 1.03 against them.

These name the faults; reading asks them only where its own quick look says that something is not right.

Source: EBTS 9.1 (IAFIS-DOC-01078-9.1).
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from interop_course.wire.charset import Sets, misfit, names
from interop_course.wire.contents import Contents, parse_contents
from interop_course.wire.errors import Code, Fault
from interop_course.wire.glyphs import glyphs
from interop_course.wire.grammar import CNT, IDC, IMAGE, IMAGE_TYPES, LEN, RS, US, tag
from interop_course.wire.records import Field, Record

__all__ = ["NO_IDC", "character_faults", "contents_faults", "field_faults", "shown"]

NO_IDC = -1
"""Stands for the IDC of a record that has none that can be read."""


class _Found(NamedTuple):
    """A record after the header: type, IDC, position among the records, and its place in the message."""

    type: int
    idc: int
    position: int
    offset: int
    length: int


def shown(value: bytes, most: int = 40) -> str:
    """The start of a value, for the `found` of a fault."""
    return glyphs(value[:most]) + ("…" if len(value) > most else "")


def field_faults(record: Record, position: int) -> Iterator[Fault]:
    """What is wrong with the fields of a tagged record: tags, repetitions, the IDC.

    That field LEN comes first is for the reader to say, which needs it to find the record's end.
    """
    seen: set[int] = set()
    for field in record.fields:
        wrong = _wrong_tag(record, field, seen)
        seen.add(field.number)
        if wrong:
            code, expected = wrong
            name, at, found = (field.tag if field.number else None), field.offset or 0, shown(field.raw)
            yield Fault.of(code, position, name, at, field.length, found, expected, type=record.type)
    if record.type != 1 and record.idc is None:
        yield _idc_fault(record, position)


def _wrong_tag(record: Record, field: Field, seen: set[int]) -> tuple[Code, str] | None:
    """What is wrong with the tag of one field, and what was expected."""
    if not field.raw:
        return Code.FIELD_EMPTY, "a field"
    if not field.number:
        return Code.TAG_UNREADABLE, f"{tag(record.type, 18)}:"
    if field.type != record.type:
        return Code.TAG_OF_OTHER_TYPE, f"{tag(record.type, field.number)}:"
    return (Code.FIELD_REPEATED, "each field once") if field.number in seen else None


def _idc_fault(record: Record, position: int) -> Fault:
    name, expected, field = tag(record.type, IDC), "a number such as 00", record.get(IDC)
    if field is None:
        at, length, found = record.offset or 0, record.length, "no such field"
        return Fault.of(Code.IDC_MISSING, position, name, at, length, found, expected)
    at, length = (field.offset or 0) + len(field.prefix), len(field.value)
    return Fault.of(Code.IDC_NOT_NUMBER, position, name, at, length, shown(field.value), expected)


def character_faults(record: Record, position: int, sets: Sets) -> Iterator[Fault]:
    """The first bytes of each value that the sets a message declares do not have as characters.

    Numbers that cannot be read, in LEN, IDC and CNT, have faults of their own.
    """
    numeric = (LEN, CNT) if record.type == 1 else (LEN, IDC, IMAGE if record.type in IMAGE_TYPES else LEN)
    for field in record.fields:
        wrong = misfit(field.value, sets) if field.number and field.number not in numeric else None
        if wrong:
            start, end = wrong
            at, found = (field.offset or 0) + len(field.prefix) + start, shown(field.value[start:end])
            yield Fault.of(Code.CHARACTER_SET, position, field.tag, at, end - start, found, names(sets))


class _Place(NamedTuple):
    """Where one subfield of field 1.03 stands, and its bytes."""

    position: int
    offset: int
    text: bytes


def contents_faults(records: Sequence[Record], position: int) -> Iterator[Fault]:
    """What is wrong with field 1.03 of the header at `position`, in itself and against the other records."""
    header = records[position]
    field = header.get(CNT)
    if field is None:
        return
    contents, places = parse_contents(field.value), list(_subfields(field))
    yield from _own_faults(header, position, field, contents, places)
    found = [
        _Found(each.type, NO_IDC if each.idc is None else each.idc, place, each.offset or 0, each.length)
        for place, each in enumerate(records)
        if each.type > 1
    ]
    if contents.entries != tuple((each.type, each.idc) for each in found):
        listed = [each for each in places[1:] if each.position not in contents.unreadable]
        yield from _against_records(position, field, contents, listed, found)


def _subfields(field: Field) -> Iterator[_Place]:
    at = (field.offset or 0) + len(field.prefix)
    for position, text in enumerate(field.value.split(RS)):
        yield _Place(position, at, text)
        at += len(text) + 1


def _own_faults(
    header: Record, position: int, field: Field, contents: Contents, places: Sequence[_Place]
) -> Iterator[Fault]:
    """What is wrong with field 1.03 by itself."""
    name, first, announced = field.tag, places[0], len(places) - 1
    for place in places:
        if place.position in contents.unreadable:
            expected = "a type, US and an IDC" if place.position else "1, US and a count"
            at, length, found = place.offset, len(place.text), shown(place.text)
            yield Fault.of(Code.CNT_ITEM, position, name, at, length, found, expected)
    if contents.stated is not None and contents.stated != announced:
        at, length, count = first.offset, len(first.text), shown(first.text.partition(US)[2])
        yield Fault.of(Code.CNT_COUNT, position, name, at, length, count, str(announced))
    end = (field.offset or 0) + field.length
    after = end - (header.offset or 0)
    if header.raw[after : after + 1] == RS:
        swallowed = next(each.tag for each in header.fields if each.offset == end + 1)
        yield Fault.of(Code.RS_FOR_GS, position, name, end, 1, "RS", "GS", swallowed=swallowed)


def _against_records(
    position: int, field: Field, contents: Contents, listed: Sequence[_Place], found: Sequence[_Found]
) -> Iterator[Fault]:
    """Where field 1.03 and the records differ.

    A listed and a found record of the same type that are left over are taken for one, with the IDC wrong. A
    record that is not listed may be what a subfield meant that cannot be read, and is then not counted twice.
    """
    name = field.tag
    to_list = Counter((each.type, each.idc) for each in found)
    to_find = Counter(contents.entries)
    if to_list == to_find:
        at, length, expected = field.offset or 0, field.length, "the order of the records"
        yield Fault.of(Code.CNT_ORDER, position, name, at, length, shown(field.value), expected)
    unlisted: dict[int, deque[_Found]] = {}
    for each in found:
        if to_find[each.type, each.idc] > 0:
            to_find[each.type, each.idc] -= 1
        else:
            unlisted.setdefault(each.type, deque()).append(each)
    for (type, idc), place in zip(contents.entries, listed, strict=True):
        at, length, expected = place.offset, len(place.text), f"a Type-{type} record"
        if to_list[type, idc] > 0:
            to_list[type, idc] -= 1
        elif not unlisted.get(type):
            stated = f"{idc:02d}"
            found_none = "no such record"
            yield Fault.of(Code.RECORD_MISSING, position, name, at, length, found_none, expected, idc=stated)
        else:
            actual = unlisted[type].popleft()
            if actual.idc != NO_IDC:
                stated, real = f"{idc:02d}", f"{actual.idc:02d}"
                yield Fault.of(Code.CNT_IDC, position, name, at, length, stated, real, type=type)
    if contents.unreadable - {0}:
        return
    for each in (each for left in unlisted.values() for each in left):
        what, expected = f"a Type-{each.type} record", "its place in field 1.03"
        yield Fault.of(Code.RECORD_UNANNOUNCED, each.position, None, each.offset, each.length, what, expected)
