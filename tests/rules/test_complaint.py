from dataclasses import replace

import pytest

from interop_course.packet import cite
from interop_course.rules import Outcome
from interop_course.rules.complaint import (
    ELEMENTS,
    Channel,
    Completeness,
    Conduct,
    Draft,
    lacking,
    may_concern,
    review,
)

FULL = Draft(
    channel=Channel.LETTER,
    name="SAMPLE,ALEX",
    birth_date="an invented date",
    contact="an invented address",
    a_number=True,
    what="an invented event",
    date="1 March 2010",
    time="21:10",
    place="an invented place",
    witnesses="none",
    employee="an invented name",
    papers=True,
    other_steps="none",
)


def ids(draft: Draft) -> list[str]:
    return [element.id for element in lacking(draft)]


def test_a_full_draft_lacks_nothing() -> None:
    decision = review(FULL)
    assert decision.outcome is Completeness.COMPLETE
    assert decision.would_change == ()
    assert cite("complaint@63") in decision.cites


@pytest.mark.parametrize(
    ("change", "lacks", "outcome"),
    [
        ({"channel": None}, ["writing"], Completeness.LACKS_REQUIRED),
        ({"channel": Channel.TELEPHONE}, ["writing"], Completeness.LACKS_REQUIRED),
        ({"channel": Channel.OTHER}, ["writing"], Completeness.LACKS_REQUIRED),
        ({"channel": Channel.FAX}, [], Completeness.COMPLETE),
        ({"channel": Channel.EMAIL}, [], Completeness.COMPLETE),
        ({"language": "Spanish"}, [], Completeness.COMPLETE),
        ({"for_other": True}, ["consent"], Completeness.LACKS_REQUIRED),
        ({"for_other": True, "consent": True}, [], Completeness.COMPLETE),
        ({"organization_files": True, "organization": "An office"}, ["consent"], Completeness.LACKS_REQUIRED),
        ({"organization_files": True, "consent": True}, ["organization"], Completeness.LACKS_RECOMMENDED),
        ({"organization_files": True, "consent": True, "organization": "An office"}, [], Completeness.COMPLETE),
        ({"consent": True}, [], Completeness.COMPLETE),
        ({"name": ""}, ["name"], Completeness.LACKS_RECOMMENDED),
        ({"name": "  "}, ["name"], Completeness.LACKS_RECOMMENDED),
        ({"birth_date": ""}, ["birth-date"], Completeness.LACKS_RECOMMENDED),
        ({"a_number": False}, ["a-number"], Completeness.LACKS_RECOMMENDED),
        ({"contact": ""}, ["contact"], Completeness.LACKS_RECOMMENDED),
        ({"what": ""}, ["what"], Completeness.LACKS_RECOMMENDED),
        ({"date": ""}, ["date"], Completeness.LACKS_RECOMMENDED),
        ({"time": ""}, ["time"], Completeness.LACKS_RECOMMENDED),
        ({"place": ""}, ["place"], Completeness.LACKS_RECOMMENDED),
        ({"witnesses": ""}, ["witnesses"], Completeness.LACKS_RECOMMENDED),
        ({"employee": ""}, ["who"], Completeness.LACKS_RECOMMENDED),
        ({"employee": "", "program_link": "the prints were checked"}, [], Completeness.COMPLETE),
        ({"papers": False}, ["papers"], Completeness.LACKS_RECOMMENDED),
        ({"other_steps": ""}, ["other-steps"], Completeness.LACKS_RECOMMENDED),
        ({"channel": None, "time": ""}, ["writing", "time"], Completeness.LACKS_REQUIRED),
    ],
)
def test_a_draft_is_told_what_it_lacks(change: dict[str, object], lacks: list[str], outcome: Completeness) -> None:
    draft = replace(FULL, **change)  # type: ignore[arg-type]
    assert ids(draft) == lacks
    assert review(draft).outcome is outcome
    assert len(review(draft).would_change) == len(lacks)


def test_an_empty_draft_lacks_all_that_applies_to_it() -> None:
    assert ids(Draft()) == [element.id for element in ELEMENTS if element.id not in ("consent", "organization")]


def test_an_empty_draft_of_an_organization_lacks_everything() -> None:
    assert ids(Draft(organization_files=True)) == [element.id for element in ELEMENTS]


def test_only_writing_and_consent_are_required() -> None:
    assert [element.id for element in ELEMENTS if element.required] == ["writing", "consent"]


def test_the_consent_rule_comes_up_only_where_somebody_files_for_another() -> None:
    assert "CP-consent" not in review(FULL).rule_ids
    assert "CP-consent" in review(replace(FULL, for_other=True)).rule_ids
    assert "CP-consent" in review(replace(FULL, organization_files=True)).rule_ids


def test_every_review_says_what_follows_and_what_happens_to_the_data() -> None:
    assert {"CP-referral", "CP-privacy", "CP-language", "CP-recommended"} <= set(review(Draft()).rule_ids)


@pytest.mark.parametrize(
    ("conduct", "outcome", "rule", "source", "entry"),
    [
        (Conduct.DHS_EMPLOYEE, Outcome.YES, "CP-remit", "complaint@63", "C30"),
        (Conduct.DHS_PROGRAM, Outcome.YES, "CP-agreement", "moa/XI@38", "C35"),
        (Conduct.LOCAL_OFFICER, Outcome.NOT_SAID, "CP-local", "complaint@63", "C30"),
        (Conduct.RECORDS, Outcome.NO, "CP-records", "faq@12", "C36"),
    ],
)
def test_what_a_complaint_may_concern_is_decided(
    conduct: Conduct, outcome: Outcome, rule: str, source: str, entry: str
) -> None:
    decision = may_concern(conduct)
    assert decision.outcome is outcome
    (found,) = (each for each in decision.rules if each.id == rule)
    assert cite(source) in found.cites
    assert entry in found.register


def test_a_complaint_about_a_local_officer_is_told_of_the_link_to_a_program() -> None:
    assert may_concern(Conduct.LOCAL_OFFICER).would_change == ("a link to a DHS program",)
