"""The course in Firefox, where this machine has one: each kind of page comes to life, and questions are answered."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import firefox
from tests.browser.firefox import Firefox
from tools import browser as browsers

PAGES = {
    "book/index": [],
    "book/facts": [],
    "book/worksheet": [],
    "notebooks/step-4-match": ["inspector", "quiz", "stepper"],
    "notebooks/authority": ["clock", "inspector", "quiz", "stepper"],
    "notebooks/permitted-uses": ["inspector", "may-i", "quiz"],
    "notebooks/complaint": ["complaint", "quiz"],
    "notebooks/decisions": ["scene"],
    "notebooks/playground": ["inspector", "stepper"],
    "notebooks/review": ["record", "review"],
    "notebooks/final": ["final"],
}
ALIVE = 'return [...new Set([...document.querySelectorAll(".ic-alive")].map((each) => each.dataset.widget))].sort();'
ASLEEP = 'return document.querySelectorAll(".ic-widget:not(.ic-alive)").length;'
WIDER = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;"


@pytest.fixture(scope="module")
def fox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    path = browsers.find(browsers.FIREFOX)
    if path is None:
        (pytest.fail if browsers.must_be_there() else pytest.skip)(browsers.FIREFOX.missing)
    with firefox.running(path, tmp_path_factory.mktemp("firefox")) as running:
        running.command("WebDriver:SetWindowRect", width=1280, height=900)
        yield running


def eventually(fox: Firefox, script: str, wanted: object) -> None:
    """Wait a moment for a page to answer as it should."""
    until = time.monotonic() + 10
    while (answer := fox.ask(script)) != wanted and time.monotonic() < until:
        time.sleep(0.1)
    assert answer == wanted


@pytest.mark.parametrize("path", PAGES)
def test_a_page_comes_to_life_in_firefox(fox: Firefox, origin: str, path: str) -> None:
    fox.open(f"{origin}{path}.html")
    eventually(fox, ALIVE, PAGES[path])
    assert fox.ask(ASLEEP) == 0
    assert fox.ask("return document.querySelectorAll('article h1').length;") == 1
    assert fox.ask(WIDER) == 0


def test_a_question_is_answered_and_the_answer_is_kept_in_firefox(fox: Firefox, origin: str) -> None:
    fox.open(f"{origin}notebooks/step-4-match.html")
    fox.press(".ic-live .ic-card .ic-option")
    fox.press(".ic-live .ic-card [type=submit]")
    said = 'return document.querySelector(".ic-live .ic-feedback").innerText'
    eventually(fox, f"{said}.length > 40;", True)
    told = fox.ask(f"{said};")
    assert "right" in told.lower()
    eventually(fox, 'return (localStorage.getItem("interop-course.record") ?? "").includes("step-4");', True)


def test_a_final_begins_in_firefox(fox: Firefox, origin: str) -> None:
    fox.open(f"{origin}notebooks/final.html")
    fox.press(".ic-start .ic-primary")
    eventually(fox, 'return document.querySelector(".ic-sitting h3")?.textContent;', "Question 1 of 30")
    assert fox.ask('return document.activeElement.matches(".ic-sitting h3");') is True


def test_what_one_page_of_a_folder_keeps_is_known_on_the_others_in_firefox(fox: Firefox, built_book: Path) -> None:
    folder = built_book.as_uri()
    fox.open(f"{folder}/notebooks/step-3-no-match.html")
    eventually(fox, "return document.querySelector('.ic-finish button')?.textContent;", "Mark this lesson as done")
    fox.press(".ic-finish button")
    eventually(fox, "return document.querySelector('.ic-finish button').textContent;", "✓ This lesson is done")
    fox.open(f"{folder}/notebooks/step-4-match.html")
    done = (
        "return [...document.querySelectorAll('.bd-docs-nav a:has(.course-done)')].map((a) => a.pathname.slice(-13));"
    )
    eventually(fox, done, ["no-match.html"])
    fox.open(f"{folder}/book/index.html")
    eventually(fox, done, ["no-match.html"])
    way = "return document.querySelector('.course-continue').innerText;"
    eventually(fox, way, "Continue where you left: Step 4: a match.")
