"""Every rule of every profile shown to notice what it is for, in its place, and to let a good message pass."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from profile_cases import DAY, good, rule_of, spoiled, whole
from wire_cases import FAULTY, fixture

from interop_course.packet import REGISTER, cite
from interop_course.wire import (
    PROFILES,
    Code,
    Fault,
    FieldRule,
    Profile,
    Record,
    Severity,
    Transaction,
    UnknownProfile,
    Use,
    profile,
    read,
    record,
    transaction,
    validate,
    with_field,
    write,
)
from interop_course.wire.facts import EBTS
from interop_course.wire.sentences import SENTENCES

ALL = [(each, rule) for each in PROFILES.values() for of_record in each.records for rule in of_record.fields]


def table(*besides: str, unless: Callable[[FieldRule], bool] = lambda rule: False) -> pytest.MarkDecorator:
    """Each rule of each profile, but for those of some fields and those that have something."""
    rows = [(each, rule) for each, rule in ALL if rule.tag not in (*LENGTHS, *besides) and not unless(rule)]
    return pytest.mark.parametrize(("each", "rule"), rows, ids=[f"{each.tot}-{rule.tag}" for each, rule in rows])


def is_image(rule: FieldRule) -> bool:
    return rule.fact.characters == "B"


LENGTHS = ("1.01", "2.001", "10.001", "14.001")
"""Fields LEN, which are for reading to check."""

OF_READING = ("1.03", "2.002", "10.002", "14.002")
"""That these are there is for reading to say."""


def found(message: Transaction) -> list[Fault]:
    """What validation finds, but for the open point that the whole SRE holds on purpose."""
    return [fault for fault in validate(message) if fault.code is not Code.FIELD_OPEN]


@pytest.mark.parametrize("each", PROFILES.values(), ids=PROFILES)
def test_a_message_with_every_field_is_good(each: Profile) -> None:
    assert found(whole(each)) == []
    assert read(write(whole(each)), strict=False).faults == ()


@table(*OF_READING)
def test_a_field_that_is_missing(each: Profile, rule: FieldRule) -> None:
    message = spoiled(whole(each), rule, None)
    wanted = {Use.MANDATORY: Code.FIELD_MISSING, Use.LEFT_OUT: Code.FIELDS_LEFT_OUT}.get(rule.use)
    faults = found(message)
    if wanted is None:
        assert faults == []
        return
    [fault] = faults
    assert (fault.code, fault.field, fault.length) == (wanted, rule.tag, 0)
    if rule.tag != "1.04":
        assert fault.source == rule.source
    assert rule.tag in fault.sentence
    assert fault.record is not None
    before = message.records[: fault.record + 1]
    assert sum(each.length for each in before[:-1]) < fault.offset < sum(each.length for each in before)


@table()
def test_a_value_that_is_too_long_or_too_short(each: Profile, rule: FieldRule) -> None:
    letter = b"A" if set(rule.fact.characters) & set("AB") else b"0"
    unit = "byte" if is_image(rule) else "character"
    for size in (rule.least - 1, None if rule.most is None else rule.most + 1):
        if size is None:
            continue
        short = size < rule.least
        message = spoiled(whole(each), rule, letter * size)
        code = Code.VALUE_NOT_ALLOWED if rule.values else Code.NOT_A_DATE if rule.date else None
        if rule.tag == "1.04":
            code = Code.NO_PROFILE
        [fault] = [each for each in found(message) if each.field == rule.tag and each.code is not Code.VALUES_FEW]
        assert fault.code is (code or (Code.VALUE_SHORT if short else Code.VALUE_LONG))
        assert fault.length == size
        assert write(message)[fault.offset : fault.offset + size] == letter * size
        if code is None:
            assert fault.found == f"{size} {unit}{'' if size == 1 else 's'}"
            assert fault.expected == ("1 byte" if unit == "byte" else str(rule.least if short else rule.most))
            assert fault.source == EBTS


@table("1.04", unless=lambda rule: rule.many is None or is_image(rule))
def test_too_many_values(each: Profile, rule: FieldRule) -> None:
    value = good(rule, each)
    assert isinstance(value, str)
    assert rule.many is not None
    message = spoiled(whole(each), rule, b"\x1e".join([value.encode()] * (rule.many + 2)))
    [fault] = [fault for fault in found(message) if fault.field == rule.tag]
    assert (fault.code, fault.found, fault.expected, fault.source) == (
        Code.VALUES_MANY, f"{rule.many + 2} values", str(rule.many), EBTS,
    )  # fmt: skip
    rest = b"\x1e".join([value.encode()] * 2)
    assert write(message)[fault.offset : fault.offset + fault.length] == rest


@table("1.03", "1.04", unless=lambda rule: is_image(rule) or rule.date or bool(rule.values))
def test_a_character_that_may_not_stand_there(each: Profile, rule: FieldRule) -> None:
    kinds = rule.fact.characters
    bad = b"\x07" if kinds == "ANS" else b"1" if kinds == "AS" else {"N": b"A", "A": b"1"}.get(kinds, b"~")
    value = good(rule, each)
    assert isinstance(value, str)
    message = spoiled(whole(each), rule, value.encode()[:-1] + bad)
    [fault] = [fault for fault in found(message) if fault.field == rule.tag]
    assert (fault.code, fault.length) == (Code.VALUE_CHARACTERS, 1)
    assert write(message)[fault.offset : fault.offset + 1] == bad


def test_field_1_03_must_list_a_record() -> None:
    message = spoiled(whole(profile("SRE")), rule_of("SRE", "1.03"), b"1\x1f00")
    [fault] = found(message)
    assert (fault.code, fault.found, fault.expected) == (Code.VALUES_FEW, "1 value", "2")


@pytest.mark.parametrize(
    ("tot", "drop", "add", "code", "words"),
    [
        ("SRE", 2, {}, Code.RECORDS_FEW, "This message has no Type-2 record; an SRE has at least 1."),
        ("CAR", 14, {}, Code.RECORDS_FEW, "This message has no Type-4 or Type-14 record; a CAR has at least 1."),
        ("ERRT", 0, {2: 1}, Code.RECORDS_MANY, "This message has 2 Type-2 records; an ERRT has at most 1."),
        ("SRE", 0, {10: 5}, Code.RECORDS_MANY, "This message has 6 Type-10 records; an SRE has at most 5."),
        ("CAR", 0, {10: 4}, Code.RECORDS_MANY, "This message has 5 Type-10 records; a CAR has at most 4."),
        (
            "CAR", 0, {14: 14}, Code.RECORDS_MANY,
            "This message has 15 Type-4 or Type-14 records; a CAR has at most 14.",
        ),
        ("CAR", 0, {15: 9}, Code.RECORDS_MANY, "This message has 9 Type-15 records; a CAR has at most 8."),
        ("CAR", 0, {13: 3}, Code.RECORDS_MANY, "This message has 3 Type-7 or Type-13 records; a CAR has at most 2."),
        ("ERRT", 0, {10: 1}, Code.RECORD_NOT_LISTED, "An ERRT has no Type-10 record."),
        ("SRE", 0, {14: 1}, Code.RECORD_NOT_LISTED, "An SRE has no Type-14 record."),
    ],
)  # fmt: skip
def test_records_that_are_too_few_or_too_many(tot: str, drop: int, add: dict[int, int], code: Code, words: str) -> None:
    kept = [each for each in whole(profile(tot)).records if each.type != drop]
    car = {each.type: each for each in whole(profile("CAR")).records}
    kept += [car.get(type, record(type, [(2, "09")])) for type, count in add.items() for _ in range(count)]
    message = Transaction(tuple(kept))
    faults = [fault for fault in found(message) if fault.field is None]
    assert {(fault.code, fault.sentence) for fault in faults} == {(code, words)}
    for fault in faults:
        assert fault.record is not None
        assert fault.source == EBTS or cite(fault.source)
        if code is not Code.RECORDS_FEW:
            assert write(message)[fault.offset :].startswith(message.records[fault.record].raw)


def test_a_field_that_the_profile_does_not_list() -> None:
    message = whole(profile("ERRT"))
    header, body = message.records
    message = transaction(header, with_field(with_field(body, 59, "N"), 777, "AN AGENCY'S OWN"))
    [remark] = found(message)
    assert (remark.code, remark.field, remark.severity) == (Code.FIELD_NOT_LISTED, "2.059", Severity.REMARK)
    assert remark.sentence == "Field 2.059 is not one that an ERRT has."


def test_what_the_packet_leaves_open_is_a_remark_that_names_the_register() -> None:
    [remark] = [fault for fault in validate(whole(profile("SRE"))) if fault.code is Code.FIELD_OPEN]
    assert (remark.field, remark.register, remark.severity) == ("2.060", "C75", Severity.REMARK)
    assert "C75" in remark.sentence
    assert remark.register in {entry.id for entry in REGISTER}


def test_the_body_that_the_course_leaves_out_is_one_remark() -> None:
    message = whole(profile("CAR"))
    for number in (25, 27, 29, 31, 32):
        message = spoiled(message, rule_of("CAR", f"2.{number:03}"), None)
    [remark] = found(message)
    assert remark.severity is Severity.REMARK
    assert "2.025, 2.027, 2.029, 2.031 and 2.032" in remark.sentence


@pytest.mark.parametrize("name", FAULTY)
def test_validation_adds_nothing_to_what_reading_says_of_the_samples(name: str) -> None:
    assert validate(read(fixture(name), strict=False)) == ()


@pytest.mark.parametrize("value", ["2008731", "20080230", "20101301", "2010-3-1", ""])
def test_a_date_is_eight_digits_of_a_day_that_is(value: str) -> None:
    of_date = rule_of("SRE", "1.05")
    [fault] = found(spoiled(whole(profile("SRE")), of_date, value.encode()))
    assert (fault.code, fault.field, fault.found) == (Code.NOT_A_DATE, "1.05", value or "empty")
    assert not found(spoiled(whole(profile("SRE")), of_date, DAY.encode()))


def test_a_space_at_the_ends_counts_for_nothing_and_one_inside_does() -> None:
    agency = rule_of("SRE", "2.073")
    assert found(spoiled(whole(profile("SRE")), agency, b" XA0010000 ")) == []
    [fault] = found(spoiled(whole(profile("SRE")), agency, b" XA 10000"))
    message = spoiled(whole(profile("SRE")), agency, b" XA 10000")
    assert (fault.code, write(message)[fault.offset - 2 : fault.offset + 2]) == (Code.VALUE_CHARACTERS, b"XA 1")


def test_every_kind_of_fault_has_a_sentence() -> None:
    assert set(SENTENCES) == {code.value for code in Code}
    assert all(sentence.endswith(".") for sentence in SENTENCES.values())


def test_the_place_of_a_value_after_others() -> None:
    message = spoiled(whole(profile("CAR")), rule_of("CAR", "2.014"), b"A1\x1eB2\x1eTOOLONGNUMBER\x1eC3")
    [fault] = found(message)
    assert (fault.code, fault.found) == (Code.VALUE_LONG, "13 characters")
    assert write(message)[fault.offset : fault.offset + fault.length] == b"TOOLONGNUMBER"


def test_a_type_of_transaction_without_a_profile() -> None:
    message = transaction(record(1, [("TOT", "XYZ")]), record(2, []))
    [remark] = validate(message)
    assert (remark.code, remark.found, remark.severity) == (Code.NO_PROFILE, "XYZ", Severity.REMARK)
    with pytest.raises(UnknownProfile, match="CAR, SRE, ERRT"):
        profile("XYZ")
    [fault, *_] = [each for each in validate(message, profile("ERRT")) if each.field == "1.04"]
    assert (fault.code, fault.expected) == (Code.VALUE_NOT_ALLOWED, "ERRT")


@pytest.mark.parametrize(
    "message",
    [Transaction(()), Transaction((Record(0, b"junk"),)), Transaction((Record(2, b"2.001:8\x1c"),))],
    ids=["empty", "stray", "no header"],
)
def test_without_a_header_there_is_nothing_to_hold_it_to(message: Transaction) -> None:
    assert validate(message) == ()


def test_a_header_that_does_not_say_what_the_message_is() -> None:
    [fault] = validate(transaction(record(1, [("VER", "0201")])))
    assert (fault.code, fault.field) == (Code.FIELD_MISSING, "1.04")


def test_places_are_the_same_whether_read_or_built() -> None:
    body = [(18, "A1"), (59, "Z")]
    built = transaction(record(1, [("TOT", "SRE")]), record(2, body), record(10, [(999, b"\x1c\x1d")]))
    assert validate(built) == validate(read(write(built)))
    assert len(validate(built)) > 10
