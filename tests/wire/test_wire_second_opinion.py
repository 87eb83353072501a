"""What nistitl, another reader, makes of valid messages. It is a second opinion: the tables of bytes decide."""

from __future__ import annotations

import warnings
from typing import Any

import nistitl
import pytest
from wire_cases import CASES, VALID, fixture

from interop_course.process import scenario
from interop_course.wire import Field, Record, read

Values = tuple[tuple[str, ...], ...]

MESSAGES = {
    # nistitl takes any "999:" for the tag of the image, also in a comment before it.
    **{name: fixture(name).replace(b"A COMMENT WITH 999:", b"A COMMENT WITH 999;") for name in VALID},
    **{case.name: case.data for case in CASES},
    **{
        f"{name}, entry {entry.n}": entry.data
        for name in ("match", "no-match", "amputated", "old-arrest")
        for entry in scenario(name).entries
        if entry.data.startswith(b"1.01:")
    },
}


def theirs(record: Any) -> list[tuple[int, Values | bytes]]:
    """Number and value of each field as nistitl reads it; it makes numbers of LEN and IDC."""
    if isinstance(record, nistitl.BinaryRecord):
        return [(2, ((str(record.IDC),),)), (0, record.value)]
    return [(field.tag, _plain(field.value)) for field in record._fields]


def _plain(value: Any) -> Values | bytes:
    if isinstance(value, bytes):
        return value
    subfields = value if isinstance(value, list) else [value]
    return tuple(tuple(map(str, each)) if isinstance(each, list) else (str(each),) for each in subfields)


def ours(record: Record) -> list[tuple[int, Values | bytes]]:
    """Number and value of each field as we read it, in the form of theirs."""
    if not record.fields:
        return [(2, ((str(record.idc),),)), (0, record.raw[5:])]
    return [(field.number, _value(field)) for field in record.fields]


def _value(field: Field) -> Values | bytes:
    if field.number == 1 or (field.number == 2 and field.type != 1):
        return ((str(int(field.text)),),)
    if field.number == 999 and field.type > 9:
        return field.value
    return tuple(tuple(each.split("\x1f")) for each in field.value.decode("latin-1").split("\x1e"))


@pytest.mark.parametrize("name", MESSAGES)
def test_values_are_equal(name: str) -> None:
    message = nistitl.Message()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        message.parse(MESSAGES[name])
    mine = read(MESSAGES[name]).records
    assert [record.type for record in mine] == [record.type for record in message]
    for record, other in zip(mine, message, strict=True):
        assert ours(record) == theirs(other)


def test_the_messages_are_many_and_of_every_kind_of_record() -> None:
    found = {record.type for data in MESSAGES.values() for record in read(data).records}
    assert {1, 2, 4, 10, 14, 99} <= found
    assert len(MESSAGES) > 20
