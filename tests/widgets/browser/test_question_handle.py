"""What a host can tell a question card: an answer to show, an exam without marks, a result to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from interop_course.widgets import bundle
from tests.accessibility import violations
from tests.widgets.browser.test_questions_in_browser import HEAR, heard
from tests.widgets.question_states import DRAWN, KINDS, MATCHING, MULTIPLE, NUMERIC, RIGHT, SINGLE, WRONG, sealed

Draw = Callable[..., Page]
PAGE = '<html lang="en" data-theme="{}"><title>Cards</title><style>{}</style><main></main>'
DRAW = """([states, context]) => {
  window.cards = states.map(state => {
    const root = document.createElement("div");
    root.className = "ic ic-live";
    document.querySelector("main").append(root);
    return question(root, state, context);
  });
  window.card = cards[0];
}"""


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    """One page for all tests, with the question card and no host."""
    sources = files("interop_course.widgets").joinpath("front")
    texts = {each.name[:-3]: each.read_text("utf-8") for each in sources.iterdir() if each.name.endswith(".js")}
    context = browser.new_context()
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.add_init_script(bundle.join(texts, "question") + "window.question = $question.question;")
    yield page
    context.close()
    assert troubles == []


@pytest.fixture
def draw(bare: Page) -> Draw:
    def drawn(*states: Any, theme: str = "light", **context: Any) -> Page:
        bare.goto("about:blank")
        bare.set_content(PAGE.format(theme, bundle.stylesheet()))
        bare.evaluate(HEAR)
        bare.evaluate(DRAW, [[state.model_dump(mode="json") for state in states], context])
        return bare

    return drawn


def each_given(answers: dict[str, list[str]]) -> list[list[str]]:
    return [answers.get(state.kind, []) for state in KINDS]


def tell(page: Page, method: str, values: list[Any]) -> None:
    page.evaluate(f"values => cards.forEach((card, i) => card.{method}(values[i]))", values)


def given(page: Page) -> list[list[str]]:
    found: list[list[str]] = page.evaluate("cards.map(card => card.given())")
    return found


def test_an_answer_can_be_set_and_read_back(draw: Draw) -> None:
    page = draw(*KINDS)
    assert given(page) == each_given({})
    for answers in (RIGHT, WRONG, {}):
        tell(page, "set", each_given(answers))
        assert given(page) == each_given(answers)
    assert heard(page, "ic:given") == [], "what the host sets is not told back to it"


@pytest.mark.parametrize("how", ["exam", "sealed"])
def test_an_exam_takes_answers_and_marks_none(draw: Draw, how: str) -> None:
    page = draw(*KINDS, mode="exam") if how == "exam" else draw(*map(sealed, KINDS))
    expect(page.get_by_role("button", name="Check")).to_have_count(0)
    expect(page.get_by_role("radio", name="I am sure")).to_have_count(0)
    tell(page, "set", each_given(WRONG))
    page.locator("form").evaluate_all("forms => forms.forEach(form => form.requestSubmit())")
    for status in page.get_by_role("status").all():
        expect(status).to_be_empty()
    expect(page.locator(".ic-right, .ic-wrong")).to_have_count(0)
    assert heard(page, "ic:answer") == []
    assert violations(page, ".ic-live") == []


def test_every_change_of_an_exam_is_told(draw: Draw) -> None:
    page = draw(NUMERIC, mode="exam")
    page.get_by_role("radio", name="hours").check()
    page.get_by_label("Number").press_sequentially("4,")
    page.get_by_label("Number").blur()
    expect(page.get_by_role("status")).to_contain_text("is not read as a number")
    assert [each["given"] for each in heard(page, "ic:given")] == [[], ["4", "hours"], []]
    page = draw(MATCHING, mode="exam")
    page.get_by_label("The reply of IAFIS").select_option("q")
    assert heard(page, "ic:given")[-1] == {"item": MATCHING.id, "seed": None, "given": ["c=q"]}


def test_a_result_is_read_with_every_reason_and_cannot_be_changed(draw: Draw) -> None:
    page = draw(*KINDS, theme="dark")
    for answers, headline in ((RIGHT, "✓ Right."), (WRONG, "✗ Not right"), ({}, "✗ Not answered.")):
        tell(page, "reveal", each_given(answers))
        expect(page.get_by_role("status").filter(has_text=headline)).to_have_count(len(KINDS))
        expect(page.get_by_role("button")).to_have_count(0)
        assert page.locator("input, select").evaluate_all("all => all.every(e => e.matches(':disabled'))")
        assert violations(page, ".ic-live") == [], headline
    assert heard(page, "ic:given") == heard(page, "ic:answer") == []


def test_a_result_tells_the_right_answer(draw: Draw) -> None:
    told = {
        "single": "The state bureau. — belongs to the answer. It relays them.",
        "ordering": "IDENT finds the person's prints. — belongs at place 2.",
        "matching": "The IAR about a person — the local ICE office: not right. Its match: the LESC.",
        "numeric": "The answer: 4 hours. Four hours, match or no match.",
        "field": "The answer: 2.059 SRF, Search results findings. I stands for identified.",
    }
    page = draw(*KINDS)
    tell(page, "reveal", each_given(WRONG))
    for state, status in zip(KINDS, page.get_by_role("status").all(), strict=True):
        expect(status).to_contain_text(told.get(state.kind, "belongs to the answer"))


def test_a_result_that_is_right_in_part_is_not_right(draw: Draw) -> None:
    page = draw(MULTIPLE)
    page.evaluate("card.reveal(['a'])")
    expect(page.locator("strong")).to_have_text("✗ Not right: 1 more answer belongs to it.")
    expect(page.locator(".ic-belongs")).to_contain_text("A name. → belongs to the answer")


def test_a_sealed_result_shows_what_was_given_and_no_marks(draw: Draw) -> None:
    page = draw(*map(sealed, KINDS))
    tell(page, "reveal", each_given(WRONG))
    assert given(page) == each_given(WRONG)
    expect(page.get_by_role("status").filter(has_text="ight")).to_have_count(0)
    expect(page.locator(".ic-right, .ic-wrong, .ic-belongs")).to_have_count(0)


def test_an_answer_to_an_older_form_of_the_item_breaks_nothing(draw: Draw) -> None:
    page = draw(*KINDS)
    old = {state.id: {"given": ["z=z", "parsecs"], "seed": None, "right": False} for state in KINDS}
    tell(page, "recall", [old] * len(KINDS))
    expect(page.locator(".ic-remark").filter(has_text="You answered this before, not rightly.")).to_have_count(
        len(KINDS)
    )
    tell(page, "recall", [{"other/item": {"given": ["a"], "seed": None, "right": True}}] * len(KINDS))
    tell(page, "set", each_given(RIGHT))
    assert given(page) == each_given(RIGHT)


@pytest.mark.parametrize(("right", "said"), [(True, ", rightly."), (False, ", not rightly."), (None, ".")])
def test_what_is_recalled_says_how_it_was(draw: Draw, right: bool | None, said: str) -> None:
    page = draw(DRAWN)
    page.evaluate("kept => card.recall(kept)", {DRAWN.id: {"given": ["90", "minutes"], "seed": 3, "right": right}})
    expect(page.locator("legend").first).to_have_text(DRAWN.instances[2].stem)
    expect(page.get_by_label("Number")).to_have_value("90")
    expect(page.locator(".ic-remark")).to_have_text(f"You answered this before{said}")


def test_numbers_that_are_not_drawn_here_are_not_recalled(draw: Draw) -> None:
    page = draw(DRAWN)
    page.evaluate("kept => card.recall(kept)", {DRAWN.id: {"given": ["1", "days"], "seed": 99, "right": True}})
    expect(page.get_by_label("Number")).to_have_value("")
    expect(page.locator(".ic-remark")).to_be_empty()


def test_the_host_can_bring_the_focus_to_the_question(draw: Draw) -> None:
    page = draw(SINGLE, mode="exam")
    page.evaluate("card.focus()")
    expect(page.locator("legend").first).to_be_focused()
    page.evaluate("card.note('other/item', 'not this one')")
    expect(page.locator(".ic-remark")).to_be_empty()
    page.evaluate("id => card.note(id, 'Kept.')", SINGLE.id)
    expect(page.locator(".ic-remark")).to_have_text("Kept.")
