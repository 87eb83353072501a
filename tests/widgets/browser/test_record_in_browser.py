"""The learning record in a browser: kept, set aside, moved on from the old form, merged, named, cleared."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from interop_course.assessment import LearningRecord
from interop_course.assessment.record_parts import PageRead
from interop_course.live.learning_states import record_panel_state
from tests.accessibility import violations
from tests.assessment.exam import BEGUN, begun, practised, taken
from tests.widgets.browser.cards import card, check, give
from tests.widgets.browser.conftest import Show
from tests.widgets.question_states import MULTIPLE, QUIZ, SINGLE

KEPT, OLD = "interop-course.record", "interop-course.answers"
PANEL = record_panel_state()
ALEX = LearningRecord(name="Alex", answers=(practised(SINGLE.id, True, BEGUN),))


def kept(page: Page) -> LearningRecord:
    """The record in the browser's storage, as Python reads it."""
    return LearningRecord.from_json(page.evaluate("key => localStorage.getItem(key)", KEPT))


def put(page: Page, text: str, key: str = KEPT) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    page.reload()


def answer(page: Page, *given: str) -> None:
    place = card(page, SINGLE)
    give(place, SINGLE, given)
    check(place)


def panel(page: Page) -> Locator:
    return page.locator(".ic-live.ic-record")


def press(page: Page, name: str) -> None:
    panel(page).get_by_role("button", name=name, exact=True).click()


def bring_in(page: Page, record: LearningRecord | str) -> None:
    text = record if isinstance(record, str) else record.to_json()
    file = FilePayload(name="record.json", mimeType="application/json", buffer=text.encode())
    panel(page).get_by_label("Bring in a record").set_input_files(file)


def says(page: Page, text: str) -> None:
    expect(panel(page).locator(".ic-said")).to_contain_text(text)


def test_an_answer_with_its_confidence_is_kept_and_recalled(show: Show) -> None:
    page = show(SINGLE)
    page.get_by_label("I am sure").check()
    answer(page, "c")
    (kept_answer,) = kept(page).answers
    assert (kept_answer.item, kept_answer.given, kept_answer.right) == (SINGLE.id, ("c",), False)
    assert (kept_answer.confidence, kept_answer.sitting) == ("sure", None)
    assert kept_answer.seconds is not None
    page.reload()
    expect(card(page, SINGLE).locator("[value=c]")).to_be_checked()
    expect(page.locator(".ic-live .ic-remark")).to_have_text("You answered this before, not rightly.")


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "no JSON"), ('{"version":2,"answers":{}}', "not as it has to be"), ('{"version":3}', "A later version"),
     ('{"version":1,"answers":[{"item":"a/b","chosen":[1],"right":true,"at":"2026-03-02T14:00:00Z"}]}', "given")],
)  # fmt: skip
def test_what_is_no_record_is_set_aside_and_can_be_saved(show: Show, text: str, said: str) -> None:
    page = show(SINGLE, PANEL)
    page.evaluate("key => localStorage.setItem(`${key}.set-aside-1`, 'older')", KEPT)
    put(page, text)
    note = page.get_by_role("note").first
    expect(note).to_contain_text(said)
    expect(note).to_contain_text(f"{KEPT}.set-aside-2")
    answer(page, "b")
    stored = page.evaluate("() => ({ ...localStorage })")
    assert (stored[f"{KEPT}.set-aside-1"], stored[f"{KEPT}.set-aside-2"]) == ("older", text)
    assert len(kept(page).answers) == 1
    with page.expect_download() as download:
        press(page, f"Save {KEPT}.set-aside-2 as a file")
    assert Path(download.value.path()).read_text("utf-8") == text


def test_answers_of_the_form_before_are_moved(show: Show) -> None:
    page = show(SINGLE)
    old = {"version": 1, "answers": {SINGLE.id: {"chosen": ["c"], "right": False}}}
    put(page, json.dumps(old), OLD)
    expect(card(page, SINGLE).locator("[value=c]")).to_be_checked()
    answer(page, "b")
    assert [answered.given for answered in kept(page).answers] == [("c",), ("b",)]
    assert page.evaluate("key => localStorage.getItem(key)", OLD) is None
    put(page, "{", OLD)
    expect(page.get_by_role("note")).to_contain_text(f"{OLD}.set-aside-1")
    assert len(kept(page).answers) == 2


def test_two_tabs_do_not_undo_each_other(show: Show) -> None:
    one = show(QUIZ, PANEL)
    two = one.context.new_page()
    two.goto(one.url)
    for page, state in ((one, SINGLE), (two, MULTIPLE)):
        give(card(page, state), state, ["a"])
        check(card(page, state))
    expect(panel(one)).to_contain_text("2 answers")
    assert len(kept(one).answers) == 2


CLOSED = [
    "Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed'); } });",
    "Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new Error('closed'); };",
]


@pytest.mark.parametrize("closed", CLOSED, ids=["no storage", "a storage that refuses"])
def test_where_nothing_can_be_kept_the_page_says_so_and_works(show: Show, closed: str) -> None:
    page = show(SINGLE, PANEL, before=closed)
    expect(page.get_by_role("note").first).to_contain_text("keeps nothing")
    answer(page, "a")
    expect(card(page, SINGLE).get_by_role("status")).to_contain_text("✓ Right.")
    expect(panel(page)).to_contain_text("1 answer; 1 question answered rightly")
    with page.expect_download() as download:
        press(page, "Save it as a file")
    assert len(LearningRecord.from_json(Path(download.value.path()).read_bytes()).answers) == 1


@pytest.mark.parametrize("closed", [*CLOSED, "Storage.prototype.setItem = () => { throw new Error('full'); };"])
def test_what_is_not_kept_can_be_saved_where_it_was_answered(show: Show, closed: str) -> None:
    page = show(SINGLE, before=closed)
    answer(page, "c")
    with page.expect_download() as download:
        page.get_by_role("note").get_by_role("button", name="Save it as a file").click()
    assert len(LearningRecord.from_json(Path(download.value.path()).read_bytes()).answers) == 1


def test_a_full_storage_says_so_and_keeps_what_was_there(show: Show) -> None:
    page = show(SINGLE, PANEL)
    put(page, ALEX.to_json())
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    answer(page, "c")
    expect(page.locator(".ic-live.ic-question .ic-remark").last).to_contain_text("could not be kept")
    expect(panel(page)).to_contain_text("2 answers")
    assert kept(page) == ALEX


def test_a_file_goes_out_and_comes_in_on_another_device(show: Show) -> None:
    page = show(PANEL)
    mine = ALEX.merged(taken(begun(), unanswered=["step-4/process-d"]))
    put(page, mine.to_json())
    with page.expect_download() as download:
        press(page, "Save it as a file")
    assert download.value.suggested_filename == "learning-record.json"
    text = Path(download.value.path()).read_text("utf-8")
    assert LearningRecord.from_json(text) == mine
    theirs = LearningRecord(
        answers=(*ALEX.answers, practised(SINGLE.id, False, BEGUN + timedelta(days=2))),
        read=(PageRead(page="start", at=BEGUN),),
    )
    other = show(PANEL)
    put(other, theirs.to_json())
    bring_in(other, text)
    says(other, f"Brought in: {len(mine.answers) - 1} answers, 1 final. 1 of its entries was here already.")
    assert kept(other) == theirs.merged(mine)
    expect(panel(other)).to_contain_text("Kept for Alex.")
    expect(panel(other)).to_contain_text("1 final begun, 1 finished")
    expect(panel(other).get_by_role("link", name="Start: one booking from end to end")).to_be_visible()
    bring_in(other, text)
    says(other, "Nothing in it was new.")


@pytest.mark.parametrize("text", ["{", '{"version":9}', '{"version":2,"name":"A 123 456 789"}', "[1]"])
def test_a_file_that_is_no_record_changes_nothing(show: Show, text: str) -> None:
    page = show(PANEL)
    put(page, ALEX.to_json())
    bring_in(page, text)
    says(page, "Nothing was changed.")
    assert kept(page) == ALEX


def test_the_record_of_another_name_is_merged_only_if_it_is_the_same_person(show: Show) -> None:
    page = show(PANEL)
    put(page, ALEX.to_json())
    robin = LearningRecord(name="Robin", answers=(practised(MULTIPLE.id, True, BEGUN),))
    bring_in(page, robin)
    says(page, "Are they the same person?")
    press(page, "No, leave both as they are")
    says(page, "Nothing was changed.")
    assert kept(page) == ALEX
    bring_in(page, robin)
    press(page, "Yes, call them Robin")
    says(page, "Brought in: 1 answer.")
    assert kept(page) == ALEX.merged(robin, name="Robin")


def test_not_you_clears_after_offering_a_file(show: Show) -> None:
    page = show(PANEL, SINGLE)
    put(page, ALEX.to_json())
    expect(panel(page)).to_contain_text("Kept for Alex.")
    panel(page).get_by_text("Not you").click()
    press(page, "Clear this record …")
    press(page, "No, leave it")
    assert kept(page) == ALEX
    press(page, "Clear this record …")
    press(page, "Yes, clear it")
    expect(panel(page)).to_contain_text("Cleared. A new, empty record begins.")
    assert kept(page) == LearningRecord()
    expect(panel(page)).to_contain_text("Kept without a name.")


def test_a_name_is_kept_and_a_number_is_not(show: Show) -> None:
    page = show(PANEL)
    panel(page).get_by_label("Name (optional)").fill("A 123 456 789")
    press(page, "Keep the name")
    says(page, "no personal number is kept")
    assert page.evaluate("key => localStorage.getItem(key)", KEPT) is None
    panel(page).get_by_label("Name (optional)").fill(" Alex ")
    press(page, "Keep the name")
    says(page, "Kept for Alex.")
    assert kept(page).name == "Alex"


@pytest.mark.parametrize(("theme", "width"), [("light", 390), ("dark", 1440)])
def test_axe_finds_nothing_in_the_panel(show: Show, theme: str, width: int) -> None:
    page = show(PANEL, theme=theme, viewport={"width": width, "height": 900})
    whole = ALEX.merged(taken(begun())).with_page(PageRead(page="start", at=BEGUN))
    put(page, whole.to_json())
    panel(page).locator("details").evaluate("details => { details.open = true; }")
    press(page, "Clear this record …")
    bring_in(page, LearningRecord(name="Robin"))
    says(page, "Are they the same person?")
    assert violations(page, within=".ic-live") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
