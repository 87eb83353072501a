"""One table of values and bytes for the reader and the writer, and the fixtures read and written back."""

from __future__ import annotations

from operator import ne

import pytest
from wire_cases import CASES, FAULTY, VALID, Case, fixture, marked, measured

from interop_course.wire import (
    Field,
    MalformedMessage,
    MissingRecord,
    Record,
    Transaction,
    UnknownField,
    UnwritableValue,
    read,
    record,
    transaction,
    with_field,
    without_field,
    write,
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_writes(case: Case) -> None:
    assert write(case.value) == case.data


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reads(case: Case) -> None:
    assert read(case.data) == case.value


@pytest.mark.parametrize("name", VALID)
def test_valid_fixture_is_read_and_written_back(name: str) -> None:
    data = fixture(name)
    assert write(read(data)) == data
    assert read(data, strict=False).faults == ()


@pytest.mark.parametrize("name", FAULTY)
def test_faulty_fixture_is_read_leniently_and_written_back(name: str) -> None:
    data = fixture(name)
    with pytest.raises(MalformedMessage):
        read(data)
    assert write(read(data, strict=False)) == data


@pytest.mark.parametrize("name", FAULTY + VALID)
def test_every_truncation(name: str) -> None:
    data = fixture(name)
    for size in range(len(data)):
        part = data[:size]
        with pytest.raises(MalformedMessage):
            read(part)
        lenient = read(part, strict=False)
        assert write(lenient) == part
        assert lenient.faults


def test_any_padding_and_order_is_understood() -> None:
    message = read(fixture("padded.ebts"))
    person = message.of_type(2)[0]
    assert message.tot == "SRE"
    assert message.header.value("VER") == "0201"
    assert (person.value("SRF"), person.value(18), person.value(7777)) == ("I", "SAMPLE,ALEX", "AN UNKNOWN FIELD")
    assert [field.tag for field in person.fields] == ["2.001", "2.018", "2.002", "2.7777", "2.059", "2.060"]
    assert [field.mnemonic for field in person.fields] == ["LEN", "NAM", "IDC", None, "SRF", "MSG"]
    assert [each.idc for each in message.records] == [None, 0, 1]


def test_long_field_numbers() -> None:
    built = transaction(record(1, []), record(2, [(999_999_999, "A"), (1234, "B")]))
    assert [field.number for field in read(write(built)).records[1].fields] == [1, 2, 999_999_999, 1234]
    padded = measured("1.01:*<GS>1.03:1<US>01<RS>2<US>00<FS>", "2.001:*<GS>2.002:00<GS>02.00000000123456789:A<FS>")
    assert read(padded).records[1].value(123456789) == "A"


def test_fields_are_the_same_wherever_they_stand() -> None:
    case = CASES[1]
    assert read(case.data).records[1].fields == case.value.records[1].fields


def test_where_a_value_stands_is_left_out_of_comparisons() -> None:
    data = CASES[1].data
    found, built = read(data).records[1], CASES[1].value.records[1]
    assert (found.offset, built.offset) == (42, None)
    assert found == built
    assert not ne(found, built)
    assert found.fields[1] == built.fields[1]
    assert not ne(found.fields[1], built.fields[1])
    assert len({found, built}) == len({found.fields[1], built.fields[1]}) == 1
    assert found != found.raw
    assert found != (found.type, found.raw)
    assert found.fields[0] != found.fields[1]
    assert Record(2, found.raw) != Record(9, found.raw)


def test_image_is_taken_by_length() -> None:
    first, second = read(fixture("submission.ebts")).of_type(14)
    image = first.get(999)
    assert image is not None
    assert image.value == b"\xff\xd8" + marked("<GS>14.999:<FS><RS><US>2.001:9<GS><FS><FS>") + b"\xff\xd9\x1c"
    assert second.get(999).value == image.value[::-1]  # type: ignore[union-attr]
    assert first.value(20) == "A COMMENT WITH 999: IN IT"


def test_binary_records_stay_as_they_are() -> None:
    message = read(fixture("binary.ebts"))
    assert [(each.type, each.idc, each.length) for each in message.records[2:4]] == [(4, 1, 16), (4, 2, 5)]
    assert message.records[2].fields == ()
    assert message.records[2].value(18) is None


def test_places_are_those_of_the_bytes() -> None:
    data = fixture("submission.ebts")
    for each in read(data).records:
        assert each.offset is not None
        assert data[each.offset : each.offset + each.length] == each.raw
        for field in each.fields:
            assert field.offset is not None
            assert data[field.offset : field.offset + field.length] == field.raw


def test_a_field_that_fell_into_the_contents_is_still_found() -> None:
    assert read(fixture("no-match.ebts"), strict=False).tot == "SRE"


def test_subfields_are_text() -> None:
    person = read(fixture("submission.ebts")).of_type(2)[0]
    field = person.get("ASL")
    assert field is not None
    assert field.subfields == (("20080730", "SYNTHETIC CHARGE"), ("", "A CHARGE WITHOUT A DATE"))


def test_bytes_that_are_no_text_are_shown_as_escapes() -> None:
    assert Field(2, 18, b"2.018:", b"A\x93B").text == "A\\x93B"
    assert Field(2, 18, b"2.018:", "é".encode()).text == "é"


def test_reads_bytes_of_any_kind() -> None:
    data = CASES[1].data
    assert read(bytearray(data)) == read(memoryview(data)) == CASES[1].value  # type: ignore[arg-type]


def test_missing_header() -> None:
    message = read(marked("2.001:8<FS>"), strict=False)
    assert message.tot is None
    with pytest.raises(MissingRecord):
        _ = message.header


def test_unknown_names() -> None:
    person = record(2, [(18, "SAMPLE,ALEX")])
    assert person.value("2.018") == person.value("nam") == "SAMPLE,ALEX"
    for name in ("XYZ", "1.08", "2.", "2.x", "2." + "1" * 20):
        with pytest.raises(UnknownField):
            person.get(name)


def test_setting_a_field_keeps_the_others_and_measures_again() -> None:
    person = read(fixture("padded.ebts")).of_type(2)[0]
    changed = with_field(person, "NAM", "SAMPLE,ALEX QUINN")
    assert [field.raw for field in changed.fields[2:]] == [field.raw for field in person.fields[2:]]
    assert changed.value("NAM") == "SAMPLE,ALEX QUINN"
    assert int(changed.value("LEN") or 0) == changed.length
    assert changed.fields[0].raw == b"2.001:%d" % changed.length


def test_adding_and_removing_a_field() -> None:
    picture = record(10, [(3, "FACE"), (999, b"\x1c")])
    added = with_field(picture, "SRC", "XA0010000")
    assert [field.number for field in added.fields] == [1, 3, 4, 999]
    assert without_field(added, 4) == picture
    assert [field.number for field in with_field(picture, "IDC", "07").fields] == [1, 2, 3, 999]


def test_a_transaction_is_made_right() -> None:
    """Records of a faulty message can be used for a new one: LEN and CNT are put right, the rest is kept."""
    faulty = read(fixture("match.ebts"), strict=False)
    sound = transaction(*faulty.records)
    assert read(write(sound)) == sound
    assert sound.header.value("CNT") == "1\x1f01\x1e2\x1f00"
    assert [field.raw for field in sound.records[1].fields[1:]] == [field.raw for field in faulty.records[1].fields[1:]]


def test_a_right_header_is_kept_as_written() -> None:
    message = read(fixture("padded.ebts"))
    assert write(transaction(*message.records)) == fixture("padded.ebts")


def test_a_second_type_2_record_gets_an_idc_of_its_own() -> None:
    message = transaction(record(1, []), record(2, []), record(10, [(2, "01")]), record(2, []))
    assert [each.idc for each in message.records] == [None, 0, 1, 2]


@pytest.mark.parametrize(
    ("field", "value", "tag", "position"),
    [
        ("NAM", "SAMPLE\x1dALEX", "2.018", 6),
        (18, b"SAMPLE\x1cALEX", "2.018", 6),
        (18, ["SAMPLE", "A\x1eB"], "2.018", 1),
        (47, [("20100301", "A\x1fB")], "2.047", 1),
        (18, "SAMPLÉ,ALEX", "2.018", 5),
        ("LEN", "12", "2.001", None),
    ],
)
def test_a_value_that_cannot_be_written_is_refused(
    field: int | str, value: str | bytes, tag: str, position: int | None
) -> None:
    with pytest.raises(UnwritableValue, match=tag.replace(".", r"\.")) as caught:
        record(2, [(field, value)])
    assert (caught.value.field, caught.value.position) == (tag, position)


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(UnwritableValue, match="Type-4"):
        record(4, [])
    with pytest.raises(UnwritableValue, match="Type-4"):
        with_field(Record(4, b"\x00\x00\x00\x05\x01"), 18, "A")
    with pytest.raises(UnwritableValue, match="no field number"):
        record(2, [(0, "A")])
    with pytest.raises(UnwritableValue, match="twice"):
        record(2, [(18, "A"), ("NAM", "B")])
    with pytest.raises(UnwritableValue, match="image"):
        record(10, [(999, "text")])
    with pytest.raises(UnknownField):
        record(2, [("XYZ", "A")])


def test_what_is_no_message_is_refused() -> None:
    header, person = record(1, [(4, "SRE")]), record(2, [])
    for records in ((), (person,), (person, header), (header, header)):
        with pytest.raises(UnwritableValue, match="Type-1"):
            transaction(*records)
    with pytest.raises(UnwritableValue, match="belong to no record"):
        transaction(header, Record(0, b"?"))
    with pytest.raises(UnwritableValue, match=r"2\.002"):
        transaction(header, record(2, [(2, "A")]))


def test_a_transaction_made_by_hand_is_written_as_it_is() -> None:
    header = record(1, [(3, [("1", "07")])])
    assert write(Transaction((header,))) == marked("1.01:18<GS>1.03:1<US>07<FS>")
