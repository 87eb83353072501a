"""Which questions a session asks."""

from __future__ import annotations

import pytest

from interop_course.assessment import BANK, NoSuchItem, NoSuchLesson
from interop_course.classroom.errors import NothingToAsk
from interop_course.classroom.selection import DRAWN, select


def test_ten_of_the_whole_course_where_nothing_is_said() -> None:
    found = select(seed=1)
    assert len(found) == DRAWN
    assert len({item.lesson for item in found}) > 3
    assert found == select(seed=1) != select(seed=2)


def test_a_lesson_is_asked_whole_or_drawn_from_in_the_order_of_the_course() -> None:
    ids = [item.id for item in BANK.of("step-4-match")]
    assert [item.id for item in select(["step-4-match"], seed=1)] == ids
    drawn = [item.id for item in select(["step-4-match"], draw=4, seed=1)]
    assert len(drawn) == 4
    assert drawn == [id for id in ids if id in drawn]


def test_named_questions_come_in_their_order_and_once() -> None:
    found = select(ids=["step-4/who-asks", "complaint/stations", "step-4/who-asks"], seed=1)
    assert [item.id for item in found] == ["step-4/who-asks", "complaint/stations"]


def test_a_question_with_numbers_of_its_own_gets_them_from_the_seed() -> None:
    drawn = next(item for item in BANK.items if item.drawn)
    seeds = {select(ids=[drawn.id], seed=seed)[0].seed for seed in range(30)}
    assert len(seeds) > 3
    assert None not in seeds


@pytest.mark.parametrize(
    ("lessons", "ids", "draw", "error"),
    [
        (["step-4"], [], None, NoSuchLesson),
        ([], ["step-4/nothing"], None, NoSuchItem),
        (["step-4-match"], ["step-4/who-asks"], None, NothingToAsk),
        ([], ["step-4/who-asks"], 3, NothingToAsk),
        (["step-4-match"], [], 99, NothingToAsk),
        ([], [], 0, NothingToAsk),
    ],
)
def test_what_makes_no_list_is_refused(
    lessons: list[str], ids: list[str], draw: int | None, error: type[Exception]
) -> None:
    with pytest.raises(error):
        select(lessons, ids, draw, seed=1)
