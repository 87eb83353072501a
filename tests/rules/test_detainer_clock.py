"""Deadlines around a weekend and around federal holidays of 2010 and 2011."""

import builtins
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interop_course.packet import cite
from interop_course.rules import NoCalendar
from interop_course.rules.detainer_clock import LeftOut, Wording, deadline, federal_holidays

HOLDING, CUSTODY = Wording
HOLIDAYS = {
    date(2010, 1, 1): "New Year's Day",
    date(2010, 5, 31): "Memorial Day",
    date(2010, 7, 5): "Independence Day (observed)",
    date(2010, 11, 25): "Thanksgiving Day",
    date(2010, 12, 24): "Christmas Day (observed)",
    date(2010, 12, 31): "New Year's Day (observed)",
}
"""The calendar of these tests. 4 July 2010 was a Sunday, 25 December 2010 and 1 January 2011 were Saturdays."""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


ROWS = [
    ("2010-03-01T21:10", "2010-03-03T21:10", ()),  # Monday to Wednesday
    ("2010-03-04T00:00", "2010-03-06T00:00", ()),  # ends with the last counted minute of Friday
    ("2010-03-04T00:01", "2010-03-08T00:01", ("Saturday", "Sunday")),  # one minute is left for Monday
    ("2010-03-05T16:00", "2010-03-09T16:00", ("Saturday", "Sunday")),  # Friday afternoon
    ("2010-03-06T10:00", "2010-03-10T00:00", ("Saturday", "Sunday")),  # starts within a Saturday
    ("2010-03-07T23:59", "2010-03-10T00:00", ("Sunday",)),  # starts at the end of a Sunday
    ("2010-03-08T00:00", "2010-03-10T00:00", ()),  # midnight belongs to the Monday
    ("2010-03-12T12:00", "2010-03-16T12:00", ("Saturday", "Sunday")),  # clocks change on that Sunday
    ("2010-05-28T12:00", "2010-06-02T12:00", ("Saturday", "Sunday", "Memorial Day")),
    ("2010-07-02T12:00", "2010-07-07T12:00", ("Saturday", "Sunday", "Independence Day (observed)")),
    ("2010-11-24T12:00", "2010-11-29T12:00", ("Thanksgiving Day", "Saturday", "Sunday")),
    ("2010-11-25T08:00", "2010-11-30T00:00", ("Thanksgiving Day", "Saturday", "Sunday")),  # starts on the holiday
    ("2010-12-23T18:00", "2010-12-28T18:00", ("Christmas Day (observed)", "Saturday", "Sunday")),
    ("2010-12-30T12:00", "2011-01-04T12:00", ("New Year's Day (observed)", "Saturday", "Sunday")),
]


@pytest.mark.parametrize("wording", Wording)
@pytest.mark.parametrize(("start", "end", "left_out"), ROWS)
def test_forty_eight_counted_hours_are_found(wording: Wording, start: str, end: str, left_out: tuple[str, ...]) -> None:
    found = deadline(wording, at(start), HOLIDAYS.get)
    assert found.end == at(end)
    assert tuple(day.why for day in found.left_out) == left_out


def test_the_days_left_out_are_named_with_their_dates() -> None:
    found = deadline(HOLDING, at("2010-05-28T12:00"), HOLIDAYS.get)
    assert found.left_out[0] == LeftOut(date(2010, 5, 29), "Saturday")
    assert found.left_out[2] == LeftOut(date(2010, 5, 31), "Memorial Day")


@given(st.datetimes(datetime(2010, 1, 1), datetime(2011, 12, 1)))
def test_the_counted_minutes_are_forty_eight_hours(start: datetime) -> None:
    start = start.replace(second=0, microsecond=0)
    found = deadline(CUSTODY, start, HOLIDAYS.get)
    minutes = int((found.end - start) / timedelta(minutes=1))
    days = [(start + timedelta(minutes=n)).date() for n in range(minutes)]
    counted = [day for day in days if day.weekday() < 5 and day not in HOLIDAYS]
    assert len(counted) == 48 * 60
    assert {day.day for day in found.left_out} == set(days) - set(counted)


def test_an_empty_calendar_is_a_calendar() -> None:
    assert deadline(HOLDING, at("2010-05-28T12:00"), {}.get).end == at("2010-06-01T12:00")


@pytest.mark.parametrize(
    ("wording", "first", "source", "start"),
    [
        (HOLDING, "DC-ceiling", "le-overview/footnote 3@14", "handout names none"),
        (CUSTODY, "DC-promise", "sop-ice-actions/3.2.4@51", "notification"),
    ],
)
def test_a_deadline_names_its_wording_its_start_and_the_other_wording(
    wording: Wording, first: str, source: str, start: str
) -> None:
    found = deadline(wording, at("2010-03-01T21:10"), HOLIDAYS.get)
    assert start in wording.starts
    assert found.wording is wording
    assert found.rules[0].id == first
    assert cite(source) in found.rules[0].cites
    assert {rule.id for rule in found.rules} == {"DC-ceiling", "DC-promise", "DC-holidays", "DC-form"}
    assert all("C24" in rule.register for rule in found.rules)


def test_the_deadline_itself_is_not_yet_too_late() -> None:
    found = deadline(HOLDING, at("2010-03-01T21:10"), HOLIDAYS.get)
    assert not found.passed(found.end)
    assert found.passed(found.end + timedelta(seconds=1))


def test_a_time_with_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        deadline(HOLDING, datetime(2010, 3, 1, tzinfo=UTC), HOLIDAYS.get)


def test_without_the_library_the_caller_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(NoCalendar, match="not installed"):
        deadline(HOLDING, at("2010-03-01T21:10"))


def test_the_library_is_loaded_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def refuse(name: str, *args: object, **options: object) -> object:
        assert not name.startswith("holidays")
        return imported(name, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refuse)
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert deadline(HOLDING, at("2010-03-01T21:10"), HOLIDAYS.get).end == at("2010-03-03T21:10")


def test_the_librarys_calendar_has_the_federal_holidays_of_2010() -> None:
    calendar = federal_holidays()
    for day, name in HOLIDAYS.items():
        assert calendar(day) == name
    assert calendar(date(2010, 3, 31)) is None  # a holiday of some states only
    assert deadline(CUSTODY, at("2010-05-28T12:00")).end == at("2010-06-02T12:00")
