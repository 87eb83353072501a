"""Question cards for everybody: axe in both themes and every state, narrow screens, forced colours, still pictures."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, expect

from tests.accessibility import violations
from tests.widgets.browser.cards import card, check, give
from tests.widgets.browser.conftest import Show
from tests.widgets.question_states import DRAWN, KINDS, RIGHT, WRONG

ALL = (*KINDS, DRAWN)
CARDS = ".ic-live"


def answer_all(page: Page, answers: dict[str, list[str]]) -> None:
    for state in KINDS:
        place = card(page, state)
        if place.get_by_role("button", name="Try again").is_visible():
            place.get_by_role("button", name="Try again").click()
        give(place, state, answers[state.kind])
        check(place)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_any_kind_of_question(show: Show, theme: str) -> None:
    page = show(*ALL, theme=theme)
    assert violations(page, CARDS) == [], "unanswered"
    for state in KINDS:
        check(card(page, state))
    expect(page.get_by_role("status").filter(has_text="first, then check")).to_have_count(len(KINDS))
    assert violations(page, CARDS) == [], "checked without an answer"
    answer_all(page, WRONG)
    expect(page.get_by_role("status").filter(has_text="Not right yet")).to_have_count(len(KINDS))
    assert violations(page, CARDS) == [], "answered wrong"
    answer_all(page, RIGHT)
    expect(page.get_by_role("status").filter(has_text="✓ Right.")).to_have_count(len(KINDS))
    assert violations(page, CARDS) == [], "answered right"


def test_axe_can_find_what_peers_get_wrong(show: Show) -> None:
    """After an answer: pale text on its ground, and a control without a name."""
    page = show(KINDS[0])
    place = card(page, KINDS[0])
    give(place, KINDS[0], WRONG["single"])
    check(place)
    page.evaluate("""() => {
        document.querySelector(".ic-live .ic-feedback strong").style.color = "#e39b90";
        document.querySelector(".ic-live [name=confidence]").closest("label").replaceWith(
            Object.assign(document.createElement("input"), { type: "radio" }));
    }""")
    found = [fault.split(":")[0] for fault in violations(page, CARDS)]
    assert found == ["color-contrast", "label"]


def test_nothing_sticks_out_sideways(show: Show) -> None:
    page = show(*ALL)
    answer_all(page, WRONG)
    for width in (320, 390, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for box in boxes(page, ".ic-card :is(fieldset, label, select, input, button, li, dl, p):visible"):
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width


def test_without_a_script_every_kind_can_be_read(show: Show) -> None:
    page = show(*ALL, theme="dark", script=False, viewport={"width": 320, "height": 800})
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page, ".ic-fallback") == []


def test_targets_are_large_enough_to_hit(show: Show) -> None:
    page = show(*ALL, viewport={"width": 390, "height": 800})
    assert all(box["height"] >= 24 for box in boxes(page, ".ic-card :is(label, select, .ic-number, button):visible"))


def test_right_and_wrong_are_told_in_words_where_colours_are_forced(show: Show) -> None:
    page = show(*KINDS, forced_colors="active", reduced_motion="reduce")
    answer_all(page, WRONG)
    words = page.locator(".ic-live .ic-wrong .ic-verdict").all_inner_texts()
    assert set(words) == {"✗ not right", "✗ not in its place"}
    assert set(page.locator(".ic-live .ic-right .ic-verdict").all_inner_texts()) == {"✓ right", "✓ in its place"}
    widths = page.locator(".ic-live .ic-wrong").evaluate_all("all => all.map(e => getComputedStyle(e).borderTopWidth)")
    assert "2px" in widths
    styles = page.locator(".ic-live *").evaluate_all(
        "all => all.map(e => getComputedStyle(e)).map(style => [style.transitionDuration, style.animationName].join())"
    )
    assert set(styles) == {"0s,none"}


def boxes(page: Page, selector: str) -> Sequence[dict[str, float]]:
    found: list[dict[str, float]] = page.locator(selector).evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(({ x, width, height }) => ({ x, width, height }))"
    )
    assert found
    return found
