"""The review: what was missed is there when it is due, sure and wrong first, and goes on from there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from interop_course.assessment import LearningRecord
from interop_course.live.learning_states import review_state
from tests.accessibility import violations
from tests.assessment.exam import BEGUN, SMALL, begun, practised, taken
from tests.widgets.browser.conftest import Show

KEPT = "interop-course.record"
ITEMS = [item.id for item in SMALL.items]
STATE = review_state(SMALL)
MISSED = LearningRecord(
    answers=(
        practised(ITEMS[0], False, BEGUN),
        practised(ITEMS[1], False, BEGUN + timedelta(hours=1)),
        practised(ITEMS[2], False, BEGUN + timedelta(hours=2), confidence="sure"),
        practised(ITEMS[3], False, BEGUN + timedelta(hours=20)),
        practised("step-4/gone", False, BEGUN),
    )
)


def on(page: Page, days: float) -> None:
    """Set the page's clock so many days after the first answer, and open it."""
    page.clock.set_fixed_time(BEGUN + timedelta(days=days))
    page.reload()


def kept(page: Page) -> LearningRecord:
    return LearningRecord.from_json(page.evaluate("key => localStorage.getItem(key)", KEPT))


def cards(page: Page) -> Locator:
    return page.locator(".ic-live.ic-review .ic-question")


def answer(page: Page, n: int, option: str) -> None:
    cards(page).nth(n).locator(f"[value={option}]").check()
    cards(page).nth(n).get_by_role("button", name="Check").click()


@pytest.fixture
def page(show: Show) -> Page:
    page = show(STATE)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEPT, MISSED.to_json()])
    return page


def test_nothing_is_due_before_its_day(page: Page) -> None:
    on(page, 0.9)
    expect(cards(page)).to_have_count(0)
    expect(page.locator(".ic-live")).to_contain_text("Nothing is due now.")
    expect(page.locator(".ic-live")).to_contain_text("4 questions come later, the next on 3 March 2026")


def test_what_is_due_comes_in_its_order_and_moves_on(page: Page) -> None:
    on(page, 1.2)
    stems = [f"What is asked in {ITEMS[n]}?" for n in (2, 0, 1)]
    for n, stem in enumerate(stems):
        expect(cards(page).nth(n).get_by_role("group").first).to_have_accessible_name(stem)
    expect(cards(page)).to_have_count(3)
    expect(cards(page).nth(0)).to_contain_text("You were sure of this one, and it was not right.")
    expect(cards(page).nth(0).get_by_role("link", name="Step 4: a match")).to_be_visible()
    expect(page.locator(".ic-live")).to_contain_text("3 questions are due today. First the one that you were sure of")

    answer(page, 0, "b")
    expect(cards(page).nth(0).get_by_role("status")).to_contain_text("✓ Right.")
    expect(cards(page).nth(0).locator(".ic-remark")).to_contain_text("It comes back on 10 March 2026")
    answer(page, 1, "a")
    expect(cards(page).nth(1).locator(".ic-remark")).to_contain_text("It starts over, and comes back on 4 March 2026")
    expect(cards(page)).to_have_count(3)
    expect(page.locator(".ic-live")).to_contain_text("1 question is due today.")
    assert [(answered.item, answered.right) for answered in kept(page).answers[-2:]] == [
        (ITEMS[0], False), (ITEMS[2], True)
    ]  # fmt: skip

    on(page, 1.3)
    expect(cards(page)).to_have_count(1)
    for days, said in ((9, "comes back on"), (40, "it leaves the review")):
        on(page, days)
        answer(page, 0, "b")
        expect(cards(page).nth(0).locator(".ic-remark")).to_contain_text(said)
    assert all(answered.right for answered in kept(page).answers[-2:])


def test_after_ten_cards_the_next_ones_are_asked_for(page: Page) -> None:
    many = LearningRecord(answers=tuple(practised(item, False, BEGUN) for item in ITEMS[:12]))
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEPT, many.to_json()])
    on(page, 2)
    expect(cards(page)).to_have_count(10)
    for n in range(10):
        answer(page, n, "b")
    page.get_by_role("button", name="Show what is due now").click()
    expect(cards(page)).to_have_count(2)
    expect(page.get_by_role("heading", name="Review")).to_be_focused()


def test_what_the_last_final_missed_can_be_practised_at_once(page: Page) -> None:
    earlier = taken(begun(8, id="00000001", at=BEGUN - timedelta(days=1)), wrong=ITEMS)
    last = begun()
    wrong, unanswered = [entry.item for entry in last.draw[:2]]
    record = taken(last, wrong=[wrong], unanswered=[unanswered]).merged(earlier)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEPT, record.to_json()])
    on(page, 0.5)
    expect(page.get_by_role("heading", name="Missed in your last final")).to_be_visible()
    expect(page.locator(".ic-live")).to_contain_text("Nothing is in review.")
    expect(cards(page)).to_have_count(2)
    for n, item in enumerate((wrong, unanswered)):
        expect(cards(page).nth(n).get_by_role("group").first).to_have_accessible_name(f"What is asked in {item}?")
    answer(page, 0, "b")
    expect(cards(page).nth(0).locator(".ic-remark")).to_have_text("It leaves this list.")
    answer(page, 1, "a")
    expect(cards(page).nth(1).locator(".ic-remark")).to_contain_text("It comes back on 4 March 2026")
    on(page, 0.6)
    expect(cards(page)).to_have_count(1)


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 320)])
def test_axe_finds_nothing_in_the_review(show: Show, theme: str, width: int) -> None:
    page = show(STATE, theme=theme, viewport={"width": width, "height": 900})
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [KEPT, MISSED.merged(taken(begun(), wrong=ITEMS)).to_json()]
    )
    on(page, 1.2)
    answer(page, 0, "b")
    answer(page, 1, "a")
    assert violations(page, within=".ic-live") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
