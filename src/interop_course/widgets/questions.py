"""Question cards: one, or all of a lesson. Answers given in Jupyter are kept in the learning record."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import traitlets

from ..assessment import AssessmentError, Item, Mark
from ..assessment.record import Answered
from ..assessment.record_file import add, data_folder
from ..live import QuestionState, QuizState, question_state, quiz_state
from .host import Host


class _Asking(Host):
    """A widget with questions. ``chosen`` maps the ids of items to the ids of the options chosen now."""

    chosen = traitlets.Dict(help="item id -> ids of the chosen options").tag(sync=True)

    def answered(self, reply: dict[str, Any]) -> dict[str, Any]:
        """Keep a graded answer. What goes wrong is said in the reply, and the learner goes on."""
        if reply["do"] == "grade":
            return reply | {"notice": _keep(Mark.model_validate(reply["mark"]))}
        return reply


class Question(_Asking):
    """One question card."""

    def __init__(self, item: Item) -> None:
        super().__init__(question_state(item))

    def __repr__(self) -> str:
        assert isinstance(self._shown, QuestionState)
        return f"<Question {self._shown.id}, {len(self._shown.options)} options>"


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


def _keep(mark: Mark) -> str:
    """Add an answer to the learner's record; returns what the learner should know."""
    try:
        kept = add(data_folder(), Answered.of(mark, datetime.now(UTC)))
    except AssessmentError as error:
        return f"Your answer could not be kept. {error}"
    return kept.notice.message if kept.notice else "Kept in your learning record."
