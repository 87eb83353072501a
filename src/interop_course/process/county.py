"""A county's bookings, streamed one at a time: for `simulate`, for benchmarks and for a feeling of proportion.

The mix is invented. It is no statistic of anything, and nothing may be concluded from it about people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from ..messages import Kind
from .booking import Booking
from .journal import Journal
from .parties import Party
from .run import run
from .scenarios import SCENARIOS
from .setting import Setting

START = datetime(2010, 1, 1)
_MINUTES_IN_YEAR = 365 * 24 * 60

_MIX: tuple[tuple[str, int], ...] = (
    ("no-match", 700), ("match", 90), ("five-encounters", 20), ("born-here-match", 20), ("detainer", 20),
    ("interview", 15), ("nff-first", 20), ("nff-later", 30), ("ivf", 5), ("old-arrest", 20), ("amputated", 5),
    ("civil", 25), ("does-not-route", 10), ("cannot-receive", 10), ("win", 10),
)  # fmt: skip


def simulate(bookings: int, seed: int) -> Iterator[Journal]:
    """Yield one journal a booking, spread evenly over the year 2010. Memory stays flat: nothing is kept.

    Raises ValueError for fewer than one booking.
    """
    if bookings < 1:
        raise ValueError(f"give at least one booking, not {bookings}")
    random = Random(seed)
    starts = [(SCENARIOS[name].start(), weight) for name, weight in _MIX]
    total = sum(weight for _, weight in starts)
    for n in range(bookings):
        booking, setting = _pick(starts, random.random() * total)
        yield run(_on(booking, START + timedelta(minutes=n * _MINUTES_IN_YEAR // bookings)), setting, seed + n + 1)


def _pick(starts: list[tuple[tuple[Booking, Setting], int]], ticket: float) -> tuple[Booking, Setting]:
    for start, weight in starts:
        ticket -= weight
        if ticket < 0:
            return start
    return starts[-1][0]


def _on(booking: Booking, moment: datetime) -> Booking:
    return booking.model_copy(update={"booked": moment, "doa": moment.date() - booking.arrest_age})


@dataclass(slots=True)
class Tally:
    """What a stream of journals adds up to. `add` takes the next one."""

    bookings: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    messages: Counter[str] = field(default_factory=Counter)
    heard: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def add(self, journal: Journal) -> None:
        self.bookings += 1
        self.outcomes[journal.outcome] += 1
        self.messages.update(str(e.signal) for e in journal.entries if e.kind is not None)
        dhs = [e for e in journal.seen_by(Party.LEA) if e.signal is Kind.DHS_SRE]
        self.heard["agency has the DHS reply" if dhs else "agency has no DHS reply"] += 1
        self.missed.update(clock.id for clock in journal.clocks if clock.met is False)
