"""The detainer clock in a page without Python, and in Jupyter, where the test plays the kernel."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from interop_course.live import answer_json
from interop_course.live.counting import clock_state
from interop_course.widgets.bundle import module, stylesheet
from tests.widgets.browser.conftest import Show
from tests.widgets.browser.test_jupyter_host import MODEL

STATE = clock_state()
HANDOUT, SOP = "The handout", "SOP 3.2.4"


@pytest.fixture
def page(show: Show) -> Page:
    return show(STATE)


def choose(page: Page, label: str) -> None:
    n = next(n for n, moment in enumerate(STATE.moments) if moment.label == label)
    page.get_by_label("A worked moment").select_option(str(n))


@pytest.mark.parametrize("n", range(len(STATE.moments)))
def test_a_worked_moment_shows_its_end_and_the_days_left_out(page: Page, n: int) -> None:
    moment = STATE.moments[n]
    page.get_by_label("A worked moment").select_option(str(n))
    expect(page.get_by_role("region", name=SOP)).to_contain_text(f"end {moment.ends['custody']}.")
    expect(page.get_by_role("region", name=HANDOUT)).to_contain_text(
        f"If they began at this moment, they would end {moment.ends['holding']}."
    )
    expect(page.get_by_role("status")).to_contain_text(moment.start)
    rows = page.locator(".ic-live tbody tr")
    expect(rows).to_have_count(len(moment.days))
    for row, day in zip(rows.all(), moment.days, strict=True):
        expect(row).to_contain_text(day.day)
        expect(row).to_contain_text(day.hours or f"not counted: {day.why}")
    expect(page.get_by_label("Date")).to_have_value(moment.at[:10])
    expect(page.get_by_label("Time")).to_have_value(moment.at[11:])


def test_the_handout_names_no_start_and_the_sop_counts_from_the_notice_alone(page: Page) -> None:
    choose(page, "A Friday evening")
    expect(page.get_by_role("status")).to_contain_text(
        "The handout: no starting moment is named. SOP 3.2.4: the 48 counted hours end Tuesday, 9 March 2010, 18:00."
    )
    page.get_by_label("the agency receives a detainer").check()
    expect(page.get_by_role("status")).to_contain_text("SOP 3.2.4: not counted from this moment.")
    sop, handout = page.get_by_role("region", name=SOP), page.get_by_role("region", name=HANDOUT)
    expect(sop).to_contain_text("It counts from notification of the person's release.")
    expect(sop).not_to_contain_text("9 March")
    expect(handout).to_contain_text("The packet does not say when these hours begin.")
    expect(handout.get_by_role("link", name="C24")).to_have_attribute("href", "../book/disagreements.html#c24")


def test_the_first_moment_can_be_chosen_in_python(show: Show) -> None:
    n = next(n for n, moment in enumerate(STATE.moments) if moment.at == "2010-02-12T14:00")
    page = show(STATE.model_copy(update={"at": n}))
    expect(page.get_by_role("status")).to_contain_text("Friday, 12 February 2010, 14:00")
    expect(page.get_by_label("A worked moment")).to_have_value(str(n))


def test_it_says_that_it_is_no_legal_advice(page: Page) -> None:
    expect(page.locator(".ic-live .ic-head")).to_contain_text("no legal advice")
    expect(page.locator(".ic-live .ic-head")).to_contain_text("does not say when the agency's own 48 hours")


def test_a_page_without_python_says_so_and_keeps_the_last_moment(page: Page) -> None:
    choose(page, "The eve of a holiday")
    expect(page.get_by_role("group", name="Another moment")).to_contain_text("Python counts from any date")
    page.get_by_label("Date").fill("2010-05-28")
    page.get_by_role("button", name="Count").click()
    refused = page.get_by_role("alert")
    expect(refused).to_contain_text("This moment was not counted. This needs Python in the page.")
    expect(refused).to_contain_text("run: python -m http.server")
    expect(page.get_by_role("status")).to_contain_text("Wednesday, 24 November 2010")
    choose(page, "A Friday evening")
    expect(page.get_by_role("alert")).to_be_empty()


def test_an_empty_date_is_asked_for_by_the_browser(page: Page) -> None:
    page.get_by_label("Date").fill("")
    page.get_by_role("button", name="Count").click()
    assert page.get_by_label("Date").evaluate("e => e.validity.valueMissing")
    expect(page.get_by_role("alert")).to_be_empty()


@pytest.fixture
def kernel(browser: Browser) -> Callable[[], Page]:
    """The clock in Jupyter, with a model that passes each request to the door."""
    page = browser.new_context().new_page()

    def answer(content: Any) -> None:
        reply = json.loads(answer_json(json.dumps(content["request"])))
        page.evaluate("message => model.tell('msg:custom', message)", {"reply_to": content["ask"], "reply": reply})

    def open_page() -> Page:
        page.set_content(f"<style>{stylesheet()}</style><div id='output'></div>")
        page.add_script_tag(content=MODEL + "window.Model = Model;")
        page.evaluate(
            """async ([source, values]) => {
              const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
              const widget = (await import(url)).default;
              window.model = new Model(values);
              widget.render({ model, el: document.getElementById("output") });
            }""",
            [module(), {"state": STATE.model_dump(mode="json")}],
        )
        return page

    def count(date: str, time: str) -> Page:
        page.get_by_label("Date").fill(date)
        page.get_by_label("Time").fill(time)
        page.get_by_role("button", name="Count").click()
        answer(page.evaluate("model.sent.at(-1)"))
        return page

    open_page.count = count  # type: ignore[attr-defined]
    return open_page


def test_in_jupyter_any_moment_is_counted(kernel: Any) -> None:
    kernel()
    page = kernel.count("2011-11-10", "09:30")
    assert page.evaluate("model.sent[0].request") == {"do": "deadline", "start": "2011-11-10T09:30"}
    expect(page.get_by_role("region", name=SOP)).to_contain_text("end Tuesday, 15 November 2011, 09:30.")
    expect(page.locator("#output tbody")).to_contain_text("not counted: Veterans Day")
    expect(page.get_by_label("A worked moment")).to_have_value("")
    expect(page.get_by_role("alert")).to_be_empty()


def test_in_jupyter_a_refusal_is_said_and_the_last_moment_stays(kernel: Any) -> None:
    page = kernel()
    page.evaluate("document.querySelector('[name=date]').removeAttribute('min')")
    kernel.count("1999-01-04", "09:30")
    expect(page.get_by_role("alert")).to_contain_text("2000 to 2099")
    expect(page.get_by_role("status")).to_contain_text("Tuesday, 2 March 2010")
