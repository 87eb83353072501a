"""What holds of reading any bytes at all; for tests, and for the fuzzer, which has no pytest."""

from __future__ import annotations

from itertools import islice

from interop_course.wire import (
    Limits,
    MalformedMessage,
    Record,
    Severity,
    Transaction,
    UnwritableValue,
    read,
    transaction,
    with_field,
    without_field,
    write,
)
from interop_course.wire.quick import sound_records
from interop_course.wire.reader import closer_look

LIMITS = Limits()
FEW = 6


def check_any(data: bytes) -> None:
    """No exception but ours, nothing lost, every place inside, and what is read can be used for a new message."""
    message = read(data, strict=False)
    assert write(message) == data
    check_faults(message, data)
    check_places(message, data)
    check_strictness(message, data)
    check_quick_look(data)
    for each in islice(message.records, FEW):
        check_edits(each)
    check_rebuilding(message)


def check_faults(message: Transaction, data: bytes) -> None:
    assert list(message.faults) == sorted(message.faults, key=lambda fault: fault.offset)
    for fault in message.faults:
        assert 0 <= fault.offset <= fault.offset + fault.length <= len(data)
        assert fault.sentence.endswith(".")
        assert "None" not in fault.sentence
        if data:
            assert fault.record is not None
            place = message.records[fault.record]
            assert place.offset is not None
            assert place.offset <= fault.offset <= place.offset + place.length
            assert fault.field is None or "missing" in fault.code or fault.field in {each.tag for each in place.fields}


def check_places(message: Transaction, data: bytes) -> None:
    at = 0
    for each in message.records:
        assert each.offset == at
        at += each.length
        for field in each.fields:
            assert field.offset is not None
            assert data[field.offset : field.offset + field.length] == field.raw
            assert field.subfields


def check_strictness(message: Transaction, data: bytes) -> None:
    """Strict reading refuses just where lenient reading has an error, for the same reasons."""
    errors = tuple(fault for fault in message.faults if fault.severity is Severity.ERROR)
    refusal = None
    try:
        assert read(data).records == message.records
    except MalformedMessage as raised:
        refusal = raised
    assert (refusal.faults if refusal else ()) == errors
    assert refusal is None or str(refusal)


def check_quick_look(data: bytes) -> None:
    """What is sound at first sight is sound, and split the same."""
    quick = sound_records(data, LIMITS)
    if quick is not None:
        records, faults = closer_look(data, LIMITS)
        assert not faults
        assert quick == records
        assert [each.offset for each in quick] == [each.offset for each in records]


def check_edits(record: Record) -> None:
    """A field changed, added or removed leaves the fields that its bytes are split into, and a right LEN."""
    if not record.fields:
        return
    for edited in (
        with_field(record, 7777, "A"),
        without_field(record, 7777),
        without_field(record, record.fields[-1].number) if record.fields[-1].number > 1 else record,
        with_field(record, 1, b"9", as_given=True),
    ):
        assert edited.fields == Record(edited.type, edited.raw).fields
    added = with_field(record, 7777, "A")
    assert int(added.value(1) or 0) == added.length


def check_rebuilding(message: Transaction) -> None:
    """The records of any message either make a new one or are refused; one more try comes to the same."""
    try:
        built = transaction(*message.records)
    except UnwritableValue:
        return
    assert transaction(*built.records) == built
    again = read(write(built), strict=False)
    assert write(again) == write(built)
