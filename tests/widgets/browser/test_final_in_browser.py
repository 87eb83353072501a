"""The final as a learner takes it: failed, passed, certified; left and taken up again; by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from interop_course.assessment import BANK, LearningRecord
from interop_course.assessment.blueprint import BLUEPRINT, COURSE_VERSION
from interop_course.assessment.certificate import certificate, lines
from interop_course.assessment.final import result
from interop_course.assessment.roster import mark
from interop_course.assessment.sealing import seal
from interop_course.assessment.verify import verify
from interop_course.live.learning_states import final_state, record_panel_state, sealed_final_state
from tests.accessibility import violations
from tests.assessment.exam import LATER, PLAN, SMALL, begun, taken
from tests.widgets.browser.conftest import Show

FINAL = final_state(SMALL, PLAN)
SIZE = PLAN.size
KEPT = "interop-course.record"
SEEDS = "let last = 6; crypto.getRandomValues = (values) => values.fill((last += 1));"
"""Chance that a test can foresee: the first final is drawn from seed 7, the second from 9."""


def kept(page: Page) -> LearningRecord:
    """The record in the browser's storage, as Python reads it."""
    return LearningRecord.from_json(page.evaluate("key => localStorage.getItem(key)", KEPT))


def put(page: Page, record: LearningRecord) -> None:
    """Open the page again with this record in its storage."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEPT, record.to_json()])
    page.reload()


def final(page: Page) -> Locator:
    return page.locator(".ic-live.ic-final")


def press(page: Page, name: str) -> None:
    final(page).get_by_role("button", name=name, exact=True).click()


def begin(page: Page) -> None:
    press(page, "Begin")
    at(page, 1)


def at(page: Page, n: int) -> None:
    expect(final(page).get_by_role("heading")).to_have_text(f"Question {n} of {SIZE}")


def choose(page: Page, option: str) -> None:
    final(page).locator(f"[name=option][value={option}]").check()


def answer_all(page: Page, options: Sequence[str]) -> None:
    """Answer the questions from the first on, and come to the last step. An empty text leaves one open."""
    for n, option in enumerate(options, 1):
        at(page, n)
        if option:
            choose(page, option)
        press(page, "Next" if n < SIZE else "To the last step")
    expect(final(page).get_by_role("heading")).to_have_text("The last step")


def test_a_final_is_failed_then_passed_and_certified(show: Show) -> None:
    page = show(FINAL, before=SEEDS)
    for term in FINAL.terms:
        expect(final(page)).to_contain_text(term)
    begin(page)
    answer_all(page, [*["a"] * 8, "", ""])
    expect(final(page)).to_contain_text("2 questions are not answered.")
    press(page, f"Question {SIZE}")
    at(page, SIZE)
    choose(page, "b")
    expect(final(page).get_by_role("status").filter(has_text=re.compile("."))).to_have_count(0)
    press(page, "To the last step")
    expect(final(page)).to_contain_text("1 question is not answered.")
    expect(final(page).locator(".ic-right, .ic-wrong")).to_have_count(0)
    press(page, "Finish")
    expect(final(page).get_by_role("heading", level=3)).to_have_text("✗ Not passed yet")
    expect(final(page).get_by_role("heading", level=3)).to_be_focused()
    record = kept(page)
    first = result(record, record.sittings[0], SMALL, PLAN)
    assert (first.right, first.passed, len(first.missed)) == (1, False, 2)
    expect(final(page)).to_contain_text(f"1 of {SIZE} right, 10 percent.")
    expect(final(page)).to_contain_text("Every question on permitted use has to be right. These are not:")
    numbers = [n for n, entry in enumerate(record.sittings[0].draw, 1) if entry.item in first.missed]
    expect(final(page)).to_contain_text(f"Permitted use: questions {numbers[0]} and {numbers[1]}")
    rows = final(page).locator("tbody tr")
    assert rows.count() == len(first.objectives)
    again = rows.filter(has_text=first.again[0].text)
    expect(again.get_by_role("link", name=first.again[0].title)).to_have_attribute(
        "href", f"../book/../notebooks/{first.again[0].lesson}.html"
    )
    details = final(page).locator("details.ic-answered-one")
    expect(details).to_have_count(SIZE)
    expect(details.first.locator("summary")).to_contain_text("not right")
    details.first.locator("summary").click()
    expect(details.first.get_by_role("status")).to_contain_text("The reason for a, long enough")
    expect(details.first.get_by_role("status")).to_contain_text("The reason for b, long enough")
    expect(details.first.get_by_role("radio").first).to_be_disabled()

    press(page, "Try a new final")
    answer_all(page, ["b"] * SIZE)
    expect(final(page)).to_contain_text(f"All {SIZE} questions are answered.")
    press(page, "Finish")
    expect(final(page).get_by_role("heading", level=3)).to_have_text("✓ Passed")
    record = kept(page)
    assert verify(record, now=LATER.replace(year=2100), bank=SMALL, blueprint=PLAN).faults == ()
    press(page, "Back to the start")
    expect(final(page).get_by_role("listitem").filter(has_text=f"{SIZE} of {SIZE} right, passed")).to_be_visible()
    expect(final(page).get_by_role("listitem").filter(has_text=f"1 of {SIZE} right, not passed")).to_be_visible()


def test_a_certificate_takes_a_name_or_none_and_prints_alone(show: Show) -> None:
    page = show(FINAL, record_panel_state())
    put(page, taken(begun(course=COURSE_VERSION), wrong=["step-4/process-d"]))
    final(page).get_by_role("button", name="Show its report").click()
    press(page, "Show the certificate")
    sheet = final(page).get_by_role("region", name="Certificate of completion")
    expect(sheet).to_contain_text("The holder of this record has completed the course")
    expect(sheet).to_contain_text("and passed its final on 2 March 2026: 9 of 10 right.")
    for name, said in (("Alex 123-45-6789", "no personal number is kept"), ("Alex Sample", "The name is on it.")):
        final(page).get_by_label("Name on it").fill(name)
        press(page, "Put it on")
        expect(final(page).get_by_role("status")).to_contain_text(said)
    expect(sheet).to_contain_text("Alex Sample has completed the course")
    assert kept(page).name == "Alex Sample"
    assert "6789" not in page.evaluate("key => localStorage.getItem(key)", KEPT)

    page.emulate_media(media="print")
    expect(page.locator("body > .ic-sheet .ic-certificate")).to_be_visible()
    assert page.locator("body > :visible").count() == 1
    assert page.locator("body").inner_text().count("Alex Sample has completed the course") == 1
    assert "Your learning record" not in page.locator("body").inner_text()
    page.emulate_media(media="screen")
    press(page, "Back to the report")
    expect(page.locator(".ic-sheet")).to_have_count(0)


def test_leaving_and_coming_back_keeps_draw_and_answers(show: Show) -> None:
    page = show(FINAL, record_panel_state())
    begin(page)
    choose(page, "c")
    press(page, "Next")
    choose(page, "a")
    choose(page, "d")
    stem = final(page).get_by_role("group").first.inner_text()
    page.reload()
    draw = kept(page).sittings[0].draw
    expect(final(page)).to_contain_text(f"2 of {SIZE} questions answered")
    press(page, "Go on with it")
    at(page, 3)
    press(page, "Previous")
    assert final(page).get_by_role("group").first.inner_text() == stem
    expect(final(page).locator("[value=d]")).to_be_checked()
    final(page).get_by_role("navigation", name="All questions").get_by_role("button").first.click()
    expect(final(page).locator("[value=c]")).to_be_checked()

    other = show(FINAL, record_panel_state())
    begin(other)
    press(other, "Leave it for now")
    other.locator("input[type=file]").set_input_files(
        {"name": "learning-record.json", "mimeType": "application/json", "buffer": kept(page).to_json().encode()}
    )
    expect(other.get_by_text("Brought in: 2 answers, 1 final.")).to_be_visible()
    assert draw in [sitting.draw for sitting in kept(other).sittings]


def test_a_final_cleared_or_finished_in_another_tab_is_not_gone_on_with(show: Show) -> None:
    page = show(FINAL)
    begin(page)
    choose(page, "b")
    press(page, "Next")
    two = page.context.new_page()
    two.goto(page.url)
    press(two, "Go on with it")
    choose(two, "b")
    press(two, "To the last step")
    press(two, "Finish")
    expect(final(page).get_by_role("heading", level=3)).to_have_text("✗ Not passed yet")
    assert [answered.given for answered in kept(page).answers] == [("b",), ("b",)]
    press(page, "Try a new final")
    at(page, 1)
    press(page, "Leave it for now")
    expect(final(page).get_by_role("heading").first).to_be_focused()
    two.reload()
    press(two, "Go on with it")
    press(two, "To the last step")
    press(two, "Finish")
    press(page, "Go on with it")
    expect(final(page).get_by_role("heading", level=3)).to_have_text("✗ Not passed yet")
    press(page, "Try a new final")
    at(page, 1)
    two.evaluate("localStorage.clear()")
    expect(final(page).get_by_role("alert")).to_contain_text("no longer in the record")


def test_a_final_of_other_questions_is_named_and_left_alone(show: Show) -> None:
    page = show(FINAL)
    put(page, taken(begun(course="0.0.1")))
    expect(final(page)).to_contain_text("of another version of the questions (course 0.0.1)")
    expect(final(page).get_by_role("button", name="Begin")).to_be_visible()


def test_a_sealed_final_hands_over_answers_that_the_key_marks(show: Show) -> None:
    sealed, key = seal(7, SMALL, PLAN, COURSE_VERSION)
    page = show(sealed_final_state(sealed, SMALL, PLAN))
    place = page.locator(".ic-live.ic-sealed")
    expect(place).to_contain_text(f"Check digest: {key.digest}")
    place.get_by_role("button", name="Begin").click()
    for n in range(1, SIZE + 1):
        expect(place.get_by_role("heading")).to_have_text(f"Question {n} of {SIZE}")
        place.locator(f"[name=option][value={'a' if n == 3 else 'b'}]").check()
        if n == 5:
            page.reload()
            expect(place).to_contain_text(f"5 of {SIZE} questions answered")
            place.get_by_role("button", name="Go on with it").click()
        else:
            place.get_by_role("button", name="Next" if n < SIZE else "To the last step", exact=True).click()
    place.get_by_role("button", name="Finish").click()
    expect(place.get_by_role("heading")).to_have_text("Finished: save your answer file")
    expect(place.locator(".ic-right, .ic-wrong")).to_have_count(0)
    place.get_by_label("Your name").fill("Robin")
    assert violations(page, within=".ic-live") == []
    with page.expect_download() as download:
        place.get_by_role("button", name="Save the answer file").click()
    row = mark(key, LearningRecord.from_json(Path(download.value.path()).read_bytes()), "robin.json")
    assert (row.name, row.right, row.remarks) == ("Robin", SIZE - 1, ())
    assert not row.rights[2]
    page.reload()
    expect(place.get_by_role("heading")).to_have_text("Finished: save your answer file")
    assert page.evaluate("key => localStorage.getItem(key)", KEPT) is None, "practice has a record of its own"
    place.get_by_text("Not you?").click()
    place.get_by_role("button", name="Clear this record").click()
    place.get_by_role("button", name="Yes, clear it").click()
    expect(place.get_by_role("button", name="Begin")).to_be_visible()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent || document.activeElement.value"))


def tab_to(page: Page, text: str) -> None:
    """Press Tab until the focus stands on this; it is never lost on the way."""
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement !== document.body"), f"focus lost on the way to {text}"
        if focused(page).startswith(text):
            return
    raise AssertionError(f"the keyboard does not reach {text}")


def test_a_whole_final_by_keyboard_alone(show: Show) -> None:
    page = show(FINAL)
    page.get_by_role("link", name="before").focus()
    tab_to(page, "Begin")
    page.keyboard.press("Enter")
    for n in range(1, SIZE + 1):
        at(page, n)
        assert focused(page) == f"Question {n} of {SIZE}"
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        for _ in range(3):
            if page.evaluate("document.activeElement.value") != "b":
                page.keyboard.press("ArrowDown")
        tab_to(page, "Next" if n < SIZE else "To the last step")
        page.keyboard.press("Enter")
    assert focused(page) == "The last step"
    tab_to(page, "Finish")
    page.keyboard.press("Enter")
    expect(final(page).get_by_role("heading", level=3)).to_have_text("✓ Passed")
    tab_to(page, "Show the certificate")
    page.keyboard.press("Enter")
    assert focused(page) == "Your certificate"
    assert len(kept(page).answers) == SIZE


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 320)])
def test_axe_finds_nothing_and_nothing_sticks_out(show: Show, theme: str, width: int) -> None:
    page = show(FINAL, theme=theme, viewport={"width": width, "height": 900})

    def is_fine(view: str) -> None:
        page.locator(".ic-live details").evaluate_all("all => all.forEach(one => one.open = true)")
        assert violations(page, within=".ic-live") == [], view
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view

    is_fine("start")
    begin(page)
    choose(page, "a")
    is_fine("question")
    press(page, "To the last step")
    is_fine("last step")
    press(page, "Finish")
    expect(final(page).get_by_role("heading", level=3)).to_contain_text("Not passed")
    is_fine("report of a failed final")
    put(page, taken(begun(course=COURSE_VERSION), name="Desk 4").merged(kept(page)))
    is_fine("start with finals before")
    final(page).get_by_role("listitem").filter(has_text=", passed").get_by_role("button").click()
    is_fine("report of a passed final")
    press(page, "Show the certificate")
    is_fine("certificate")


def test_the_courses_own_final_comes_to_the_same_end_as_in_python(show: Show) -> None:
    """The whole bank in the page; every question of a draw is drawn by its card, and the result is Python's."""
    page = show(final_state())
    sitting = begun(2010, bank=BANK, plan=BLUEPRINT, course=COURSE_VERSION, minutes=None)
    put(page, taken(sitting, bank=BANK))
    press(page, "Go on with it")
    expect(final(page).get_by_role("heading")).to_have_text("The last step")
    for n in range(1, BLUEPRINT.size + 1):
        final(page).get_by_role("navigation").get_by_role("button").nth(n - 1).click()
        expect(final(page).get_by_role("heading")).to_have_text(f"Question {n} of {BLUEPRINT.size}")
    press(page, "To the last step")
    press(page, "Finish")
    expect(final(page).get_by_role("heading", level=3)).to_have_text("✓ Passed")
    record = kept(page)
    assert result(record, record.sittings[0]).passed
    said = lines(certificate(record))
    press(page, "Show the certificate")
    rows = [text for row in (*said.topics, *said.facts) for text in row]
    found = final(page).get_by_role("region", name=said.heading).inner_text()
    assert [text for text in (said.holder, said.title, said.score, *rows, said.statement) if text not in found] == []
