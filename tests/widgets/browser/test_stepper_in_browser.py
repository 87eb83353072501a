"""The stepper, walked by keyboard and by mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.widgets.browser.conftest import Show
from tests.widgets.widget_states import STEPPER

LAST = len(STEPPER.entries)


@pytest.fixture
def page(show: Show) -> Page:
    return show(STEPPER)


def at(page: Page) -> int:
    """The selected entry, which status, picture and list must agree on."""
    status = page.locator(".ic-live .ic-status").inner_text()
    n = int(status.removeprefix("Entry ").split()[0])
    current = page.locator(".ic-live .ic-twin > li[aria-current=step]")
    expect(current).to_have_count(1)
    assert current.evaluate("e => [...e.parentNode.children].indexOf(e) + 1") == n
    assert page.locator(".ic-live .ic-current .ic-number").text_content() == str(n)
    assert STEPPER.entries[n - 1].title in status
    return n


def test_the_whole_walk_by_keyboard_alone(page: Page) -> None:
    page.get_by_text("before").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Next")).to_be_focused()
    assert at(page) == 1
    for n in range(2, LAST + 1):
        page.keyboard.press("Enter")
        assert at(page) == n
    page.keyboard.press("Enter")
    assert at(page) == LAST
    expect(page.get_by_role("button", name="Next")).to_be_focused()
    expect(page.get_by_role("button", name="Next")).to_have_attribute("aria-disabled", "true")


@pytest.mark.parametrize(
    ("keys", "n"),
    [
        (["ArrowRight", "ArrowDown"], 3),
        (["End"], LAST),
        (["End", "ArrowLeft", "ArrowUp"], LAST - 2),
        (["End", "Home"], 1),
        (["ArrowLeft"], 1),
        (["End", "ArrowRight"], LAST),
        (["Control+ArrowRight"], 1),
    ],
)
def test_arrow_keys_walk_where_the_picture_has_the_focus(page: Page, keys: list[str], n: int) -> None:
    page.get_by_role("group", name="Sequence diagram").focus()
    for key in keys:
        page.keyboard.press(key)
    assert at(page) == n
    expect(page.get_by_role("group", name="Sequence diagram")).to_be_focused()


def test_first_and_last_jump(page: Page) -> None:
    page.get_by_role("button", name="Last").click()
    assert at(page) == LAST
    page.get_by_role("button", name="First").click()
    assert at(page) == 1
    expect(page.get_by_role("button", name="Previous")).to_have_attribute("aria-disabled", "true")


def test_an_entry_is_picked_in_the_picture_and_in_the_list(page: Page) -> None:
    page.locator(".ic-live .ic-row").nth(4).click()
    assert at(page) == 5
    page.get_by_text("The journal in words").click()
    page.locator(".ic-live .ic-twin button").nth(6).focus()
    page.keyboard.press("Enter")
    assert at(page) == 7


def test_the_status_is_a_live_region_in_words(page: Page) -> None:
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("status")).to_have_text(
        "Entry 2 of 11. Step 1, 1 March 2010, 21:12. State bureau (SIB) to FBI CJIS (CJIS): Prints sent to IAFIS."
    )


def test_why_note_alternative_and_open_points_are_told(page: Page) -> None:
    page.locator(".ic-live .ic-row").nth(5).click()
    panel = page.locator(".ic-live .ic-panel")
    expect(panel).to_contain_text("Why: A rule of the process.")
    expect(panel).to_contain_text("Alternative: Step 3 happens instead.")
    expect(panel.get_by_role("link", name="C38")).to_have_attribute("href", "../book/disagreements.html#c38")
    page.locator(".ic-live .ic-row").nth(6).click()
    expect(panel).to_contain_text("Note: Not a detainer.")


def test_clocks_say_in_words_whether_they_were_met(page: Page) -> None:
    page.locator(".ic-live .ic-clocks > summary").click()
    rows = page.locator(".ic-live .ic-clocks tbody tr")
    expect(rows.nth(0)).to_contain_text("met")
    expect(rows.nth(1)).to_contain_text("missed")
    expect(page.get_by_role("columnheader", name="Outcome")).to_be_attached()


def test_the_picture_tells_decisions_messages_and_contacts_apart(page: Page) -> None:
    decisions = sum(entry.sender == entry.receiver for entry in STEPPER.entries)
    contacts = sum(entry.sender != entry.receiver and not entry.message for entry in STEPPER.entries)
    assert page.locator(".ic-live .ic-decision").count() == decisions
    assert page.locator(".ic-live .ic-arrow").count() == LAST - decisions
    assert page.locator(".ic-live .ic-visit").count() == contacts
    assert page.locator(".ic-live .ic-lifeline").count() == len(STEPPER.parties)


def test_focus_can_be_seen(page: Page) -> None:
    for element in (page.get_by_role("button", name="Next"), page.get_by_role("group", name="Sequence diagram")):
        element.focus()
        page.keyboard.press("Shift")
        assert element.evaluate("e => getComputedStyle(e).outlineWidth") == "3px"
