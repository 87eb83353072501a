"""The built book, read in a real browser that reaches nothing but this machine."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.browser.conftest import serving
from tests.browser.visit import Visit

PHONE, DESK = 390, 1440
LESSON = "notebooks/step-4-match.html"

Start = Callable[..., Visit]


def pages() -> list[str]:
    toc = yaml.safe_load((Path(__file__).parents[2] / "book" / "_toc.yml").read_text(encoding="utf-8"))
    chapters = [chapter["file"] for part in toc["parts"] for chapter in part["chapters"]]
    return [f"{page}.html" for page in (toc["root"], *chapters)]


def sampled(paths: Iterable[str], sample: tuple[str, ...]) -> list[Any]:
    """The paths as parameters; those that do not begin with one of the sample are left to the long runs."""
    return [path if path.startswith(sample) else pytest.param(path, marks=pytest.mark.slow) for path in paths]


@pytest.mark.parametrize("path", pages())
def test_a_page_is_whole_at_phone_and_desk_width(visit: Start, origin: str, path: str) -> None:
    tab = visit(origin)
    page = tab.open(path)
    assert page.locator("article h1").count() == 1
    assert page.title().endswith("IDENT/IAFIS interoperability, step by step")
    assert tab.overflow(DESK) == 0
    assert tab.overflow(PHONE) == 0
    assert tab.troubles == []


def test_a_lesson_can_be_read_and_left_for_the_next(visit: Start, origin: str) -> None:
    tab = visit(origin)
    page = tab.open(LESSON)
    heading = page.locator("article h1").inner_text()
    page.locator(".prev-next-footer a.right-next").click()
    page.wait_for_url("**/step-5-answer.html")
    assert page.locator("article h1").inner_text() != heading
    assert tab.troubles == []


def test_the_widgets_of_a_lesson_come_to_life(visit: Start, origin: str) -> None:
    tab = visit(origin)
    page = tab.open(LESSON)
    widgets = page.locator(".ic-widget")
    assert widgets.count() >= 3
    assert page.locator(".ic-widget.ic-alive").count() == widgets.count()
    assert {"inspector", "quiz"} <= set(widgets.evaluate_all("all => all.map(one => one.dataset.widget)"))


def test_without_javascript_the_widgets_can_be_read(visit: Start, origin: str) -> None:
    tab = visit(origin, java_script_enabled=False)
    page = tab.open(LESSON)
    fallbacks = page.locator(".ic-widget > .ic-fallback")
    assert fallbacks.count() >= 3
    for fallback in fallbacks.all():
        assert fallback.is_visible()
        assert len(fallback.inner_text()) > 80


def test_the_front_door_leads_to_the_three_paths(visit: Start, origin: str) -> None:
    tab = visit(origin)
    page = tab.open("")
    page.wait_for_url("**/book/index.html")
    for path in ("officer’s", "analyst’s", "trainer’s and advocate’s"):
        card = page.locator(".sd-card", has_text=f"The {path} path")
        assert card.get_by_role("link").first.inner_text() == "Start"
    page.get_by_role("link", name="Start").first.click()
    page.wait_for_url("**/notebooks/start.html")
    assert tab.troubles == []


def test_a_table_shows_its_rows_as_cards_where_a_phone_has_no_room_for_it(visit: Start, origin: str) -> None:
    tab = visit(origin)
    table = tab.open("book/contacts.html").locator("article table").first
    looks = """table => {
      const cell = table.querySelector("tbody td:nth-child(2)");
      return [getComputedStyle(table).display, getComputedStyle(cell, "::before").content, cell.getAttribute("role")];
    }"""
    assert table.evaluate(looks) == ["table", "none", "cell"]
    assert tab.overflow(PHONE) == 0
    assert table.evaluate(looks) == ["block", '"Ask"', "cell"]
    assert table.evaluate("table => table.parentNode.scrollWidth <= table.parentNode.clientWidth")
    assert tab.overflow(DESK) == 0
    assert table.evaluate(looks) == ["table", "none", "cell"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_themes_set_their_own_background(visit: Start, origin: str, theme: str) -> None:
    tab = visit(origin, color_scheme=theme)
    page = tab.open(LESSON)
    assert page.locator("html").get_attribute("data-theme") == theme
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 24, 30)"}[theme]


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        ('<script src="https://other.example/x.js"></script>', "asks another origin: https://other.example/x.js"),
        ('<img alt="" src="//other.example/x.png">', "asks another origin: http://other.example/x.png"),
        ('<link rel="stylesheet" href="gone.css">', "console error: Refused to apply style"),
        ('<script src="planted.js"></script>', "error on the page: planted"),
        ('<script src="late.js"></script>', "console error: Connecting to 'https://other.example/late' violates"),
        ("<script>document.title = 'planted'</script>", "console error: Executing inline script violates"),
        ('<p style="color: red">planted</p>', "console error: Applying inline style violates"),
        ('<button onclick="planted()">planted</button>', "console error: Executing inline event handler violates"),
    ],
)
def test_a_planted_fault_is_noticed(visit: Start, tmp_path: Path, body: str, trouble: str) -> None:
    Path(tmp_path, "index.html").write_text(f'<link rel="icon" href="data:,">{body}', encoding="utf-8")
    Path(tmp_path, "planted.js").write_text("throw new Error('planted')", encoding="utf-8")
    Path(tmp_path, "late.js").write_text("fetch('https://other.example/late').catch(() => 0)", encoding="utf-8")
    with serving(tmp_path) as origin:
        tab = visit(origin)
        tab.open("index.html")
        assert any(found.startswith(trouble) for found in tab.troubles), tab.troubles
        assert tab.overflow(PHONE) == 0


def test_a_page_that_is_too_wide_is_noticed(visit: Start, tmp_path: Path) -> None:
    wide = '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="wide.css"><div>wide</div>'
    Path(tmp_path, "index.html").write_text(wide, encoding="utf-8")
    Path(tmp_path, "wide.css").write_text("div { width: 500px }", encoding="utf-8")
    with serving(tmp_path) as origin:
        tab = visit(origin)
        tab.open("index.html")
        assert tab.overflow(PHONE) > 100
        assert tab.overflow(DESK) == 0
