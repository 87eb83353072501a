"""The packet's limits on the course's times: met, missed, at the very edge, and absent where they do not apply."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from interop_course.messages import Kind
from interop_course.process import Booking, Clock, Delays, Journal, OnFile, Setting, encounters, run, scenario

MATCH = {"match-faq", "match-sop-2.1.4", "match-sop-3.1.6"}


def clock(journal: Journal, name: str) -> Clock:
    return next(c for c in journal.clocks if c.id == name)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("match", MATCH | {"arrest-7-days"}),
        ("no-match", {"no-match-sop", "arrest-7-days"}),
        ("nff-later", {"cpi-24-hours"}),
        ("old-arrest", {"arrest-7-days"}),
        ("civil", set()),
        ("blind-iaq-kept", {"no-match-sop", "arrest-7-days"}),
    ],
)
def test_which_limits_apply(name: str, ids: set[str]) -> None:
    assert {c.id for c in scenario(name).clocks} == ids


def test_an_ordinary_match_meets_every_wording() -> None:
    assert all(c.met for c in scenario("match").clocks)


def test_a_slow_answer_misses_every_wording() -> None:
    journal = scenario("slow-lesc")
    assert {c.id for c in journal.clocks if c.met is False} == MATCH
    assert journal.all(Kind.DHS_SRE), "a missed limit does not stop the reply"


def test_a_reply_that_never_comes_is_not_called_missed() -> None:
    journal = scenario("cannot-receive")
    assert clock(journal, "match-faq").met is None
    assert clock(journal, "match-sop-3.1.6").met is True


def exactly(lesc: int) -> Journal:
    one = dict.fromkeys(("submit", "forward", "iafis", "copy", "ident", "iaq", "reply", "relay", "follow_up"), (1, 1))
    booking = Booking(doa=date(2010, 3, 1), booked=datetime(2010, 3, 1, 21), on_file=OnFile(encounters=encounters(1)))
    return run(booking, Setting(delays=Delays(**one, lesc=(lesc, lesc))))


@pytest.mark.parametrize(
    ("lesc", "faq", "sop_2", "sop_3"),
    [(236, True, True, True), (237, False, True, False), (238, False, False, False)],
)
def test_the_wordings_differ_at_the_edge(lesc: int, faq: bool, sop_2: bool, sop_3: bool) -> None:
    """One minute a leg: forward, copy, search, query, then the LESC, then the reply. Each wording has its own ends."""
    journal = exactly(lesc)
    minutes = {c.id: int(c.elapsed / timedelta(minutes=1)) for c in journal.clocks if c.elapsed is not None}
    assert minutes["match-faq"] == 3 + lesc + 1
    assert minutes["match-sop-2.1.4"] == 3 + lesc
    assert minutes["match-sop-3.1.6"] == 1 + 3 + lesc
    for name, met in (("match-faq", faq), ("match-sop-2.1.4", sop_2), ("match-sop-3.1.6", sop_3)):
        assert clock(journal, name).met is met


@pytest.mark.parametrize(("days", "met"), [(0, True), (7, True), (8, False)])
def test_seven_days_are_still_in_time(days: int, met: bool) -> None:
    booked = datetime(2010, 3, 20, 9)
    journal = run(Booking(doa=booked.date() - timedelta(days=days), booked=booked))
    assert clock(journal, "arrest-7-days").met is met
    assert bool(journal.all(Kind.ERRT)) is not met


def test_a_cpi_that_is_late_says_so() -> None:
    booking = Booking(
        doa=date(2010, 3, 1), booked=datetime(2010, 3, 1, 21),
        on_file=OnFile(fbi="XF0000001", arrested_before_here=True),
    )  # fmt: skip
    late = run(booking, Setting(nff=True, delays=Delays(cpi=(1441, 1441))))
    intime = run(booking, Setting(nff=True, delays=Delays(cpi=(1440, 1440))))
    assert clock(late, "cpi-24-hours").met is False
    assert clock(intime, "cpi-24-hours").met is True
