"""The anywidget module in a browser, with a model that the test plays."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from interop_course.live.states import AnyState
from interop_course.widgets.bundle import module, stylesheet
from tests.widgets.question_states import DRAWN, SINGLE
from tests.widgets.widget_states import INSPECTOR, STEPPER

MODEL = """
class Model {
  constructor(values) { this.values = values; this.heard = {}; this.sent = []; this.saved = 0; }
  get(name) { return this.values[name]; }
  set(name, value) { this.values[name] = value; this.tell(`change:${name}`); }
  save_changes() { this.saved += 1; }
  send(content) { this.sent.push(content); }
  on(name, f) { (this.heard[name] ??= new Set()).add(f); }
  off(name, f) { this.heard[name]?.delete(f); }
  tell(name, ...values) { for (const f of this.heard[name] ?? []) f(...values); }
}
"""


@pytest.fixture
def rendered(browser: Browser) -> Callable[[AnyState], Page]:
    """Render a state as anywidget does: import the module from a Blob and call its render."""
    page = browser.new_context().new_page()

    def render(state: AnyState) -> Page:
        page.set_content(f"<style>{stylesheet()}</style><div id='output'></div>")
        page.add_script_tag(content=MODEL + "window.Model = Model;")
        page.evaluate(
            """async ([source, values]) => {
              const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
              window.widget = (await import(url)).default;
              window.model = new Model(values);
              window.leave = window.widget.render({ model, el: document.getElementById("output") });
            }""",
            [module(), {"state": state.model_dump(mode="json"), "at": 1, "given": {}}],
        )
        return page

    return render


def graded(page: Page) -> list[dict[str, Any]]:
    """The messages that ask for a grade, among all that were sent to the kernel."""
    sent: list[dict[str, Any]] = page.evaluate("model.sent.filter(({ request }) => request.do === 'grade')")
    return sent


def test_the_selected_entry_is_synced_both_ways(rendered: Callable[[AnyState], Page]) -> None:
    page = rendered(STEPPER)
    page.get_by_role("button", name="Next").click()
    assert page.evaluate("[model.get('at'), model.saved]") == [2, 1]
    page.evaluate("model.set('at', 5)")
    expect(page.get_by_role("status")).to_contain_text("Entry 5 of 11")
    assert page.evaluate("model.saved") == 1, "what came from the kernel is not sent back"


def test_another_state_is_drawn_in_place(rendered: Callable[[AnyState], Page]) -> None:
    page = rendered(STEPPER)
    page.evaluate("state => model.set('state', state)", INSPECTOR.model_dump(mode="json"))
    expect(page.locator(".ic-live")).to_have_count(1)
    expect(page.locator(".ic-title").first).to_have_text(INSPECTOR.title)
    expect(page.locator(".ic-stepper")).to_have_count(0)


def test_a_choice_is_synced_and_an_answer_asked_of_the_door(rendered: Callable[[AnyState], Page]) -> None:
    page = rendered(SINGLE)
    page.get_by_label("The LESC.").check()
    page.get_by_label("I am sure").check()
    assert page.evaluate("model.get('given')") == {SINGLE.id: ["c"]}
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("status")).to_contain_text("Not right yet.")
    (sent,) = graded(page)
    assert sent["request"] == {"do": "grade", "item": SINGLE.id, "seed": None, "given": ["c"]}
    assert sent["confidence"] == "sure"
    assert isinstance(sent["seconds"], int)
    reply = {"reply_to": sent["ask"], "reply": {"ok": True, "notice": "Kept in your learning record."}}
    page.evaluate("reply => model.tell('msg:custom', reply)", reply)
    expect(page.locator(".ic-remark")).to_have_text("Kept in your learning record.")


def test_an_answer_kept_before_is_shown_again_unless_the_learner_has_begun(
    rendered: Callable[[AnyState], Page],
) -> None:
    answer = {"item": SINGLE.id, "seed": None, "given": ["c"], "right": False, "confidence": None, "seconds": 3}
    answer |= {"at": "2026-11-24T10:00:00Z", "sitting": None}
    kept = {"ok": True, "record": {"version": 2, "name": None, "answers": [answer], "sittings": [], "read": []}}

    def opened(page: Page) -> None:
        (asked,) = page.evaluate("model.sent.filter(({ request }) => request.do === 'keep')")
        page.evaluate("reply => model.tell('msg:custom', reply)", {"reply_to": asked["ask"], "reply": kept})

    page = rendered(SINGLE)
    opened(page)
    expect(page.get_by_label("The LESC.")).to_be_checked()
    expect(page.locator(".ic-remark")).to_have_text("You answered this before, not rightly.")

    page = rendered(SINGLE)
    page.get_by_role("radio").first.check()
    opened(page)
    expect(page.get_by_role("radio").first).to_be_checked()


def test_the_numbers_of_a_parametrised_question_go_with_its_answer(rendered: Callable[[AnyState], Page]) -> None:
    page = rendered(DRAWN)
    page.get_by_role("button", name="Other numbers").click()
    page.get_by_label("Number").fill("1")
    page.get_by_role("radio", name="hours").check()
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("status")).to_contain_text("✓ Right.")
    (sent,) = graded(page)
    assert sent["request"] == {"do": "grade", "item": DRAWN.id, "seed": 2, "given": ["1", "hours"]}


def test_a_refusal_is_said_calmly(rendered: Callable[[AnyState], Page]) -> None:
    page = rendered(SINGLE)
    page.get_by_label("The LESC.").check()
    page.get_by_role("button", name="Check").click()
    number = graded(page)[0]["ask"]
    page.evaluate("message => model.tell('msg:custom', message)", {"reply_to": number + 1, "reply": {"ok": True}})
    expect(page.locator(".ic-remark")).to_be_empty()
    refused = {"ok": False, "error": "No such item.", "hint": "Ask again."}
    page.evaluate("message => model.tell('msg:custom', message)", {"reply_to": number, "reply": refused})
    expect(page.locator(".ic-remark")).to_have_text("No such item. Ask again.")


def test_sources_are_text_where_there_are_no_pages_of_the_book(rendered: Callable[[AnyState], Page]) -> None:
    page = rendered(STEPPER)
    expect(page.locator(".ic-panel .ic-sources")).to_contain_text("FAQ, p. 11")
    expect(page.get_by_role("link")).to_have_count(0)


def test_jupyters_own_shortcuts_are_kept_out(rendered: Callable[[AnyState], Page]) -> None:
    page = rendered(STEPPER)
    expect(page.locator("#output > div")).to_have_attribute("data-lm-suppress-shortcuts", "true")


def test_a_view_that_is_closed_listens_no_more(rendered: Callable[[AnyState], Page]) -> None:
    page = rendered(STEPPER)
    page.evaluate("leave()")
    assert json.loads(page.evaluate("JSON.stringify(Object.values(model.heard).map(set => set.size))")) == [0, 0, 0]
