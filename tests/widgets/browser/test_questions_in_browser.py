"""Question cards: native controls, reasons at once in a live region, and the same grading as Python's."""

from __future__ import annotations

from itertools import chain, combinations

import pytest
from playwright.sync_api import Page, expect

from interop_course.assessment import BANK, Answer, Item, grade
from interop_course.live import question_state
from tests.widgets.browser.conftest import Show
from tests.widgets.widget_states import MULTIPLE, QUIZ, SINGLE

KEPT = "interop-course.answers"


def check(page: Page) -> None:
    page.get_by_role("button", name="Check").click()


def test_a_card_is_a_named_group_of_native_controls(show: Show) -> None:
    page = show(SINGLE)
    group = page.get_by_role("group", name=SINGLE.stem)
    expect(group.get_by_role("radio")).to_have_count(3)
    page = show(MULTIPLE)
    expect(page.get_by_role("group", name=MULTIPLE.stem).get_by_role("checkbox")).to_have_count(3)


def test_arrow_keys_move_the_choice_and_never_submit(show: Show) -> None:
    page = show(SINGLE)
    page.get_by_text("before").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for option in (1, 2, 0):
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("radio").nth(option)).to_be_checked()
        expect(page.get_by_role("status")).to_be_empty()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Check")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Right.")
    expect(page.get_by_role("button", name="Check")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio").nth(0)).to_be_focused()
    expect(page.get_by_role("radio").nth(0)).not_to_be_checked()
    expect(page.get_by_role("status")).to_be_empty()


def test_the_reason_of_a_wrong_choice_comes_with_its_source(show: Show) -> None:
    page = show(SINGLE)
    page.get_by_label("The local ICE office.").check()
    check(page)
    status = page.get_by_role("status")
    expect(status).to_contain_text("Not right yet.")
    expect(status).to_contain_text("It only receives.")
    expect(status.get_by_role("link")).to_have_attribute("href", "../book/packet.html#faq")
    expect(page.locator(".ic-live .ic-option").nth(1)).to_contain_text("not right")
    expect(status).not_to_contain_text("It relays them.")


def test_choosing_again_clears_the_old_verdict(show: Show) -> None:
    page = show(SINGLE)
    page.get_by_label("The LESC.").check()
    check(page)
    page.get_by_label("The state bureau.").check()
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.locator(".ic-live .ic-wrong")).to_have_count(0)


def test_an_empty_answer_is_asked_for(show: Show) -> None:
    page = show(SINGLE)
    check(page)
    expect(page.get_by_role("status")).to_have_text("Choose an answer first, then check it.")


def test_an_incomplete_answer_is_told_apart_from_a_wrong_one(show: Show) -> None:
    page = show(MULTIPLE)
    page.get_by_label("Ten prints.").check()
    check(page)
    expect(page.get_by_role("status")).to_contain_text("1 more answer belongs to it")
    page.get_by_label("A name.").check()
    check(page)
    expect(page.get_by_role("status")).to_contain_text("✓ Right.")
    page.get_by_label("A detainer.").check()
    check(page)
    expect(page.get_by_role("status")).to_contain_text("Not right yet.")


def test_the_cards_of_a_lesson_do_not_disturb_each_other(show: Show) -> None:
    page = show(QUIZ, SINGLE)
    page.get_by_role("radio").nth(0).check()
    page.get_by_role("radio").nth(4).check()
    expect(page.get_by_role("radio").nth(0)).to_be_checked()
    page.get_by_role("button", name="Check").nth(0).click()
    expect(page.get_by_role("status").nth(0)).to_contain_text("Right.")
    expect(page.get_by_role("status").nth(2)).to_be_empty()


def test_feedback_is_there_within_50_ms(show: Show) -> None:
    page = show(SINGLE)
    page.get_by_role("radio").nth(1).check()
    passed = page.evaluate("""() => {
        const start = performance.now();
        document.querySelector(".ic-live button[type=submit]").click();
        document.querySelector(".ic-live [role=status]").getBoundingClientRect();
        return document.querySelector(".ic-live [role=status]").textContent ? performance.now() - start : Infinity;
    }""")
    assert passed < 50


def choices(item: Item) -> list[tuple[str, ...]]:
    ids = [option.id for option in item.options]
    if item.kind == "single":
        return [(id,) for id in ids]
    return list(chain.from_iterable(combinations(ids, size) for size in range(1, len(ids) + 1)))


@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_the_page_grades_as_python_does(show: Show, kind: str) -> None:
    """Every set of options of the first items of each kind: page and Python say the same."""
    for item in [item for item in BANK.items if item.kind == kind][:3]:
        page = show(question_state(item))
        for chosen in choices(item):
            page.locator(".ic-live input").evaluate_all(
                "(inputs, ids) => inputs.forEach(input => input.checked = ids.includes(input.value))", list(chosen)
            )
            check(page)
            said = page.get_by_role("status").locator("strong").inner_text()
            mark = grade(item, Answer(chosen=chosen))
            assert said.startswith("✓ Right.") == mark.right, (item.id, chosen)
            shown = page.get_by_role("status").locator(".ic-reason")
            assert shown.count() == len(mark.chosen)
            for option in mark.chosen:
                expect(shown.filter(has_text=option.reason)).not_to_have_count(0)


def test_an_answer_is_remembered_in_this_browser(show: Show) -> None:
    page = show(SINGLE)
    page.get_by_label("The LESC.").check()
    check(page)
    page.reload()
    expect(page.get_by_label("The LESC.")).to_be_checked()
    expect(page.locator(".ic-live .ic-remark")).to_have_text("You answered this before, not rightly.")
    expect(page.get_by_role("status")).to_be_empty()


@pytest.mark.parametrize(
    "corrupt",
    ["", "{", "null", "[]", "7", '{"version":2,"answers":{}}', '{"version":1}', '{"version":1,"answers":[]}',
     '{"version":1,"answers":{"a":{"right":"yes","chosen":[]}}}',
     '{"version":1,"answers":{"a":{"right":true,"chosen":[1]}}}'],
)  # fmt: skip
def test_answers_that_cannot_be_read_are_set_aside_with_a_notice(show: Show, corrupt: str) -> None:
    page = show(SINGLE)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEPT, corrupt])
    page.evaluate("key => localStorage.setItem(`${key}.set-aside-1`, 'older')", KEPT)
    page.reload()
    expect(page.get_by_role("note")).to_contain_text(f"{KEPT}.set-aside-2")
    page.get_by_label("The state bureau.").check()
    check(page)
    stored = page.evaluate("() => ({ ...localStorage })")
    assert stored[f"{KEPT}.set-aside-1"] == "older"
    assert stored[f"{KEPT}.set-aside-2"] == corrupt
    assert '"right":true' in stored[KEPT]


def test_two_tabs_do_not_undo_each_other(show: Show) -> None:
    one = show(QUIZ)
    two = one.context.new_page()
    two.goto(one.url)
    for page, card in ((one, 0), (two, 1)):
        page.locator(".ic-live .ic-card").nth(card).locator("input").first.check()
        page.get_by_role("button", name="Check").nth(card).click()
    assert len(one.evaluate("key => Object.keys(JSON.parse(localStorage.getItem(key)).answers)", KEPT)) == 2


@pytest.mark.parametrize(
    "closed",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed'); } });",
        "Storage.prototype.getItem = () => { throw new Error('closed'); };",
    ],
)
def test_without_storage_questions_work_and_say_so(show: Show, closed: str) -> None:
    page = show(SINGLE, before=closed)
    expect(page.get_by_role("note")).to_contain_text("keeps nothing")
    page.get_by_label("The state bureau.").check()
    check(page)
    expect(page.get_by_role("status")).to_contain_text("Right.")


def test_a_full_storage_loses_the_answer_and_says_so(show: Show) -> None:
    page = show(SINGLE, before="Storage.prototype.setItem = () => { throw new Error('full'); };")
    page.get_by_label("The state bureau.").check()
    check(page)
    expect(page.get_by_role("status")).to_contain_text("Right.")
    expect(page.locator(".ic-live .ic-remark").last).to_contain_text("could not be kept")
