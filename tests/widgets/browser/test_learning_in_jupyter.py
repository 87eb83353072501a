"""The final and the record in Jupyter: the same front end, and the kernel's file instead of the browser's storage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from interop_course.assessment import LearningRecord
from interop_course.assessment.record_file import load, record_path, save
from interop_course.live.learning_states import final_state, record_panel_state, review_state
from interop_course.live.states import AnyState
from interop_course.widgets.bundle import module, stylesheet
from interop_course.widgets.record import kept
from tests.assessment.exam import BEGUN, PLAN, SMALL, practised
from tests.widgets.browser.test_jupyter_host import MODEL

ALEX = LearningRecord(name="Alex", answers=(practised(SMALL.items[0].id, False, BEGUN),))
TO_KERNEL = """
Model.prototype.send = async function ({ ask, request }) {
  this.tell("msg:custom", { reply_to: ask, reply: await kernel(request) });
};
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTEROP_COURSE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def run(browser: Browser, home: Path) -> Callable[[AnyState], Page]:
    """Run a cell: draw its widget in a page whose kernel is this process."""
    context = browser.new_context()
    context.expose_function("kernel", kept)

    def cell(state: AnyState) -> Page:
        page = context.new_page()
        page.set_content(f"<style>{stylesheet()}</style><div id='output'></div>")
        page.add_script_tag(content=MODEL + TO_KERNEL + "window.Model = Model;")
        page.evaluate(
            """async ([source, values]) => {
              const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
              const widget = (await import(url)).default;
              widget.render({ model: new Model(values), el: document.getElementById("output") });
            }""",
            [module(), {"state": state.model_dump(mode="json"), "given": {}}],
        )
        return page

    return cell


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_a_final_is_kept_in_the_kernels_file_and_taken_up_again(run: Callable[[AnyState], Page], home: Path) -> None:
    state = final_state(SMALL, PLAN)
    page = run(state)
    press(page, "Begin")
    page.locator("[name=option][value=b]").check()
    press(page, "Next")
    expect(page.get_by_role("heading")).to_have_text("Question 2 of 10")
    (answered,) = load(home).record.answers
    assert answered.sitting == load(home).record.sittings[0].id
    again = run(state)
    press(again, "Go on with it")
    expect(again.get_by_role("heading")).to_have_text("Question 2 of 10")
    press(again, "To the last step")
    press(again, "Finish")
    expect(again.get_by_role("heading", level=3)).to_have_text("✗ Not passed yet")
    expect(again.get_by_role("link")).to_have_count(0)
    assert load(home).record.sittings[0].ended is not None


def test_a_review_adds_its_answers_to_the_file(run: Callable[[AnyState], Page], home: Path) -> None:
    save(home, ALEX)
    page = run(review_state(SMALL))
    page.locator("[name=option][value=b]").check()
    press(page, "Check")
    expect(page.locator(".ic-remark", has_text="It comes back on")).to_be_visible()
    assert [answered.right for answered in load(home).record.answers] == [False, True]


def test_the_panel_shows_the_file_and_changes_it(run: Callable[[AnyState], Page], home: Path) -> None:
    save(home, ALEX)
    page = run(record_panel_state())
    expect(page.locator("#output")).to_contain_text("Kept for Alex.")
    page.get_by_label("Name (optional)").fill("Robin")
    press(page, "Keep the name")
    expect(page.locator("#output")).to_contain_text("Kept for Robin.")
    assert load(home).record == ALEX.named("Robin")
    record_path(home).unlink()
    record_path(home).mkdir()
    page.get_by_label("Name (optional)").fill("Kim")
    press(page, "Keep the name")
    expect(page.locator(".ic-said")).to_contain_text("cannot be used")


def test_a_number_is_not_sent_to_the_file(run: Callable[[AnyState], Page], home: Path) -> None:
    page = run(record_panel_state())
    told: Any = page.evaluate("kernel({ do: 'rename', name: 'A 123 456 789' })")
    assert not told["ok"]
    page.get_by_label("Name (optional)").fill("A 123 456 789")
    press(page, "Keep the name")
    expect(page.locator(".ic-said")).to_contain_text("no personal number is kept")
    assert not record_path(home).exists()
