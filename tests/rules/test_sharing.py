import pytest

from interop_course.packet import cite
from interop_course.rules import Outcome
from interop_course.rules.permitted_use import Agency, Material
from interop_course.rules.sharing import Disclosure, Recipient, may_share

YES, NO, IF, NOT_SAID, NOT_GOVERNED = Outcome
CASE, FORCE, OTHER, OUTSIDE = Recipient
FREE = {"ground": True, "visa_record": False}

ROWS = [
    (Disclosure(CASE, ground=True, visa_record=False), YES, "SH-case", "idr-policy@58"),
    (Disclosure(FORCE, ground=True, visa_record=False), YES, "SH-case", "idr-policy@58"),
    (Disclosure(CASE, ground=False, visa_record=False), NO, "SH-case", "idr-policy@58"),
    (Disclosure(CASE, ground=None, visa_record=False), IF, "SH-case", "idr-policy@58"),
    (Disclosure(CASE, ground=True, visa_record=True, consent=False), NO, "SH-visa", "sample-match@27"),
    (Disclosure(CASE, ground=True, visa_record=True, consent=True), YES, "SH-case", "idr-policy@58"),
    (Disclosure(CASE, ground=True, visa_record=True), IF, "SH-case", "idr-policy@58"),
    (Disclosure(CASE, ground=True), IF, "SH-case", "idr-policy@58"),
    (Disclosure(CASE, ground=True, consent=True), YES, "SH-case", "idr-policy@58"),
    (Disclosure(CASE, ground=True, consent=False), IF, "SH-case", "idr-policy@58"),
    (Disclosure(FORCE, ground=None, visa_record=True, consent=False), NO, "SH-visa", "sample-match@27"),
    (Disclosure(CASE), IF, "SH-case", "idr-policy@58"),
    (Disclosure(OTHER, ground=True, visa_record=False), NO, "SH-channels", "idr-policy@58"),
    (Disclosure(OUTSIDE, ground=True, visa_record=False), NO, "PU-confidential", "idr-overview@24"),
    (Disclosure(OUTSIDE, Material.IAR), NO, "PU-confidential", "idr-overview@23"),
    (Disclosure(CASE, Material.IAR, ground=True, visa_record=False), NOT_SAID, "SH-iar", "idr-policy@58"),
    (Disclosure(OTHER, Material.IAR), NOT_SAID, "SH-iar", "idr-policy@58"),
    (Disclosure(CASE, agency=Agency.FEDERAL, ground=True, visa_record=False), NOT_GOVERNED, "PU-federal", "faq@11"),
    (Disclosure(CASE, agency=Agency.TRIBAL, ground=True, visa_record=False), YES, "SH-case", "idr-policy@58"),
]


@pytest.mark.parametrize(("disclosure", "outcome", "rule", "source"), ROWS)
def test_sharing_is_decided(disclosure: Disclosure, outcome: Outcome, rule: str, source: str) -> None:
    decision = may_share(disclosure)
    assert decision.outcome is outcome
    assert decision.rule_ids[0] == rule
    assert cite(source) in decision.rules[0].cites


@pytest.mark.parametrize(
    ("disclosure", "lacking"),
    [
        (Disclosure(CASE), ("suspected", "visa record")),
        (Disclosure(CASE, ground=True), ("visa record",)),
        (Disclosure(CASE, ground=True, visa_record=True), ("consent",)),
        (Disclosure(CASE, visa_record=True), ("suspected", "consent")),
        (Disclosure(OTHER), ("the two Departments",)),
    ],
)
def test_a_decision_says_what_is_lacking(disclosure: Disclosure, lacking: tuple[str, ...]) -> None:
    clauses = may_share(disclosure).would_change
    assert len(clauses) == len(lacking)
    assert all(word in clause for word, clause in zip(lacking, clauses, strict=True))


def test_who_has_not_looked_is_warned_that_a_visa_record_bears_no_mark() -> None:
    decision = may_share(Disclosure(CASE, ground=True))
    assert "SH-visa-unmarked" in decision.rule_ids
    assert {"C10", "C11"} <= set(decision.register)
