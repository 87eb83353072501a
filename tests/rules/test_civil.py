import pytest

from interop_course.packet import cite
from interop_course.rules import Outcome
from interop_course.rules.civil import Submitter, may_search


@pytest.mark.parametrize(
    ("submitter", "outcome", "rule", "source"),
    [
        (Submitter.STATE_OR_LOCAL, Outcome.NO, "PU-civil", "idr-overview@23"),
        (Submitter.OPM, Outcome.YES, "CV-opm", "faq@8"),
        (Submitter.OTHER_FEDERAL, Outcome.NO, "CV-opm", "faq@8"),
    ],
)
def test_a_civil_search_is_decided(submitter: Submitter, outcome: Outcome, rule: str, source: str) -> None:
    decision = may_search(submitter)
    assert decision.outcome is outcome
    assert decision.rule_ids[0] == rule
    assert cite(source) in decision.rules[0].cites
    assert "C12" in decision.register
