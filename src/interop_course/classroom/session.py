"""A session as a value, and everything that can happen to it as a function to the next value.

One question is put at a time. Each goes its way by the instructor's steps::

    waiting --open--> open --close--> closed --answer--> shown
                       ^  <--reopen---  |  --votes--> (the votes are uncovered)
                       |                |
                       +-----again------+    a second round, where the first had an answer

`next` and `back` turn to another question, where none is open. `end` ends the session. A learner is a random text;
who it is, nobody knows. Of an answer only the last counts, once a round.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from ..assessment import AnswerError, Item
from .errors import NotCounted, NothingToAsk, NotNow, RoomFull, UnknownDevice

MOST_LEARNERS = 300
"""Devices that may join: more than any room of learners, and little enough for one laptop."""

MOST_ROUNDS = 2
"""A first vote, a talk with the neighbours, a second vote."""

FEW = 5
"""With fewer answers than this, neighbours could guess who chose what."""

Votes = Mapping[str, tuple[str, ...]]
"""What was given, by learner."""


class Phase(StrEnum):
    """Where a question is."""

    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"
    SHOWN = "shown"


class Step(StrEnum):
    """What the instructor can do."""

    OPEN = "open"
    CLOSE = "close"
    REOPEN = "reopen"
    VOTES = "votes"
    AGAIN = "again"
    ANSWER = "answer"
    NEXT = "next"
    BACK = "back"
    END = "end"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the session.

    Attributes:
        item: the question, ready to be asked.
        phase: where it is.
        rounds: the votes of each round; the last one is that which is open or was.
        uncovered: the room may see how many chose what.
    """

    item: Item
    phase: Phase = Phase.WAITING
    rounds: tuple[Votes, ...] = ()
    uncovered: bool = False

    @property
    def round(self) -> int:
        """The number of the round, from 1; 0 before the first."""
        return len(self.rounds)

    @property
    def few(self) -> bool:
        """Whether some round has answers, and so few that they could be guessed."""
        return any(0 < len(votes) < FEW for votes in self.rounds)

    def given(self, learner: str, round: int) -> tuple[str, ...]:
        """What a learner gave in a round, from 1; empty for nothing."""
        return self.rounds[round - 1].get(learner, ()) if 0 < round <= self.round else ()

    def last_given(self, learner: str) -> tuple[str, ...]:
        """The learner's last answer, of whatever round."""
        return next((votes[learner] for votes in reversed(self.rounds) if learner in votes), ())


@dataclass(frozen=True, slots=True)
class Session:
    """All of it. `begin` makes the first one.

    Attributes:
        asked: the questions, in order.
        at: the place of the one that the room is at.
        learners: who has joined.
        moves: how many steps the instructor took, so that a step can say which state it was meant for.
        over: whether it has ended.
    """

    asked: tuple[Asked, ...]
    at: int = 0
    learners: frozenset[str] = frozenset()
    moves: int = 0
    over: bool = False

    @property
    def now(self) -> Asked:
        """The question that the room is at."""
        return self.asked[self.at]


def begin(items: Sequence[Item]) -> Session:
    """A session that nobody has joined. Raises NothingToAsk."""
    if not items:
        raise NothingToAsk("There is no question to ask.")
    return Session(tuple(Asked(item) for item in items))


def join(session: Session, learner: str) -> Session:
    """Let a learner in, at any time; who is in already stays.

    Raises:
        RoomFull: there are too many.
    """
    if learner in session.learners:
        return session
    if len(session.learners) >= MOST_LEARNERS:
        raise RoomFull(f"The room is full: {MOST_LEARNERS} devices have joined. Share one with your neighbour.")
    return replace(session, learners=session.learners | {learner})


def vote(session: Session, learner: str, question: int, round: int, given: Sequence[str]) -> Session:
    """Count an answer, in place of what the learner gave in this round before.

    Args:
        session: the session.
        learner: who has joined.
        question, round: what the answer was meant for, both from 1.
        given: the answer, a list of texts as for every question of the course.

    Raises:
        UnknownDevice: the learner has not joined.
        NotCounted: it is not open, another round is, or the answer holds nothing or what the question does not have.
    """
    if learner not in session.learners:
        raise UnknownDevice
    asked = session.now
    if session.over or asked.phase is not Phase.OPEN or (question, round) != (session.at + 1, asked.round):
        raise NotCounted("This vote is closed. Your answer came too late and is not counted.")
    try:
        normal = asked.item.normal(given)
    except AnswerError as error:
        raise NotCounted(f"This answer is not counted: {error}") from None
    if not normal:
        raise NotCounted("There is nothing in this answer.")
    votes = MappingProxyType({**asked.rounds[-1], learner: normal})
    return _with(session, replace(asked, rounds=(*asked.rounds[:-1], votes)))


def steps(session: Session) -> tuple[Step, ...]:
    """What the instructor can do now; what is done most often comes first."""
    return tuple(step for step in _order(session) if _REFUSALS[step](session) is None)


def take(session: Session, step: Step) -> Session:
    """Take a step of the instructor.

    Raises:
        NotNow: it is not possible; the session stays as it is.
    """
    refusal = _REFUSALS[step](session)
    if refusal is not None:
        raise NotNow(step, refusal)
    return replace(_TAKE[step](session), moves=session.moves + 1)


def _with(session: Session, asked: Asked) -> Session:
    return replace(session, asked=(*session.asked[: session.at], asked, *session.asked[session.at + 1 :]))


def _change(**changes: object) -> Callable[[Session], Session]:
    return lambda session: _with(session, replace(session.now, **changes))  # type: ignore[arg-type]


def _new_round(session: Session) -> Session:
    rounds = (*session.now.rounds, MappingProxyType({}))
    return _with(session, replace(session.now, phase=Phase.OPEN, rounds=rounds, uncovered=False))


def _show(session: Session) -> Session:
    """Few votes stay covered: to show them is a step of its own."""
    asked = session.now
    return _with(session, replace(asked, phase=Phase.SHOWN, uncovered=asked.uncovered or not asked.few))


def _turn(by: int) -> Callable[[Session], Session]:
    return lambda session: replace(session, at=session.at + by)


_TAKE: Mapping[Step, Callable[[Session], Session]] = {
    Step.OPEN: _new_round,
    Step.CLOSE: _change(phase=Phase.CLOSED),
    Step.REOPEN: _change(phase=Phase.OPEN),
    Step.VOTES: _change(uncovered=True),
    Step.AGAIN: _new_round,
    Step.ANSWER: _show,
    Step.NEXT: _turn(1),
    Step.BACK: _turn(-1),
    Step.END: lambda session: replace(session, over=True),
}


def _in(*phases: Phase) -> Callable[[Session], str | None]:
    """Refuse what is not in one of these phases."""

    def refusal(session: Session) -> str | None:
        if session.over:
            return "the session has ended"
        phase = session.now.phase
        return None if phase in phases else f"the question is {phase}"

    return refusal


def _and(first: Callable[[Session], str | None], also: Callable[[Session], str | None]) -> Callable[..., str | None]:
    return lambda session: first(session) or also(session)


_CLOSED, _NOT_OPEN = _in(Phase.CLOSED), _in(Phase.WAITING, Phase.CLOSED, Phase.SHOWN)

_REFUSALS: Mapping[Step, Callable[[Session], str | None]] = {
    Step.OPEN: _in(Phase.WAITING),
    Step.CLOSE: _in(Phase.OPEN),
    Step.REOPEN: _and(_CLOSED, lambda s: "the votes are uncovered" if s.now.uncovered else None),
    Step.VOTES: _and(
        _in(Phase.CLOSED, Phase.SHOWN),
        lambda s: (
            "the votes are uncovered" if s.now.uncovered else None if any(s.now.rounds) else "nobody has answered"
        ),
    ),
    Step.AGAIN: _and(
        _CLOSED,
        lambda s: (
            f"there were {MOST_ROUNDS} rounds"
            if s.now.round >= MOST_ROUNDS
            else None
            if s.now.rounds[-1]
            else "nobody has answered"
        ),
    ),
    Step.ANSWER: _CLOSED,
    Step.NEXT: _and(_NOT_OPEN, lambda s: None if s.at + 1 < len(s.asked) else "this is the last question"),
    Step.BACK: _and(_NOT_OPEN, lambda s: None if s.at else "this is the first question"),
    Step.END: _NOT_OPEN,
}


def _order(session: Session) -> Sequence[Step]:
    """After a first round the votes come first, then the answer; a question that is shown leads to the next."""
    last = session.at + 1 == len(session.asked)
    if session.now.phase is Phase.SHOWN and last:
        return (Step.END, Step.VOTES, Step.BACK)
    if session.now.phase is Phase.SHOWN:
        return (Step.NEXT, Step.VOTES, Step.BACK, Step.END)
    return (
        Step.OPEN, Step.CLOSE, Step.VOTES, Step.ANSWER, Step.AGAIN, Step.REOPEN, Step.NEXT, Step.BACK, Step.END,
    )  # fmt: skip
