"""What "May I …?" looks up is what the rules decide, for every combination of answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest

from interop_course.live.deciding import (
    ASKS,
    PURPOSES,
    SHARING,
    USE,
    Verdict,
    disclosure_of,
    judge_sharing,
    judge_use,
    may_i_state,
    use_of,
)
from interop_course.live.diagram import UNKNOWN, Answers, walk_diagram
from interop_course.live.practice_state import DecisionState, MayIState
from interop_course.live.ruling import outcome_id
from interop_course.packet import cite
from interop_course.rules import Agency, Material, Outcome, Purpose, Recipient, Standing, may_share, may_use

STATE = may_i_state()
CHOICES = {ask.id: tuple(choice.id for choice in ask.choices) for ask in ASKS}
USED, SHARED = STATE.branches
BEST = {"agency": "state-or-local", "material": "idr", "in-custody": "yes", "related": "yes", "standing": "suspect",
        "permission": "yes"}  # fmt: skip


def combinations(asks: tuple[str, ...]) -> Iterator[Answers]:
    """Every combination of answers; "I do not know" stands for not answering too."""
    for answers in product(*(CHOICES[ask] for ask in asks)):
        yield dict(zip(asks, answers, strict=True))


def looked_up(branch: str, told: Answers) -> tuple[DecisionState | None, tuple[str, ...]]:
    (found,) = (each for each in STATE.branches if each.id == branch)
    decision, met = walk_diagram(STATE.nodes, found.start, told)
    return (None if decision is None else STATE.decisions[decision]), met


def differences(state: MayIState, shown: DecisionState, verdict: Verdict) -> Iterator[str]:
    decision = verdict.decision
    if shown.outcome != outcome_id(decision.outcome):
        yield "outcome"
    if shown.word != verdict.word:
        yield "word"
    if shown.change != decision.would_change:
        yield "change"
    for places, rules in ((shown.rules, decision.rules), (shown.beside, verdict.beside)):
        if [state.rules[place].id for place in places] != [rule.id for rule in rules]:
            yield "rules"


@pytest.mark.parametrize(("branch", "asks", "judge"), [("use", USE, judge_use), ("sharing", SHARING, judge_sharing)])
def test_every_combination_is_as_the_rules_decide(
    branch: str, asks: tuple[str, ...], judge: Callable[[Answers], Verdict | None]
) -> None:
    count = 0
    for told in combinations(asks):
        shown, verdict = looked_up(branch, told)[0], judge(told)
        if verdict is None:
            assert shown is None
            continue
        assert shown is not None
        assert not list(differences(STATE, shown, verdict)), told
        count += 1
    assert count > 500


def test_a_difference_would_be_seen() -> None:
    told = {**BEST, "purpose": "poster"}
    shown, verdict = looked_up("use", told)[0], judge_use({**told, "permission": "no"})
    assert shown is not None
    assert verdict is not None
    assert {"outcome", "word", "change"} <= set(differences(STATE, shown, verdict))


def test_the_verdict_is_the_rules_own() -> None:
    for told in combinations(("agency", "material", "purpose")):
        use, verdict = use_of(told), judge_use(told)
        assert use is not None
        assert verdict is not None
        assert verdict.decision == may_use(use)
    for told in combinations(SHARING):
        disclosure, verdict = disclosure_of(told), judge_sharing(told)
        assert (disclosure is None) == (told["recipient"] == "nobody")
        assert disclosure is None or (verdict is not None and verdict.decision == may_share(disclosure))


def test_a_question_left_unanswered_is_as_not_known() -> None:
    for told in combinations(USE[:3]):
        assert looked_up("use", told)[0] == looked_up("use", {**told, **dict.fromkeys(USE[3:], UNKNOWN)})[0]


def test_everything_that_the_rules_tell_apart_can_be_described() -> None:
    described = [use for told in combinations(USE) if (use := use_of(told))]
    assert {use.purpose for use in described} == set(Purpose)
    assert {use.material for use in described} == set(Material)
    assert {use.agency for use in described} == set(Agency)
    assert {use.standing for use in described} == {*Standing, None}
    for facts in ({use.in_custody for use in described}, {use.permission for use in described}):
        assert facts == {True, False, None}
    passed_on = [found for told in combinations(SHARING) if (found := disclosure_of(told))]
    assert {found.recipient for found in passed_on} == set(Recipient)
    assert {found.visa_record for found in passed_on} == {True, False, None}


def test_exactly_the_five_uses_can_be_allowed() -> None:
    allowed = {
        id for id in PURPOSES if (shown := looked_up("use", {**BEST, "purpose": id})[0]) and shown.outcome == "yes"
    }
    assert allowed == {"identity", "investigation", "case-file", "array", "poster"}


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({"agency": "federal"}, ("agency",)),
        ({"agency": "tribal", "material": "iar", "purpose": "identity"}, ("agency", "material", "purpose")),
        ({"agency": "tribal", "material": "idr", "purpose": "press"}, ("agency", "material", "purpose")),
        ({**BEST, "purpose": "array"}, ("agency", "material", "purpose", "standing")),
        ({**BEST, "purpose": "poster"}, ("agency", "material", "purpose", "permission")),
        ({**BEST, "purpose": "identity"}, ("agency", "material", "purpose", "in-custody")),
        (
            {**BEST, "purpose": "investigation", "in-custody": "no"},
            ("agency", "material", "purpose", "in-custody"),
        ),
    ],
)
def test_only_questions_that_matter_are_asked(told: Answers, asked: tuple[str, ...]) -> None:
    assert looked_up("use", told)[1] == asked


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({"recipient": "nobody"}, ()),
        ({"recipient": "outside"}, ()),
        ({"recipient": "other-agency"}, ()),
        ({"recipient": "case-agency", "ground": "no"}, ("ground",)),
        ({"recipient": "case-agency", "ground": "yes", "visa-record": "no"}, ("ground", "visa-record")),
        ({"recipient": "task-force", "ground": "yes", "visa-record": "yes"}, ("ground", "visa-record", "consent")),
        ({"recipient": "task-force", "ground": "yes", "visa-record": UNKNOWN}, ("ground", "visa-record", "consent")),
    ],
)
def test_passing_on_asks_for_the_visa_record_where_it_matters(told: Answers, asked: tuple[str, ...]) -> None:
    assert looked_up("sharing", {**BEST, **told})[1] == ("agency", "material", "recipient", *asked)


def test_a_poster_needs_permission_first() -> None:
    told = {**BEST, "purpose": "poster"}
    words = {answer: looked_up("use", {**told, "permission": answer})[0] for answer in ("yes", "no", UNKNOWN)}
    assert {answer: shown and shown.word for answer, shown in words.items()} == {
        "yes": "Allowed", "no": "Prohibited", UNKNOWN: "Permission first",
    }  # fmt: skip


def test_an_authorized_use_that_leaves_the_agency_recalls_visa_records() -> None:
    for id in PURPOSES:
        shown, _ = looked_up("use", {**BEST, "purpose": id})
        assert shown is not None
        beside = {STATE.rules[place].id for place in shown.beside}
        assert beside == ({"SH-visa", "SH-visa-unmarked"} if id in ("array", "poster") else set())


def test_an_edge_case_with_a_photo_says_where_to_ask() -> None:
    told = {**BEST, "material": "photo", "purpose": "array", "standing": "subject"}
    shown, _ = looked_up("use", told)
    assert shown is not None
    assert shown.outcome == outcome_id(Outcome.NOT_SAID)
    assert [STATE.rules[place].id for place in shown.beside] == ["RE-ask-photo"]


def test_for_a_tribal_agency_the_answers_on_an_idr_are_the_same() -> None:
    for told in combinations(USE[2:]):
        local = looked_up("use", {**told, "agency": "state-or-local", "material": "idr"})[0]
        tribal = looked_up("use", {**told, "agency": "tribal", "material": "idr"})[0]
        assert local is not None
        assert tribal is not None
        assert (tribal.outcome, tribal.word, tribal.change) == (local.outcome, local.word, local.change)
        assert [STATE.rules[place].id for place in tribal.rules[len(local.rules) :]] == ["PU-tribal"]


def test_every_rule_has_its_sources_and_register_entries_and_stands_once() -> None:
    ids = [rule.id for rule in STATE.rules]
    assert len(ids) == len(set(ids))
    labels = {cite(text).label for text in ("idr-policy@57", "sample-match@27", "faq@11")}
    assert labels <= {source.label for rule in STATE.rules for source in rule.sources}
    assert all(rule.sources for rule in STATE.rules)
    assert {"C01", "C02", "C10", "C87"} <= {entry.label[:3] for rule in STATE.rules for entry in rule.entries}


def test_the_state_is_compact_and_always_the_same() -> None:
    text = STATE.model_dump_json()
    assert len(text) < 50_000
    may_i_state.cache_clear()
    assert may_i_state().model_dump_json() == text
    assert MayIState.model_validate_json(text) == STATE
