"""The frame of every question card: native controls, reasons at once in a live region, focus that is never lost."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.widgets.browser.cards import card, check, focus_is_kept_and_seen, give
from tests.widgets.browser.conftest import Show
from tests.widgets.question_states import DRAWN, KINDS, MULTIPLE, NUMERIC, QUIZ, RIGHT, SINGLE, WRONG

HEAR = """
window.heard = [];
for (const name of ["ic:given", "ic:answer"]) {
  document.addEventListener(name, ({ detail }) => window.heard.push([name, detail]));
}
"""


def heard(page: Page, name: str) -> list[dict[str, Any]]:
    return [detail for each, detail in page.evaluate("heard") if each == name]


def press(page: Page, *keys: str) -> None:
    """Press keys one by one. After each the focus is on something inside the card that shows it."""
    for key in keys:
        page.keyboard.press(key)
        assert focus_is_kept_and_seen(page), key


def start(page: Page) -> None:
    """Stand before the first card, as somebody does who comes by keyboard."""
    page.get_by_role("link", name="before").focus()


def test_a_card_is_a_named_group_of_native_controls(show: Show) -> None:
    page = show(SINGLE)
    group = page.get_by_role("group", name=SINGLE.stem)
    expect(group.get_by_role("radio")).to_have_count(3)
    page = show(MULTIPLE)
    expect(page.get_by_role("group", name=MULTIPLE.stem).get_by_role("checkbox")).to_have_count(3)


def test_the_live_region_is_there_before_there_is_anything_to_say(show: Show) -> None:
    page = show(*KINDS)
    expect(page.get_by_role("status")).to_have_count(len(KINDS))
    for status in page.get_by_role("status").all():
        expect(status).to_be_empty()


def test_arrow_keys_move_the_choice_and_never_submit(show: Show) -> None:
    page = show(SINGLE)
    start(page)
    press(page, "Tab", "Space")
    for option in (1, 2, 0):
        press(page, "ArrowDown")
        expect(page.locator("[name=option]").nth(option)).to_be_checked()
        expect(page.get_by_role("status")).to_be_empty()
    press(page, "Tab", "Tab")
    expect(page.get_by_role("button", name="Check")).to_be_focused()
    press(page, "Enter")
    expect(page.get_by_role("status")).to_contain_text("Right.")
    expect(page.get_by_role("button", name="Check")).to_be_focused()
    press(page, "Tab", "Enter")
    expect(page.locator("[name=option]").nth(0)).to_be_focused()
    expect(page.locator("[name=option]").nth(0)).not_to_be_checked()
    expect(page.get_by_role("status")).to_be_empty()


@pytest.mark.parametrize("state", KINDS, ids=lambda state: state.kind)
def test_the_focus_stays_through_check_and_try_again(show: Show, state: Any) -> None:
    page = show(state)
    place = card(page, state)
    give(place, state, WRONG[state.kind])
    place.get_by_role("button", name="Check").focus()
    press(page, "Enter")
    expect(place.get_by_role("status")).to_contain_text("Not right yet")
    expect(place.get_by_role("button", name="Check")).to_be_focused()
    press(page, "Tab", "Enter")
    expect(place.get_by_role("button", name="Try again")).to_be_hidden()
    expect(place.get_by_role("status")).to_be_empty()
    expect(place.locator(".ic-right, .ic-wrong")).to_have_count(0)
    give(place, state, RIGHT[state.kind])
    check(place)
    expect(place.get_by_role("status")).to_contain_text("✓ Right.")


def test_the_reason_of_a_wrong_choice_comes_with_its_source_and_not_the_answer(show: Show) -> None:
    page = show(SINGLE)
    give(card(page, SINGLE), SINGLE, ["b"])
    check(card(page, SINGLE))
    status = page.get_by_role("status")
    expect(status).to_contain_text("Not right yet.")
    expect(status).to_contain_text("It only receives.")
    expect(status.get_by_role("link")).to_have_attribute("href", "../book/packet.html#faq")
    expect(page.locator(".ic-live .ic-option").nth(1)).to_contain_text("not right")
    expect(status).not_to_contain_text("It relays them.")


def test_choosing_again_clears_the_old_verdict(show: Show) -> None:
    page = show(SINGLE)
    give(card(page, SINGLE), SINGLE, ["c"])
    page.get_by_label("I am sure").check()
    check(card(page, SINGLE))
    page.get_by_label("A guess").check()
    expect(page.get_by_role("status")).not_to_be_empty()
    give(card(page, SINGLE), SINGLE, ["a"])
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.locator(".ic-live .ic-wrong")).to_have_count(0)
    expect(page.locator("[name=confidence]:checked")).to_have_count(0)


def test_an_incomplete_answer_is_told_apart_from_a_wrong_one(show: Show) -> None:
    page = show(MULTIPLE)
    page.get_by_label("Ten prints.").check()
    check(card(page, MULTIPLE))
    expect(page.get_by_role("status")).to_contain_text("1 more answer belongs to it")
    page.get_by_label("A name.").check()
    check(card(page, MULTIPLE))
    expect(page.get_by_role("status")).to_contain_text("✓ Right.")
    page.get_by_label("A detainer.").check()
    check(card(page, MULTIPLE))
    expect(page.get_by_role("status")).to_contain_text("Not right yet.")


def test_how_sure_one_is_goes_with_the_answer_and_may_be_left_out(show: Show) -> None:
    page = show(SINGLE, before=HEAR)
    give(card(page, SINGLE), SINGLE, ["c"])
    check(card(page, SINGLE))
    page.get_by_label("I am sure").check()
    check(card(page, SINGLE))
    first, second = heard(page, "ic:answer")
    assert isinstance(first.pop("seconds"), int)
    assert first == {"item": SINGLE.id, "seed": None, "given": ["c"], "right": False, "confidence": None}
    assert second["confidence"] == "sure"
    assert heard(page, "ic:given") == [{"item": SINGLE.id, "seed": None, "given": ["c"]}]


def test_seconds_count_from_the_first_touch(show: Show) -> None:
    page = show(SINGLE, before=HEAR)
    page.clock.install()
    page.clock.run_for(60_000)
    page.locator("[name=option]").nth(2).check()
    page.clock.run_for(7_000)
    check(card(page, SINGLE))
    page.clock.run_for(4_000)
    check(card(page, SINGLE))
    assert [each["seconds"] for each in heard(page, "ic:answer")] == [7, 4]


def test_other_numbers_come_with_the_focus_on_the_new_question(show: Show) -> None:
    page = show(DRAWN, before=HEAR)
    place = page.locator(".ic-live .ic-card")
    give(place, NUMERIC, ["30", "minutes"])
    check(place)
    expect(place.get_by_role("status")).to_contain_text("✓ Right.")
    others = place.get_by_role("button", name="Other numbers")
    others.focus()
    press(page, "Enter")
    expect(place.locator("legend").first).to_be_focused()
    expect(place.locator("legend").first).to_have_text(DRAWN.instances[1].stem)
    expect(place.get_by_role("status")).to_have_text("Other numbers: set 2 of 8.")
    expect(place.get_by_label("Number")).to_have_value("")
    give(place, NUMERIC, ["1", "hours"])
    check(place)
    expect(place.get_by_role("status")).to_contain_text("✓ Right.")
    assert [(each["seed"], each["right"]) for each in heard(page, "ic:answer")] == [(1, True), (2, True)]
    for _ in range(7):
        others.click()
    expect(place.locator("legend").first).to_have_text(DRAWN.instances[0].stem)


def test_the_cards_of_a_lesson_do_not_disturb_each_other(show: Show) -> None:
    page = show(QUIZ, SINGLE)
    lone = page.locator(".ic-live .ic-card").nth(2)
    first = page.locator(".ic-live .ic-card").nth(0)
    first.locator("[name=option]").nth(0).check()
    lone.locator("[name=option]").nth(1).check()
    expect(first.locator("[name=option]").nth(0)).to_be_checked()
    check(first)
    expect(page.get_by_role("status").nth(0)).to_contain_text("Right.")
    expect(page.get_by_role("status").nth(2)).to_be_empty()


def test_a_lesson_says_how_many_questions_are_answered(show: Show) -> None:
    page = show(QUIZ)
    progress = page.locator(".ic-live .ic-progress")
    expect(progress).to_have_text("0 of 2 answered.")
    for state, said in ((MULTIPLE, "1 of 2 answered."), (SINGLE, "All 2 answered.")):
        give(card(page, state), state, WRONG[state.kind])
        check(card(page, state))
        expect(progress).to_have_text(said)
    page.reload()
    expect(progress).to_have_text("All 2 answered.")


@pytest.mark.parametrize("state", KINDS, ids=lambda state: state.kind)
def test_an_answer_is_remembered_in_this_browser(show: Show, state: Any) -> None:
    page = show(state, before=HEAR)
    give(card(page, state), state, WRONG[state.kind])
    check(card(page, state))
    given = heard(page, "ic:answer")[0]["given"]
    page.reload()
    expect(page.locator(".ic-live .ic-remark")).to_have_text("You answered this before, not rightly.")
    expect(page.get_by_role("status")).to_be_empty()
    assert heard(page, "ic:given") == [], "what is recalled is not told as news"
    check(card(page, state))
    assert heard(page, "ic:answer")[0]["given"] == given


def test_feedback_is_painted_within_50_ms(show: Show) -> None:
    """From the click on Check to the frame after the reasons are in the page, for the longest kinds too."""
    page = show(*KINDS)
    for state in KINDS:
        give(card(page, state), state, WRONG[state.kind])
    passed = page.evaluate("""async () => {
        const frame = () => new Promise(requestAnimationFrame);
        const times = [];
        for (const card of document.querySelectorAll(".ic-live .ic-card")) {
          await frame();
          performance.mark("click");
          card.querySelector("button[type=submit]").click();
          card.querySelector("[role=status]").getBoundingClientRect();
          const { duration } = performance.measure("feedback", "click");
          times.push(card.querySelector("[role=status]").textContent ? duration : Infinity);
        }
        return times;
    }""")
    assert len(passed) == len(KINDS)
    assert max(passed) < 50, json.dumps(passed)


def test_a_long_list_comes_by_the_handful(show: Show) -> None:
    many = tuple(SINGLE.model_copy(update={"id": f"step-1/number-{chr(97 + n)}"}) for n in range(14))
    page = show(QUIZ.model_copy(update={"questions": many}))
    shown = page.locator(".ic-question:visible")
    expect(shown).to_have_count(6)
    page.get_by_role("button", name="Show 6 more of 8 further questions").click()
    expect(shown).to_have_count(12)
    expect(page.locator(".ic-question").nth(6)).to_be_focused()
    page.get_by_role("button", name="Show 2 more questions").press("Enter")
    expect(shown).to_have_count(14)
    expect(page.locator(".ic-question").nth(12)).to_be_focused()
    expect(page.get_by_role("button", name=re.compile("^Show"))).to_have_count(0)


def test_a_short_list_offers_no_more(show: Show) -> None:
    page = show(QUIZ)
    expect(page.locator(".ic-question:visible")).to_have_count(2)
    expect(page.get_by_role("button", name=re.compile("^Show"))).to_have_count(0)
