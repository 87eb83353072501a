"""The course for everyone: text made larger or wider apart, no motion, colours chosen by the system, paper.

Every page at 320 pixels, and with axe in both themes, is in test_accessible_pages.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import serving
from tests.browser.test_book_in_browser import pages
from tests.browser.visit import Visit

Start = Callable[..., Visit]

# A minute and more: left to the long runs.
pytestmark = pytest.mark.slow

KINDS = (
    "book/index", "book/facts", "book/worksheet", "notebooks/step-4-match", "notebooks/complaint",
    "notebooks/decisions", "notebooks/playground", "notebooks/review", "notebooks/final",
)  # fmt: skip
LESSONS = [page for page in pages() if page.startswith("notebooks/")]

LARGER = """
const larger = new CSSStyleSheet();
larger.replaceSync("html { font-size: 200% !important }");
document.adoptedStyleSheets = [larger];
"""
# The distances of WCAG 2.2, success criterion 1.4.12.
SPACED = """
const spaced = new CSSStyleSheet();
spaced.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }
`);
document.adoptedStyleSheets = [spaced];
"""
# Text that is cut off, or spills over what stands beside it. What is kept for screen readers alone is a pixel wide,
# and a short form (with three dots) stands beside its long one. A diagram is drawn anew first.
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
CUT = """() => [...document.querySelectorAll("main *, .bd-sidebar-primary *")].filter((each) => {
  const { overflowX, overflowY, textOverflow } = getComputedStyle(each);
  if (each.matches("h1, h2, h3, h4")) each.querySelector(".headerlink")?.remove();
  if (textOverflow === "ellipsis" || each.clientWidth < 2 || !each.innerText?.trim()) return false;
  const isText = each.matches("h1, h2, h3, h4, p, li, a, button");
  const spills = overflowX === "hidden" || (isText && overflowX === "visible");
  return (spills && each.scrollWidth > each.clientWidth + 1)
    || (overflowY === "hidden" && each.scrollHeight > each.clientHeight + 1);
}).map((each) => `${each.localName}.${each.className}: ${each.innerText.trim().slice(0, 40)}`)"""
MOVING = """() => {
  const long = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
  const styles = [...document.querySelectorAll("*")].flatMap((each) =>
    [null, "::before", "::after"].map((part) => [each, getComputedStyle(each, part)]));
  const moving = styles.filter(([, style]) => long(style.transitionDuration) || long(style.animationDuration)
    || style.scrollBehavior === "smooth");
  return [...new Set(moving.map(([each]) => `${each.localName}.${each.className}`))];
}"""
# A control has a border or an outline, a form of its own (a box to tick), or is a link in words: underlined.
BARE = """() => [...document.querySelectorAll("main :is(button, input, select, textarea)")].filter((each) => {
  if (!each.checkVisibility({ visibilityProperty: true })) return false;
  const style = getComputedStyle(each);
  const native = each.type === "file" || (/^(checkbox|radio)$/.test(each.type) && style.appearance !== "none");
  const edged = style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) >= 1;
  const drawn = [each, ...each.children].some((one) => getComputedStyle(one).maskImage !== "none");
  return !native && !edged && !drawn && !style.textDecorationLine.includes("underline");
}).map((each) => `${each.localName}.${each.className}: ${(each.innerText || each.name || "").slice(0, 40)}`)"""
# What is chosen differs from its neighbours by more than colours: by a line, a weight, a shape.
BY_COLOUR = """() => {
  const chosen = "[aria-selected=true], [aria-current]:not([aria-current=false])";
  const signs = (each) => [each, ...each.children].map((one) => {
    const { borderTopWidth, borderLeftWidth, outlineStyle, fontWeight, textDecorationLine } = getComputedStyle(one);
    return [borderTopWidth, borderLeftWidth, outlineStyle, fontWeight, textDecorationLine];
  }).join();
  const alike = [...document.querySelectorAll(`main :is(${chosen})`)].filter((each) => {
    const role = each.getAttribute("role");
    const list = each.closest("ol, ul, [role=tablist], [role=tree]");
    const all = [...list.querySelectorAll(role ? `[role=${role}]` : each.localName)];
    const others = all.filter((one) => !one.matches(chosen) && one.children.length === each.children.length);
    return others.length && others.some((other) => signs(other) === signs(each));
  });
  return alike.map((each) => `${each.localName}.${each.className}: ${each.innerText.slice(0, 40)}`);
}"""
ON_PAPER_ALONE = (
    ".bd-sidebar-primary, .bd-sidebar-secondary, .bd-header-article, .prev-next-footer, .bd-footer, .course-lab, "
    ".ic-live:not(:has(.ic-report)), .cell_input, summary:has(p.collapsed), button, input, select, textarea"
)


@pytest.mark.parametrize("path", KINDS)
def test_a_page_bears_what_its_readers_need(visit: Start, origin: str, path: str) -> None:
    tab = visit(origin, reduced_motion="reduce")
    page = tab.page
    page.goto(f"{origin}{path}.html", wait_until="load")
    assert page.evaluate(MOVING) == []
    for change, width in ((LARGER, 1280), (LARGER, 820), (SPACED, 1280), (SPACED, 390)):
        page.evaluate(change)
        assert tab.overflow(width) == 0, (change, width)
        page.evaluate(DRAWN)
        assert page.evaluate(CUT) == [], (change, width)
    for bytes_view in page.get_by_role("tab", name="Look at the bytes").all():
        bytes_view.click()
    page.emulate_media(forced_colors="active")
    assert page.evaluate(BARE) == []
    assert page.evaluate(BY_COLOUR) == []
    assert page.evaluate("document.getAnimations().length") == 0
    assert tab.troubles == []


@pytest.mark.parametrize("path", LESSONS)
def test_a_lesson_is_a_handout_on_paper(visit: Start, origin: str, path: str) -> None:
    page = visit(origin, color_scheme="dark").page
    page.goto(origin + path, wait_until="load")
    page.emulate_media(media="print")
    assert shown(page.locator(ON_PAPER_ALONE)) == []
    assert page.locator("article h1").is_visible()
    fallbacks = page.locator(".ic-widget > .ic-fallback")
    assert all(each.is_visible() for each in fallbacks.all())
    pale = page.locator("article :is(p, li, td, th, dt, dd, code)").evaluate_all(PALE)
    assert pale == []
    assert 1 <= sheets(page) <= 40


PALE = """all => all.filter((each) => each.checkVisibility()).filter((each) => {
  const [red, green, blue] = getComputedStyle(each).color.match(/[\\d.]+/g).map(Number);
  return Math.max(red, green, blue) > 128;
}).map((each) => `${each.localName}: ${each.innerText.slice(0, 40)}`)"""


def shown(place: Locator) -> list[str]:
    """What of these is seen."""
    found: list[str] = place.evaluate_all(
        "all => all.filter((each) => each.checkVisibility()).map((each) => `${each.localName}.${each.className}`)"
    )
    return found


def sheets(page: Page) -> int:
    """How many sheets of A4 the page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


def test_answers_and_reasons_are_on_paper_too(visit: Start, origin: str) -> None:
    page = visit(origin).open("notebooks/step-3-no-match.html")
    reason = page.locator(".ic-fallback .ic-cards-plain details li").first
    assert not reason.is_visible()
    page.emulate_media(media="print")
    assert reason.is_visible()


PLANTED = """
<!doctype html><html lang="en"><title>Planted</title><link rel="icon" href="data:,">
<style>
  .cut { overflow: hidden; width: 9em; height: 1.2em; white-space: nowrap }
  .moving { transition: color 0.3s }
  .bare, [role=tab] { border: 0; background: none }
  [aria-selected=true] { color: red }
</style>
<main><p class="cut">Text that does not fit into its box</p><p class="moving">Moving</p>
<button class="bare">Bare</button>
<div role="tablist"><button role="tab" aria-selected="true">One</button><button role="tab">Two</button></div></main>
"""


def test_what_keeps_people_out_is_noticed(visit: Start, tmp_path: Path) -> None:
    Path(tmp_path, "index.html").write_text(PLANTED, encoding="utf-8")
    with serving(tmp_path) as origin:
        page = visit(origin, bypass_csp=True, forced_colors="active").open("index.html")
        assert page.evaluate(CUT) == ["p.cut: Text that does not fit into its box"]
        assert page.evaluate(MOVING) == ["p.moving"]
        assert page.evaluate(BARE) == ["button.bare: Bare", "button.: One", "button.: Two"]
        assert page.evaluate(BY_COLOUR) == ["button.: One"]
        assert shown(page.locator(ON_PAPER_ALONE)) == ["button.bare", "button.", "button."]
        assert page.locator("p").evaluate_all(PALE) == []
