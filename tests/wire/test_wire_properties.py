"""What holds for any message and for any bytes at all."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wire_cases import CASES, FAULTY, VALID, fixture
from wire_truths import check_any

from interop_course.wire import (
    Record,
    Severity,
    Transaction,
    glyphs,
    read,
    record,
    transaction,
    write,
)
from interop_course.wire.facts import all_facts

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

KNOWN = {int(fact.tag.partition(".")[2]) for fact in all_facts().values()}
"""Numbers of fields whose sizes are bounded; no random value may be too long for its field."""

plain_text = st.text(st.characters(max_codepoint=126, exclude_characters="\x1c\x1d\x1e\x1f"), max_size=30)
plain_bytes = st.binary(max_size=30).map(lambda data: bytes(each & 127 for each in data if not 28 <= each & 127 < 32))
plain = plain_text | plain_bytes
subfields = st.lists(plain | st.lists(plain, min_size=1, max_size=4).map(tuple), min_size=1, max_size=4)
values = plain | subfields
numbers = (st.integers(4, 998) | st.integers(1000, 999_999_999)).filter(lambda number: number not in KNOWN)


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
        fields[2] = str(draw(st.integers(0, 99))).zfill(draw(st.integers(1, 2)))
    return record(kind, list(fields.items()))


@st.composite
def transactions(draw: st.DrawFn) -> Transaction:
    """A message of up to six records."""
    header = record(1, list(draw(st.dictionaries(numbers, values, max_size=4)).items()))
    return transaction(header, *draw(st.lists(records(), max_size=5)))


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
@example(b"10.999:76\x1d10.018:A\x1d\x1c")
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
