"""Character sets: ASCII unless field 1.15 declares another; what is outside is named, and is not written."""

from __future__ import annotations

import pytest
from wire_cases import measured

from interop_course.wire import (
    CharacterSet,
    Code,
    MalformedMessage,
    Record,
    UnwritableValue,
    read,
    record,
    transaction,
    with_field,
    write,
)
from interop_course.wire.charset import declared_sets, misfit, names, set_for_text

ASCII, LATIN, UTF16, UTF8 = CharacterSet
NAME = "SAMPLÉ,ALEX"


def message(value: bytes, declared: str = "", type: int = 2) -> bytes:
    """A message with one value, and with field 1.15 if wanted."""
    dcs = f"<GS>1.15:{declared}" if declared else ""
    head = f"1.01:*<GS>1.03:1<US>01<RS>{type}<US>00<GS>1.04:SRE{dcs}<FS>"
    return measured(head, f"{type}.001:*<GS>{type}.002:00<GS>{type}.018:{value.decode('latin-1')}<FS>")


@pytest.mark.parametrize(
    ("value", "sets"),
    [
        (None, {0}),
        (b"", {0}),
        (b"000\x1fASCII", {0}),
        (b"001\x1fLATIN\x1e003\x1fUTF-8\x1f3.0", {0, 1, 3}),
        (b"3", {0, 3}),
        (b"200\x1fOWN", {0, 200}),
        (b"XXX\x1fUTF-8", {0}),
        (b"0003\x1fUTF-8", {0}),
    ],
)
def test_declared_sets(value: bytes | None, sets: set[int]) -> None:
    assert declared_sets(value) == sets


@pytest.mark.parametrize(
    ("value", "sets", "place"),
    [
        (b"PLAIN\n\x7f\x00", {0}, None),
        (b"A\xe9\xe8B\xe9", {0}, (1, 3)),
        (b"A\xe9\x93\x94B", {0, 1}, (2, 4)),
        (b"A\xe9B", {0, 1}, None),
        (b"A\xc3\xa9B", {0, 3}, None),
        (b"A\xc3\xa9B\xe9C", {0, 3}, (4, 5)),
        (b"\xe9", {0, 1, 3}, None),
        (b"\xc3\x89", {0, 1, 3}, None),
        (b"A\x93", {0, 1, 3}, (1, 2)),
        (b"\x93", {0, 2}, None),
        (b"\x93", {0, 1, 200}, None),
    ],
)
def test_misfit(value: bytes, sets: set[int], place: tuple[int, int] | None) -> None:
    assert misfit(value, frozenset(sets)) == place


def test_sets_in_words() -> None:
    assert [each.label for each in CharacterSet] == ["7-bit ASCII", "8-bit Latin", "UTF-16", "UTF-8"]
    assert names(frozenset({0, 3, 1, 200})) == "7-bit ASCII or 8-bit Latin or UTF-8"
    assert [set_for_text(frozenset(each)) for each in ({0}, {0, 1}, {0, 1, 3}, {0, 2}, {200})] == [
        ASCII,
        LATIN,
        UTF8,
        UTF16,
        ASCII,
    ]


@pytest.mark.parametrize(
    ("value", "declared", "found", "offset"),
    [
        (b"A\x93B", "", "\\x93", 57),
        (b"A\xc3\xa9B", "", "\\xc3\\xa9", 57),
        (b"A\xe9\x93B", "001<US>LATIN", "\\x93", 74),
        (b"A\xe9B", "003<US>UTF-8", "\\xe9", 73),
    ],
)
def test_what_no_declared_set_has_is_a_fault(value: bytes, declared: str, found: str, offset: int) -> None:
    data = message(value, declared)
    (fault,) = read(data, strict=False).faults
    assert (fault.code, fault.record, fault.field, fault.found) == (Code.CHARACTER_SET, 1, "2.018", found)
    assert data[fault.offset : fault.offset + fault.length].decode("latin-1") == found.encode().decode("unicode_escape")
    assert fault.sentence == f"Field 2.018 holds the byte {found}, but may use {fault.expected} only."
    with pytest.raises(MalformedMessage) as caught:
        read(data)
    assert caught.value.faults == (fault,)


@pytest.mark.parametrize(
    ("value", "declared", "text"),
    [
        (b"SAMPL\xc9,ALEX", "001<US>LATIN", NAME),
        (NAME.encode(), "003<US>UTF-8", NAME),
        (NAME.encode(), "001<US>LATIN<RS>003<US>UTF-8", NAME),
        (b"SAMPL\xc9,ALEX", "200<US>OWN", "SAMPL\\xc9,ALEX"),
        (b"A\xff\xfeB", "002<US>UTF-16", "A\\xff\\xfeB"),
    ],
)
def test_a_declared_set_is_read_and_written_back(value: bytes, declared: str, text: str) -> None:
    data = message(value, declared)
    found = read(data)
    assert found.records[1].value("NAM") == text
    assert found.records[1].fields[-1].subfields == ((text,),)
    assert write(found) == data
    assert write(transaction(*found.records)) == data


def test_type_1_and_images() -> None:
    """Type-1 is ASCII whatever it declares; an image is no text."""
    head = "1.01:*<GS>1.03:1<US>01<RS>10<US>01<GS>1.04:SR\xc9<GS>1.15:001<US>LATIN<FS>"
    message = read(measured(head, "10.001:*<GS>10.002:01<GS>10.999:\x93\x94<FS>"), strict=False)
    assert [(each.code, each.field, each.expected) for each in message.faults] == [
        (Code.CHARACTER_SET, "1.04", "7-bit ASCII")
    ]


def test_numbers_with_strange_bytes_are_named_once() -> None:
    head = "1.01:*<GS>1.03:1<US>01<RS>2<US>0\xe9<FS>"
    assert [each.code for each in read(measured(head, "2.001:*<GS>2.002:00<FS>"), strict=False).faults] == [
        Code.CNT_ITEM
    ]
    head = "1.01:*<GS>1.03:1<US>01<RS>2<US>00<FS>"
    assert [each.code for each in read(measured(head, "2.001:*<GS>2.002:0\xe9<FS>"), strict=False).faults] == [
        Code.IDC_NOT_NUMBER
    ]
    broken = measured(head, "2.001:1\xe9<GS>2.002:00<FS>")
    assert [each.code for each in read(broken, strict=False).faults] == [Code.LEN_NOT_NUMBER]


@pytest.mark.parametrize(
    ("charset", "text", "position"),
    [(ASCII, NAME, 5), (LATIN, "SAMPLE—ALEX", 6), (LATIN, "A\x93", 1), (UTF16, NAME, 5), (UTF8, "A\ud800", 1)],
)
def test_text_that_a_set_does_not_have_is_not_written(charset: CharacterSet, text: str, position: int) -> None:
    with pytest.raises(UnwritableValue, match=f"no character of {charset.label}") as caught:
        record(2, [("NAM", text)], charset=charset)
    assert (caught.value.field, caught.value.position) == ("2.018", position)


def test_type_1_is_written_in_ascii() -> None:
    with pytest.raises(UnwritableValue, match="7-bit ASCII"):
        record(1, [(4, "SRÉ")], charset=UTF8)


@pytest.mark.parametrize("charset", [LATIN, UTF8])
def test_a_set_that_is_not_declared_is_not_written(charset: CharacterSet) -> None:
    person = record(2, [("NAM", NAME)], charset=charset)
    with pytest.raises(UnwritableValue, match=r"field 2\.018: .* is no character of 7-bit ASCII"):
        transaction(record(1, [(4, "SRE")]), person)
    assert write(transaction(record(1, [(15, [(f"{charset:03}", "NAME")])]), person))


def test_bytes_are_held_to_the_declared_sets_too() -> None:
    person = record(2, [("NAM", b"A\x93")])
    with pytest.raises(UnwritableValue, match=r"field 2\.018: \\x93 is no character of 7-bit ASCII or 8-bit Latin"):
        transaction(record(1, [(15, [("001", "LATIN")])]), person)


def test_a_changed_field_is_written_in_the_set_of_its_record() -> None:
    person = read(message(b"A\xe9", "001<US>LATIN")).records[1]
    changed = with_field(person, "NAM", NAME)
    assert changed.get("NAM").value == b"SAMPL\xc9,ALEX"  # type: ignore[union-attr]
    assert changed.value("NAM") == NAME
    with pytest.raises(UnwritableValue, match="7-bit ASCII"):
        with_field(Record(2, person.raw), "NAM", NAME)
