from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interop_course.assessment import Answered, LearningRecord
from interop_course.assessment.review import WAITS, Review, due, in_review
from tests.assessment.exam import BEGUN, practised

DAY = timedelta(days=1)
MOMENT = timedelta(milliseconds=1)


def record(*answers: tuple[bool, timedelta], item: str = "step-4/who-asks") -> LearningRecord:
    return LearningRecord(answers=tuple(practised(item, right, BEGUN + after) for right, after in answers))


def the_review(*answers: tuple[bool, timedelta]) -> Review | None:
    found = in_review(record(*answers))
    return found[0] if found else None


def test_the_waits_are_a_day_a_week_and_a_month() -> None:
    assert [wait.days for wait in WAITS] == [1, 7, 30]


def test_what_was_never_missed_is_not_in_review() -> None:
    assert the_review((True, 0 * DAY), (True, 9 * DAY)) is None


@pytest.mark.parametrize(("since", "is_due"), [(0 * DAY, False), (DAY - MOMENT, False), (DAY, True), (90 * DAY, True)])
def test_what_was_missed_is_due_a_day_later(since: timedelta, is_due: bool) -> None:
    assert bool(due(record((False, 0 * DAY)), BEGUN + since)) is is_due


@pytest.mark.parametrize(
    ("rights", "step", "due_on"),
    [([], 0, 1), ([1], 1, 8), ([1, 8], 2, 38), ([3, 12], 2, 42), ([1, 8, 38], None, None), ([1, 8, 50], None, None)],
)
def test_each_right_answer_when_due_moves_it_on_until_it_is_learned(
    rights: list[int], step: int | None, due_on: int | None
) -> None:
    found = the_review((False, 0 * DAY), *((True, day * DAY) for day in rights))
    if step is None or due_on is None:
        assert found is None
    else:
        assert found == Review("step-4/who-asks", BEGUN + due_on * DAY, step, sure=False)


def test_a_right_answer_before_it_is_due_changes_nothing() -> None:
    missed = the_review((False, 0 * DAY))
    assert the_review((False, 0 * DAY), (True, timedelta(seconds=20)), (True, DAY - MOMENT)) == missed
    once = the_review((False, 0 * DAY), (True, DAY))
    assert the_review((False, 0 * DAY), (True, DAY), (True, 2 * DAY)) == once


def test_a_wrong_answer_starts_over_whenever_it_comes() -> None:
    assert the_review((False, 0 * DAY), (True, DAY), (True, 8 * DAY), (False, 20 * DAY)) == Review(
        "step-4/who-asks", BEGUN + 21 * DAY, step=0, sure=False
    )
    learned = ((False, 0 * DAY), (True, DAY), (True, 8 * DAY), (True, 38 * DAY))
    found = the_review(*learned, (False, 40 * DAY))
    assert found is not None
    assert (found.due, found.step) == (BEGUN + 41 * DAY, 0)


def test_sure_and_wrong_comes_first_then_what_is_due_longest_then_the_id() -> None:
    answers = (
        practised("step-4/b", False, BEGUN, confidence="guess"),
        practised("step-4/a", False, BEGUN),
        practised("step-4/c", False, BEGUN - DAY, confidence="think"),
        practised("step-4/z", False, BEGUN + 3 * DAY, confidence="sure"),
        practised("step-4/y", False, BEGUN + 2 * DAY, confidence="sure"),
    )
    order = [review.item for review in in_review(LearningRecord(answers=answers))]
    assert order == ["step-4/y", "step-4/z", "step-4/c", "step-4/a", "step-4/b"]


def test_the_confidence_of_the_latest_wrong_answer_counts() -> None:
    first = practised("step-4/a", False, BEGUN, confidence="sure")
    second = practised("step-4/a", False, BEGUN + DAY, confidence="guess")
    assert [review.sure for review in in_review(LearningRecord(answers=(first,)))] == [True]
    assert [review.sure for review in in_review(LearningRecord(answers=(first, second)))] == [False]
    right = practised("step-4/a", True, BEGUN + DAY, confidence="guess")
    assert [review.sure for review in in_review(LearningRecord(answers=(first, right)))] == [True]


def test_a_final_and_what_nobody_graded_do_not_count() -> None:
    in_final = practised("step-4/a", False, BEGUN, sitting="00c0ffee")
    ungraded = Answered(item="step-4/b", given=("a",), right=None, at=BEGUN)
    assert in_review(LearningRecord(answers=(in_final, ungraded))) == ()


def test_a_parametrised_item_is_one_item_whatever_its_numbers() -> None:
    missed = practised("step-4/a", False, BEGUN, seed=1)
    right = practised("step-4/a", True, BEGUN + DAY, seed=5)
    [review] = in_review(LearningRecord(answers=(missed, right)))
    assert review.step == 1


@given(st.lists(st.tuples(st.sampled_from("ab"), st.booleans(), st.integers(0, 50)), max_size=12), st.integers(0, 90))
def test_what_is_due_is_what_is_in_review_and_due(answers: list[tuple[str, bool, int]], day: int) -> None:
    kept = LearningRecord(
        answers=tuple(practised(f"step-4/{item}", right, BEGUN + at * DAY) for item, right, at in answers)
    )
    now: datetime = BEGUN + day * DAY
    assert due(kept, now) == tuple(review for review in in_review(kept) if review.due <= now)
    for review in in_review(kept):
        last_missed = max(each.at for each in kept.answers if each.item == review.item and not each.right)
        assert last_missed + WAITS[0] <= review.due
