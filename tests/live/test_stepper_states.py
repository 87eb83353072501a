"""What a stepper shows of a journal."""

from __future__ import annotations

import pytest

from interop_course.live import message_before, stepper_state
from interop_course.messages import Kind
from interop_course.process import SCENARIOS, Party, scenario

MATCH = scenario("match")


@pytest.mark.parametrize("name", sorted(SCENARIOS))
def test_every_entry_is_told_with_its_reason_and_source(name: str) -> None:
    journal = scenario(name)
    state = stepper_state(journal)
    assert [entry.n for entry in state.entries] == list(range(1, len(journal.entries) + 1))
    for told, entry in zip(state.entries, journal.entries, strict=True):
        assert (told.title, told.why, told.note) == (entry.title, entry.rule.text, entry.note)
        assert [source.label for source in told.sources] == [cited.label for cited in entry.rule.cites]
        assert all(source.href for source in told.sources)
        assert [source.label.partition(":")[0] for source in told.open] == list(entry.open)
        assert bool(told.message) == (entry.kind is not None)


def test_only_parties_that_take_part_have_a_lifeline() -> None:
    assert [party.id for party in stepper_state(MATCH).parties] == ["LEA", "SIB", "CJIS", "IDENT", "LESC", "ICE"]
    assert "WIN" in [party.id for party in stepper_state(scenario("win")).parties]
    assert "LESC" not in [party.id for party in stepper_state(scenario("no-match")).parties]


def test_steps_three_and_four_are_told_as_alternatives() -> None:
    for name, step, other in (("match", 4, "step 3"), ("no-match", 3, "step 4")):
        state = stepper_state(scenario(name))
        marked = {entry.step for entry in state.entries if entry.alternative}
        assert marked == {step}
        assert all(other in entry.alternative for entry in state.entries if entry.step == step)


def test_times_are_told_in_words_and_counted_from_the_booking() -> None:
    first = stepper_state(MATCH).entries[0]
    minutes = int((MATCH.entries[0].at - MATCH.booking.booked).total_seconds()) // 60
    assert first.after == f"{minutes} min after the booking"
    assert first.at.startswith("1 March 2010, 21:")


def test_a_clock_says_met_missed_or_not_reached() -> None:
    assert {clock.outcome for clock in stepper_state(MATCH).clocks} == {"met"}
    assert "missed" in {clock.outcome for clock in stepper_state(scenario("slow-lesc")).clocks}
    silent = stepper_state(scenario("cannot-receive")).clocks
    assert ("not reached", "—") in {(clock.outcome, clock.elapsed) for clock in silent}


def test_a_limit_in_days_is_counted_in_days() -> None:
    arrest = next(clock for clock in stepper_state(scenario("old-arrest")).clocks if clock.limit == "7 days")
    assert (arrest.elapsed, arrest.outcome) == ("9 days", "missed")


def test_the_message_before_is_the_one_its_sender_had_received() -> None:
    reply = MATCH.find(Kind.DHS_SRE, Party.SIB)
    found = message_before(MATCH, reply)
    assert found is MATCH.find(Kind.IAR, Party.CJIS)
    assert message_before(MATCH, MATCH.entries[0]) is None
    answer = MATCH.find(Kind.IAR, Party.ICE)
    assert message_before(MATCH, answer) is MATCH.find(Kind.IAQ)


def test_equal_journals_have_equal_states() -> None:
    assert stepper_state(MATCH) == stepper_state(scenario("match"))
    assert stepper_state(MATCH) != stepper_state(scenario("match", seed=1))
