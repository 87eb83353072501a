"""Changing a message in the inspector: a page that asks Python, faults on their bytes, undo and reset."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from interop_course.live import answer_json, inspector_state
from interop_course.live.breaking import PRESETS
from interop_course.messages import Kind
from interop_course.process import scenario
from interop_course.widgets.bundle import module, stylesheet
from tests.accessibility import violations

REPLY = scenario("match").find(Kind.DHS_SRE)
MODEL = """
window.model = {
  heard: {},
  get: (name) => window.values[name],
  send: async ({ ask, request }) => {
    const reply = JSON.parse(await window.askPython(JSON.stringify(request)));
    for (const hear of model.heard["msg:custom"]) hear({ reply_to: ask, reply });
  },
  on: (name, f) => (model.heard[name] ??= new Set()).add(f),
  off: (name, f) => model.heard[name].delete(f),
};
"""


@pytest.fixture
def asked() -> list[str]:
    """The requests that the page has sent."""
    return []


@pytest.fixture
def page(browser: Browser, asked: list[str]) -> Iterator[Page]:
    """A response in the host for Jupyter, whose kernel is played by the door itself, ready to be changed."""

    def ask(request: str) -> str:
        asked.append(request)
        return answer_json(request)

    context = browser.new_context(viewport={"width": 1000, "height": 900})
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.expose_function("askPython", ask)
    page.set_content(f"<html lang='en'><title>Lab</title><style>{stylesheet()}</style><main id='output'></main>")
    page.add_script_tag(content=MODEL)
    page.evaluate(
        """async ([source, state]) => {
          window.values = { state };
          const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
          (await import(url)).default.render({ model, el: document.getElementById("output") });
        }""",
        [module(), inspector_state(REPLY).model_dump(mode="json")],
    )
    page.get_by_role("tab", name="Look at the bytes").click()
    page.get_by_text("Change or break this message").click()
    expect(page.get_by_role("button", name="Break it")).to_be_visible()
    yield page
    context.close()
    assert troubles == []


def choose(page: Page, name: str) -> None:
    page.get_by_role("treeitem", name=name).first.locator(".ic-leaf").first.click()


def codes(page: Page) -> list[str]:
    return page.locator(".ic-faults li").evaluate_all("all => all.map(item => item.dataset.code)")


def said(page: Page) -> str:
    return page.locator(".ic-change [role=status]").inner_text()


def test_a_value_is_set_and_its_fault_stands_on_its_byte(page: Page) -> None:
    choose(page, "2.059 SRF")
    expect(page.locator(".ic-form label")).to_have_text("2.059 SRF, Search Results Findings, in record 2")
    box = page.locator(".ic-form textarea")
    expect(box).to_have_value("I")
    box.fill("X")
    page.get_by_role("button", name="Set this value").click()
    expect(page.locator(".ic-faults")).to_contain_text("Field 2.059 must be")
    assert said(page).startswith("2.059 SRF set to “X”. Now wrong: 1 error.")
    assert page.locator(".ic-hex-bytes .ic-faulty").all_inner_texts() == [b"X".hex()]
    assert page.locator(".ic-glyphs .ic-faulty").all_inner_texts() == ["2.059:X"]
    expect(page.locator(".ic-detail")).to_contain_text("Before: I")
    expect(page.get_by_role("button", name="Set this value")).to_be_focused()
    page.get_by_role("tab", name="Fields").click()
    expect(page.locator(".ic-body tr", has_text="2.059")).to_contain_text("Changed")


@pytest.mark.parametrize("by_keyboard", [False, True])
def test_changes_are_undone_one_by_one_and_all_at_once(page: Page, by_keyboard: bool) -> None:
    def press(name: str) -> None:
        button = page.get_by_role("button", name=name, exact=True)
        button.press("Enter") if by_keyboard else button.click()

    choose(page, "2.018 NAM")
    press("Leave this field out")
    expect(page.locator(".ic-missing")).to_contain_text("2.018")
    page.get_by_text("Add a field").click()
    page.locator(".ic-add select").select_option("1")
    page.locator(".ic-add").get_by_label("Tag").fill("2.014")
    page.locator(".ic-add").get_by_label("Value").fill("000000XX1")
    press("Add this field")
    expect(page.get_by_role("treeitem", name="2.014 FBI 000000XX1")).to_be_visible()
    expect(page.locator(".ic-log li")).to_have_count(2)
    press("Undo")
    expect(page.get_by_role("treeitem", name="2.014")).to_have_count(0)
    assert codes(page) == ["field-missing"]
    press("Reset")
    expect(page.locator(".ic-faults, .ic-missing, .ic-log li")).to_have_count(0)
    assert said(page) == "The message is as it was. No fault found."
    expect(page.get_by_role("button", name="Undo")).to_have_attribute("aria-disabled", "true")


def test_two_presses_before_the_first_answer_both_count(page: Page) -> None:
    log = page.locator(".ic-log li")
    for tag in ("2.018 NAM", "2.073 CRI"):
        choose(page, tag)
        page.get_by_role("button", name="Leave this field out").click()
        expect(log.last).to_have_text(f"{tag} left out")
    page.get_by_role("button", name="Undo").evaluate("undo => { undo.click(); undo.click(); }")
    expect(page.locator(".ic-log li, .ic-missing")).to_have_count(0)
    assert said(page) == "The message is as it was. No fault found."


def test_each_preset_shows_its_fault_and_says_what_to_look_for(page: Page) -> None:
    presets = page.get_by_label("Classic fault")
    assert presets.locator("option").evaluate_all("all => all.map(one => one.value)") == list(PRESETS)
    for id, preset in PRESETS.items():
        presets.select_option(id)
        expect(page.locator(".ic-preset")).to_contain_text(preset.look)
        expect(page.locator(".ic-preset")).to_contain_text(preset.reality)
        page.get_by_role("button", name="Break it").click()
        expect(page.locator(".ic-log")).to_have_text(f"Broken: {preset.label}")
        assert set(codes(page)) & set(preset.codes), id
        expect(page.locator(".ic-hex-bytes .ic-faulty").first).to_be_visible()
        page.get_by_role("button", name="Reset").click()
        expect(page.locator(".ic-log li")).to_have_count(0)


def test_lengths_are_computed_again_or_stay(page: Page) -> None:
    choose(page, "2.073 CRI")
    page.locator(".ic-form textarea").fill("XA0010000")
    page.locator(".ic-form textarea").press("End")
    page.get_by_role("button", name="RS", exact=True).click()
    page.keyboard.type("XA0000000")
    expect(page.locator(".ic-form textarea")).to_have_value("XA0010000␞XA0000000")
    expect(page.locator(".ic-form code .ic-sep")).to_have_attribute("data-letters", "RS")
    page.get_by_role("button", name="Set this value").click()
    expect(page.locator(".ic-measures summary")).to_contain_text("all 4 agree")
    assert codes(page) == []
    page.get_by_label("Compute LEN again").uncheck()
    expect(page.locator(".ic-measures summary")).to_contain_text("2.001 states 1727, counted 1737")
    assert codes(page) == ["len-wrong"]


def test_a_long_text_is_changed_line_by_line(page: Page) -> None:
    choose(page, "2.075 ERS")
    box = page.locator(".ic-form textarea")
    text = box.input_value()
    assert text.encode() == REPLY.data[REPLY.data.index(b"2.075:") + 6 : REPLY.data.index(b"\x1c10.001")]
    box.fill(text.replace("------ MATCH ------", "- NO MATCH -"))
    page.get_by_role("button", name="Set this value").click()
    expect(page.locator(".ic-faults")).to_contain_text("says NO MATCH")


def test_a_refusal_leaves_everything_as_it_is(page: Page) -> None:
    page.get_by_text("Add a field").click()
    page.locator(".ic-add").get_by_label("Tag").fill("nonsense")
    page.get_by_role("button", name="Add this field").click()
    expect(page.locator(".ic-change [role=status]")).to_contain_text("is no tag of a Type-1 record")
    expect(page.locator(".ic-log li")).to_have_count(0)
    choose(page, "10.999 DATA")
    expect(page.locator(".ic-form textarea")).to_be_disabled()


def test_only_the_message_of_the_lesson_is_sent(page: Page, asked: list[str]) -> None:
    page.get_by_role("button", name="Break it").click()
    expect(page.locator(".ic-log li")).to_have_count(1)
    sent = [json.loads(request) for request in asked]
    assert {request["do"] for request in sent} == {"edit"}
    assert all(b64decode(request["message"]["data"]) == REPLY.data for request in sent)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_broken_message_is_for_everybody(page: Page, theme: str) -> None:
    page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
    page.set_viewport_size({"width": 320, "height": 800})
    page.get_by_label("Classic fault").select_option("rs-for-gs")
    page.get_by_role("button", name="Break it").click()
    expect(page.locator(".ic-faults li")).to_have_count(1)
    page.get_by_text("Add a field").click()
    page.locator(".ic-measures summary").click()
    # What is scrolled out of sight inside a box has no contrast that could be measured.
    assert [each for each in violations(page, within=".ic-live") if "determined because it" not in each] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
