"""From an item of the bank to the state of a question card."""

from __future__ import annotations

from ..assessment import Item, items
from .states import OptionState, QuestionState, QuizState
from .words import source


def question_state(item: Item) -> QuestionState:
    """The state of one question, with every reason: practice answers at once, before and without Python."""
    return QuestionState(
        id=item.id,
        kind=item.kind,
        objective=item.objective,
        stem=item.stem,
        options=tuple(
            OptionState(
                id=option.id,
                text=option.text,
                right=option.right,
                reason=option.reason,
                sources=tuple(source(text) for text in option.cites),
            )
            for option in item.options
        ),
    )


def quiz_state(lesson: str) -> QuizState:
    """The questions of a lesson, by the stem of its notebook. Raises NoSuchLesson."""
    return QuizState(lesson=lesson, questions=tuple(question_state(item) for item in items(lesson)))
