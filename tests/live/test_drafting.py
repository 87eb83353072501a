"""The practice letter lacks what the rules say it lacks, whoever files and whatever is ticked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from random import Random

import pytest

from interop_course.live.drafting import CHANNELS, FILERS, PARTS, complaint_state, draft_of, review_draft
from interop_course.live.practice_state import ComplaintState
from interop_course.rules import Channel, Completeness, Conduct, may_concern, review
from interop_course.rules.complaint import ELEMENTS

STATE = complaint_state()
ALL = tuple(part.id for part in PARTS)


def looked_up(state: ComplaintState, filer: str, channel: str, parts: tuple[str, ...]) -> tuple[str, list[str]]:
    """What the front end finds: how far the draft has come, and what it lacks."""
    held = {channel} | {part.id for part in state.parts if part.id in parts and filer in part.sentences}
    missing = [each for each in state.elements if filer in each.filers and not held & set(each.by)]
    lacking = "lacks-required" if any(each.required for each in missing) else "lacks-recommended"
    return (lacking if missing else "complete"), [each.label for each in missing]


def drafts() -> Iterator[tuple[str, ...]]:
    """Nothing, everything, each part and pair alone or left out, and three hundred drafts by chance."""
    chance = Random(2010)
    for size in (0, 1, 2, len(ALL) - 2, len(ALL) - 1, len(ALL)):
        yield from combinations(ALL, size)
    for _ in range(300):
        yield tuple(part for part in ALL if chance.random() < 0.5)


@pytest.mark.parametrize("filer", [filer.id for filer in FILERS])
@pytest.mark.parametrize("channel", ["", *(channel.id for channel in CHANNELS)])
def test_a_draft_lacks_what_the_rules_say(filer: str, channel: str) -> None:
    for parts in drafts():
        decision = review_draft(filer, channel, parts)
        outcome, labels = looked_up(STATE, filer, channel, parts)
        assert labels == list(decision.would_change), parts
        assert STATE.words[outcome].lower().rstrip(".") == decision.outcome.value.lower()


def test_every_outcome_is_met() -> None:
    met = {review_draft(filer.id, "letter", parts).outcome for filer in FILERS for parts in ((), ALL, ("consent",))}
    assert met == set(Completeness)


def test_everything_that_is_asked_for_can_be_had() -> None:
    assert [element.id for element in STATE.elements] == [element.id for element in ELEMENTS]
    assert all(each.by and each.filers for each in STATE.elements)
    for filer in FILERS:
        assert review_draft(filer.id, "fax", ALL).outcome is Completeness.COMPLETE


def test_consent_is_for_those_who_file_for_another() -> None:
    by_id = {each.id: each for each in STATE.elements}
    assert by_id["consent"].required
    assert by_id["consent"].filers == ("relative", "organization")
    assert by_id["organization"].filers == ("organization",)
    assert [each.id for each in STATE.elements if each.required] == ["writing", "consent"]
    assert review_draft("self", "letter", ("consent",)) == review_draft("self", "letter", ())


def test_a_call_files_nothing_and_has_no_head_of_a_letter() -> None:
    (call,) = (channel for channel in CHANNELS if channel.id == "telephone")
    assert not call.head
    assert "C32" in {entry.label[:3] for entry in call.entries}
    assert review_draft("self", "telephone", ALL).outcome is Completeness.LACKS_REQUIRED
    assert {channel.id for channel in CHANNELS if channel.head} == {"letter", "fax", "e-mail"}


def test_the_reconstructed_fax_number_is_marked() -> None:
    (fax,) = (channel for channel in CHANNELS if channel.id == "fax")
    assert "C82" in {entry.label[:3] for entry in fax.entries}
    assert all("2010" in channel.remark for channel in CHANNELS if channel.head)


def test_what_is_known_of_a_town_officer_is_no_link_to_a_program() -> None:
    assert review_draft("self", "letter", ("patrol_car",)) == review_draft("self", "letter", ())
    (who,) = (each for each in STATE.elements if each.id == "who")
    assert who.by == ("program_link",)


def test_any_language_will_do() -> None:
    assert review_draft("self", "letter", ALL, "other") == review_draft("self", "letter", ALL)


def test_the_rules_shown_are_those_of_the_reviews_and_the_local_officer() -> None:
    shown = {rule.id for rule in (*STATE.asked, *STATE.after)}
    for filer in FILERS:
        assert set(review(draft_of(filer.id, "", ())).rule_ids) <= shown
    assert may_concern(Conduct.LOCAL_OFFICER).rule_ids[0] in shown
    assert {"CP-referral", "CP-agreement", "CP-privacy"} <= {rule.id for rule in STATE.after}


def test_only_robin_says_i_of_robin() -> None:
    for part in PARTS:
        for filer, sentence in part.sentences.items():
            unquoted = sentence.partition("“")[0] + sentence.partition("”")[2]
            assert filer == "self" or " I " not in f" {unquoted}"
            assert filer == "self" or " my " not in f" {unquoted.lower()}".replace(" my cousin", "")
    assert draft_of("relative", "letter", ()).for_other
    assert draft_of("organization", "letter", ()).organization_files
    assert draft_of("self", "letter", ()).channel is Channel.LETTER


def test_it_is_marked_as_practice_and_leads_to_the_worksheet() -> None:
    assert "invented" in STATE.mark
    assert "Nothing is typed" in STATE.safety
    assert STATE.worksheet.href == "worksheet.html"
