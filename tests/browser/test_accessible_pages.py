"""Every page of the book has nothing that axe finds, in both themes, and fits a window of 320 pixels."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.accessibility import SCRIPT
from tests.browser.conftest import DESK
from tests.browser.test_book_in_browser import pages, sampled
from tests.browser.visit import Visit

Start = Callable[..., Visit]

SHOW = """theme => {
  document.documentElement.dataset.mode = theme;
  document.documentElement.dataset.theme = theme;
}"""
# Contrast is measured element by element, which takes long, and the fortieth row looks as the second does.
FEWER = """() => {
  for (const list of document.querySelectorAll("tbody, ul, ol, dl, section, article, nav, div")) {
    const alike = new Map();
    for (const child of [...list.children]) {
      const kind = `${child.tagName} ${child.className}`;
      alike.set(kind, (alike.get(kind) ?? 0) + 1);
      if (alike.get(kind) > 2) child.remove();
    }
  }
}"""
RUN = """async ([rules, only]) => {
  const chosen = only ? { runOnly: { type: "rule", values: rules } } : { rules: Object.fromEntries(
    rules.map((one) => [one, { enabled: false }])) };
  const { violations } = await axe.run(document, { resultTypes: ["violations"], preload: false, ...chosen });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(" ")}`));
}"""
# What a theme can change.
COLOURS = ["color-contrast", "link-in-text-block"]
NARROW = 320
# A page of each kind at every run; all of them take two minutes and are left to the long runs.
SAMPLE = ("book/index", "book/facts", "book/worksheet", "notebooks/step-4-match", "notebooks/complaint",
    "notebooks/workbench", "notebooks/final", "notebooks/review", "search")  # fmt: skip


def violations(page: Page, colours: bool) -> list[str]:
    """What axe finds on the page, each as "rule: what it asks for: where": of its colours, or of all else."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(SCRIPT)
    found: list[str] = page.evaluate(RUN, [COLOURS, colours])
    return found


@pytest.mark.parametrize("path", sampled([*pages(), "search.html?q=detainer", "genindex.html"], SAMPLE))
def test_axe_finds_nothing_in_light_or_dark(visit: Start, origin: str, path: str) -> None:
    tab = visit(origin, color_scheme="light", reduced_motion="reduce")
    page = tab.page
    page.goto(origin + path, wait_until="load")
    assert tab.overflow(NARROW) == 0
    page.set_viewport_size(DESK)
    assert violations(page, colours=False) == []
    page.evaluate(FEWER)
    assert violations(page, colours=True) == []
    page.evaluate(SHOW, "dark")
    assert violations(page, colours=True) == []


def test_a_planted_fault_is_found_in_its_theme_only(visit: Start, origin: str, built_book: Path) -> None:
    page = visit(origin, color_scheme="light").page
    page.goto(f"{origin}book/funding.html", wait_until="load")
    page.evaluate("document.querySelector('article p').style.color = '#333333'")
    assert violations(page, colours=True) == []
    page.evaluate(SHOW, "dark")
    assert any(found.startswith("color-contrast") for found in violations(page, colours=True))
    page.evaluate("document.querySelector('article').append(document.createElement('img'))")
    assert any(found.startswith("image-alt") for found in violations(page, colours=False))
