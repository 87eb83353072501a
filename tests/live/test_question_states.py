"""What a question card shows of an item."""

from __future__ import annotations

import pytest

from interop_course.assessment import BANK, NoSuchLesson
from interop_course.live import question_state, quiz_state


@pytest.mark.parametrize("item", BANK.items, ids=lambda item: item.id)
def test_a_card_carries_every_option_with_its_reason_and_sources(item) -> None:  # type: ignore[no-untyped-def]
    state = question_state(item)
    assert {option.id for option in state.options if option.right} == item.key
    for shown, option in zip(state.options, item.options, strict=True):
        assert (shown.text, shown.reason) == (option.text, option.reason)
        assert len(shown.sources) == len(option.cites)
        assert all(source.label for source in shown.sources)


def test_a_quiz_has_the_questions_of_its_lesson_in_order() -> None:
    lesson = BANK.lessons[0]
    assert [question.id for question in quiz_state(lesson).questions] == [item.id for item in BANK.of(lesson)]


def test_an_unknown_lesson_is_refused() -> None:
    with pytest.raises(NoSuchLesson):
        quiz_state("step-8")
