import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from interop_course.assessment import (
    Answer,
    Answered,
    CorruptRecord,
    DifferentNames,
    LearningRecord,
    NewerRecord,
    grade,
)
from tests.assessment.conftest import MakeItem

EVENING = datetime(2010, 3, 1, 21, 10, tzinfo=UTC)


def answered(item: str = "step-4/who-asks", chosen: str = "b", minute: int = 0, right: bool = True) -> Answered:
    return Answered(item=item, chosen=tuple(chosen), right=right, at=EVENING + timedelta(minutes=minute))


def with_time(at: str) -> str:
    """A stored record with one answer, given at this time."""
    entry = {"item": "step-4/who-asks", "chosen": ["b"], "right": True, "at": at}
    return json.dumps({"version": 1, "answers": [entry]})


records = st.builds(
    LearningRecord,
    name=st.none(),
    answers=st.lists(
        st.builds(
            answered,
            item=st.sampled_from(["step-4/who-asks", "authority/hold"]),
            chosen=st.sampled_from(["", "a", "b", "ab"]),
            minute=st.integers(0, 3),
            right=st.booleans(),
        ),
        max_size=6,
    ).map(tuple),
)


def test_an_answer_is_recorded_with_what_grading_said(make_item: MakeItem) -> None:
    mark = grade(make_item(), Answer.of("c", "a"))
    entry = Answered.of(mark, at=EVENING)
    assert (entry.item, entry.chosen, entry.right, entry.at) == ("step-4/who-asks", ("a", "c"), False, EVENING)


def test_a_record_grows_by_new_values_and_stays_in_order_of_time() -> None:
    empty = LearningRecord()
    record = empty.with_answer(answered(minute=5)).with_answer(answered(minute=1, right=False))
    assert empty.answers == ()
    assert [entry.at.minute for entry in record.answers] == [11, 15]


@given(records)
def test_a_record_comes_back_from_its_text_as_it_was(record: LearningRecord) -> None:
    assert LearningRecord.from_json(record.to_json()) == record
    assert LearningRecord.from_json(record.to_json().encode()) == record


@given(records, records, records)
def test_merging_loses_nothing_and_does_not_depend_on_order(
    one: LearningRecord, two: LearningRecord, three: LearningRecord
) -> None:
    merged = one.merged(two)
    assert set(merged.answers) == set(one.answers) | set(two.answers)
    assert merged == two.merged(one)
    assert merged.merged(merged) == merged
    assert merged.merged(three) == one.merged(two.merged(three))


def test_one_moment_told_in_two_time_zones_is_one_answer() -> None:
    here = EVENING.astimezone(timezone(timedelta(hours=-5)))
    there = Answered(item="step-4/who-asks", chosen=("b",), right=True, at=here)
    assert LearningRecord(answers=(there, answered())).answers == (answered(),)
    assert LearningRecord(answers=(there,)).to_json() == LearningRecord(answers=(answered(),)).to_json()


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValidationError, match="timezone"):
        Answered(item="step-4/who-asks", chosen=("b",), right=True, at=datetime(2010, 3, 1))


def test_names_are_kept_where_they_agree() -> None:
    named = LearningRecord(name="Desk 4")
    assert named.merged(LearningRecord()).name == "Desk 4"
    assert LearningRecord().merged(named).name == "Desk 4"
    assert named.merged(named).name == "Desk 4"


def test_two_names_are_merged_only_under_a_name_that_is_passed() -> None:
    one, two = LearningRecord(name="Desk 4"), LearningRecord(name="Desk 5")
    with pytest.raises(DifferentNames, match="'Desk 4' and 'Desk 5'"):
        two.merged(one)
    assert one.merged(two, name="Desk 5").name == "Desk 5"


@pytest.mark.parametrize(
    "name",
    [
        "123-45-6789",
        "123456789",
        "123 45 6789",
        "SAMPLE 123.45.6789",
        "A123456789",
        "A-12 345 678",
        "a1234567",
        "A# 1 2 3 4 5 6 7",
        "1a2b3c4d5e6f7",
        "١٢٣٤٥٦٧",
    ],
)
def test_a_name_that_may_hold_a_personal_number_is_refused(name: str) -> None:
    with pytest.raises(ValidationError, match="Social Security number"):
        LearningRecord(name=name)
    with pytest.raises(ValidationError, match="Social Security number"):
        LearningRecord().named(name)


@pytest.mark.parametrize("name", ["Desk 4", "SAMPLE,ALEX", "Class of 2010", "Zoë Beispiel", "Badge 123456", "Å"])
def test_an_ordinary_display_name_is_taken(name: str) -> None:
    assert LearningRecord().named(f" {name} ").name == name


@pytest.mark.parametrize("name", ["", "  ", "two\nlines", "bell\a", "x" * 61, "line\u2028end"])
def test_a_name_that_is_not_one_short_line_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        LearningRecord(name=name)


def test_a_name_can_be_taken_off() -> None:
    assert LearningRecord(name="Desk 4").named(None).name is None


def test_no_other_text_of_a_record_takes_a_personal_number() -> None:
    with pytest.raises(ValidationError, match="Social Security number"):
        answered(item="step-4/a123456789")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not a learning record"),
        ("{", "not a learning record"),
        ("[]", "states no version"),
        ("{}", "states no version"),
        ("null", "states no version"),
        ('{"version": true}', "states no version"),
        ('{"version": "1"}', "states no version"),
        ('{"version": 0}', "version"),
        ('{"version": 1, "answers": 7}', "answers"),
        ('{"version": 1, "ssn": "x"}', "ssn"),
        ('{"version": 1, "name": "123-45-6789"}', "Social Security number"),
        (b"\xff\xfe", "not a learning record"),
        ("[" * 100_000, "not a learning record"),
        (with_time("0001-01-01T00:00:00+14:00"), "first or after the last day"),
        (with_time("9999-12-31T23:59:59-14:00"), "first or after the last day"),
        (with_time("2010-03-01T21:10:00"), "timezone"),
    ],
)
def test_text_that_is_no_record_is_refused(text: str | bytes, said: str) -> None:
    with pytest.raises(CorruptRecord, match=said):
        LearningRecord.from_json(text)


@given(st.text() | st.binary() | st.from_regex(r'\{"version": 1, "(name|answers)": .*\}'))
def test_any_text_is_a_record_or_is_refused(text: str | bytes) -> None:
    try:
        record = LearningRecord.from_json(text)
    except (CorruptRecord, NewerRecord):
        return
    assert LearningRecord.from_json(record.to_json()) == record


def test_a_record_cut_short_anywhere_is_refused() -> None:
    text = LearningRecord(name="Desk 4", answers=(answered(),)).to_json().rstrip()
    for end in range(len(text)):
        with pytest.raises(CorruptRecord):
            LearningRecord.from_json(text[:end])


def test_a_record_of_a_later_version_is_told_from_a_corrupt_one() -> None:
    text = json.dumps({"version": 2, "answers": [], "confidence": {}})
    with pytest.raises(NewerRecord, match="version 2; this course reads versions up to 1"):
        LearningRecord.from_json(text)
