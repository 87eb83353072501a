"""What writing refuses, and what it writes all the same when a lesson on faults asks for it."""

from __future__ import annotations

import pytest
from wire_cases import marked

from interop_course.wire import (
    CharacterSet,
    Code,
    MalformedMessage,
    Transaction,
    UnwritableValue,
    read,
    record,
    transaction,
    with_field,
    without_field,
    write,
)


@pytest.mark.parametrize(
    ("type", "field", "longest"),
    [
        (2, "NAM", "A" * 30),
        (2, "SID", "A" * 10),
        (2, "ERS", "A" * 200_000),
        (2, "AMP", [("01", "XX"), ("02", "XX")]),
        (2, "ASL", [("20100301", "A" * 300), "B" * 308]),
        (2, "MSG", ["A" * 300, "B" * 300]),
        (1, "TCN", b"A" * 40),
        (10, "SRC", "A" * 35),
    ],
)
def test_the_longest_value_that_a_field_may_have(type: int, field: str, longest: object) -> None:
    """The size is that of a subfield, without the separators between its items; the dictionary says it."""
    made = record(type, [(field, longest)])  # type: ignore[list-item]
    assert int(made.value("LEN") or 0) == made.length
    with pytest.raises(UnwritableValue, match="at most") as caught:
        record(type, [(field, _longer(longest))])  # type: ignore[list-item]
    assert (caught.value.field or "").startswith(f"{type}.")


def _longer(value: object) -> object:
    """The same value, one character longer in its last item."""
    if isinstance(value, str):
        return value + "C"
    if isinstance(value, bytes):
        return value + b"C"
    assert isinstance(value, list | tuple)
    return [*value[:-1], _longer(value[-1])] if isinstance(value, list) else (*value[:-1], _longer(value[-1]))


def test_where_a_value_is_too_long() -> None:
    with pytest.raises(UnwritableValue) as caught:
        record(2, [("NAM", "A" * 33)])
    assert str(caught.value) == "field 2.018: the value has 33 characters, and may have 30 at most"
    assert caught.value.position == 30
    with pytest.raises(UnwritableValue) as caught:
        record(2, [("AMP", [("01", "XX"), ("002", "XX")])])
    assert caught.value.position is None


def test_characters_are_counted_and_not_bytes() -> None:
    assert record(2, [("NAM", "É" * 30)], charset=CharacterSet.UTF8).value("NAM") == "É" * 30


def test_what_no_dictionary_bounds_is_written() -> None:
    assert record(2, [(7777, "A" * 100_000)]).length > 100_000
    assert record(10, [(999, b"A" * 100_000)]).length > 100_000


@pytest.mark.parametrize("separator", "\x1c\x1d\x1e\x1f")
def test_each_separator_is_refused_in_text_and_bytes(separator: str) -> None:
    name = {"\x1c": "FS", "\x1d": "GS", "\x1e": "RS", "\x1f": "US"}[separator]
    for value in (f"AÉ{separator}B", f"AB{separator}".encode()):
        with pytest.raises(UnwritableValue, match=f"separator {name},") as caught:
            record(2, [("NAM", value)], charset=CharacterSet.UTF8)
        assert caught.value.position == 2


def test_as_given_is_written_as_given() -> None:
    given = [(2, "A"), ("NAM", "ONE\x1dTWO"), (18, b"\x1c\xff"), (1, "999"), (47, [("X", "Y"), b"Z"]), (6, "É—")]
    made = record(2, given, as_given=True)
    assert made.raw == (
        marked("2.002:A<GS>2.018:ONE<GS>TWO<GS>2.018:<FS>\xff<GS>2.001:999<GS>2.047:X<US>Y<RS>Z<GS>2.006:")
        + "É—\x1c".encode()
    )
    assert record(9, [], as_given=True).raw == b"\x1c"


def test_as_given_writes_in_the_set_of_the_record_where_it_can() -> None:
    latin = record(2, [("NAM", "É"), ("MSG", "—")], charset=CharacterSet.LATIN, as_given=True)
    assert latin.raw == b"2.018:\xc9\x1d2.060:" + "—".encode() + b"\x1c"


def test_a_lesson_on_faults_can_make_each_classic_one() -> None:
    header = record(1, [("TOT", "SRE")])
    message = transaction(header, record(2, [("NAM", "SAMPLE,ALEX")]))
    head, body = message.records
    broken = {
        Code.LEN_WRONG: (head, with_field(body, "LEN", "35", as_given=True)),
        Code.FIELD_EMPTY: (head, with_field(body, "NAM", "SAMPLE,ALEX\x1d", as_given=True)),
        Code.IDC_MISSING: (head, without_field(body, "IDC")),
        Code.CNT_MISSING: (without_field(head, "CNT"), body),
        Code.RECORD_MISSING: (head,),
        Code.CHARACTER_SET: (head, with_field(body, "NAM", "SAMPLE—ALEX", as_given=True)),
    }
    for code, records in broken.items():
        found = {fault.code for fault in read(write(Transaction(records)), strict=False).faults}
        assert code in found
        with pytest.raises(MalformedMessage):
            read(write(Transaction(records)))
    assert [each.code for each in read(write(Transaction(broken[Code.LEN_WRONG])), strict=False).faults] == [
        Code.LEN_WRONG
    ]


def test_as_given_leaves_the_length_alone() -> None:
    body = record(2, [("NAM", "SAMPLE,ALEX")])
    assert with_field(body, "NAM", "A", as_given=True).value("LEN") == body.value("LEN")
    assert with_field(body, "SRF", "Q", as_given=True).raw.endswith(b"\x1d2.059:Q\x1c")
    assert without_field(body, "NAM", as_given=True).raw == b"2.001:%d\x1c" % body.length
    assert without_field(body, "LEN", as_given=True).raw == b"2.018:SAMPLE,ALEX\x1c"
    with pytest.raises(UnwritableValue, match="computed"):
        without_field(body, "LEN")
