"""Changes of a message byte by byte: nothing is repaired that was not asked for.

The writer of the wire package makes whole messages only. For a lesson on faults, a field is exchanged in the bytes
of its record and everything around it stays, right or wrong.
"""

from __future__ import annotations

import re

from ..wire import Field, Record, Transaction, write
from ..wire.grammar import FS, GS, LEN, TAGGED_TYPES, tag

_SIGN = re.compile(r"\\x([89a-f][0-9a-f])|([\u2400-\u241f\u2421])")


def typed(text: str) -> bytes:
    r"""The bytes that a text with visible separators stands for; other characters are UTF-8.

    >>> typed("1␟02"), typed(r"\xff")
    (b'1\x1f02', b'\xff')
    """
    parts, at = [], 0
    for found in _SIGN.finditer(text):
        code = int(found[1], 16) if found[1] else 0x7F if found[2] == "\u2421" else ord(found[2]) - 0x2400
        parts += [text[at : found.start()].encode(errors="replace"), bytes([code])]
        at = found.end()
    return b"".join([*parts, text[at:].encode(errors="replace")])


def exchanged(message: Transaction, position: int, raw: bytes) -> bytes:
    """The bytes of a message with other bytes for the record at a position."""
    records = list(message.records)
    records[position] = Record(records[position].type, raw)
    return write(Transaction(tuple(records)))


def with_value(record: Record, field: Field, value: bytes) -> bytes:
    """The bytes of a record with another value for a field that was read from it."""
    start, end = _span(record, field)
    return record.raw[: start + len(field.prefix)] + value + record.raw[end:]


def with_new(record: Record, number: int, value: bytes) -> bytes:
    """The bytes of a record with one more field, in its place by number."""
    piece = b"%s:%s" % (tag(record.type, number).encode(), value)
    later = next((each for each in record.fields if each.number > number), None)
    if later:
        at = _span(record, later)[0]
        return record.raw[:at] + piece + GS + record.raw[at:]
    end = len(record.raw) - record.raw.endswith(FS)
    return record.raw[:end] + GS + piece + record.raw[end:]


def without(record: Record, field: Field) -> bytes:
    """The bytes of a record without a field and one of the separators beside it."""
    start, end = _span(record, field)
    if field is record.fields[-1]:
        return record.raw[: max(0, start - 1)] + record.raw[end:]
    return record.raw[:start] + record.raw[end + 1 :]


def measured(type: int, raw: bytes) -> bytes:
    """The bytes of a record with its LEN as counted; a record without LEN stays as it is."""
    field = Record(type, raw, 0).get(LEN) if type in TAGGED_TYPES else None
    if field is None:
        return raw
    start, end = len(field.prefix) + (field.offset or 0), (field.offset or 0) + field.length
    rest = len(raw) - (end - start)
    length = rest + 1
    while rest + len(str(length)) != length:
        length = rest + len(str(length))
    return raw[:start] + str(length).encode() + raw[end:]


def _span(record: Record, field: Field) -> tuple[int, int]:
    start = (field.offset or 0) - (record.offset or 0)
    return start, start + field.length
