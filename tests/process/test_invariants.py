"""Whatever the booking and the setting, these hold."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st

from interop_course.messages import Kind
from interop_course.process import (
    Booking,
    Event,
    FollowUp,
    Journal,
    OnFile,
    Party,
    Purpose,
    Setting,
    Tally,
    encounters,
    run,
    simulate,
)

BOOKED = datetime(2010, 3, 20, 9)


@st.composite
def on_files(draw: st.DrawFn) -> OnFile:
    fbi = draw(st.sampled_from([None, "XF0000001"]))
    return OnFile(
        fbi=fbi,
        arrested_before_here=fbi is not None and draw(st.booleans()),
        ivf=fbi is not None and draw(st.booleans()),
        encounters=encounters(draw(st.integers(0, 7))),
        follow_up=draw(st.sampled_from(FollowUp)),
    )


@st.composite
def bookings(draw: st.DrawFn) -> Booking:
    return Booking(
        doa=BOOKED.date() - timedelta(days=draw(st.integers(0, 20))),
        booked=BOOKED,
        pob=draw(st.sampled_from(["XX", "US"])),
        amp=draw(st.sampled_from([(), (2,), (1, 10)])),
        purpose=draw(st.sampled_from(Purpose)),
        claims_foreign_birth=draw(st.booleans()),
        on_file=draw(on_files()),
    )


@st.composite
def situations(draw: st.DrawFn) -> Setting:
    ngi = draw(st.booleans())
    flags = {
        name: draw(st.booleans())
        for name in (
            "participates",
            "receives",
            "routes",
            "nff",
            "win",
            "blind_iaq",
            "may_discontinue",
            "name_query",
        )
    }
    return Setting(ngi=ngi, ndr=draw(st.sampled_from([None, 1, 9])) if ngi else None, **flags)


def signals(journal: Journal) -> set[Kind | Event]:
    return {entry.signal for entry in journal.entries}


@settings(max_examples=300, deadline=None)
@given(bookings(), situations(), st.integers(0, 2**32))
def test_whatever_happens(booking: Booking, setting: Setting, seed: int) -> None:
    journal = run(booking, setting, seed)
    seen = signals(journal)
    from_cjis = [e for e in journal.all(Kind.IAQ) if e.sender is Party.CJIS]
    assert (Event.KEPT in seen) == (journal.outcome == "match")
    assert bool(from_cjis) == (Event.KEPT in seen and booking.criminal), "CJIS asks on a criminal match, and only then"
    assert len(journal.all(Kind.IAR)) == 2 * len(from_cjis), "the answer goes to two, or to nobody"
    assert bool(journal.seen_by(Party.ICE)) == bool(from_cjis), "what ICE hears does not depend on the state"
    desk = [e.kind for e in journal.seen_by(Party.LEA)]
    if not (setting.receives and setting.routes and setting.wants_reply):
        assert Kind.DHS_SRE not in desk
        assert Kind.ERRT not in desk
    if not booking.criminal:
        assert Kind.DHS_SRE not in seen
        assert Kind.ERRT not in seen
    if not setting.participates:
        assert Kind.IDENT_QUERY not in seen or booking.purpose is Purpose.CIVIL_OPM
    if Kind.CPI in seen:
        assert Kind.ERRT not in seen, "no seven-day filter on a CPI"
    assert not (Event.DETAINER in seen and Event.KEPT not in seen), "no detainer in the journal without an ICE review"


def test_the_stream_is_the_same_for_the_same_seed_and_sums_up() -> None:
    first, second = list(simulate(50, 3)), list(simulate(50, 3))
    assert [j.digest for j in first] == [j.digest for j in second]
    tally = Tally()
    for journal in first:
        tally.add(journal)
    assert tally.bookings == 50 == sum(tally.outcomes.values()) == sum(tally.heard.values())
    assert len({j.booking.booked for j in first}) == 50


def test_a_year_is_a_stream_and_not_a_list() -> None:
    assert len(list(islice(simulate(10**9, 1), 3))) == 3
