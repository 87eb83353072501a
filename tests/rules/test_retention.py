from itertools import product

import pytest

from interop_course.packet import cite
from interop_course.rules import Outcome
from interop_course.rules.permitted_use import Agency, Material
from interop_course.rules.retention import Holding, may_keep

YES, NO, IF, NOT_SAID, NOT_GOVERNED = Outcome

ROWS = [
    (Holding(suspected=True, nexus=True), YES, "RT-grounds", "idr-policy@58", False),
    (Holding(suspected=True, nexus=True, convicted=False), YES, "RT-grounds", "idr-policy@58", False),
    (Holding(suspected=True, nexus=False), YES, "RT-grounds", "idr-policy@58", True),
    (Holding(suspected=False, nexus=True), YES, "RT-grounds", "idr-policy@58", True),
    (Holding(suspected=False, nexus=False, convicted=True), YES, "RT-grounds", "idr-policy@58", True),
    (Holding(suspected=False, nexus=False), IF, "RT-grounds", "idr-policy@58", False),
    (Holding(), IF, "RT-grounds", "idr-policy@58", False),
    (Holding(Material.IAR, suspected=True, nexus=True), NOT_SAID, "RT-iar", "faq@11", False),
    (Holding(Material.IAR), NOT_SAID, "RT-iar", "faq@11", False),
    (Holding(agency=Agency.FEDERAL), NOT_GOVERNED, "PU-federal", "faq@11", False),
    (Holding(agency=Agency.TRIBAL, suspected=True, nexus=True), YES, "RT-grounds", "idr-policy@58", False),
]
NO_GROUND = {"suspected": False, "convicted": False, "nexus": False}


@pytest.mark.parametrize(("holding", "outcome", "rule", "source", "reading"), ROWS)
def test_keeping_is_decided(holding: Holding, outcome: Outcome, rule: str, source: str, reading: bool) -> None:
    decision = may_keep(holding)
    assert decision.outcome is outcome
    assert decision.rule_ids[0] == rule
    assert cite(source) in decision.rules[0].cites
    assert decision.reading is reading


@pytest.mark.parametrize(("confirmed", "outcome"), [(True, NO), (False, IF), (None, IF)])
def test_without_a_ground_it_stays_only_until_the_identity_is_confirmed(
    confirmed: bool | None, outcome: Outcome
) -> None:
    decision = may_keep(Holding(**NO_GROUND, identity_confirmed=confirmed))
    assert decision.outcome is outcome
    assert decision.rule_ids[0] == "RT-until-confirmed"
    assert cite("idr-policy@58") in decision.rules[0].cites


@pytest.mark.parametrize("grounds", list(product((True, False), repeat=3)))
def test_a_case_that_rests_on_our_reading_is_marked(grounds: tuple[bool, bool, bool]) -> None:
    suspected, convicted, nexus = grounds
    decision = may_keep(Holding(suspected=suspected, convicted=convicted, nexus=nexus, identity_confirmed=True))
    assert decision.outcome is (YES if any(grounds) else NO)
    assert decision.reading is (any(grounds) and not (suspected and nexus))


def test_no_decision_names_a_number_of_days() -> None:
    for holding, *_ in ROWS:
        assert not any(character.isdigit() for reason in may_keep(holding).reasons for character in reason)
