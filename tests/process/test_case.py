"""Impossible steps raise and change nothing; the same seed gives the same bytes."""

from __future__ import annotations

import pytest

from interop_course.messages import Kind
from interop_course.process import (
    SCENARIOS,
    TRANSITIONS,
    Event,
    ImpossibleTransition,
    NoSuchEntry,
    Party,
    UnknownAgency,
    UnknownScenario,
    agency,
    open_case,
    scenario,
)


@pytest.mark.parametrize(
    ("sender", "signal", "receiver", "says"),
    [
        (Party.LEA, Kind.CAR, Party.LESC, "no rule"),
        (Party.LESC, Kind.IAR, Party.LEA, "no rule"),
        (Party.LEA, Kind.IAR, Party.CJIS, "no rule"),
        (Party.CJIS, Kind.IAQ, Party.LESC, "on its way"),
        (Party.ICE, Event.DETAINER, Party.LEA, "on its way"),
    ],
)
def test_an_impossible_delivery_raises_and_changes_nothing(
    sender: Party, signal: Kind | Event, receiver: Party, says: str
) -> None:
    case = open_case(*SCENARIOS["match"].start()).advance()
    before = (case.entries, case.waiting, case.order)
    with pytest.raises(ImpossibleTransition, match=says):
        case.deliver(sender, signal, receiver)
    assert (case.entries, case.waiting, case.order) == before
    assert case.advance().entries[0] == case.entries[0]


def test_a_closed_case_cannot_advance() -> None:
    case = open_case(*SCENARIOS["match"].start())
    while case.waiting:
        case = case.advance()
    with pytest.raises(ImpossibleTransition, match="closed"):
        case.advance()


def test_everything_that_is_sent_may_arrive() -> None:
    for edge, rows in TRANSITIONS.items():
        for row in rows:
            for send in row.sends:
                assert (edge[2], send.signal, send.to) in TRANSITIONS, (edge, send.title)


def test_every_edge_is_reached_by_some_row() -> None:
    sent = {(edge[2], send.signal, send.to) for edge, rows in TRANSITIONS.items() for r in rows for send in r.sends}
    assert set(TRANSITIONS) - sent == {(Party.LEA, Event.BOOKED, Party.LEA)}


@pytest.mark.parametrize("name", SCENARIOS)
def test_same_seed_same_bytes(name: str) -> None:
    assert scenario(name, 7).digest == scenario(name, 7).digest


def test_another_seed_is_another_run() -> None:
    assert scenario("match", 7).digest != scenario("match", 8).digest


def test_every_rule_and_note_resolves() -> None:
    from interop_course.packet import disagreement

    for rows in TRANSITIONS.values():
        for row in rows:
            assert row.rule.cites
            for send in row.sends:
                for entry in send.open:
                    assert disagreement(entry).id == entry


def test_unknown_names_are_refused_with_a_suggestion() -> None:
    with pytest.raises(UnknownAgency, match="XA0010000"):
        agency("XA0010001")
    with pytest.raises(UnknownScenario, match="no-match"):
        scenario("nomatch")
    with pytest.raises(NoSuchEntry, match="car"):
        scenario("no-match").find(Kind.IAQ)
