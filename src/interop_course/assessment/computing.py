"""What parametrised items draw from a seed: values for their placeholders, with the key among them.

Every key here is computed by the rules, by the wire format or by the simulator. A function takes a seed and returns
texts by the names of the placeholders; its docstring lists them. Chance is ``Random.random()`` alone, which is the
same on every Python.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import cycle, islice, permutations
from random import Random
from types import MappingProxyType
from typing import TypeVar

from interop_course.assessment.days import MONTHS, day_in_words
from interop_course.assessment.errors import NoSuchDraw
from interop_course.messages import IDR, EbtsMessage, Kind
from interop_course.process import (
    SCENARIOS,
    Booking,
    Clock,
    Delays,
    Journal,
    Party,
    Setting,
    encounters,
    run,
)
from interop_course.rules import Deadline, Wording, deadline
from interop_course.rules.detainer_clock import LIMIT

Values = Mapping[str, str]
Thing = TypeVar("Thing")

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@cache
def draw(name: str, seed: int) -> Values:
    """The values of a draw for a seed.

    Raises:
        NoSuchDraw: the course has no draw of that name.
    """
    if name not in DRAWS:
        raise NoSuchDraw(name, DRAWS)
    return MappingProxyType(DRAWS[name](seed))


def _pick(chance: Random, choices: Sequence[Thing]) -> Thing:
    return choices[int(chance.random() * len(choices))]


def _between(chance: Random, low: int, high: int) -> int:
    return low + int(chance.random() * (high - low + 1))


def _day(day: date) -> str:
    """ "Tuesday, 6 July 2010": a day in words that are the same in every locale."""
    return f"{_DAYS[day.weekday()]}, {day_in_words(day)}"


def _moment(at: datetime) -> str:
    return f"{_day(at.date())}, {at:%H:%M}"


def _clock(at: datetime) -> str:
    return f"{at:%H:%M}"


_BEFORE_HOLIDAYS = (
    date(2010, 5, 27), date(2010, 9, 3), date(2010, 10, 7), date(2011, 1, 14),
    date(2010, 5, 28), date(2010, 9, 2), date(2010, 10, 8), date(2011, 1, 13),
)  # fmt: skip
"""Thursdays and Fridays before a Monday that is a federal holiday by its own date, not observed for another day."""


def custody_over_holiday(seed: int) -> Values:
    """ICE's 48 hours over a long weekend: ``start``, ``holiday``, ``end``, ``plain`` (nothing left out),
    ``weekend_only`` (the holiday counted), ``late`` (a day too many left out).
    """
    chance = Random(seed)
    day = _BEFORE_HOLIDAYS[(seed - 1) % len(_BEFORE_HOLIDAYS)]
    start = datetime.combine(day, time(_between(chance, 8, 17), _pick(chance, (0, 15, 30, 45))))
    counted = deadline(Wording.CUSTODY, start)
    holiday = next(left for left in counted.left_out if left.day.weekday() < 5)
    return {
        "start": _moment(start),
        "holiday": f"{_day(holiday.day)} ({holiday.why})",
        "end": _moment(counted.end),
        "plain": _moment(start + LIMIT),
        "weekend_only": _moment(deadline(Wording.CUSTODY, start, lambda day: None).end),
        "late": _moment(counted.end + timedelta(days=1)),
    }


_WITH_DAYS_LEFT_OUT = (
    date(2010, 3, 18), date(2010, 11, 10), date(2010, 5, 28), date(2010, 6, 11),
    date(2010, 11, 9), date(2010, 9, 2), date(2010, 11, 24), date(2010, 4, 16),
)  # fmt: skip
"""Days of 2010 shortly before a weekend, a holiday in the middle of a week, or both."""


def custody_hours(seed: int) -> Values:
    """ICE's 48 hours with a weekend, a holiday or both between: ``start`` and ``end``, ``hours`` on the wall between
    them, ``left_out`` (the days in words), ``wrong`` (hours with a day too many left out).
    """
    day = _WITH_DAYS_LEFT_OUT[(seed - 1) % len(_WITH_DAYS_LEFT_OUT)]
    start = datetime.combine(day, time(_between(Random(seed), 8, 20)))
    counted = deadline(Wording.CUSTODY, start)
    return {
        "start": _moment(start),
        "end": _moment(counted.end),
        "hours": str(_hours(counted)),
        "left_out": _listed([f"{left.day.day} {MONTHS[left.day.month - 1]} ({left.why})" for left in counted.left_out]),
        "wrong": str(_hours(counted) + 24),
    }


def _listed(things: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(things[:-1]), things[-1])))


def _hours(counted: Deadline) -> int:
    return int((counted.end - counted.start) / timedelta(hours=1))


def release_days(seed: int) -> Values:
    """ICE's 48 hours without a holiday, and a time near their end: ``start``, ``end`` and ``at`` in words,
    ``start_iso`` and ``at_iso`` for the rules, ``side`` ("before" or "after" the end).
    """
    chance = Random(seed)
    while True:
        day = date(2010, 3, 1) + timedelta(days=7 * _between(chance, 0, 40) + _between(chance, 2, 4))
        start = datetime.combine(day, time(_between(chance, 8, 17)))
        counted = deadline(Wording.CUSTODY, start)
        late = chance.random() < 0.5
        hours = _pick(chance, (2, 5))
        if all(left.day.weekday() >= 5 for left in counted.left_out):
            break
    at = counted.end + timedelta(hours=hours if late else -hours)
    return {
        "start": _moment(start),
        "end": _moment(counted.end),
        "at": _moment(at),
        "start_iso": start.isoformat(),
        "at_iso": at.isoformat(),
        "side": "after" if late else "before",
    }


def _match(seed: int, delays: Delays) -> Journal:
    """The scenario "match" with other times."""
    booking, usual = SCENARIOS["match"].start()
    minutes = _between(Random(seed), 5, 55)
    later = booking.booked + timedelta(hours=seed % 3, minutes=minutes)
    booking = booking.model_copy(update={"booked": later, "doa": later.date()})
    return run(booking, usual.model_copy(update={"delays": delays}), seed)


def match_clock(seed: int) -> Values:
    """The four hours of SOP 2.1.4, measured: ``sent`` (desk), ``received`` (prints at CJIS), ``answered`` (the LESC's
    answer at CJIS), ``replied`` (CJIS sends), ``arrived`` (at the bureau), and ``elapsed``, ``from_desk`` and
    ``to_bureau``, in minutes.
    """
    journal = _match(seed, Delays(submit=(5, 15), lesc=(40, 150), reply=(5, 15)))
    clock = _named(journal, "match-sop-2.1.4")
    assert clock.elapsed is not None
    at_cjis, reply = journal.find(Kind.CAR, Party.CJIS), journal.find(Kind.DHS_SRE, Party.SIB)
    answer, first = journal.find(Kind.IAR, Party.CJIS), journal.find(Kind.CAR)
    return {
        "sent": _clock(first.sent),
        "received": _clock(at_cjis.at),
        "answered": _clock(answer.at),
        "replied": _clock(reply.sent),
        "arrived": _clock(reply.at),
        "elapsed": _minutes(clock.elapsed),
        "from_desk": _minutes(reply.sent - first.sent),
        "to_bureau": _minutes(reply.at - at_cjis.at),
    }


def _named(journal: Journal, id: str) -> Clock:
    return next(clock for clock in journal.clocks if clock.id == id)


def _minutes(length: timedelta) -> str:
    return str(int(length / timedelta(minutes=1)))


def notice_clock(seed: int) -> Values:
    """A CPI's 24 hours, measured: ``desk`` (prints leave the desk), ``received`` (at the state's system), ``noticed``
    (the CPI is sent), ``elapsed`` and ``from_desk`` in minutes.
    """
    booking, usual = SCENARIOS["nff-later"].start()
    later = booking.booked - timedelta(hours=12) + timedelta(minutes=_between(Random(seed), 5, 240))
    setting = usual.model_copy(update={"delays": Delays(submit=(20, 50))})
    journal = run(booking.model_copy(update={"booked": later}), setting, seed)
    clock = _named(journal, "cpi-24-hours")
    assert clock.elapsed is not None
    received, notice = journal.find(Kind.CAR, Party.SIB), journal.find(Kind.CPI, Party.CJIS)
    return {
        "desk": _clock(received.sent),
        "received": _clock(received.at),
        "noticed": _clock(notice.sent),
        "elapsed": _minutes(clock.elapsed),
        "from_desk": _minutes(notice.sent - received.sent),
    }


def last_day_for_prints(seed: int) -> Values:
    """How long after an arrest a CAR is still taken, found by trying: ``arrest`` and the ``last`` day, ``refused``
    (the day after), ``early`` (a day too soon) and ``working`` (as if only working days counted).
    """
    arrest = date(2010, 3, 1) + timedelta(days=37 * seed % 91)
    days = (arrest + timedelta(days=n) for n in range(30))
    refused = next(day for day in days if _refused(arrest, day))
    last = refused - timedelta(days=1)
    working = (arrest + timedelta(days=n) for n in range(1, 30))
    return {
        "arrest": _day(arrest),
        "last": _day(last),
        "refused": _day(refused),
        "early": _day(last - timedelta(days=1)),
        "working": _day(next(islice((day for day in working if day.weekday() < 5), 6, None))),
    }


def _refused(arrest: date, sent: date) -> bool:
    booking = Booking(doa=arrest, booked=datetime.combine(sent, time(12)))
    return any(entry.signal is Kind.ERRT for entry in run(booking, Setting(), 1).entries)


_HISTORIES = (7, 8, 9, 11, 12, 13, 14, 15)
"""Lengths of a history. Of ten encounters as many are shown as hidden, so that a wrong way would come out right."""


def hidden_encounters(seed: int) -> Values:
    """A long history and the IDR about it: ``history``, ``shown`` and ``hidden``, in encounters."""
    history = tuple(islice(cycle(encounters(7)), _HISTORIES[(seed - 1) % len(_HISTORIES)]))
    shown = len(IDR.of(history).encounters)
    return {"history": str(len(history)), "shown": str(shown), "hidden": str(len(history) - shown)}


_NAMES = ("SAMPLE,ALEX", "EXAMPLE,SASHA", "SAMPLE,ALEXANDRA", "EXAMPLE,JO", "SPECIMEN,ROBIN LEE", "TRAINING,KIM")
"""Names of invented people, no two of one length."""
_CHANGES = tuple(permutations(_NAMES, 2))


def changed_name(seed: int) -> Values:
    """LEN of a record before and after a change of name: ``before`` and ``after`` (names), ``old`` and ``new``
    (LEN, in bytes), ``letters`` (the length of the new name).
    """
    before, after = _CHANGES[17 * seed % len(_CHANGES)]
    message = run(*SCENARIOS["match"].start(), seed).find(Kind.CAR).message
    assert isinstance(message, EbtsMessage)
    return {
        "before": before,
        "after": after,
        "old": str(_length(message.model_copy(update={"nam": before}))),
        "new": str(_length(message.model_copy(update={"nam": after}))),
        "letters": str(len(after)),
    }


def _length(message: EbtsMessage) -> int:
    return len(message.transaction().of_type(2)[0].raw)


def whose_reply(seed: int) -> Values:
    """Three bookings of one evening and the reply to one of them: ``first``, ``second`` and ``third`` (the control
    numbers of their submissions), ``reply`` and ``refers`` (1.09 and 1.10 of the reply), ``key`` and ``other`` and
    ``another`` (which booking it belongs to, and the two others: "the first booking" and so on).
    """
    chance = Random(seed)
    evening = [run(*SCENARIOS["match"].start(), 100 * seed + n) for n in range(3)]
    sent = [_value(journal.find(Kind.CAR).message, 9) for journal in evening]
    reply = evening[int(chance.random() * 3)].find(Kind.DHS_SRE).message
    refers = _value(reply, 10)
    order = ("the first booking", "the second booking", "the third booking")
    key = sent.index(refers)
    other, another = (name for n, name in enumerate(order) if n != key)
    return {
        "first": sent[0], "second": sent[1], "third": sent[2], "reply": _value(reply, 9), "refers": refers,
        "key": order[key], "other": other, "another": another,
    }  # fmt: skip


def _value(message: object, number: int) -> str:
    assert isinstance(message, EbtsMessage)
    return message.transaction().header.value(number) or ""


DRAWS: Mapping[str, Callable[[int], Values]] = MappingProxyType(
    {
        function.__name__: function
        for function in (
            custody_over_holiday,
            custody_hours,
            release_days,
            match_clock,
            notice_clock,
            last_day_for_prints,
            hidden_encounters,
            changed_name,
            whose_reply,
        )
    }
)
"""Every draw by its name."""
