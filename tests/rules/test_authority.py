from itertools import product

import pytest

from interop_course.packet import cite
from interop_course.rules import Outcome
from interop_course.rules.authority import Action, Basis, Exemption, Situation, may_act, may_select_by_origin

HOLD, ARREST, QUESTION = Action
IDR, IAR, EXPECTED, DETAINER = Basis
P287G, REGULATION, DHS = Exemption

ROWS = [
    (Situation(HOLD, IDR), Outcome.NO, "AU-idr", "idr-overview@22"),
    (Situation(ARREST, IDR), Outcome.NO, "AU-none", "faq@12"),
    (Situation(QUESTION, IDR), Outcome.NO, "AU-ice-alone", "sop-ice-actions/3.2.1@51"),
    (Situation(HOLD, IAR), Outcome.NO, "AU-iar", "sample-match@28"),
    (Situation(ARREST, IAR), Outcome.NO, "AU-iar", "sample-match@29"),
    (Situation(QUESTION, IAR), Outcome.NO, "AU-not-the-agency", "moa/III@35"),
    (Situation(HOLD, EXPECTED), Outcome.NO, "AU-no-waiting", "sop-process/2.1.5@48"),
    (Situation(ARREST, EXPECTED), Outcome.NO, "AU-none", "faq@11"),
    (Situation(HOLD, DETAINER), Outcome.CONDITION, "AU-detainer", "le-overview/footnote 3@14"),
    (Situation(ARREST, DETAINER), Outcome.NO, "AU-detainer-only-hold", "le-overview/footnote 3@14"),
    (Situation(QUESTION, DETAINER), Outcome.NO, "AU-ice-alone", "sop-ice-actions/3.2.1@51"),
    (Situation(ARREST, IDR, frozenset({P287G})), Outcome.CONDITION, "AU-287g", "faq@11"),
    (Situation(ARREST, IAR, frozenset({REGULATION})), Outcome.CONDITION, "AU-regulation", "faq@12"),
    (Situation(HOLD, EXPECTED, frozenset({DHS})), Outcome.CONDITION, "AU-regulation", "faq@12"),
    (Situation(QUESTION, IDR, frozenset({DHS})), Outcome.CONDITION, "AU-elsewhere", "sop-intro/1.0@46"),
]


@pytest.mark.parametrize(("situation", "outcome", "rule", "source"), ROWS)
def test_an_action_is_decided(situation: Situation, outcome: Outcome, rule: str, source: str) -> None:
    decision = may_act(situation)
    assert decision.outcome is outcome
    (found,) = (each for each in decision.rules if each.id == rule)
    assert cite(source) in found.cites


@pytest.mark.parametrize(("action", "basis"), list(product(Action, Basis)))
def test_no_paper_gives_authority_but_holding_on_a_detainer(action: Action, basis: Basis) -> None:
    allowed = may_act(Situation(action, basis)).outcome is not Outcome.NO
    assert allowed is (action is HOLD and basis is DETAINER)


@pytest.mark.parametrize(("action", "basis", "exemption"), list(product(Action, Basis, Exemption)))
def test_an_exception_never_makes_a_plain_yes(action: Action, basis: Basis, exemption: Exemption) -> None:
    assert may_act(Situation(action, basis, frozenset({exemption}))).outcome is Outcome.CONDITION


def test_the_two_exceptions_are_kept_apart_and_given_in_the_words_of_their_answers() -> None:
    both = may_act(Situation(ARREST, IAR, frozenset({P287G, REGULATION, DHS}))).rule_ids
    assert both == ("AU-elsewhere", "AU-287g", "AU-regulation", "AU-none")
    assert "AU-regulation" not in may_act(Situation(ARREST, IAR, frozenset({P287G}))).rule_ids
    assert "AU-287g" not in may_act(Situation(ARREST, IAR, frozenset({DHS}))).rule_ids


def test_a_refusal_names_each_exception_and_the_agencys_own_grounds() -> None:
    clauses = " ".join(may_act(Situation(ARREST, IDR)).would_change)
    for part in ("287(g)", "State regulation", "DHS immigration officials", "criminal law"):
        assert part in clauses


def test_no_refusal_leaves_out_that_the_program_gives_no_authority() -> None:
    for action, basis in product(Action, Basis):
        decision = may_act(Situation(action, basis))
        if decision.outcome is Outcome.NO:
            assert {"AU-none", "AU-program"} <= set(decision.rule_ids)
            assert "C14" in decision.register


def test_picking_out_people_by_origin_is_not_permitted() -> None:
    decision = may_select_by_origin()
    assert decision.outcome is Outcome.NO
    assert decision.rule_ids == ("AU-profiling", "AU-suspension")
    assert {cite("moa/VIII@38"), cite("sop-intro/1.0@46")} <= set(decision.cites)
    assert decision.register == ("C34", "C89")
