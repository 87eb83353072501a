"""The room: the one place that changes. It holds the session of the moment, and tells the pages when there is news."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from secrets import token_hex, token_urlsafe
from time import monotonic

from .errors import NotNow, UnknownDevice
from .notes import notes_csv
from .session import MOST_LEARNERS, Session, Step, join, take, vote
from .views import DeskNews, LearnerNews, RoomView, desk_view, own_view, room_view
from .waiting import Channel

ABSENT = 75.0
"""Seconds without a request after which a device is no longer counted as present: two waits and some."""

MOST_DESKS = 8
"""Pages of the instructor that may wait."""


class Room:
    """A session, and who waits for news of it.

    Args:
        session: how it begins.
        addresses: where the room joins.
        rehearsal: only this machine can join.
        save: takes the notes, as CSV, after each step; None keeps none.
        clock: seconds that only go up.
    """

    def __init__(
        self,
        session: Session,
        addresses: Sequence[str] = (),
        *,
        rehearsal: bool = True,
        save: Callable[[str], None] | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.session = session
        self.addresses = tuple(addresses)
        self.secret = token_urlsafe(24)
        name = token_hex(4)
        self.learners = Channel(name, 2 * MOST_LEARNERS)
        self.desk = Channel(name, MOST_DESKS)
        self.rehearsal = rehearsal
        self._save = save
        self._clock = clock
        self._seen: dict[str, float] = {}
        self._shared: tuple[str, RoomView] | None = None

    @property
    def present(self) -> int:
        """How many devices asked for something lately."""
        since = self._clock() - ABSENT
        return sum(at >= since for at in self._seen.values())

    def join(self, known: str | None) -> str:
        """Let a device in, and return what it is known by from now on; one that is in keeps its place.

        Raises:
            RoomFull: there are too many.
        """
        learner = known if known in self.session.learners else token_urlsafe(16)
        self.session = join(self.session, learner)
        self._meet(learner)
        return learner

    def check(self, learner: str | None) -> str:
        """The learner of a request. Raises UnknownDevice."""
        if learner is None or learner not in self.session.learners:
            raise UnknownDevice
        self._meet(learner)
        return learner

    def _meet(self, learner: str) -> None:
        before = self.present
        self._seen[learner] = self._clock()
        if self.present != before:
            self.desk.turn()

    def vote(self, learner: str, question: int, round: int, given: Sequence[str]) -> None:
        """Count an answer. Raises NotCounted and UnknownDevice as the session does."""
        self.session = vote(self.session, learner, question, round, given)
        self.desk.turn()

    def take(self, step: Step, moves: int) -> None:
        """Take a step that was meant for the session as it was after so many.

        Raises:
            NotNow: it is not possible, or was meant for an earlier state.
        """
        if moves != self.session.moves:
            raise NotNow(step, "the session has moved on")
        self.session = take(self.session, step)
        self._shared = None
        self.learners.turn()
        self.desk.turn()
        self.save()

    def save(self) -> None:
        """Write the notes, where they are wanted."""
        if self._save is not None:
            self._save(notes_csv(self.session))

    def learner_news(self, learner: str) -> LearnerNews:
        """What a learner's page is told now."""
        return LearnerNews(version=self.learners.version, room=self._room(), own=own_view(self.session, learner))

    def desk_news(self) -> DeskNews:
        """What the instructor's page is told now."""
        desk = desk_view(self.session, self.present, self.addresses, rehearsal=self.rehearsal)
        return DeskNews(version=self.desk.version, room=self._room(), desk=desk)

    def _room(self) -> RoomView:
        """Made once for each step: hundreds of devices ask for it at the same moment. Votes show in none of it."""
        version = self.learners.version
        if self._shared is None or self._shared[0] != version:
            self._shared = (version, room_view(self.session))
        return self._shared[1]
