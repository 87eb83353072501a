"""What the pages of a session are told, as states in JSON.

`RoomView` is the same for everybody, on the devices and at the front: what the projector shows is what the devices
show. It never holds a key or a reason before the instructor shows the answer, and no vote before it is closed.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ..assessment.lessons import title
from ..live.asking import question_state
from ..live.question_states import AskedState
from ..live.states import State
from .outcome import Outcome, mine, outcome
from .session import Phase, Session, Step, steps


class RoomView(State):
    """Where the session is.

    Attributes:
        moves: how many steps the instructor took.
        over: whether it has ended.
        number, total: the question, from 1, and how many there are.
        lesson: the title of its lesson.
        phase: where the question is.
        round: its round, from 1; 0 before the first.
        question: the question, sealed until its answer is shown; None while the room waits for it.
        outcome: how the room decided; None before it may be seen.
    """

    moves: int
    over: bool
    number: int
    total: int
    lesson: str
    phase: Phase
    round: int
    question: AskedState | None
    outcome: Outcome | None


class Answered(State):
    """One line of a learner's own summary; ``right`` is None for what they did not answer."""

    number: int
    stem: str
    lesson: str
    right: bool | None


class OwnView(State):
    """What only one device is told.

    Attributes:
        given: its answer of this round.
        before: its answer of the round before.
        right: whether its last answer is right; None before the answer is shown, and for no answer.
        lines: the lines of the outcome that its last answer stands in.
        summary: after the end, each question whose answer was shown.
    """

    given: tuple[str, ...]
    before: tuple[str, ...]
    right: bool | None
    lines: tuple[str, ...]
    summary: tuple[Answered, ...] = ()


class DeskView(State):
    """What only the instructor's page is told.

    Attributes:
        answered: how many have answered, by round.
        present: how many devices are in the room.
        few: whether the votes could be guessed.
        uncovered: whether the room sees the votes.
        steps: what can be done now; the first is what is done most often.
        addresses: where the room joins; the first is in the code to scan.
        rehearsal: nobody but this machine can join.
    """

    answered: tuple[int, ...]
    present: int
    few: bool
    uncovered: bool
    steps: tuple[Step, ...]
    addresses: tuple[str, ...]
    rehearsal: bool


class LearnerNews(State):
    """What a learner's page gets."""

    version: str
    room: RoomView
    own: OwnView


class DeskNews(State):
    """What the instructor's page gets."""

    version: str
    room: RoomView
    desk: DeskView


class JoinReply(State):
    """A device is in."""

    joined: Literal[True] = True


class VoteRequest(State):
    """An answer, and what it was meant for."""

    question: int
    round: int
    given: tuple[str, ...] = Field(max_length=12)


class StepRequest(State):
    """A step, and how many were taken before it; so a key that is pressed twice does not go two steps."""

    step: Step
    moves: int


def room_view(session: Session) -> RoomView:
    """What everybody may see."""
    asked = session.now
    shown = asked.phase is Phase.SHOWN
    hidden = asked.phase is Phase.WAITING or session.over
    return RoomView(
        moves=session.moves,
        over=session.over,
        number=session.at + 1,
        total=len(session.asked),
        lesson=title(asked.item.lesson),
        phase=asked.phase,
        round=asked.round,
        question=None if hidden else question_state(asked.item, sealed=not shown),  # type: ignore[arg-type]
        outcome=None if session.over else outcome(asked),
    )


def own_view(session: Session, learner: str) -> OwnView:
    """What one learner may see of their own."""
    asked = session.now
    last = asked.last_given(learner)
    shown = asked.phase is Phase.SHOWN
    return OwnView(
        given=asked.given(learner, asked.round),
        before=asked.given(learner, asked.round - 1),
        right=asked.item.right(last) if shown and last else None,
        lines=mine(asked.item, last),
        summary=tuple(_summary(session, learner)) if session.over else (),
    )


def _summary(session: Session, learner: str) -> list[Answered]:
    found = []
    for number, asked in enumerate(session.asked, 1):
        if asked.phase is not Phase.SHOWN:
            continue
        last = asked.last_given(learner)
        found.append(
            Answered(
                number=number,
                stem=asked.item.stem,
                lesson=title(asked.item.lesson),
                right=asked.item.right(last) if last else None,
            )
        )
    return found


def desk_view(session: Session, present: int, addresses: tuple[str, ...], *, rehearsal: bool) -> DeskView:
    """What the instructor may see beside what everybody sees."""
    asked = session.now
    return DeskView(
        answered=tuple(len(votes) for votes in asked.rounds),
        present=present,
        few=asked.few,
        uncovered=asked.uncovered,
        steps=steps(session),
        addresses=addresses,
        rehearsal=rehearsal,
    )
