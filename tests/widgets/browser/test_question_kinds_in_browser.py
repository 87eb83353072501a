"""What is particular to each kind of question, from the first Tab to the verdict by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.widgets.browser.cards import card, check, give
from tests.widgets.browser.conftest import Show
from tests.widgets.browser.test_questions_in_browser import HEAR, heard, press, start
from tests.widgets.question_states import BYTES, DECISION, FIELD, MATCHING, MULTIPLE, NUMERIC, ORDERING


def expect_verdict(page: Page, text: str) -> None:
    expect(page.get_by_role("status")).to_contain_text(text)
    expect(page.get_by_role("button", name="Check")).to_be_focused()


def test_several_answers_by_keyboard(show: Show) -> None:
    page = show(MULTIPLE)
    start(page)
    press(page, "Tab", "Space", "Tab", "Space", "Tab", "Tab", "Space", "Tab", "Enter")
    expect_verdict(page, "✓ Right.")
    expect(page.get_by_label("A guess")).to_be_checked()


def test_a_case_has_its_facts_above_the_options(show: Show) -> None:
    page = show(DECISION)
    terms, facts = page.locator(".ic-live dt").all_inner_texts(), page.locator(".ic-live dd").all_inner_texts()
    assert list(zip(terms, facts, strict=True)) == [(fact.label, fact.text) for fact in DECISION.facts]
    start(page)
    press(page, "Tab", "Space", "ArrowDown", "Tab", "Tab", "Enter")
    expect_verdict(page, "Photo arrays are ruled out.")


def order(page: Page) -> str:
    texts = page.locator(".ic-live .ic-step-text").all_inner_texts()
    return "".join(next(step.id for step in ORDERING.steps if text.startswith(step.text)) for text in texts)


def test_an_order_by_keyboard(show: Show) -> None:
    """Shown c a d b: b goes up two places, then a one, and each button keeps the focus while its step moves."""
    page = show(ORDERING, before=HEAR)
    start(page)
    press(page, *["Tab"] * 7)
    up = page.get_by_role("button", name="Move up: IDENT finds the person's prints.")
    expect(up).to_be_focused()
    press(page, "Enter", "Enter")
    expect(up).to_be_focused()
    assert order(page) == "cbad"
    expect(page.get_by_role("status")).to_have_text("Now at place 2 of 4: IDENT finds the person's prints.")
    press(page, "Enter", "Enter")
    expect(page.get_by_role("status")).to_have_text("This step is first already.")
    expect(up).to_have_attribute("aria-disabled", "true")
    expect(up).to_be_focused()
    press(page, "Tab", "Space", "Space", "Shift+Tab", "ArrowUp", "ArrowDown")
    assert order(page) == "cabd"
    assert [each["given"] for each in heard(page, "ic:given")][-1] == list("cabd")
    assert heard(page, "ic:answer") == []
    page.get_by_role("button", name="Move down: CJIS asks the LESC about the person.").focus()
    press(page, "Enter", "Enter", *["Tab"] * 4, "Enter")
    assert order(page) == "abcd"
    expect_verdict(page, "✓ Right.")
    expect(page.locator(".ic-live .ic-step.ic-right")).to_have_count(4)


def test_an_order_that_nobody_touched_is_no_answer(show: Show) -> None:
    page = show(ORDERING)
    check(card(page, ORDERING))
    expect(page.get_by_role("status")).to_have_text("Nothing is moved yet. Put the steps in order first, then check.")


def test_the_verdict_on_an_order_tells_each_step(show: Show) -> None:
    page = show(ORDERING)
    give(card(page, ORDERING), ORDERING, ["a", "c", "b", "d"])
    check(card(page, ORDERING))
    expect(page.get_by_role("status")).to_contain_text("✗ Not right yet: 2 of 4 steps in their place.")
    assert page.locator(".ic-live .ic-step .ic-verdict").all_inner_texts() == [
        "✓ in its place", "✗ not in its place", "✗ not in its place", "✓ in its place",
    ]  # fmt: skip
    page.get_by_role("button", name="Try again").click()
    assert order(page) == "cadb", "back to the order shown first"
    expect(page.get_by_role("button", name="Move down: CJIS asks the LESC about the person.")).to_be_focused()


def test_a_matching_by_keyboard(show: Show) -> None:
    page = show(MATCHING, before=HEAR)
    start(page)
    for downs in (1, 3, 2):
        press(page, "Tab", *["ArrowDown"] * downs)
    assert heard(page, "ic:given")[-1]["given"] == ["a=p", "b=r", "c=q"]
    check(card(page, MATCHING))
    expect(page.get_by_role("status")).to_have_text("1 line has no match yet. Match every line first, then check.")
    expect(page.locator(".ic-live .ic-wrong")).to_have_count(0)
    page.get_by_label("The one combined response").focus()
    press(page, "ArrowDown", "ArrowDown", "Tab", "Tab", "Enter")
    expect_verdict(page, "✓ Right.")
    assert [each["given"] for each in heard(page, "ic:answer")] == [["a=p", "b=r", "c=q", "d=q"]]


def test_a_number_by_keyboard(show: Show) -> None:
    page = show(NUMERIC, before=HEAR)
    start(page)
    press(page, "Tab")
    page.keyboard.type(" 0240.00")
    press(page, "Tab", "Space", "Tab", "Tab", "Enter")
    expect_verdict(page, "Four hours, match or no match.")
    assert heard(page, "ic:answer")[0]["given"] == ["0240.00", "minutes"]


def test_enter_in_the_number_checks_it_and_arrows_do_not(show: Show) -> None:
    page = show(NUMERIC, before=HEAR)
    page.get_by_role("radio", name="hours").check()
    page.get_by_label("Number").fill("2")
    page.get_by_label("Number").focus()
    press(page, "ArrowLeft", "ArrowUp")
    assert heard(page, "ic:answer") == []
    press(page, "Enter")
    expect(page.get_by_role("status")).to_contain_text("Two hours are another system's goal.")
    expect(page.get_by_label("Number")).to_be_focused()


@pytest.mark.parametrize("text", ["4,5", "-4", "4.", "four"])
def test_what_is_no_number_is_said_so_and_is_no_answer(show: Show, text: str) -> None:
    page = show(NUMERIC, before=HEAR)
    page.get_by_role("radio", name="hours").check()
    page.get_by_label("Number").fill(text)
    check(card(page, NUMERIC))
    expect(page.get_by_role("status")).to_contain_text(f"“{text}” is not read as a number.")
    expect(page.get_by_label("Number")).to_have_attribute("aria-invalid", "true")
    assert heard(page, "ic:answer") == []
    assert heard(page, "ic:given")[-1]["given"] == []
    page.get_by_label("Number").fill("4")
    expect(page.get_by_label("Number")).not_to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("status")).to_be_empty()


def test_a_number_needs_its_unit_unless_there_is_one_only(show: Show) -> None:
    page = show(NUMERIC, BYTES, before=HEAR)
    first, second = page.locator(".ic-live .ic-card").all()
    check(first)
    expect(first.get_by_role("status")).to_have_text("Write a number first, then check it.")
    first.get_by_label("Number").fill("4")
    check(first)
    expect(first.get_by_role("status")).to_have_text("Choose the unit of your number first, then check it.")
    second.get_by_label("Number").fill("200000")
    check(second)
    expect(second.get_by_role("status")).to_contain_text("✓ Right.")
    assert heard(page, "ic:answer")[0]["given"] == ["200000", "characters"]


def test_a_field_by_keyboard(show: Show) -> None:
    page = show(FIELD, before=HEAR)
    start(page)
    press(page, "Tab", "Space", "ArrowDown")
    expect(page.get_by_label("1.08 ORI")).to_be_checked()
    press(page, "Tab", "Tab", "Enter")
    expect_verdict(page, "It says who answers, and not what was found.")
    page.get_by_label("1.08 ORI").focus()
    press(page, "ArrowDown", "ArrowDown")
    expect(page.get_by_role("status")).to_be_empty()
    press(page, "Tab", "Tab", "Enter")
    expect_verdict(page, "I stands for identified.")
    assert [each["given"] for each in heard(page, "ic:answer")] == [["1.08"], ["2.059"]]


def test_a_click_anywhere_on_a_field_selects_it(show: Show) -> None:
    page = show(FIELD)
    page.locator(".ic-live").get_by_text("SAMPLE,ALEX").click()
    expect(page.get_by_label("2.018 NAM")).to_be_checked()
    check(card(page, FIELD))
    expect(page.get_by_role("status")).to_contain_text("That is not the field asked for.")
    expect(page.locator(".ic-live").get_by_text("Synthetic message")).to_be_visible()
