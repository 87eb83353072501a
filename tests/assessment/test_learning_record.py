import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from interop_course.assessment import Answered, CorruptRecord, DifferentNames, LearningRecord, NewerRecord, grade
from interop_course.assessment.errors import UnkeepableAnswer
from interop_course.assessment.record import LARGEST
from interop_course.assessment.record_parts import Confidence, Drawn, PageRead, Sitting
from tests.assessment.exam import a_question

EVENING = datetime(2010, 3, 1, 21, 10, tzinfo=UTC)


def answered(
    item: str = "step-4/who-asks",
    given: str = "b",
    minute: int = 0,
    right: bool | None = True,
    confidence: Confidence | None = None,
    sitting: str | None = None,
) -> Answered:
    return Answered(
        item=item,
        given=tuple(given),
        right=right,
        confidence=confidence,
        at=EVENING + timedelta(minutes=minute),
        sitting=sitting,
    )


def sitting(id: str = "00c0ffee", seed: int = 7, ended: int | None = 30, item: str = "step-4/who-asks") -> Sitting:
    return Sitting(
        id=id,
        seed=seed,
        course="0.2.0",
        content="0123456789abcdef",
        started=EVENING,
        ended=None if ended is None else EVENING + timedelta(minutes=ended),
        draw=(Drawn(item=item), Drawn(item="step-4/how-many", seed=3)),
    )


def with_time(at: str) -> str:
    """A stored record with one answer, given at this time."""
    entry = {"item": "step-4/who-asks", "given": ["b"], "right": True, "at": at}
    return json.dumps({"version": 2, "answers": [entry]})


answers = st.builds(
    answered,
    item=st.sampled_from(["step-4/who-asks", "authority/hold"]),
    given=st.sampled_from(["", "a", "b", "ab"]),
    minute=st.integers(0, 3),
    right=st.sampled_from([True, False, None]),
    confidence=st.sampled_from([None, "guess", "sure"]),
    sitting=st.sampled_from([None, "00c0ffee"]),
)
sittings = st.builds(
    sitting,
    id=st.sampled_from(["00c0ffee", "12345678"]),
    seed=st.integers(0, 2),
    ended=st.sampled_from([None, 10, 20]),
    item=st.sampled_from(["step-4/who-asks", "authority/hold"]),
)
pages = st.builds(
    PageRead,
    page=st.sampled_from(["start", "step-4-match"]),
    at=st.integers(0, 3).map(lambda minute: EVENING + timedelta(minutes=minute)),
)
records = st.builds(
    LearningRecord,
    name=st.none(),
    answers=st.lists(answers, max_size=6).map(tuple),
    sittings=st.lists(sittings, max_size=4).map(tuple),
    read=st.lists(pages, max_size=4).map(tuple),
)


def test_an_answer_is_recorded_with_what_grading_said() -> None:
    mark = grade(a_question("step-4/who-asks", "process"), ["c", "a"])
    entry = Answered.of(mark, EVENING, confidence="sure", seconds=12, sitting="00c0ffee")
    assert (entry.item, entry.given, entry.right, entry.at) == ("step-4/who-asks", ("a", "c"), False, EVENING)
    assert (entry.seed, entry.confidence, entry.seconds, entry.sitting) == (None, "sure", 12, "00c0ffee")


def test_a_record_grows_by_new_values_and_stays_in_order_of_time() -> None:
    empty = LearningRecord()
    record = empty.with_answer(answered(minute=5)).with_answer(answered(minute=1, right=False))
    assert empty.answers == ()
    assert [entry.at.minute for entry in record.answers] == [11, 15]
    earlier = record.with_answer(answered("step-4/z", minute=0))
    assert earlier.answers[0].item == "step-4/z"


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
    assert {each.id for each in merged.sittings} == {each.id for each in (*one.sittings, *two.sittings)}
    assert {each.page for each in merged.read} == {each.page for each in (*one.read, *two.read)}
    assert merged == two.merged(one)
    assert merged.merged(merged) == merged
    assert merged.merged(three) == one.merged(two.merged(three))


@given(records)
def test_merging_with_nothing_or_with_itself_changes_nothing(record: LearningRecord) -> None:
    assert record.merged(LearningRecord()) == record.merged(record) == record


def test_of_two_copies_of_a_sitting_the_ended_one_stays_and_of_two_ended_ones_the_first() -> None:
    left_open, early, late = sitting(ended=None), sitting(ended=10), sitting(ended=20)
    for first, second in ((left_open, late), (late, left_open)):
        assert LearningRecord(sittings=(first, second)).sittings == (late,)
    assert LearningRecord(sittings=(late, left_open)).with_sitting(early).sittings == (early,)


def test_sittings_and_pages_stand_in_the_order_of_time() -> None:
    page, again = PageRead(page="start", at=EVENING), PageRead(page="start", at=EVENING + timedelta(hours=1))
    record = LearningRecord(sittings=(sitting("bbbbbbbb"), sitting("aaaaaaaa")), read=(again,)).with_page(page)
    assert [each.id for each in record.sittings] == ["aaaaaaaa", "bbbbbbbb"]
    assert record.read == (page,)
    before = PageRead(page="step-4-match", at=EVENING - timedelta(hours=1))
    assert record.with_page(before).read == (before, page)


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "00C0FFEE"},
        {"id": "00c0ffe"},
        {"seed": -1},
        {"seed": 2**32},
        {"seed": 7.5},
        {"course": ""},
        {"course": "123-45-6789"},
        {"content": "0123"},
        {"draw": []},
        {"draw": [{"item": "step-4/who-asks"}] * 501},
        {"draw": [{"item": "step-4/a123456789"}]},
        {"note": "x"},
    ],
)
def test_a_sitting_that_is_none_is_refused(changes: dict[str, object]) -> None:
    raw = json.loads(sitting().model_dump_json())
    assert Sitting.model_validate(raw) == sitting()
    with pytest.raises(ValidationError):
        Sitting.model_validate(raw | changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"given": "b"},
        {"given": [1]},
        {"given": ["x" * 41]},
        {"given": ["a"] * 13},
        {"right": "true"},
        {"right": 1},
        {"confidence": "very"},
        {"seconds": -1},
        {"seconds": 1.5},
        {"seed": "1"},
        {"sitting": "x"},
        {"item": "no stroke"},
        {"chosen": ["b"]},
    ],
)
def test_an_answer_that_is_none_is_refused(changes: dict[str, object]) -> None:
    raw = json.loads(answered().model_dump_json())
    assert Answered.model_validate(raw) == answered()
    with pytest.raises(ValidationError):
        Answered.model_validate(raw | changes)


def test_one_moment_told_in_two_time_zones_is_one_answer() -> None:
    here = EVENING.astimezone(timezone(timedelta(hours=-5)))
    there = Answered(item="step-4/who-asks", given=("b",), right=True, at=here)
    assert LearningRecord(answers=(there, answered())).answers == (answered(),)
    assert LearningRecord(answers=(there,)).to_json() == LearningRecord(answers=(answered(),)).to_json()


def test_times_are_kept_and_written_as_a_page_writes_them() -> None:
    at = EVENING.replace(second=5, microsecond=123_999)
    entry = Answered(item="step-4/who-asks", given=("b",), right=True, at=at)
    assert entry.at.microsecond == 123_000
    assert json.loads(entry.model_dump_json())["at"] == "2010-03-01T21:10:05.123Z"
    assert json.loads(answered().model_dump_json())["at"] == "2010-03-01T21:10:00.000Z"
    assert entry.model_dump()["at"] == entry.at


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValidationError, match="timezone"):
        Answered(item="step-4/who-asks", given=("b",), right=True, at=datetime(2010, 3, 1))


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
    with pytest.raises(ValidationError, match="Social Security number"):
        Answered(item="step-4/how-many", given=("1234567", "people"), right=False, at=EVENING)
    with pytest.raises(ValidationError, match="Social Security number"):
        PageRead(page="a123456789", at=EVENING)


def test_a_graded_answer_that_may_not_be_kept_says_so() -> None:
    mark = grade(a_question("step-4/who-asks", "process"), ["b"]).model_copy(update={"given": ("123456789", "people")})
    with pytest.raises(UnkeepableAnswer, match=r"step-4/who-asks was marked and not kept: .*9 digits"):
        Answered.of(mark, EVENING)


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
        ('{"version": 1, "answers": [7]}', "answers"),
        ('{"version": 1, "answers": [{"item": "step-4/who-asks", "chosen": 7}]}', "given"),
        ('{"version": 1, "ssn": "x"}', "ssn"),
        ('{"version": 2, "ssn": "x"}', "ssn"),
        ('{"version": 2, "name": "123-45-6789"}', "Social Security number"),
        ('{"version": 2, "sittings": [{}]}', "sittings"),
        ('{"version": 2, "read": [{"page": "../x", "at": "2010-03-01T21:10:00Z"}]}', "page"),
        (" " * (LARGEST + 1), "larger than 8 MB"),
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


@given(st.text() | st.binary() | st.from_regex(r'\{"version": [12], "(name|answers|sittings|read)": .*\}'))
def test_any_text_is_a_record_or_is_refused(text: str | bytes) -> None:
    try:
        record = LearningRecord.from_json(text)
    except (CorruptRecord, NewerRecord):
        return
    assert LearningRecord.from_json(record.to_json()) == record


def test_a_record_cut_short_anywhere_is_refused() -> None:
    whole = LearningRecord(name="Desk 4", answers=(answered(),), sittings=(sitting(),))
    text = whole.to_json().rstrip()
    for end in range(len(text)):
        with pytest.raises(CorruptRecord):
            LearningRecord.from_json(text[:end])


def test_a_record_of_a_later_version_is_told_from_a_corrupt_one() -> None:
    text = json.dumps({"version": 3, "answers": [], "badges": {}})
    with pytest.raises(NewerRecord, match="version 3; this course reads versions up to 2"):
        LearningRecord.from_json(text)


def test_a_record_of_the_first_version_is_read_without_loss() -> None:
    old = {
        "version": 1,
        "name": "Desk 4",
        "answers": [
            {"item": "step-4/who-asks", "chosen": ["c", "a", "c"], "right": False, "at": "2010-03-01T21:10:00Z"},
            {"item": "step-4/who-asks", "chosen": [], "right": False, "at": "2010-03-01T21:10:00.000001Z"},
            {"item": "authority/hold", "chosen": ["b"], "right": True, "at": "2010-03-01T22:10:00+01:00"},
        ],
    }
    record = LearningRecord.from_json(json.dumps(old))
    assert (record.version, record.name, record.sittings, record.read) == (2, "Desk 4", (), ())
    assert set(record.answers) == {
        answered(given="ac", right=False),
        answered(given="", right=False),
        answered(item="authority/hold", given="b"),
    }
    assert LearningRecord.from_json(record.to_json()) == record
    assert LearningRecord.from_json('{"version": 1}') == LearningRecord()
