"""Question cards: one, or all of a lesson. Answers given in Jupyter are kept in the learning record."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import traitlets

from ..assessment import Answered, AssessmentError, Item, Mark
from ..assessment.record_file import add, data_folder
from ..live import QuestionState, QuizState, question_state, quiz_state
from ..live.question_states import (
    ChoiceState,
    DrawnState,
    MatchingState,
    NumericState,
    OrderingState,
    PointingState,
)
from .record import Keeping


class _Asking(Keeping):
    """A widget with questions. ``given`` maps the ids of items to what is given to them now."""

    given = traitlets.Dict(help="item id -> what is given: a list of texts, as the item's kind has it").tag(sync=True)

    def answered(self, reply: dict[str, Any], message: dict[str, Any]) -> dict[str, Any]:
        """Keep a graded answer, with how sure the learner was and how long it took, which the message says beside it.

        What goes wrong is said in the reply, and the learner goes on.
        """
        if reply["do"] == "grade":
            return reply | {"notice": _keep(Mark.model_validate(reply["mark"]), message)}
        return reply


class Question(_Asking):
    """One question card."""

    def __init__(self, item: Item) -> None:
        super().__init__(question_state(item))

    def __repr__(self) -> str:
        state = self._shown
        assert isinstance(state, QuestionState)
        return f"<Question {state.id}, {_extent(state)}>"


class Quiz(_Asking):
    """The questions of a lesson, one card after the other."""

    def __init__(self, lesson: str) -> None:
        super().__init__(quiz_state(lesson))

    def __repr__(self) -> str:
        assert isinstance(self._shown, QuizState)
        return f"<Quiz {self._shown.lesson}, {len(self._shown.questions)} questions>"


def quiz(lesson: str) -> Quiz:
    """The questions of a lesson, by the stem of its notebook: ``quiz("step-4-match")``. Raises NoSuchLesson."""
    return Quiz(lesson)


def _extent(state: QuestionState) -> str:
    match state:
        case ChoiceState():
            return f"{len(state.options)} options"
        case OrderingState():
            return f"{len(state.steps)} steps"
        case MatchingState():
            return f"{len(state.rows)} rows, {len(state.choices)} choices"
        case NumericState():
            return f"a number in {' or '.join(unit.label for unit in state.units)}"
        case PointingState():
            return f"{sum(len(record.fields) for record in state.message.records)} fields"
        case DrawnState():
            return f"{len(state.instances)} sets of numbers"
    raise TypeError(f"no question: {state!r}")


def _keep(mark: Mark, message: dict[str, Any]) -> str:
    """Add an answer to the learner's record; returns what the learner should know."""
    confidence, seconds = message.get("confidence"), message.get("seconds")
    try:
        kept = add(data_folder(), Answered.of(mark, datetime.now(UTC), confidence=confidence, seconds=seconds))
    except AssessmentError as error:
        return f"Your answer could not be kept. {error}"
    return kept.notice.message if kept.notice else "Kept in your learning record."
