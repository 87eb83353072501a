"""Each kind of fault once, alone, with its place and figures; and all that is wrong with the fixtures."""

from __future__ import annotations

import pytest
from wire_cases import fixture, measured

from interop_course.wire import Code, Fault, Limits, MalformedMessage, Severity, read

HEAD = "1.01:*<GS>1.03:1<US>01<RS>2<US>00<GS>1.04:SRE<FS>"
DATED = "1.01:*<GS>1.03:1<US>01<RS>2<US>00<GS>1.04:SRE<GS>1.05:20100301<FS>"
ALONE = "1.01:*<GS>1.03:1<US>00<GS>1.04:SRE<FS>"
BODY = "2.001:*<GS>2.002:00<FS>"
SMALL = Limits(records=2, fields=6, len_digits=4)

Facts = tuple[Code, int | None, str | None, int, int, str, str]

EACH_FAULT: list[tuple[tuple[str, ...], Facts]] = [
    ((), (Code.EMPTY, None, None, 0, 0, "nothing", "a Type-1 record")),
    ((BODY,), (Code.NO_HEADER, 0, None, 0, 8, "2.001:18…", "a Type-1 record")),
    (
        (ALONE, "1.01:*<GS>1.04:SRE<FS>"),
        (Code.SECOND_HEADER, 1, None, 27, 17, "a Type-1 record", "another type"),
    ),
    (
        (HEAD, "\n", BODY),
        (Code.STRAY_BYTES, 1, None, 32, 1, "\n", "a record, or the end of the message"),
    ),
    (
        ("1.01:*<GS>1.03:1<US>02<RS>2<US>00<RS>2<US>01<FS>", BODY, "2.1:*<GS>2.2:01<FS>"),
        (Code.TOO_MANY_RECORDS, 2, None, 46, 14, "more than 2", "at most 2"),
    ),
    (
        (HEAD, "2.1:*<GS>2.2:00<GS>2.3:A<GS>2.4:A<FS>"),
        (Code.TOO_MANY_FIELDS, 1, None, 32, 26, "more than 6", "at most 6"),
    ),
    ((HEAD, "2.002:00<FS>"), (Code.LEN_MISSING, 1, "2.001", 32, 6, "field 2.002", "field 2.001")),
    (
        (HEAD, "2.001:1A<GS>2.002:00<FS>"),
        (Code.LEN_NOT_NUMBER, 1, "2.001", 38, 2, "1A", "a number"),
    ),
    (
        (HEAD, "2.001:00018<GS>2.002:00<FS>"),
        (Code.LEN_TOO_MANY_DIGITS, 1, "2.001", 38, 5, "5 digits", "at most 4 digits"),
    ),
    ((HEAD.replace("*", "33"), BODY), (Code.LEN_WRONG, 0, "1.01", 5, 2, "33", "32")),
    (
        (HEAD, "2.001:0021<GS>2.002:00<FS>"),
        (Code.LEN_PAST_END, 1, "2.001", 38, 4, "0021", "20"),
    ),
    (
        (HEAD.replace("2<US>", "4<US>"), "\x00\x00\x00\x09\x00AB"),
        (Code.BINARY_LEN, 1, None, 32, 4, "9", "from 5 to the 7 bytes left"),
    ),
    (
        (HEAD, "2.001:*<GS>2.002:00"),
        (Code.NO_FS, 1, None, 49, 0, "the end of the message", "FS"),
    ),
    (
        (HEAD, "2.001:*<GS>2.002:00<GS>2.018:A<FS>B<FS>"),
        (Code.FS_IN_VALUE, 1, None, 57, 1, "FS", "FS at the end only"),
    ),
    (
        (HEAD, "2.001:*<GS>2.018:A<FS>"),
        (Code.IDC_MISSING, 1, "2.002", 32, 17, "no such field", "a number such as 00"),
    ),
    (
        (HEAD, "2.001:*<GS>2.002:A<FS>"),
        (Code.IDC_NOT_NUMBER, 1, "2.002", 47, 1, "A", "a number such as 00"),
    ),
    (
        (HEAD, "2.001:*<GS>2.002:00<GS>2,018<FS>"),
        (Code.TAG_UNREADABLE, 1, None, 50, 5, "2,018", "2.018:"),
    ),
    (
        (HEAD, "2.001:*<GS>2.002:00<GS>3.018:A<FS>"),
        (Code.TAG_OF_OTHER_TYPE, 1, "3.018", 50, 7, "3.018:A", "2.018:"),
    ),
    ((HEAD, "2.001:*<GS>2.002:00<GS><FS>"), (Code.FIELD_EMPTY, 1, None, 50, 0, "", "a field")),
    (
        (HEAD, "2.001:*<GS>2.002:00<GS>2.018:A<GS>2.18:B<FS>"),
        (Code.FIELD_REPEATED, 1, "2.018", 58, 6, "2.18:B", "each field once"),
    ),
    (
        (HEAD, "2.001:*<GS>2.002:00<GS>2.018:A\x93\x94B\x93<FS>"),
        (Code.CHARACTER_SET, 1, "2.018", 57, 2, "\\x93\\x94", "7-bit ASCII"),
    ),
    (
        ("1.01:*<GS>1.04:SRE<FS>",),
        (Code.CNT_MISSING, 0, "1.03", 0, 17, "no such field", "field 1.03"),
    ),
    (
        ("1.01:*<GS>1.03:1<US>03<RS>2<US>00<RS>2<US>01<RS>2<US>02<FS>",),
        (Code.CNT_TOO_LONG, 0, "1.03", 13, 19, "3 records", "at most 2"),
    ),
    (
        (HEAD.replace("2<US>00", "2<US>0A"), BODY),
        (Code.CNT_ITEM, 0, "1.03", 18, 4, "2␟0A", "a type, US and an IDC"),
    ),
    (
        (HEAD.replace("1<US>01", "2<US>01"), BODY),
        (Code.CNT_ITEM, 0, "1.03", 13, 4, "2␟01", "1, US and a count"),
    ),
    ((HEAD.replace("1<US>01", "1<US>05"), BODY), (Code.CNT_COUNT, 0, "1.03", 13, 4, "05", "1")),
    (
        ("1.01:*<GS>1.03:1<US>02<RS>9<US>01<RS>2<US>00<FS>", BODY, "9.001:*<GS>9.002:01<FS>"),
        (Code.CNT_ORDER, 0, "1.03", 8, 19, "1␟02␞9␟01␞2␟00", "the order of the records"),
    ),
    (
        (HEAD, "2.001:*<GS>2.002:03<FS>"),
        (Code.CNT_IDC, 0, "1.03", 18, 4, "00", "03"),
    ),
    ((HEAD.replace("00<GS>", "00<RS>"), BODY), (Code.RS_FOR_GS, 0, "1.03", 22, 1, "RS", "GS")),
    ((HEAD,), (Code.RECORD_MISSING, 0, "1.03", 18, 4, "no such record", "a Type-2 record")),
    (
        (ALONE, BODY),
        (Code.RECORD_UNANNOUNCED, 1, None, 27, 18, "a Type-2 record", "its place in field 1.03"),
    ),
    (
        (HEAD, "2.001:*<GS>2.002:00<GS>2.018:  <FS>"),
        (Code.LEADING_SPACE, 1, "2.018", 56, 2, "2 spaces", "the value itself"),
    ),
    (
        (HEAD, f"2.001:*<GS>2.002:00<GS>2.075:SHORT\r\n{'A' * 75}\r\n{'B' * 74}<FS>"),
        (Code.LONG_LINES, 1, "2.075", 64, 75, "1", "lines of at most 74 characters"),
    ),
    (
        (DATED, "2.001:*<GS>2.002:00<GS>2.060:SEE [20100302]<FS>"),
        (Code.DATE_AFTER_MESSAGE, 1, "2.060", 75, 8, "2010-03-02", "at most 2010-03-01"),
    ),
]

FIXTURES: dict[str, list[Facts]] = {
    "match.ebts": [
        (Code.LEN_WRONG, 0, "1.01", 5, 3, "161", "158"),
        (Code.RECORD_MISSING, 0, "1.03", 34, 5, "no such record", "a Type-10 record"),
        (Code.LEADING_SPACE, 0, "1.10", 123, 1, "a space", "the value itself"),
        (Code.LEN_PAST_END, 1, "2.001", 164, 4, "3456", "1469"),
        (Code.LEADING_SPACE, 1, "2.073", 227, 1, "a space", "the value itself"),
        (Code.LEADING_SPACE, 1, "2.075", 244, 1, "a space", "the value itself"),
        (Code.LONG_LINES, 1, "2.075", 315, 79, "12", "lines of at most 74 characters"),
        (Code.DATE_AFTER_MESSAGE, 1, "2.075", 1434, 8, "2008-10-14", "at most 2008-09-04"),
    ],
    "no-match.ebts": [
        (Code.LEN_WRONG, 0, "1.01", 5, 3, "193", "152"),
        (Code.RS_FOR_GS, 0, "1.03", 33, 1, "RS", "GS"),
        (Code.LEN_PAST_END, 1, "2.001", 158, 7, "0002105", "1352"),
        (Code.LONG_LINES, 1, "2.075", 336, 75, "14", "lines of at most 74 characters"),
        (Code.NO_FS, 1, None, 1504, 0, "the end of the message", "FS"),
    ],
    "error-date.ebts": [
        (Code.LEN_PAST_END, 1, "2.001", 158, 7, "0002105", "109"),
        (Code.DATE_AFTER_MESSAGE, 1, "2.060", 216, 8, "2009-02-10", "at most 2008-07-31"),
    ],
    "error-finger.ebts": [
        (Code.LEN_PAST_END, 1, "2.001", 158, 7, "0002105", "108"),
    ],
}


def _facts(fault: Fault) -> Facts:
    return (
        fault.code,
        fault.record,
        fault.field,
        fault.offset,
        fault.length,
        fault.found,
        fault.expected,
    )


@pytest.mark.parametrize(("records", "expected"), EACH_FAULT, ids=[facts[0] for _, facts in EACH_FAULT])
def test_each_fault_alone(records: tuple[str, ...], expected: Facts) -> None:
    data, code = measured(*records), expected[0]
    limits = SMALL if "too" in code else Limits()
    faults = read(data, strict=False, limits=limits).faults
    assert [_facts(fault) for fault in faults] == [expected]
    if code.severity is Severity.REMARK:
        assert read(data, limits=limits).faults == ()
    else:
        with pytest.raises(MalformedMessage) as caught:
            read(data, limits=limits)
        assert caught.value.faults == faults


def test_no_kind_of_fault_is_left_out() -> None:
    alone = {facts[0] for _, facts in EACH_FAULT}
    assert alone | {Code.TOO_MANY_FAULTS} == {code for code in Code if code.is_of_reading}


@pytest.mark.parametrize("body", ["<GS>", "<GS>2.060:[20100302]", "<GS><GS>2.060:[20100302]"])
def test_no_more_faults_are_listed_than_the_limit(body: str) -> None:
    """Errors first: what makes strict reading refuse is never left out for a remark."""
    data = measured(DATED, f"2.001:*<GS>2.002:00{body * 3}<FS>")
    whole = read(data, strict=False).faults
    errors = [fault for fault in whole if fault.severity is Severity.ERROR]
    for most in range(1, len(whole) + 1):
        faults = read(data, strict=False, limits=Limits(faults=most)).faults
        assert len(faults) == most + (most < len(whole))
        assert [each for each in faults if each in errors] == errors[:most]
        if most < len(whole):
            assert _facts(faults[-1]) == (
                *(Code.TOO_MANY_FAULTS, 1, None, len(data), 0),
                *(f"more than {most}", f"at most {most}"),
            )
        if errors:
            with pytest.raises(MalformedMessage) as caught:
                read(data, limits=Limits(faults=most))
            assert list(caught.value.faults) == errors[:most]


@pytest.mark.parametrize("name", FIXTURES)
def test_fixture_has_these_faults_and_no_other(name: str) -> None:
    assert [_facts(fault) for fault in read(fixture(name), strict=False).faults] == FIXTURES[name]


def test_a_fault_is_a_plain_sentence_with_its_place() -> None:
    faults = read(fixture("match.ebts"), strict=False).faults
    assert str(faults[0]) == "byte 5, field 1.01: Field 1.01 says 161 bytes, but the record has 158."
    assert faults[-1].sentence == (
        "The date of the IAQ in field 2.075 is 2008-10-14, 40 days after the message (2008-09-04)."
    )
    for records, _ in EACH_FAULT:
        for fault in read(measured(*records), strict=False, limits=SMALL).faults:
            assert fault.sentence.endswith(".")
            assert "None" not in fault.sentence


def test_the_exception_shows_the_spot() -> None:
    with pytest.raises(MalformedMessage) as caught:
        read(fixture("no-match.ebts"))
    assert str(caught.value).splitlines() == [
        "the message has 4 faults",
        "  byte 5, field 1.01: Field 1.01 says 193 bytes, but the record has 152.",
        "  byte 33, field 1.03: Field 1.03 ends in RS where GS is needed, so field 1.04 falls into it.",
        "  byte 158, field 2.001: Field 2.001 says 2105 bytes, but the message ends after 1352 of them.",
        "  byte 1504: The last record does not end in FS: its end is missing, or the message was cut off.",
        "1.01:193␝1.02:0201␝1.03:1␟01␞2␟00␞1.",
        "     ^^^",
    ]


def test_the_exception_shows_the_first_faults_only() -> None:
    with pytest.raises(MalformedMessage, match=r"… and 3 more\n"):
        read(measured(HEAD, "2.001:*<GS>2.002:00" + "<GS>" * 8 + "<FS>"))


def test_a_wrong_length_does_not_lose_the_records_after_it() -> None:
    picture = "10.001:{}<GS>10.002:01<GS>10.999:A<FS>B<GS>C<FS>"
    head = "1.01:*<GS>1.03:1<US>03<RS>10<US>01<RS>2<US>00<RS>9<US>02<FS>"
    last = "9.001:*<GS>9.002:02<FS>"
    for wrong in ("7", "9999999", "39", "A"):
        data = measured(head, picture.format(wrong), BODY, last)
        message = read(data, strict=False)
        assert [each.type for each in message.records] == [1, 10, 2, 9]
        assert [fault.record for fault in message.faults] == [1]
        assert message.records[1].value(999) == "A\x1cB\x1dC"


def test_a_record_that_reads_on_into_the_next_is_cut_at_its_fs() -> None:
    two = measured(HEAD, BODY)
    data = two.replace(b"1.01:32", b"1.01:50")
    message = read(data, strict=False)
    assert [each.type for each in message.records] == [1, 2]
    assert [fault.code for fault in message.faults] == [Code.LEN_WRONG]


def test_a_wrong_length_before_a_binary_record() -> None:
    """The LEN of the Type-2 record leads to an FS inside the binary record after it, and is not believed."""
    binary = "\x00\x00\x00\x08\x01A<FS>B"
    head = "1.01:*<GS>1.03:1<US>02<RS>2<US>00<RS>4<US>01<FS>"
    message = read(measured(head, BODY.replace("*", "25"), binary), strict=False)
    assert [(each.type, each.length) for each in message.records] == [(1, 28), (2, 18), (4, 8)]
    assert [fault.code for fault in message.faults] == [Code.LEN_WRONG]


def test_a_second_len_is_a_field_repeated() -> None:
    message = read(measured(HEAD, "2.001:*<GS>2.002:00<GS>2.001:26<FS>"), strict=False)
    assert [fault.code for fault in message.faults] == [Code.FIELD_REPEATED]


def test_a_field_of_another_type_is_not_taken_for_one_of_the_record() -> None:
    message = read(measured(HEAD, "2.001:*<GS>2.002:00<GS>3.018:A<FS>"), strict=False)
    assert message.records[1].value(18) is None


def test_an_image_field_of_another_type_is_no_image() -> None:
    head, other = "1.01:*<GS>1.03:1<US>01<RS>10<US>01<FS>", "10.001:*<GS>10.002:01<GS>11.999:A<GS>10.018:B<FS>"
    message = read(measured(head, other), strict=False)
    assert [fault.code for fault in message.faults] == [Code.TAG_OF_OTHER_TYPE]
    assert message.records[1].value(18) == "B"


def test_a_date_of_the_same_day_is_right() -> None:
    message = read(measured(DATED, "2.001:*<GS>2.002:00<GS>2.060:[20100301]<FS>"), strict=False)
    assert message.faults == ()


def test_stray_bytes_before_the_header() -> None:
    message = read(b"\r\n" + measured(HEAD, BODY), strict=False)
    assert [each.type for each in message.records] == [0, 1, 2]
    assert [fault.code for fault in message.faults] == [Code.NO_HEADER, Code.STRAY_BYTES]
    assert message.tot == "SRE"


def test_an_impossible_date_is_no_date() -> None:
    message = read(measured(DATED, "2.001:*<GS>2.002:00<GS>2.060:[20109999]<FS>"), strict=False)
    assert message.faults == ()


def test_two_records_of_one_type_and_idc_are_told_apart_by_their_number() -> None:
    head = "1.01:*<GS>1.03:1<US>{}<RS>2<US>00<RS>2<US>00{}<FS>"
    missing = read(measured(head.format("03", "<RS>9<US>05"), BODY, BODY), strict=False).faults
    assert [(fault.code, fault.expected) for fault in missing] == [(Code.RECORD_MISSING, "a Type-9 record")]
    other = "9.001:*<GS>9.002:05<FS>"
    unannounced = read(measured(head.format("02", ""), BODY, other, BODY), strict=False).faults
    assert [(fault.code, fault.record) for fault in unannounced] == [(Code.RECORD_UNANNOUNCED, 2)]


@pytest.mark.parametrize(("size", "shown"), [(34, "A" * 34), (35, "A" * 34 + "…")])
def test_a_long_finding_is_cut(size: int, shown: str) -> None:
    """Forty bytes of it are shown, tag and colon among them."""
    data = measured(HEAD, "2.001:*<GS>2.002:00<GS>2.018:A<GS>2.018:" + "A" * size + "<FS>")
    (fault,) = read(data, strict=False).faults
    assert fault.found == "2.018:" + shown


def test_a_tag_without_its_colon_is_no_tag() -> None:
    message = read(measured(HEAD, "2.001:*<GS>2.002:00<GS>2.018<FS>"), strict=False)
    assert [(fault.code, fault.length, fault.found) for fault in message.faults] == [(Code.TAG_UNREADABLE, 5, "2.018")]
    assert message.records[1].fields[-1].raw == b"2.018"


def test_an_idc_of_four_digits_is_no_idc() -> None:
    faults = read(measured(HEAD, "2.001:*<GS>2.002:0000<FS>"), strict=False).faults
    assert [(fault.code, fault.found) for fault in faults] == [(Code.IDC_NOT_NUMBER, "0000")]


def test_a_record_before_the_header_is_in_its_place() -> None:
    faults = read(measured(BODY, ALONE), strict=False).faults
    assert [(fault.code, fault.record, fault.offset) for fault in faults] == [
        (Code.NO_HEADER, 0, 0),
        (Code.RECORD_UNANNOUNCED, 0, 0),
    ]
