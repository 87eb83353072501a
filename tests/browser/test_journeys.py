"""Whole ways through the course with a keyboard alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from interop_course.live import answer_json
from tests.browser.conftest import serving
from tests.browser.keyboard import Keys
from tests.browser.visit import Visit

Start = Callable[..., Visit]

# Python, as the worker of the site speaks, played by the door itself: how it starts is tested elsewhere.
PYTHON = """
window.SharedWorker = class {
  constructor() {
    const port = { postMessage: async ({ id, request }) => {
      const reply = await window.askPython(request);
      port.onmessage({ data: { id, reply } });
    } };
    this.port = port;
    setTimeout(() => port.onmessage({ data: { state: "ready" } }));
  }
};
"""

OVER_ALL = "position: fixed; inset: 0; width: 100%; height: 100%"


def test_a_lesson_from_the_skip_link_to_the_next_lesson(visit: Start, origin: str) -> None:
    tab = visit(origin)
    page = tab.open("notebooks/step-3-no-match.html")
    keys = Keys(page)
    keys.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**#main-content")
    keys.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)

    stepper = page.locator(".ic-stepper.ic-live")
    walk = stepper.get_by_role("group", name="Sequence diagram")
    assert keys.to(walk) < 20
    status = stepper.get_by_role("status")
    keys.press("Home")
    expect(status).to_contain_text("Entry 1 of")
    keys.press("ArrowDown", "ArrowRight")
    expect(status).to_contain_text("Entry 3 of")
    keys.press("ArrowUp")
    expect(status).to_contain_text("Entry 2 of")

    card = page.locator(".ic-quiz .ic-card").first
    keys.to(card.get_by_role("radio").first)
    keys.press("Space", "ArrowDown", "ArrowUp")
    expect(card.get_by_role("radio").first).to_be_checked()
    keys.to(card.get_by_role("button", name="Check"))
    keys.press("Enter")
    expect(card.get_by_role("status")).to_contain_text("right", ignore_case=True)
    keys.follow(page.locator(".prev-next-footer a.right-next"), "step-4-match.html")
    assert tab.troubles == []


def test_a_message_is_changed_and_put_back(visit: Start, origin: str) -> None:
    tab = visit(origin)
    tab.page.expose_function("askPython", answer_json)
    tab.page.add_init_script(PYTHON)
    tab.page.route("**/python/contents.json", lambda route: route.fulfill(body=json.dumps({"version": "played"})))
    page = tab.open("notebooks/step-6-one-response.html")
    keys = Keys(page)
    inspector = page.locator(".ic-inspector.ic-live").filter(has_text="SRE").first
    inspector.get_by_role("tab", name="Fields").evaluate("tab => tab.focus()")
    keys.press("ArrowRight")
    expect(inspector.get_by_role("tab", name="Look at the bytes")).to_have_attribute("aria-selected", "true")
    keys.to(inspector.locator("summary", has_text="Change or break this message"))
    keys.press("Enter")
    expect(inspector.get_by_role("button", name="Break it")).to_be_visible()

    tree = inspector.get_by_role("tree")
    keys.to(tree.locator("[role=treeitem][tabindex='0']"))
    keys.press("2")
    while "NAM" not in (before := tree.locator(":focus > .ic-leaf").inner_text()):
        keys.press("ArrowDown")
    keys.to(inspector.locator(".ic-form textarea"))
    keys.press("Control+A")
    page.keyboard.type("SAMPLE,SASHA")
    keys.to(inspector.get_by_role("button", name="Set this value"))
    keys.press("Enter")
    status = inspector.locator(".ic-change [role=status]")
    expect(status).to_contain_text("set to “SAMPLE,SASHA”")
    expect(tree).to_contain_text("SAMPLE,SASHA")
    keys.to(inspector.get_by_role("button", name="Undo"), key="Shift+Tab")
    keys.press("Enter")
    expect(status).to_contain_text("The message is as it was")
    expect(tree).not_to_contain_text("SASHA")
    keys.to(tree.locator("[role=treeitem][tabindex='0']"))
    assert tree.locator(":focus > .ic-leaf").inner_text() == before
    assert tab.troubles == []


def test_a_final_from_its_terms_to_what_to_read_again(visit: Start, origin: str) -> None:
    tab = visit(origin)
    page = tab.open("notebooks/final.html")
    keys = Keys(page)
    keys.press("Tab")
    page.keyboard.press("Enter")
    keys.to(page.get_by_role("button", name="Begin"))
    keys.press("Enter")
    place = page.locator(".ic-sitting")
    expect(place.get_by_role("heading", name="Question 1 of 30")).to_be_focused()
    for number in range(1, 6):
        keys.to(place.locator(".ic-place :is(input, select, .ic-move:not([aria-disabled=true]))").first)
        answer(keys)
        expect(place).to_contain_text(f"{number} of 30 answered")
        keys.to(place.get_by_role("button", name="Next"))
        keys.press("Enter")
        expect(place.get_by_role("heading", name=f"Question {number + 1} of 30")).to_be_focused()
    keys.to(place.get_by_role("button", name="To the last step"))
    keys.press("Enter")
    keys.to(place.get_by_role("button", name="Finish"))
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Not passed yet")).to_be_focused()
    again = page.locator(".ic-by-objective").get_by_role("link").first
    title = again.inner_text()
    keys.follow(again, "notebooks/*")
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    assert tab.troubles == []


def answer(keys: Keys) -> None:
    """Answer the question whose first control has the focus, whatever its kind."""
    control = keys.page.evaluate("(({ localName, type }) => `${localName} ${type}`)(document.activeElement)")
    match control.split():
        case ["select", _]:
            keys.press("ArrowDown")
        case ["input", "text"]:
            keys.page.keyboard.type("12")
            keys.to(keys.page.locator(".ic-units input").first)
            keys.press("Space")
        case ["button", _]:
            keys.press("Enter")
        case _:
            keys.press("Space")


def test_a_complaint_is_practised(visit: Start, origin: str) -> None:
    tab = visit(origin)
    page = tab.open("notebooks/complaint.html")
    keys = Keys(page)
    widget = page.locator(".ic-complaint.ic-live")
    keys.press("Tab")
    page.keyboard.press("Enter")
    keys.to(widget.get_by_label("Robin Sample, for Robin"))
    keys.press("ArrowDown")
    expect(widget.get_by_label("Morgan Case, a cousin, for Robin")).to_be_checked()
    for name in ("by letter", "the name of the person concerned", "Robin's signed consent, enclosed"):
        keys.to(widget.get_by_label(name))
        keys.press("Space")
        expect(widget.get_by_label(name)).to_be_checked()
    letter = widget.get_by_role("region", name="The letter")
    expect(letter).to_contain_text("My cousin's name is Robin Sample.")
    expect(widget.get_by_role("status").first).to_contain_text("Missing:")
    keys.to(widget.get_by_role("button", name="Copy the letter"))
    keys.press("Enter")
    keys.to(widget.get_by_role("button", name="Print the letter"))
    assert tab.troubles == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<style>:focus { outline: none !important }</style><button>a</button><button>b</button>", "is not shown"),
        ("<button>a</button><button style='position: absolute; left: -500px'>b</button>", "is out of sight"),
        (f"<button>a</button><dialog open style='{OVER_ALL}'></dialog><button>b</button>", "is covered"),
        ("<button onkeydown='event.preventDefault()'>a</button><button>b</button>", "is trapped"),
        ("<button>a</button><button onfocus='this.blur()'>b</button>", "is nowhere"),
    ],
)
def test_what_keeps_a_keyboard_out_is_noticed(visit: Start, tmp_path: Path, body: str, fault: str) -> None:
    outline = "<style>:focus { outline: 3px solid }</style>"
    Path(tmp_path, "index.html").write_text(f"<title>Planted</title>{outline}{body}", encoding="utf-8")
    with serving(tmp_path) as origin:
        page: Page = visit(origin, bypass_csp=True).open("index.html")
        page.locator("button").first.evaluate("button => button.focus()")
        with pytest.raises(AssertionError, match=fault):
            Keys(page).to(page.locator("button").last, limit=2)
