"""A case under way: what has arrived, what is still travelling, and the step from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from operator import attrgetter
from random import Random

from ..messages import Kind, Message
from .booking import Booking
from .errors import ImpossibleTransition
from .journal import Entry, Rule
from .parties import Agency, Party, agency
from .setting import Setting
from .signals import Event, Signal

Edge = tuple[Party, Signal, Party]


@dataclass(frozen=True, slots=True)
class Send:
    """One thing that a rule sends. `leg` names how long it travels; None means that it happens at once."""

    signal: Signal
    to: Party
    step: int
    title: str
    leg: str | None = None
    make: Callable[[Case, datetime], Message] | None = None
    open: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Transition:
    """When `on` arrives and `when` holds, its receiver sends `sends`. `branch` says in words when that is.

    A transition without sends ends a path: what arrived may arrive, and nothing follows from it.
    """

    on: Edge
    branch: str
    when: Callable[[Case], bool]
    rule: Rule
    sends: tuple[Send, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbers:
    """The identifiers that one case needs, drawn from its seed: control numbers and the LESC's query number."""

    tcn: str
    iafis_tcn: str
    dhs_tcn: str
    query: str

    @classmethod
    def draw(cls, random: Random) -> Numbers:
        def digits(n: int) -> str:
            return str(random.getrandbits(64) % 10**n).zfill(n)

        return cls(f"TRN{digits(11)}", f"EXI{digits(11)}", f"sscn{digits(15)}", f"Q{digits(8)}")


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Something on its way. Ties in arrival are broken by `order`, first sent first."""

    at: datetime
    order: int
    sent: datetime
    sender: Party
    rule: Rule
    send: Send
    message: Message | None

    @property
    def edge(self) -> Edge:
        return (self.sender, self.send.signal, self.send.to)


_BY_ARRIVAL = attrgetter("at", "order")


@dataclass(frozen=True, slots=True)
class Case:
    """A frozen state of one booking. `deliver` gives the next state and leaves this one as it is."""

    booking: Booking
    setting: Setting
    seed: int
    agency: Agency
    numbers: Numbers
    legs: Mapping[str, int]
    table: Mapping[Edge, tuple[Transition, ...]]
    entries: tuple[Entry, ...] = ()
    waiting: tuple[Dispatch, ...] = ()
    order: int = 0

    @classmethod
    def open(cls, booking: Booking, setting: Setting, seed: int, table: Mapping[Edge, tuple[Transition, ...]]) -> Case:
        """The moment when the prints leave the desk: the first messages are on their way, none has arrived."""
        random = Random(seed)
        legs = setting.delays.draw(random)
        case = cls(booking, setting, seed, agency(booking.agency), Numbers.draw(random), legs, table)
        return case._apply((Party.LEA, Event.BOOKED, Party.LEA), booking.booked)

    def message(self, kind: Kind, sender: Party | None = None) -> Message:
        """The latest message of this kind (from this sender) that has arrived anywhere."""
        for entry in reversed(self.entries):
            if entry.signal is kind and entry.message is not None and sender in (None, entry.sender):
                return entry.message
        raise ImpossibleTransition(f"a rule needs {kind}, and none has arrived yet")

    def advance(self) -> Case:
        """Deliver whatever arrives next. Raises ImpossibleTransition when nothing is on its way."""
        if not self.waiting:
            raise ImpossibleTransition("nothing is on its way: the case is closed")
        return self._arrive(min(self.waiting, key=_BY_ARRIVAL))

    def deliver(self, sender: Party, signal: Signal, receiver: Party) -> Case:
        """Deliver the earliest dispatch on this edge; raises ImpossibleTransition if the rules do not allow it."""
        edge = (sender, signal, receiver)
        if edge not in self.table:
            raise ImpossibleTransition(f"no rule of the process sends {signal} from {sender} to {receiver}")
        due = min((d for d in self.waiting if d.edge == edge), key=_BY_ARRIVAL, default=None)
        if due is None:
            raise ImpossibleTransition(f"no {signal} from {sender} is on its way to {receiver} in this case")
        return self._arrive(due)

    def _arrive(self, due: Dispatch) -> Case:
        """Note what has arrived, and send what follows from it."""
        entry = Entry(
            len(self.entries) + 1, due.send.step, due.sent, due.at, due.sender, due.send.to, due.send.signal,
            due.send.title, due.rule, due.message, due.send.open, due.send.note,
        )  # fmt: skip
        arrived = replace(
            self,
            entries=(*self.entries, entry),
            waiting=tuple(d for d in self.waiting if d is not due),
        )
        return arrived._apply(due.edge, due.at)

    def _apply(self, edge: Edge, now: datetime) -> Case:
        """Put on its way what the rules send after an arrival at `now`."""
        waiting, order = list(self.waiting), self.order
        for transition in self.table[edge]:
            if not transition.when(self):
                continue
            for send in transition.sends:
                order += 1
                minutes = self.legs[send.leg] if send.leg else 0
                message = send.make(self, now) if send.make else None
                waiting.append(
                    Dispatch(now + timedelta(minutes=minutes), order, now, edge[2], transition.rule, send, message)
                )
        return replace(self, waiting=tuple(waiting), order=order)
