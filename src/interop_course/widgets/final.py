"""The final of the course, self-paced: drawn, taken, marked and certified in the front end, kept in the record."""

from __future__ import annotations

from ..live.learning_states import FinalState, final_state
from .record import Keeping


class Final(Keeping):
    """The final. Made by ``final``."""

    def __init__(self) -> None:
        super().__init__(final_state())

    @property
    def size(self) -> int:
        """How many questions a final has."""
        return sum(stratum.count for stratum in self._final.strata)

    @property
    def must(self) -> tuple[str, ...]:
        """The topics of which every question has to be right."""
        return self._final.must

    @property
    def _final(self) -> FinalState:
        assert isinstance(self._shown, FinalState)
        return self._shown

    def __repr__(self) -> str:
        return f"<Final {self.size} of {len(self._final.items)} questions, {self._final.percent} percent to pass>"


def final() -> Final:
    """Take the final: a new draw each time, no marks before the end, a report, and a certificate when you pass."""
    return Final()
