"""The review: what was missed in practice comes back after a day, a week and a month."""

from __future__ import annotations

from ..live.learning_states import ReviewState, review_state
from .record import Keeping


class Review(Keeping):
    """What is due for review today. Made by ``review``."""

    def __init__(self) -> None:
        super().__init__(review_state())

    @property
    def size(self) -> int:
        """How many questions it can bring back."""
        assert isinstance(self._shown, ReviewState)
        return len(self._shown.questions)

    def __repr__(self) -> str:
        return f"<Review of {self.size} questions>"


def review() -> Review:
    """Answer again what you missed, when it is due: what you were sure of and got wrong comes first."""
    return Review()
