"""The packet's conditions for a response from IDENT: each broken once, alone, and found in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from message_values import EXAMPLES, TCN, car, dhs_sre, errt_rest, history, iafis_sre

from interop_course.messages import CONDITIONS, ERRT, IDR, EbtsMessage, Kind, all_faults, response_faults
from interop_course.messages import told as what_it_tells
from interop_course.packet import REGISTER, cite
from interop_course.wire import Code, Fault, Transaction, read, transaction, with_field, without_field, write

FIXTURES = Path(__file__).parent.parent / "wire" / "fixtures"
MATCH = dhs_sre(IDR.of(history(2, photo="face"))).transaction()
NO_MATCH = dhs_sre(IDR.of(())).transaction()
BOOKING = car().transaction()


def changed(message: Transaction, type: int, number: int, value: str | None) -> Transaction:
    """The message with one field of its first record of a type changed, or taken out."""
    records = []
    for each in message.records:
        if each.type == type and not any(done.type == type for done in records):
            each = without_field(each, number) if value is None else with_field(each, number, value, as_given=True)
        records.append(each)
    return transaction(*records)


def told(message: Transaction, old: str, new: str, count: int = -1) -> Transaction:
    """The message with some words of 2.075 changed."""
    words = message.records[1].value(75)
    assert words is not None
    assert old in words
    return changed(message, 2, 75, words.replace(old, new, count))


EXTRA = "".join(f"EID = 120000000{n}\nNAME = A,B\nDOB = 19800101\nPOB = XX\nSEX = X\n" for n in range(4))
ENCOUNTER = "EID = 1100000001\nNAME = A,B\nDOB = 19800101\nPOB = XX\nSEX = X\n"

BROKEN: list[tuple[str, Transaction, Code, str | None, str, str]] = [
    ("1.08 of somebody else", changed(MATCH, 1, 8, "XA0000000"), Code.NOT_FROM_IDENT, "1.08", "XA0000000", "USVISIT0Z"),
    ("no 1.08", changed(MATCH, 1, 8, None), Code.FIELD_MISSING, "1.08", "no such field", "the field"),
    ("another 1.10", changed(MATCH, 1, 10, "TRN00000000009"), Code.TCR_DIFFERS, "1.10", "TRN00000000009", TCN),
    ("no 1.10", changed(MATCH, 1, 10, None), Code.FIELD_MISSING, "1.10", "no such field", "the field"),
    ("no 2.015", changed(NO_MATCH, 2, 15, None), Code.FIELD_MISSING, "2.015", "no such field", "the field"),
    ("a name from IDENT", changed(MATCH, 2, 18, "OTHER,NAME"), Code.NAM_DIFFERS, "2.018", "OTHER,NAME", "SAMPLE,ALEX"),
    ("no 2.018", changed(MATCH, 2, 18, None), Code.FIELD_MISSING, "2.018", "no such field", "the field"),
    ("2.059 neither", changed(MATCH, 2, 59, "Y"), Code.VALUE_NOT_ALLOWED, "2.059", "Y", "I or N"),
    ("no 2.059", changed(MATCH, 2, 59, None), Code.FIELD_MISSING, "2.059", "no such field", "the field"),
    ("no 2.075", changed(NO_MATCH, 2, 75, None), Code.FIELD_MISSING, "2.075", "no such field", "the field"),
    (
        "no verdict", changed(NO_MATCH, 2, 75, "NOTHING TO SEE"), Code.IDR_UNREADABLE, "2.075", "NOTHING TO SEE",
        "MATCH or NO MATCH",
    ),
    ("N and MATCH", changed(MATCH, 2, 59, "N"), Code.FINDING_DIFFERS, "2.059", "N", "MATCH"),
    ("I and NO MATCH", changed(NO_MATCH, 2, 59, "I"), Code.FINDING_DIFFERS, "2.059", "I", "NO MATCH"),
    (
        "six encounters", told(MATCH, "EID = ", f"{EXTRA}EID = ", 1), Code.ENCOUNTERS_COUNT, "2.075",
        "6 encounters", "one to five",
    ),
    (
        "a match of nobody", told(MATCH, "EID = ", "E = "), Code.ENCOUNTERS_COUNT, "2.075", "no encounter",
        "one to five",
    ),
    (
        "a no-match with somebody", told(NO_MATCH, "- NO MATCH -", f"- NO MATCH -\n{ENCOUNTER}"),
        Code.ENCOUNTERS_COUNT, "2.075", "1 encounter", "none",
    ),
    (
        "a photo that is not listed", transaction(*MATCH.records[:2]), Code.PHOTO_NOT_LISTED, "2.075",
        "Photo Attached", "a 10 below the 2 in field 1.03",
    ),
]  # fmt: skip


@pytest.mark.parametrize("message", [MATCH, NO_MATCH], ids=["match", "no match"])
def test_a_good_response_breaks_none(message: Transaction) -> None:
    assert response_faults(message, BOOKING) == all_faults(message, BOOKING) == ()


@pytest.mark.parametrize(("name", "message", "code", "field", "found", "expected"), BROKEN, ids=[b[0] for b in BROKEN])
def test_each_condition(name: str, message: Transaction, code: Code, field: str, found: str, expected: str) -> None:
    [fault] = response_faults(message, BOOKING)
    assert (fault.code, fault.field, fault.found, fault.expected) == (code, field, found, expected)
    assert str(cite(fault.source)) == fault.source
    assert fault.register == ""
    place = write(message)[fault.offset : fault.offset + fault.length].decode()
    if code is Code.FIELD_MISSING:
        assert fault.length == 0
    elif code is Code.ENCOUNTERS_COUNT:
        assert place in ("EID", "------ MATCH ------")
    else:
        assert place == found


def test_every_condition_is_broken_above() -> None:
    """Each check finds something in one of the messages above."""
    from interop_course.messages import conditions

    for condition in CONDITIONS:
        replies = [conditions._reply(message, BOOKING) for _, message, *_ in BROKEN]
        assert any(list(condition.check(reply)) for reply in replies if reply), condition.text


def test_no_kind_of_fault_of_the_conditions_is_left_out() -> None:
    codes = list(Code)
    theirs = set(codes[codes.index(Code.NOT_FROM_IDENT) : codes.index(Code.PHOTO_NOT_LISTED) + 1])
    assert theirs <= {code for _, _, code, *_ in BROKEN}
    assert not any(code.is_of_reading for code in theirs)


def test_each_condition_has_a_source_and_what_settles_it() -> None:
    entries = {entry.id for entry in REGISTER}
    for condition in CONDITIONS:
        assert str(cite(condition.source)) == condition.source
        assert not condition.register or condition.register in entries


def test_without_the_submission_nothing_is_compared_with_it() -> None:
    message = changed(changed(MATCH, 1, 10, "TRN00000000009"), 2, 18, "OTHER,NAME")
    assert response_faults(message) == ()


def test_every_reply_repeats_the_control_number_and_only_the_one_from_ident_is_asked_for_more() -> None:
    usual = iafis_sre(tcr="TRN00000000009", nam="OTHER,NAME").transaction()
    assert [fault.code for fault in response_faults(usual, BOOKING)] == [Code.TCR_DIFFERS]
    error = ERRT.amputated(2, **errt_rest() | {"tcr": "TRN00000000009"}).transaction()
    assert [fault.code for fault in response_faults(error, BOOKING)] == [Code.TCR_DIFFERS]


@pytest.mark.parametrize("kind", [Kind.CAR, Kind.IAFIS_SRE, Kind.ERRT])
def test_other_messages_are_not_held_to_them(kind: Kind) -> None:
    message = EXAMPLES[kind]
    assert isinstance(message, EbtsMessage)
    assert response_faults(message.transaction()) == ()


def test_layout_that_the_packet_leaves_open_is_let_pass() -> None:
    """C71 (one digit in 1.03), C74 (the IAR after the IDR), and the sample's verdict on the line of the first EID."""
    raw = write(told(MATCH, "MATCH ------\n", "MATCH -----"))
    for written, printed in ((b"1.03:1\x1f03", b"1.03:1\x1f3"), (b"2.018:", b"2.018: "), (b"1.08:", b"1.08: ")):
        assert written in raw
        raw = raw.replace(written, printed)
    assert response_faults(read(raw, strict=False), BOOKING) == ()


def test_what_two_checks_say_is_said_once() -> None:
    message = changed(MATCH, 2, 59, "Y")
    assert [fault.code for fault in all_faults(message)] == [Code.VALUE_NOT_ALLOWED]
    wrong = read(write(message).replace(b"1.01:1", b"1.01:9", 1), strict=False)
    assert [fault.code for fault in all_faults(wrong)] == [Code.LEN_WRONG, Code.VALUE_NOT_ALLOWED]


def test_places_do_not_depend_on_reading() -> None:
    message = told(MATCH, "EID = ", "E = ")
    faults: tuple[Fault, ...] = response_faults(message)
    assert faults == response_faults(read(write(message)))
    assert faults[0].offset > message.header.length


@pytest.mark.parametrize("name", ["match", "no-match", "error-date", "padded", "binary", "submission"])
def test_a_message_cut_off_anywhere_is_checked_all_the_same(name: str) -> None:
    data = (FIXTURES / f"{name}.ebts").read_bytes()
    for end in range(0, len(data), 7):
        message = read(data[:end], strict=False)
        found = all_faults(message, BOOKING)
        assert set(message.faults) <= set(found)
        assert all(0 <= fault.offset <= fault.offset + fault.length <= end for fault in found)
        what_it_tells(message)


def test_without_records_there_is_nothing_to_ask() -> None:
    assert response_faults(Transaction(())) == all_faults(Transaction(())) == ()
