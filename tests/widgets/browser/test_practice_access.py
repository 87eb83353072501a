"""What practises a rule has nothing that axe finds once it is in use, in both themes."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from interop_course.live import scene_state
from interop_course.live.counting import clock_state
from interop_course.live.deciding import may_i_state
from interop_course.live.drafting import complaint_state
from tests.accessibility import violations
from tests.widgets.browser.conftest import Show

# A page of the book has one.
IN_MAIN = """() => {
  const main = document.createElement("main");
  main.append(...document.body.childNodes);
  document.body.append(main);
}"""
ALL = (may_i_state(), clock_state(), complaint_state(), scene_state("night-desk"))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_a_practice_that_has_begun(show: Show, theme: str) -> None:
    page = show(*ALL, theme=theme)
    page.evaluate(IN_MAIN)
    assert violations(page, within=".ic-live") == [], "not begun"
    page.locator(".ic-may-i select").select_option(index=3)
    page.locator(".ic-clock select").select_option(index=3)
    for name in ("Morgan Case, a cousin, for Robin", "by fax", "what happened, in order"):
        page.get_by_label(name).check()
    page.locator(".ic-scene").get_by_role("radio").first.check()
    page.get_by_role("button", name="Decide").click()
    expect(page.locator(".ic-live .ic-path > li")).to_have_count(1)
    expect(page.locator(".ic-may-i.ic-live .ic-verdict-box").first).to_be_visible()
    page.locator(".ic-live details").evaluate_all("all => all.forEach((each) => { each.open = true; })")
    assert violations(page, within=".ic-live") == [], "begun"
