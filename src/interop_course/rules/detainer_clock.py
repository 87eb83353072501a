"""When do the 48 hours of a detainer end?

The packet gives the 48 hours twice. The handout for agencies makes them a ceiling on local holding once a detainer is
received, and names no moment from which they run. The SOP makes them ICE's promise to take custody, counted from the
notification of the person's release. The form that would settle it is missing from the packet. So a deadline names
the wording it uses and the moment it starts from. This is the packet's text of March 2010 and no legal advice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from importlib import import_module

from interop_course.rules.decision import Rule
from interop_course.rules.errors import NoCalendar

LIMIT = timedelta(hours=48)

Calendar = Callable[[date], str | None]
"""The name of the federal holiday on a day, or None."""

CEILING = Rule(
    "DC-ceiling",
    "The handout: receiving a detainer allows local holding for at most 48 hours, weekends and holidays not counted. "
    "It names no moment from which they run.",
    ("le-overview/footnote 3@14",),
    ("C24",),
)
PROMISE = Rule(
    "DC-promise",
    "The SOP: ICE will take custody within 48 hours of notification of the person's release. Saturdays, Sundays and "
    "federal holidays are not counted.",
    ("sop-ice-actions/3.2.4@51",),
    ("C24",),
)
FORM_MISSING = Rule(
    "DC-form",
    "The detainer form, which would set the conditions, is missing from the packet. Current rules are to be taken "
    "from counsel.",
    ("sop-app-c@54",),
    ("C24", "C84"),
)
HOLIDAYS_DIFFER = Rule(
    "DC-holidays",
    "The handout says holidays, the SOP federal holidays. Federal holidays are left out by both, and only they are "
    "left out here, on the day on which they are observed as well.",
    ("le-overview/footnote 3@14", "sop-ice-actions/3.2.4@51"),
    ("C24",),
)


class Wording(StrEnum):
    """Which of the packet's two sentences the 48 hours are taken from."""

    HOLDING = "the ceiling on local holding (handout)"
    CUSTODY = "ICE's promise to take custody (SOP 3.2.4)"

    @property
    def starts(self) -> str:
        """The moment from which this sentence counts, as far as it says."""
        if self is Wording.CUSTODY:
            return "notification of the person's release"
        return "a moment that you choose; the handout names none"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A day that is not counted, and why: "Saturday", "Sunday" or the name of a federal holiday."""

    day: date
    why: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of the 48 hours.

    Attributes:
        wording: the sentence used.
        start: the moment from which the hours were counted, in local time.
        end: the moment at which 48 counted hours have passed.
        left_out: the days between start and end that were not counted, in order.
        rules: what it rests on.
    """

    wording: Wording
    start: datetime
    end: datetime
    left_out: tuple[LeftOut, ...]
    rules: tuple[Rule, ...]

    def passed(self, at: datetime) -> bool:
        """Whether the 48 hours are over at a local time. At the very end they are not yet over."""
        return at > self.end


def federal_holidays() -> Calendar:
    """The federal holidays of the United States, days on which one is observed included.

    The library is loaded on the first call, since it is large.

    Raises:
        NoCalendar: the library is not installed.
    """
    try:
        library = import_module("holidays")
    except ImportError:
        raise NoCalendar from None
    days = library.country_holidays("US")

    def name(day: date) -> str | None:
        found: str | None = days.get(day)
        return found

    return name


def deadline(wording: Wording, start: datetime, calendar: Calendar | None = None) -> Deadline:
    """Count 48 hours from a moment, leaving out Saturdays, Sundays and federal holidays.

    Args:
        wording: the sentence of the packet to use.
        start: a local time without a zone. Clocks are put forward and back on Sundays, which are not counted, so
            the zone makes no difference.
        calendar: the federal holidays; those of the library by default.

    Raises:
        ValueError: the start has a time zone.
        NoCalendar: no calendar was passed and the library is not installed.
    """
    if start.tzinfo is not None:
        raise ValueError("The start is to be a local time without a zone.")
    holiday = calendar or federal_holidays()
    left, here, skipped = LIMIT, start, list[LeftOut]()
    while True:
        midnight = datetime.combine(here.date() + timedelta(days=1), time())
        why = _left_out(here.date(), holiday)
        if why is not None:
            skipped.append(LeftOut(here.date(), why))
        elif left <= midnight - here:
            break
        else:
            left -= midnight - here
        here = midnight
    sentence = CEILING if wording is Wording.HOLDING else PROMISE
    other = PROMISE if wording is Wording.HOLDING else CEILING
    return Deadline(wording, start, here + left, tuple(skipped), (sentence, other, HOLIDAYS_DIFFER, FORM_MISSING))


def _left_out(day: date, holiday: Calendar) -> str | None:
    """Why a day is not counted. A holiday on a weekend goes by the weekend's name."""
    if day.weekday() >= 5:
        return day.strftime("%A")
    return holiday(day)
