"""From values to bytes: build records and transactions, and write them.

`record` computes LEN and `transaction` computes CNT and fills in each IDC, so a built value is always whole
and `write` has only to join. What was read is joined as it was read.

A plain value is text or bytes in which no separator may stand. A value with parts is a list of subfields,
each of them plain or a tuple of plain items. Text must be ASCII, the character set of a message that declares
no other. Field 999 of Types 10 and up takes bytes of any kind.

Source: EBTS 9.1 (IAFIS-DOC-01078-9.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from interop_course.wire.contents import Entry, format_contents, parse_contents
from interop_course.wire.errors import UnwritableValue
from interop_course.wire.facts import number_of
from interop_course.wire.grammar import (
    CNT,
    FS,
    GS,
    IDC,
    IMAGE,
    IMAGE_TYPES,
    LEN,
    RS,
    SEPARATORS,
    TAGGED_TYPES,
    US,
    VER,
    tag,
    whole_number,
)
from interop_course.wire.records import Record, Transaction

__all__ = ["Plain", "Value", "record", "transaction", "with_field", "without_field", "write"]

Plain = str | bytes
Value = Plain | Sequence[Plain | Sequence[Plain]]


def write(transaction: Transaction) -> bytes:
    """The bytes of a message.

    LEN and CNT are right in what `transaction` built; what `read` read gives back the bytes that were read. A
    `Transaction` put together by hand is written as it is, right or wrong.
    """
    return b"".join([each.raw for each in transaction.records])


def record(type: int, fields: Iterable[tuple[int | str, Value]]) -> Record:
    """Build a tagged record (Types 1, 2, 9 to 99) from field numbers or mnemonics and their values.

    LEN is computed and not given. LEN comes first, then IDC (in Type-1: VER, CNT), field 999 last; the rest
    stays in the order given. Raises UnwritableValue and UnknownField.
    """
    _require_tagged(type)
    pieces: dict[int, bytes] = {}
    for which, value in fields:
        number = _number(type, which)
        if number in pieces:
            name = tag(type, number)
            raise UnwritableValue(f"field {name} is given twice; give its values as subfields", name)
        pieces[number] = _piece(type, number, value)
    return _composed(type, [pieces[number] for number in sorted(pieces, key=lambda n: _place(type, n))])


def transaction(*records: Record) -> Transaction:
    """Build a message from its records, the Type-1 record first.

    Each record without an IDC gets one: 00 for Type-2, the next free number from 01 for the others. LEN and
    CNT are put right where they are not. Records are kept as they are in all else. Raises UnwritableValue.
    """
    if not records or records[0].type != 1 or any(each.type == 1 for each in records[1:]):
        raise UnwritableValue("a message has one Type-1 record, and it comes first")
    taken = {each.idc for each in records[1:]}
    free = (number for number in count(1) if number not in taken)
    whole: list[Record] = []
    entries: list[Entry] = []
    for each in records[1:]:
        if each.type == 0:
            raise UnwritableValue("bytes that belong to no record cannot be part of a new message")
        if each.type in TAGGED_TYPES and each.get(IDC) is None:
            idc = 0 if each.type == 2 and 0 not in taken else next(free)
            taken.add(idc)
            each = with_field(each, IDC, f"{idc:02d}")
        if each.idc is None:
            name = tag(each.type, IDC)
            raise UnwritableValue(f"field {name} is no number, so field 1.03 cannot name the record", name)
        whole.append(_measured(each))
        entries.append((each.type, each.idc))
    header = records[0]
    stated = header.get(CNT)
    if stated is None or parse_contents(stated.value) != parse_contents(format_contents(entries)):
        header = _with_piece(header, CNT, b"%s:%s" % (tag(1, CNT).encode(), format_contents(entries)))
    return Transaction((_measured(header), *whole))


def with_field(record: Record, which: int | str, value: Value) -> Record:
    """The same record with one field set: changed where it stands, or added; LEN is computed again."""
    number = _number(record.type, which)
    return _with_piece(record, number, _piece(record.type, number, value))


def without_field(record: Record, which: int | str) -> Record:
    """The same record without that field; LEN is computed again."""
    number = _number(record.type, which)
    return _composed(record.type, [each.raw for each in record.fields if each.number not in {LEN, number}])


def _number(type: int, which: int | str) -> int:
    """The number of a field that can be set: LEN cannot, for it is computed."""
    _require_tagged(type)
    number = which if isinstance(which, int) else number_of(type, which)
    if number == LEN:
        raise UnwritableValue(f"field {tag(type, LEN)} is the length, which is computed", tag(type, LEN))
    if not 0 < number < 10**9:
        raise UnwritableValue(f"{number} is no field number")
    return number


def _require_tagged(type: int) -> None:
    if type not in TAGGED_TYPES:
        raise UnwritableValue(f"a record of Type-{type} has no tagged fields; Types 1, 2 and 9 to 99 have")


def _with_piece(record: Record, number: int, piece: bytes) -> Record:
    kept = [(each.number, each.raw) for each in record.fields if each.number != LEN]
    if any(each == number for each, _ in kept):
        return _composed(record.type, [piece if each == number else raw for each, raw in kept])
    kept.append((number, piece))
    kept.sort(key=lambda pair: _place(record.type, pair[0]))
    return _composed(record.type, [raw for _, raw in kept])


def _place(type: int, number: int) -> int:
    """Where a field must stand: the fixed ones first, the image last, the others between as they come."""
    first = (VER, CNT) if type == 1 else (IDC,)
    return first.index(number) if number in first else 9 if number == IMAGE else 5


def _composed(type: int, pieces: list[bytes]) -> Record:
    """A record from the bytes of its fields, with LEN before them, whose own digits count too."""
    rest = b"".join(GS + piece for piece in pieces) + FS
    opening = b"%s:" % tag(type, LEN).encode()
    length = len(opening) + len(rest) + 1
    while len(opening) + len(str(length)) + len(rest) != length:
        length = len(opening) + len(str(length)) + len(rest)
    return Record(type, b"%s%d%s" % (opening, length, rest))


def _measured(record: Record) -> Record:
    """The record itself, where its LEN is right, or else one with the right LEN; its offset is gone."""
    stated = record.get(LEN)
    if record.type not in TAGGED_TYPES or (stated and whole_number(stated.value, 18) == record.length):
        return replace(record, offset=None)
    return _composed(record.type, [each.raw for each in record.fields if each.number != LEN])


def _piece(type: int, number: int, value: Value) -> bytes:
    """Tag, colon and value of one field."""
    name = tag(type, number)
    if number == IMAGE and type in IMAGE_TYPES:
        if not isinstance(value, bytes):
            raise UnwritableValue(f"field {name} takes the bytes of an image", name)
        return b"%s:%s" % (name.encode(), value)
    if isinstance(value, str | bytes):
        return b"%s:%s" % (name.encode(), _plain(name, value))
    subfields = [
        _plain(name, each) if isinstance(each, str | bytes) else US.join(_plain(name, item) for item in each)
        for each in value
    ]
    return b"%s:%s" % (name.encode(), RS.join(subfields))


def _plain(name: str, value: Plain) -> bytes:
    """A plain value as bytes, refused if it holds a separator or, being text, what ASCII cannot say."""
    try:
        plain = value if isinstance(value, bytes) else value.encode("ascii")
    except UnicodeEncodeError as error:
        raise UnwritableValue(
            f"field {name}: {error.object[error.start]!r} is not an ASCII character",
            name,
            error.start,
        ) from None
    for separator, label in SEPARATORS.items():
        position = plain.find(separator)
        if position >= 0:
            raise UnwritableValue(
                f"field {name}: the value holds the separator {label}, which would start something new",
                name,
                position,
            )
    return plain
