"""From the rules on the 48 hours to the state of the detainer clock."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import cache

from ..rules import Deadline, Wording, deadline, federal_holidays
from ..rules.authority import NO_WAITING
from ..rules.detainer_clock import CEILING, FORM_MISSING, HOLIDAYS_DIFFER, PROMISE, Calendar
from .practice_state import ChoiceState, ClockDeskState, DayState, MomentState, WordingState
from .ruling import rule_state
from .words import moment, span

WORKED: tuple[tuple[str, str], ...] = (
    ("2010-03-02T10:00", "An ordinary Tuesday"),
    ("2010-03-05T18:00", "A Friday evening"),
    ("2010-03-06T23:00", "A Saturday night"),
    ("2010-03-04T00:01", "A minute after midnight, on a Thursday"),
    ("2010-02-12T14:00", "A Friday before a holiday on Monday"),
    ("2010-11-24T12:00", "The eve of a holiday"),
    ("2010-11-25T08:00", "The holiday itself"),
    ("2010-07-02T12:00", "A Friday before a holiday that falls on Sunday"),
    ("2010-12-30T12:00", "A holiday weekend over New Year"),
)
"""The moments that can be chosen without Python."""

KINDS = (
    ChoiceState(id="notice", label="ICE is notified that the person is to be released"),
    ChoiceState(id="receipt", label="the agency receives a detainer"),
)
"""What may happen at the moment."""

WORDINGS: dict[str, Wording] = {"holding": Wording.HOLDING, "custody": Wording.CUSTODY}
YOUR_MOMENT = "Your moment"


def moment_state(start: datetime, label: str = YOUR_MOMENT, calendar: Calendar | None = None) -> MomentState:
    """48 hours counted from a local time, by both wordings.

    Raises:
        ValueError: the start has a time zone.
        NoCalendar: no calendar was passed and the library is not installed.
    """
    found = {id: deadline(wording, start, calendar) for id, wording in WORDINGS.items()}
    return MomentState(
        at=start.isoformat(timespec="minutes"),
        label=label,
        start=in_words(start),
        ends={id: in_words(counted.end) for id, counted in found.items()},
        days=_days(found["custody"]),
    )


def clock_state(start: datetime | None = None) -> ClockDeskState:
    """The clock with its worked moments; with a start, that moment is shown first.

    Raises:
        ValueError: the start has a time zone.
        NoCalendar: the library with the holidays is not installed.
    """
    moments = _worked()
    at = 0
    if start is not None:
        own = moment_state(start)
        known = [each.at for each in moments]
        at = known.index(own.at) if own.at in known else len(moments)
        moments += () if own.at in known else (own,)
    return ClockDeskState(
        title="The 48 hours, in two wordings",
        intro=(
            "The packet of March 2010 gives 48 hours twice. This counts them as the packet's text has it. It is no "
            "legal advice: for the rules of today ask counsel. The packet does not say when the agency's own 48 hours "
            "of holding begin."
        ),
        kinds=KINDS,
        wordings=(_holding(), _custody()),
        moments=moments,
        notes=tuple(map(rule_state, (NO_WAITING, HOLIDAYS_DIFFER, FORM_MISSING))),
        at=at,
    )


def in_words(at: datetime) -> str:
    """A moment with its day of the week.

    >>> in_words(datetime(2010, 2, 12, 14)), in_words(datetime(2010, 3, 10))
    ('Friday, 12 February 2010, 14:00', 'Wednesday, 10 March 2010, 00:00 (as Tuesday ends)')
    """
    ending = f" (as {at - timedelta(days=1):%A} ends)" if at.time() == time() else ""
    return f"{at:%A}, {moment(at)}{ending}"


@cache
def _worked() -> tuple[MomentState, ...]:
    calendar = federal_holidays()
    return tuple(moment_state(datetime.fromisoformat(at), label, calendar) for at, label in WORKED)


def _holding() -> WordingState:
    return WordingState(
        id="holding",
        where="The handout",
        about="a ceiling on local holding",
        rule=rule_state(CEILING),
        starts=Wording.HOLDING.starts,
    )


def _custody() -> WordingState:
    return WordingState(
        id="custody",
        where="SOP 3.2.4",
        about="what ICE undertakes",
        rule=rule_state(PROMISE),
        starts=Wording.CUSTODY.starts,
        counts_from="notice",
    )


def _days(counted: Deadline) -> tuple[DayState, ...]:
    """Every day on which an hour was counted or left out."""
    left_out = {each.day: each.why for each in counted.left_out}
    days, here = list[DayState](), counted.start
    while here < counted.end:
        midnight = datetime.combine(here.date() + timedelta(days=1), time())
        why = left_out.get(here.date(), "")
        hours = "" if why else span(min(midnight, counted.end) - here)
        days.append(DayState(day=f"{here:%A}, {moment(here).rpartition(',')[0]}", hours=hours, why=why))
        here = midnight
    return tuple(days)
