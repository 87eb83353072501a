"""The detainer clock's worked moments are the rules', and say from what each wording counts."""

from __future__ import annotations

import doctest
import sys
from datetime import UTC, datetime, timedelta

import pytest

from interop_course.live import counting
from interop_course.live.counting import KINDS, WORDINGS, WORKED, clock_state, in_words, moment_state
from interop_course.rules import NoCalendar, Wording, deadline, federal_holidays

STATE = clock_state()
CALENDAR = federal_holidays()


def minutes(words: str) -> int:
    """Hours and minutes in words, such as 23 h 59 min, as minutes."""
    parts = words.split()
    return sum(int(n) * {"h": 60, "min": 1}[unit] for n, unit in zip(parts[::2], parts[1::2], strict=True))


def test_the_examples_hold() -> None:
    result = doctest.testmod(counting)
    assert result.attempted
    assert not result.failed


@pytest.mark.parametrize("n", range(len(WORKED)))
@pytest.mark.parametrize("id", WORDINGS)
def test_a_worked_moment_is_what_the_rules_count(n: int, id: str) -> None:
    moment = STATE.moments[n]
    counted = deadline(WORDINGS[id], datetime.fromisoformat(moment.at), CALENDAR)
    assert moment.start == in_words(counted.start)
    assert moment.ends[id] == in_words(counted.end)
    assert [day.why for day in moment.days if day.why] == [each.why for each in counted.left_out]
    assert [day.day.split()[1] for day in moment.days if day.why] == [str(each.day.day) for each in counted.left_out]


@pytest.mark.parametrize("moment", STATE.moments, ids=lambda moment: moment.label)
def test_the_counted_hours_of_the_days_are_forty_eight(moment: counting.MomentState) -> None:
    assert sum(minutes(day.hours) for day in moment.days if day.hours) == 48 * 60
    assert all(bool(day.hours) != bool(day.why) for day in moment.days)


@pytest.mark.parametrize("hour", range(0, 24, 5))
def test_so_are_those_of_any_moment_of_a_year(hour: int) -> None:
    for day in range(0, 365, 3):
        moment = moment_state(datetime(2010, 1, 1, hour, 7) + timedelta(days=day), calendar=CALENDAR)
        assert sum(minutes(each.hours) for each in moment.days if each.hours) == 48 * 60


def test_the_worked_moments_meet_what_is_left_out() -> None:
    whys = {day.why for moment in STATE.moments for day in moment.days} - {""}
    assert {"Saturday", "Sunday", "Washington's Birthday", "Thanksgiving Day"} < whys
    assert any(why.startswith("New Year") for why in whys)
    assert any(why.endswith("(observed)") for why in whys)
    assert any(all(not day.why for day in moment.days) for moment in STATE.moments), "an ordinary one"


def test_the_two_wordings_are_kept_apart() -> None:
    holding, custody = STATE.wordings
    assert {holding.id, custody.id} == set(WORDINGS)
    assert (holding.rule.id, custody.rule.id) == ("DC-ceiling", "DC-promise")
    assert holding.counts_from == "", "the handout names no moment"
    assert holding.starts == Wording.HOLDING.starts
    assert custody.counts_from == "notice"
    assert custody.starts == Wording.CUSTODY.starts
    assert {kind.id for kind in KINDS} == {"notice", "receipt"}
    assert "C24" in {entry.label[:3] for wording in STATE.wordings for entry in wording.rule.entries}


def test_the_clock_says_what_it_is_not() -> None:
    assert "no legal advice" in STATE.intro
    assert "does not say when" in STATE.intro
    assert {rule.id for rule in STATE.notes} == {"DC-holidays", "DC-form", "AU-no-waiting"}


def test_a_moment_of_ones_own_comes_first() -> None:
    own = clock_state(datetime(2010, 5, 28, 12))
    assert own.moments[own.at].at == "2010-05-28T12:00"
    assert own.moments[: len(WORKED)] == STATE.moments
    known = clock_state(datetime.fromisoformat(WORKED[4][0]))
    assert known.at == 4
    assert known.moments == STATE.moments


def test_a_time_with_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        clock_state(datetime(2010, 3, 1, tzinfo=UTC))


def test_without_the_library_the_caller_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    counting._worked.cache_clear()
    with pytest.raises(NoCalendar):
        clock_state()
