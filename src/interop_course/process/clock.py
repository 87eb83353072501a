"""The packet's time limits, measured on a journal. A limit is the packet's; the times are the course's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from ..messages import Kind
from ..packet import Citation, cite
from .booking import Booking
from .parties import Party
from .signals import Event

if TYPE_CHECKING:
    from .journal import Entry

SEVEN_DAYS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Clock:
    """One limit in one wording. `elapsed` and `met` are None while its end has not been reached."""

    id: str
    label: str
    start: str
    end: str
    limit: timedelta
    refs: tuple[str, ...]
    open: tuple[str, ...] = ()
    elapsed: timedelta | None = None
    met: bool | None = None

    @property
    def cites(self) -> tuple[Citation, ...]:
        return tuple(cite(ref) for ref in self.refs)

    @property
    def outcome(self) -> Literal["met", "missed", "not reached"]:
        """How it ended, in a word."""
        if self.met is None:
            return "not reached"
        return "met" if self.met else "missed"

    def __repr__(self) -> str:
        return f"<Clock {self.id}: {self.elapsed} of {self.limit}, {self.outcome}>"


@dataclass(frozen=True, slots=True)
class _Wording:
    """Where one text of the packet starts and stops counting."""

    id: str
    label: str
    start: str
    end: str
    hours: int
    begins: Callable[[Sequence[Entry]], datetime | None]
    ends: Callable[[Sequence[Entry]], datetime | None]
    refs: tuple[str, ...]
    open: tuple[str, ...] = ()


def _moment(
    kind: Kind, sender: Party | None, receiver: Party | None, attribute: str
) -> Callable[[Sequence[Entry]], datetime | None]:
    def find(entries: Sequence[Entry]) -> datetime | None:
        for entry in entries:
            if entry.signal is kind and sender in (None, entry.sender) and receiver in (None, entry.receiver):
                moment: datetime = getattr(entry, attribute)
                return moment
        return None

    return find


_AT_CJIS = _moment(Kind.CAR, None, Party.CJIS, "at")
_TO_CJIS = _moment(Kind.CAR, None, Party.CJIS, "sent")
_FROM_CJIS = _moment(Kind.DHS_SRE, Party.CJIS, None, "sent")

_MATCH = (
    _Wording(
        "match-faq", "Match reply, as the FAQ words it (an expectation)",
        "CJIS has the submission", "the reply is at the state bureau", 4,
        _AT_CJIS, _moment(Kind.DHS_SRE, None, Party.SIB, "at"), ("faq@12",), ("C38",),
    ),
    _Wording(
        "match-sop-2.1.4", "Match reply, as SOP 2.1.4 words it",
        "CJIS has the prints", "CJIS sends the reply to the state bureau", 4,
        _AT_CJIS, _FROM_CJIS, ("sop-process/2.1.4@48",), ("C38",),
    ),
    _Wording(
        "match-sop-3.1.6", "LESC answer, as SOP 3.1.6 words it",
        "the prints are submitted to IAFIS and IDENT", "CJIS has the LESC's answer", 4,
        _TO_CJIS, _moment(Kind.IAR, None, Party.CJIS, "at"), ("sop-identification/3.1.6@50",), ("C38",),
    ),
)  # fmt: skip
_NO_MATCH = _Wording(
    "no-match-sop", "No-match reply, where the state routes messages",
    "the prints are submitted", "the reply is at the local agency", 24,
    _moment(Kind.CAR, Party.LEA, None, "sent"), _moment(Kind.DHS_SRE, None, Party.LEA, "at"),
    ("sop-process/2.1.4@48",), ("C37",),
)  # fmt: skip
_CPI = _Wording(
    "cpi-24-hours", "A National Fingerprint File state sends its notice",
    "the state system has the prints", "the CPI is sent", 24,
    _moment(Kind.CAR, None, Party.SIB, "at"), _moment(Kind.CPI, None, Party.CJIS, "sent"), ("nff@20",),
)  # fmt: skip


def clocks(booking: Booking, entries: Sequence[Entry]) -> tuple[Clock, ...]:
    """The limits that bear on this booking, measured where both ends were reached."""
    kinds = {entry.signal for entry in entries}
    found: list[Clock] = []
    if Kind.CAR in kinds and Kind.CPI not in kinds:
        wordings = _MATCH if Event.KEPT in kinds else (_NO_MATCH,) if Event.NOT_KEPT in kinds else ()
        found += [_measure(wording, entries) for wording in wordings]
    if Kind.CPI in kinds:
        found.append(_measure(_CPI, entries))
    elif Kind.CAR in kinds:
        age = booking.arrest_age
        found.append(
            Clock(
                "arrest-7-days",
                "Date of arrest, for a CAR only",
                "the date of arrest",
                "the day the prints are sent",
                SEVEN_DAYS,
                ("nff@20", "sample-errors@31"),
                (),
                age,
                age <= SEVEN_DAYS,
            )
        )
    return tuple(found)


def _measure(wording: _Wording, entries: Sequence[Entry]) -> Clock:
    begin, end = wording.begins(entries), wording.ends(entries)
    elapsed = end - begin if begin is not None and end is not None else None
    limit = timedelta(hours=wording.hours)
    return Clock(
        wording.id, wording.label, wording.start, wording.end, limit, wording.refs, wording.open,
        elapsed, None if elapsed is None else elapsed <= limit,
    )  # fmt: skip
