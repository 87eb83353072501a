"""One row for each use and each edge: the use, the answer, the rule that comes first, and where that stands."""

import pytest

from interop_course.packet import cite
from interop_course.rules import Outcome
from interop_course.rules.permitted_use import Agency, Material, Purpose, Standing, Use, may_use

YES, NO, IF, NOT_SAID, NOT_GOVERNED = Outcome
P, IAR = Purpose, Material.IAR

ROWS = [
    # the five authorized uses
    (Use(P.IDENTITY, in_custody=True), YES, "PU-identity", "idr-policy@57"),
    (Use(P.IDENTITY, in_custody=False), NO, "PU-identity", "idr-policy@57"),
    (Use(P.IDENTITY), IF, "PU-identity", "idr-policy@57"),
    (Use(P.INVESTIGATION, in_custody=True, related=True), YES, "PU-investigation", "idr-policy@57"),
    (Use(P.INVESTIGATION, in_custody=True, related=False), NO, "PU-investigation", "idr-policy@57"),
    (Use(P.INVESTIGATION, in_custody=False, related=True), NO, "PU-investigation", "idr-policy@57"),
    (Use(P.INVESTIGATION, in_custody=False), NO, "PU-investigation", "idr-policy@57"),
    (Use(P.INVESTIGATION, related=False), NO, "PU-investigation", "idr-policy@57"),
    (Use(P.INVESTIGATION, in_custody=True), IF, "PU-investigation", "idr-policy@57"),
    (Use(P.INVESTIGATION), IF, "PU-investigation", "idr-policy@57"),
    (Use(P.CASE_FILE), YES, "PU-case-file", "idr-policy@57"),
    (Use(P.ARRAY, standing=Standing.SUSPECT), YES, "PU-array", "idr-policy@57"),
    (Use(P.ARRAY, standing=Standing.NEITHER), NO, "PU-filler", "idr-policy@57"),
    (Use(P.ARRAY, standing=Standing.SUBJECT), NOT_SAID, "PU-array-unclear", "idr-policy@58"),
    (Use(P.ARRAY), IF, "PU-array", "idr-policy@57"),
    (Use(P.POSTER, permission=True), YES, "PU-poster", "idr-policy/footnote 1@57"),
    (Use(P.POSTER, permission=False), NO, "PU-poster", "idr-policy/footnote 1@57"),
    (Use(P.POSTER), IF, "PU-poster", "idr-policy/footnote 1@57"),
    # prohibited by name
    (Use(P.BEYOND_COLLECTOR), NO, "PU-collector", "idr-policy@57"),
    (Use(P.DATA_MINING), NO, "PU-data-mining", "idr-policy/footnote 2@57"),
    (Use(P.DATABASE), NO, "PU-database", "idr-policy@58"),
    (Use(P.CREDENTIALS), NO, "PU-credentials", "idr-policy@58"),
    (Use(P.SERVICE_ANNOUNCEMENT), NO, "PU-announcement", "idr-policy@58"),
    (Use(P.PRESS_CONFERENCE), NO, "PU-press", "idr-policy@58"),
    (Use(P.PRESS_CONFERENCE, permission=True), NO, "PU-press", "idr-policy@58"),
    (Use(P.EDUCATION), NO, "PU-education", "idr-policy@58"),
    (Use(P.AWARENESS_CAMPAIGN), NO, "PU-awareness", "idr-policy@58"),
    # off the list though nobody named them in the policy
    (Use(P.SOCIAL_MEDIA), NO, "PU-closed-list", "idr-policy@57"),
    (Use(P.GOVERNMENT_CREDENTIALS), NO, "PU-government-credentials", "idr-policy@57"),
    (Use(P.TRAINING), NO, "PU-training", "idr-policy@57"),
    (Use(P.EMPLOYMENT_CHECK), NO, "PU-civil", "idr-overview@23"),
    (Use(P.POLICE_JOB_CHECK), NO, "PU-civil", "idr-overview@23"),
    (Use(P.OFFICER_SAFETY), NO, "PU-officer-safety", "idr-policy@57"),
    (Use(P.OTHER), NO, "PU-closed-list", "idr-policy@57"),
    # who uses it
    (Use(P.CASE_FILE, agency=Agency.TRIBAL), YES, "PU-case-file", "idr-policy@57"),
    (Use(P.TRAINING, agency=Agency.TRIBAL), NO, "PU-training", "idr-policy@57"),
    (Use(P.CASE_FILE, agency=Agency.FEDERAL), NOT_GOVERNED, "PU-federal", "faq@11"),
    (Use(P.PRESS_CONFERENCE, agency=Agency.FEDERAL), NOT_GOVERNED, "PU-federal", "faq@11"),
    (Use(P.CASE_FILE, IAR, Agency.FEDERAL), NOT_GOVERNED, "PU-federal", "faq@11"),
    # the IAR has no list of its own
    (Use(P.IDENTITY, IAR, in_custody=True), NOT_SAID, "PU-iar", "idr-policy@57"),
    (Use(P.CASE_FILE, IAR), NOT_SAID, "PU-iar", "idr-policy@57"),
    (Use(P.TRAINING, IAR), NOT_SAID, "PU-iar", "idr-policy@57"),
    (Use(P.PRESS_CONFERENCE, IAR), NO, "PU-confidential", "idr-overview@24"),
    (Use(P.SOCIAL_MEDIA, IAR), NO, "PU-confidential", "idr-overview@24"),
    (Use(P.SERVICE_ANNOUNCEMENT, IAR), NO, "PU-confidential", "idr-overview@24"),
    (Use(P.AWARENESS_CAMPAIGN, IAR), NO, "PU-confidential", "idr-overview@24"),
    (Use(P.EMPLOYMENT_CHECK, IAR), NO, "PU-civil", "idr-overview@23"),
    (Use(P.POLICE_JOB_CHECK, IAR), NO, "PU-civil", "idr-overview@23"),
]


@pytest.mark.parametrize(("use", "outcome", "rule", "source"), ROWS)
def test_a_use_is_decided(use: Use, outcome: Outcome, rule: str, source: str) -> None:
    decision = may_use(use)
    assert decision.outcome is outcome
    assert decision.rule_ids[0] == rule
    assert cite(source) in decision.rules[0].cites


@pytest.mark.parametrize("purpose", Purpose)
def test_every_purpose_has_a_row(purpose: Purpose) -> None:
    assert any(use.purpose is purpose for use, *_ in ROWS)


def test_exactly_five_uses_can_be_authorized() -> None:
    best = {"in_custody": True, "related": True, "standing": Standing.SUSPECT, "permission": True}
    allowed = {purpose for purpose in Purpose if may_use(Use(purpose, **best)).outcome is YES}  # type: ignore[arg-type]
    assert allowed == {P.IDENTITY, P.INVESTIGATION, P.CASE_FILE, P.ARRAY, P.POSTER}


@pytest.mark.parametrize("purpose", [purpose for purpose in Purpose if purpose is not P.ARRAY])
def test_every_answer_on_an_idr_goes_back_to_the_closed_list(purpose: Purpose) -> None:
    assert "PU-closed-list" in may_use(Use(purpose)).rule_ids


@pytest.mark.parametrize("purpose", Purpose)
def test_nothing_on_an_iar_is_drawn_from_the_list_for_idrs(purpose: Purpose) -> None:
    decision = may_use(Use(purpose, IAR, in_custody=True, related=True, permission=True))
    assert decision.outcome in (NO, NOT_SAID)
    assert "PU-closed-list" not in decision.rule_ids
    assert "C87" in decision.register


@pytest.mark.parametrize(
    ("use", "change"),
    [
        (Use(P.IDENTITY), "in custody"),
        (Use(P.INVESTIGATION), "about the person in custody"),
        (Use(P.ARRAY, standing=Standing.NEITHER), "suspect"),
        (Use(P.POSTER), "permission"),
        (Use(P.CASE_FILE, agency=Agency.FEDERAL), "State, local or tribal"),
    ],
)
def test_a_decision_says_what_would_change_it(use: Use, change: str) -> None:
    assert any(change in clause for clause in may_use(use).would_change)


def test_a_tribal_agency_is_told_of_the_missing_word() -> None:
    assert "C07" in may_use(Use(P.CASE_FILE, agency=Agency.TRIBAL)).register
