"""The journal of one booking: every message and decision in the order in which it arrived."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from ..messages import Form, Kind, Message
from ..packet import Citation, cite
from .booking import Booking
from .clock import Clock
from .errors import NoSuchEntry
from .parties import Party
from .setting import Setting
from .signals import Event, Signal


@dataclass(frozen=True, slots=True)
class Rule:
    """Why something is sent: one sentence in the course's words, and the packet's pages it rests on."""

    id: str
    text: str
    refs: tuple[str, ...]

    @property
    def cites(self) -> tuple[Citation, ...]:
        """The pages, resolved. A reference that does not resolve is found by the tests, not by a learner."""
        return tuple(cite(ref) for ref in self.refs)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal. `sent` and `at` are the local times of sending and of arrival.

    `kind` is None for an event without a message; `open` names entries of the register of disagreements that
    leave a part of this line open; `note` says in a sentence what a reader should not conclude.
    """

    n: int
    step: int
    sent: datetime
    at: datetime
    sender: Party
    receiver: Party
    signal: Signal
    title: str
    rule: Rule
    message: Message | None = None
    open: tuple[str, ...] = ()
    note: str = ""

    @property
    def kind(self) -> Kind | None:
        return self.signal if isinstance(self.signal, Kind) else None

    @property
    def form(self) -> Form:
        """Whose form the bytes have: the packet's, EBTS's, the course's own, or none."""
        return self.message.form if self.message is not None else Form.NONE

    @property
    def data(self) -> bytes:
        """The message as bytes, empty where there is none."""
        return self.message.to_bytes() if self.message is not None else b""

    def __repr__(self) -> str:
        way = self.sender if self.sender is self.receiver else f"{self.sender} → {self.receiver}"
        return f"<Entry {self.n}, step {self.step}, {way}: {self.title}>"


@dataclass(frozen=True, slots=True)
class Journal:
    """All that happened to one booking. Equal booking, setting and seed give equal bytes on every Python."""

    booking: Booking
    setting: Setting
    seed: int
    entries: tuple[Entry, ...]
    clocks: tuple[Clock, ...] = field(default=())

    @property
    def outcome(self) -> str:
        """ "match", "no match" or "not searched": what became of the search in IDENT."""
        signals = {entry.signal for entry in self.entries}
        if Event.KEPT in signals:
            return "match"
        return "no match" if Event.NOT_KEPT in signals else "not searched"

    @property
    def digest(self) -> str:
        """SHA-256 over every line and every byte, in hex: the fingerprint of a golden run."""
        total = sha256()
        for e in self.entries:
            line = (e.n, e.step, e.sent.isoformat(), e.at.isoformat(), e.sender, e.receiver, e.signal, e.rule.id, "")
            total.update("|".join(map(str, line)).encode() + e.data + b"\n")
        return total.hexdigest()

    def all(self, kind: Signal) -> tuple[Entry, ...]:
        """Every entry of this kind, in order."""
        return tuple(entry for entry in self.entries if entry.signal is kind)

    def find(self, kind: Signal, receiver: Party | None = None) -> Entry:
        """The first entry of this kind (at this receiver); raises NoSuchEntry, which says what there is."""
        for entry in self.entries:
            if entry.signal is kind and (receiver is None or entry.receiver is receiver):
                return entry
        where = f" at {receiver}" if receiver else ""
        there = ", ".join(dict.fromkeys(str(entry.signal) for entry in self.entries))
        raise NoSuchEntry(f"this booking has no {kind}{where}. Its journal holds: {there}")

    def seen_by(self, party: Party) -> tuple[Entry, ...]:
        """The messages and visits that reached this party from another one."""
        return tuple(e for e in self.entries if e.receiver is party and e.sender is not party)

    def step(self, number: int) -> tuple[Entry, ...]:
        """The entries of one step of the process flow, 1 to 7."""
        return tuple(entry for entry in self.entries if entry.step == number)

    def __repr__(self) -> str:
        seen = len(self.seen_by(Party.LEA))
        return f"<Journal {self.outcome}, {len(self.entries)} entries, LEA sees {seen}>"
