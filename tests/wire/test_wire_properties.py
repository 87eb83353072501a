"""What holds for any message and for any bytes at all."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wire_cases import CASES, FAULTY, VALID, fixture

from interop_course.wire import (
    MalformedMessage,
    Record,
    Severity,
    Transaction,
    glyphs,
    read,
    record,
    transaction,
    write,
)

SEEDS = [*(case.data for case in CASES), *(fixture(name) for name in FAULTY + VALID)]
PIECES = [
    *(b"\x1c", b"\x1d", b"\x1e", b"\x1f", b":", b".", b"0", b"1", b"2", b"9", b"10", b"00", b"\n", b"A", b"\xff"),
    *(
        b"1.01:",
        b"2.001:",
        b"2.002:00",
        b"10.001:",
        b"10.999:",
        b"1.03:",
        b"1\x1f01\x1e2\x1f00",
        b"4\x1f01",
        b"\0\0\0\5",
    ),
]

plain_text = st.text(st.characters(max_codepoint=126, exclude_characters="\x1c\x1d\x1e\x1f"), max_size=30)
plain_bytes = st.binary(max_size=30).map(lambda data: data.translate(None, b"\x1c\x1d\x1e\x1f"))
plain = plain_text | plain_bytes
subfields = st.lists(plain | st.lists(plain, min_size=1, max_size=4).map(tuple), min_size=1, max_size=4)
values = plain | subfields
numbers = st.integers(4, 998) | st.integers(1000, 999_999_999)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A record of any type but the first."""
    kind = draw(st.sampled_from([2, 2, 3, 4, 8, 9, 10, 14, 14, 99]))
    if 3 <= kind <= 8:
        body = draw(st.binary(max_size=40))
        return Record(kind, (5 + len(body)).to_bytes(4, "big") + bytes([draw(st.integers(0, 99))]) + body)
    fields = draw(st.dictionaries(numbers, values, max_size=6))
    if kind >= 10 and draw(st.booleans()):
        fields[999] = draw(st.binary(max_size=80) | st.lists(st.sampled_from(PIECES)).map(b"".join))
    if draw(st.booleans()):
        fields[2] = str(draw(st.integers(0, 999))).zfill(draw(st.integers(1, 3)))
    return record(kind, list(fields.items()))


@st.composite
def transactions(draw: st.DrawFn) -> Transaction:
    """A message of up to six records."""
    header = record(1, list(draw(st.dictionaries(numbers, values, max_size=4)).items()))
    return transaction(header, *draw(st.lists(records(), max_size=5)))


def tags(where: Record) -> set[str]:
    """The tags of a record's fields."""
    return {field.tag for field in where.fields}


def check_any(data: bytes) -> None:
    """What must hold of reading any bytes: no exception but ours, nothing lost, every place inside."""
    message = read(data, strict=False)
    assert write(message) == data
    assert list(message.faults) == sorted(message.faults, key=lambda fault: fault.offset)
    for fault in message.faults:
        assert 0 <= fault.offset <= fault.offset + fault.length <= len(data)
        if data:
            assert fault.record is not None
            place = message.records[fault.record]
            assert place.offset is not None
            assert place.offset <= fault.offset <= place.offset + place.length
            assert fault.field is None or "missing" in fault.code or fault.field in tags(place)
    at = 0
    for each in message.records:
        assert each.offset == at
        at += each.length
        for field in each.fields:
            assert field.offset is not None
            assert data[field.offset : field.offset + field.length] == field.raw
            assert field.subfields
    errors = tuple(fault for fault in message.faults if fault.severity is Severity.ERROR)
    if not errors:
        assert read(data).records == message.records
        return
    with pytest.raises(MalformedMessage) as caught:
        read(data)
    assert caught.value.faults == errors
    assert str(caught.value)


@given(transactions())
def test_what_is_built_is_read_back(message: Transaction) -> None:
    data = write(message)
    assert read(data) == message
    assert write(read(data)) == data
    assert {fault.severity for fault in read(data, strict=False).faults} <= {Severity.REMARK}
    for each in message.records:
        if each.fields:
            assert int(each.value(1) or 0) == len(each.raw)


@given(transactions(), st.data())
def test_values_are_read_back(message: Transaction, data: st.DataObject) -> None:
    value = data.draw(plain_text)
    changed = transaction(*message.records, record(2, [(18, value)]))
    assert read(write(changed)).records[-1].value("NAM") == value


@given(st.sampled_from(SEEDS), st.data())
def test_any_change_of_a_message(seed: bytes, data: st.DataObject) -> None:
    changed = bytearray(seed)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(changed)))
        cut = data.draw(st.integers(0, 12))
        changed[at : at + cut] = data.draw(st.sampled_from([b"", *PIECES]) | st.binary(max_size=4))
    check_any(bytes(changed))


@given(st.sampled_from(SEEDS), st.sampled_from(SEEDS), st.data())
def test_any_two_messages_spliced(first: bytes, second: bytes, data: st.DataObject) -> None:
    check_any(first[: data.draw(st.integers(0, len(first)))] + second[data.draw(st.integers(0, len(second))) :])


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join) | st.binary(max_size=60))
@example(b"")
@example(b"1.01:")
@example(b"1.03:")
@example(b"1.01:0\x1c")
@example(b"2.1:5\x1c" * 3)
@example(b"10.001:1\x1d10.999:")
@example(b"01.001:99\x1d1.03:1\x1f1\x1e4\x1f1\x1c\0\0\0\0")
def test_any_bytes(data: bytes) -> None:
    check_any(data)


@given(st.binary(max_size=60))
def test_glyphs_shows_any_bytes(data: bytes) -> None:
    shown = glyphs(data)
    assert not any(character < " " and character != "\n" for character in shown)
    assert shown.isprintable() or "\n" in shown


@pytest.mark.parametrize("seed", SEEDS, ids=range(len(SEEDS)))
def test_every_byte_removed_and_every_byte_made_a_separator(seed: bytes) -> None:
    step = 1 + len(seed) // 150
    for at in range(0, len(seed), step):
        check_any(seed[:at] + seed[at + 1 :])
        for separator in (b"\x1c", b"\x1d"):
            check_any(seed[:at] + separator + seed[at + 1 :])
