from datetime import datetime, timedelta
from typing import Any

import pytest

from interop_course.assessment import Answered, LearningRecord
from interop_course.assessment.record_parts import Drawn, PageRead, Sitting
from interop_course.assessment.verify import CANNOT_PROVE, PROVES, Verification
from interop_course.assessment.verify import verify as verify_
from tests.assessment.exam import BEGUN, COURSE, LATER, PLAN, SMALL, begun, practised, taken

PROCESS = "step-4/process-a"


def verify(record: LearningRecord, now: datetime = LATER) -> Verification:
    return verify_(record, now=now, bank=SMALL, blueprint=PLAN, course=COURSE)


def graded(record: LearningRecord, right: bool = True) -> LearningRecord:
    """The record with what grading said written to its answers."""
    return record.model_copy(
        update={"answers": tuple(each.model_copy(update={"right": right}) for each in record.answers)}
    )


def with_answer(record: LearningRecord, **changes: Any) -> LearningRecord:
    """The record with one more answer to the first question of its only sitting."""
    [sitting] = record.sittings
    values = {
        "item": sitting.draw[0].item,
        "given": ("b",),
        "right": None,
        "at": BEGUN + timedelta(minutes=3),
        "sitting": sitting.id,
    }
    return record.with_answer(Answered(**values | changes))


def test_a_record_that_the_course_wrote_has_no_faults() -> None:
    record = (
        graded(taken(begun())).with_answer(practised(PROCESS, False, BEGUN)).with_page(PageRead(page="start", at=BEGUN))
    )
    found = verify(record)
    assert (found.faults, found.unchecked) == ((), ())
    assert (found.answers, found.checked) == (11, 11)
    assert (found.course, len(found.content)) == (COURSE, 16)
    assert [result.right for result in found.results] == [10]
    assert found.passed
    assert found.minutes == 20


def test_an_empty_record_has_nothing_to_find() -> None:
    found = verify(LearningRecord())
    assert (found.faults, found.unchecked, found.results, found.passed, found.minutes) == ((), (), (), False, 0)


def test_what_nobody_graded_is_marked_and_no_fault() -> None:
    assert verify(taken(begun())).faults == ()


SITTING = begun()
FOREIGN = Sitting.model_validate(begun(seed=8).model_dump() | {"seed": 9})
FAULTY = {
    "a mark that is not the mark": (
        LearningRecord(answers=(practised(PROCESS, True, BEGUN).model_copy(update={"right": False}),)),
        "the record says it is not right, and it is right",
    ),
    "a mark that boasts": (
        LearningRecord(answers=(practised(PROCESS, False, BEGUN).model_copy(update={"right": True}),)),
        "the record says it is right, and it is not right",
    ),
    "an option that there is not": (
        LearningRecord(answers=(Answered(item=PROCESS, given=("q",), right=False, at=BEGUN),)),
        "has no option 'q'",
    ),
    "a draw that its seed does not make": (taken(FOREIGN), "not those that its seed 9 draws"),
    "a draw in another order": (
        taken(SITTING.model_copy(update={"draw": SITTING.draw[::-1]})),
        "not those that its seed 7 draws",
    ),
    "an end before the beginning": (
        LearningRecord(sittings=(begun(minutes=-5),)),
        "ended before it began",
    ),
    "a final tomorrow": (LearningRecord(sittings=(begun(at=LATER + timedelta(hours=1)),)), "lies in the future"),
    "an end tomorrow": (LearningRecord(sittings=(begun(minutes=60 * 48),)), "lies in the future"),
    "an answer tomorrow": (
        LearningRecord(answers=(practised(PROCESS, True, LATER + timedelta(seconds=1)),)),
        "lies in the future",
    ),
    "a final that is not there": (
        LearningRecord(answers=(practised(PROCESS, True, BEGUN, sitting="0badf00d"),)),
        "names final 0badf00d, which the record does not have",
    ),
    "a question that was not drawn": (
        with_answer(
            taken(SITTING),
            item=next(i.id for i in SMALL.items if Drawn(item=i.id) not in SITTING.draw),
        ),
        "answers a question that final 00c0ffee did not draw",
    ),
    "an answer before the beginning": (
        with_answer(taken(SITTING), at=BEGUN - timedelta(minutes=1)),
        "before final 00c0ffee began",
    ),
    "an answer after the end": (
        with_answer(taken(SITTING), at=BEGUN + timedelta(minutes=30)),
        "after final 00c0ffee had ended; it does not count",
    ),
}


@pytest.mark.parametrize(("record", "said"), FAULTY.values(), ids=FAULTY)
def test_what_does_not_fit_together_is_found_and_nothing_else(record: LearningRecord, said: str) -> None:
    [fault] = verify(record).faults
    assert said in fault


def test_a_final_whose_draw_does_not_follow_from_its_seed_has_no_result() -> None:
    found = verify(taken(FOREIGN))
    assert found.results == ()
    assert not found.passed


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (taken(begun(course="9.9.8")), "drawn by version 9.9.8"),
        (LearningRecord(answers=(practised("step-4/gone", True, BEGUN),)), "has no item 'step-4/gone'"),
        (LearningRecord(answers=(practised(PROCESS, True, BEGUN, seed=3),)), "no parametrised item"),
    ],
    ids=["another version", "an item that is gone", "a seed where none is needed"],
)
def test_what_this_version_cannot_check_is_said_and_is_no_fault(record: LearningRecord, said: str) -> None:
    found = verify(record)
    [unchecked] = found.unchecked
    assert said in unchecked
    assert found.faults == ()
    assert found.results == ()


def test_an_open_final_has_no_result_yet() -> None:
    found = verify(taken(begun(minutes=None)))
    assert (found.results, found.faults) == ((), ())


def test_what_it_proves_and_what_not_is_said_in_words() -> None:
    assert any("seed" in line for line in PROVES)
    assert any("who answered" in line for line in CANNOT_PROVE)
    assert any("by hand" in line for line in CANNOT_PROVE)
