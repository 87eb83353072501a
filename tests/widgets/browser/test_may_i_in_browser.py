""" "May I …?" in a page without Python: what is shown is what the rules decide, by mouse and by keyboard."""

from __future__ import annotations

from random import Random

import pytest
from playwright.sync_api import Locator, Page, expect

from interop_course.live.deciding import ASKS, PURPOSES, judge_sharing, judge_use, may_i_state
from interop_course.live.diagram import UNKNOWN
from tests.widgets.browser.conftest import Show

STATE = may_i_state()
CHANCE = Random(2010)
BEST = {"agency": "state-or-local", "material": "idr", "recipient": "nobody"}


def any_answers() -> dict[str, str]:
    return {ask.id: ask.choices[int(CHANCE.random() * len(ask.choices))].id for ask in ASKS}


SAMPLE = [{**BEST, "purpose": purpose} for purpose in PURPOSES] + [any_answers() for _ in range(30)]


@pytest.fixture
def page(show: Show) -> Page:
    return show(STATE)


ANSWER = """(answers) => {
  const live = document.querySelector(".ic-live");
  live.querySelector("button").click();
  for (const [name, value] of answers) {
    const control = live.querySelector(`select[name="${name}"], [name="${name}"][value="${value}"]`);
    if (!control.checkVisibility()) continue;
    if (control.type === "radio") control.click();
    else {
      control.value = value;
      control.dispatchEvent(new Event("change"));
    }
  }
}"""


def describe(page: Page, answers: dict[str, str]) -> None:
    """Start again and answer, in their order, the questions that are put."""
    page.evaluate(ANSWER, [[ask.id, answers[ask.id]] for ask in ASKS if ask.id in answers])


def box(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


def test_what_is_shown_is_what_the_rules_decide(page: Page) -> None:
    met = set()
    for answers in SAMPLE:
        describe(page, answers)
        for name, verdict in (("May I use it so?", judge_use(answers)), ("May I pass it on?", judge_sharing(answers))):
            if verdict is None:
                expect(box(page, name)).to_have_count(0)
                continue
            met.add(verdict.decision.outcome)
            assert box(page, name).locator(".ic-word").inner_text().endswith(verdict.word), answers
            rules = (*verdict.decision.rules, *verdict.beside)
            assert box(page, name).locator(".ic-rule-id").all_inner_texts() == [rule.id for rule in rules], answers
            shown = box(page, name).inner_text()
            for text in (*(rule.text for rule in rules), *verdict.decision.would_change):
                assert text in shown, answers
            for source in (rule.cites[0].label for rule in rules):
                assert source in shown, answers
    assert len(met) == 5, "every kind of outcome was shown"


def test_the_decision_grows_with_what_is_told(page: Page) -> None:
    status = page.get_by_role("status")
    expect(status).to_have_text("Still to be told: What for?")
    page.get_by_label("What for?").select_option("poster")
    expect(status).to_have_text(
        "May I use it so? Permission first. Still to be told: Have the owner or owners of the data permitted it?"
    )
    expect(box(page, "May I use it so?")).to_contain_text("It depends on: the permission of the owner")
    group = page.get_by_role("group", name="Have the owner or owners of the data permitted it?")
    group.get_by_label("yes").check()
    expect(status).to_have_text("May I use it so? Allowed.")
    expect(box(page, "May I use it so?")).to_contain_text("Keep in mind beside it")
    group.get_by_label("no", exact=True).check()
    expect(status).to_have_text("May I use it so? Prohibited.")
    expect(box(page, "May I use it so?")).to_contain_text("What would change it: the permission of the owner")


def test_questions_are_put_only_where_they_matter(page: Page) -> None:
    def shown() -> list[str]:
        return page.locator(".ic-live .ic-ask:visible").locator("legend, .ic-legend").all_inner_texts()

    first = ["Who wants to use it?", "What is to be used?", "What for?", "Does any of it leave your agency?"]
    assert shown() == first
    page.get_by_label("What for?").select_option("press")
    assert shown() == first
    page.get_by_label("What for?").select_option("identity")
    assert shown() == [*first[:3], "Is the person detained or in custody?", first[3]]
    page.get_by_label("an IAR").check()
    assert shown() == first
    page.get_by_label("yes, to a law enforcement agency on the same case").check()
    assert shown() == first
    page.get_by_label("details from an IDR").check()
    assert shown()[-1] == "Do you keep it because the person is suspected in a crime or tied to one?"


def test_visa_records_come_up_where_something_is_passed_on(page: Page) -> None:
    describe(page, {**BEST, "purpose": "case-file", "recipient": "task-force", "ground": "yes", "visa-record": "yes"})
    expect(page.get_by_role("status")).to_contain_text("Has the State Department expressly consented")
    page.locator(".ic-live [name=consent][value=no]").check()
    expect(page.get_by_role("status")).to_have_text("May I use it so? Allowed. May I pass it on? May not be passed on.")


def test_by_keyboard_alone_and_without_losing_the_place(page: Page) -> None:
    page.get_by_role("link", name="before").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_label("What for?")).to_be_focused()
    page.keyboard.type("find out")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".ic-live [name=in-custody][value=yes]")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("May I use it so? Allowed.")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".ic-live [name=in-custody][value=no]")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("May I use it so? Prohibited.")


def test_start_again_forgets(page: Page) -> None:
    describe(page, {**BEST, "agency": "tribal", "purpose": "poster", "permission": UNKNOWN})
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("status")).to_have_text("Still to be told: What for?")
    expect(page.get_by_label("a State or local agency")).to_be_checked()
    expect(page.get_by_label("a State or local agency")).to_be_focused()
    expect(page.get_by_label("What for?")).to_have_value("")


def test_controls_are_named_and_the_outcome_is_more_than_a_colour(page: Page) -> None:
    expect(page.get_by_role("group", name="Who wants to use it?").get_by_role("radio")).to_have_count(3)
    expect(page.get_by_role("combobox", name="What for?")).to_have_count(1)
    signs = set()
    for purpose, word in (("case-file", "Allowed"), ("press", "Prohibited"), ("poster", "Permission first")):
        page.get_by_label("What for?").select_option(purpose)
        line = page.locator(".ic-live .ic-word")
        expect(line).to_contain_text(word)
        signs.add(line.locator(".ic-sign").inner_text())
    assert len(signs) == 3


def test_sources_and_register_lead_into_the_book(page: Page) -> None:
    page.get_by_label("What for?").select_option("array")
    why = box(page, "May I use it so?")
    links = {link.get_attribute("href") for link in why.get_by_role("link").all()}
    assert {"../book/packet.html#idr-policy", "../book/disagreements.html#c02"} <= links
