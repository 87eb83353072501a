import pytest

from interop_course.packet import cite
from interop_course.rules import NotRequested, Outcome
from interop_course.rules.cooperation import REQUESTED, is_duty, must_query_after_no_match

SECTIONS = tuple(f"2.2.{n}" for n in range(1, 9))


def test_all_eight_items_are_there() -> None:
    assert tuple(REQUESTED) == SECTIONS


@pytest.mark.parametrize("section", SECTIONS)
def test_whether_an_item_binds_is_left_open_except_for_outreach(section: str) -> None:
    decision = is_duty(section)
    assert decision.outcome is (Outcome.NO if section == "2.2.8" else Outcome.NOT_SAID)
    assert cite(f"sop-lea-actions/{section}@49") in decision.cites
    assert "C23" in decision.register
    assert "CO-request" in decision.rule_ids
    assert ("CO-consequence" in decision.rule_ids) is (section != "2.2.8")


@pytest.mark.parametrize("section", SECTIONS)
def test_an_item_is_worded_as_the_packet_words_it(section: str) -> None:
    text = REQUESTED[section].rule.text
    assert text.startswith(f"SOP {section} ")
    assert ("encourages" in text) is (section == "2.2.8")


def test_the_query_after_a_no_match_is_an_option() -> None:
    decision = must_query_after_no_match()
    assert decision.outcome is Outcome.NO
    assert cite("sop-lea-actions/2.2.7@49") in decision.cites


def test_an_item_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotRequested, match=r"2\.2\.1 to 2\.2\.8"):
        is_duty("2.2.9")
