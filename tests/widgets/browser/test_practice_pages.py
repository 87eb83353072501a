"""What the three practice widgets have in common: paper, narrow screens, visible focus, a ground of their own."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from interop_course.live.counting import clock_state
from interop_course.live.deciding import may_i_state
from interop_course.live.drafting import complaint_state
from tests.widgets.browser.conftest import Show

ALL = (may_i_state(), clock_state(), complaint_state())


def test_they_live_side_by_side_from_a_folder(show: Show) -> None:
    page = show(*ALL)
    expect(page.locator(".ic-widget.ic-alive")).to_have_count(len(ALL))
    expect(page.locator(".ic-fallback:visible")).to_have_count(0)


def test_two_of_a_kind_do_not_disturb_each_other(show: Show) -> None:
    page = show(ALL[0], ALL[0])
    for n, answer in ((0, "tribal"), (1, "federal")):
        page.locator(f".ic-live [name=agency][value={answer}]").nth(n).check()
    expect(page.locator(".ic-live [name=agency]:checked")).to_have_count(2)
    expect(page.get_by_role("status").nth(0)).to_have_text("Still to be told: What for?")
    expect(page.get_by_role("status").nth(1)).to_contain_text("The policy does not govern this.")


def test_without_the_script_and_on_paper_the_fallback_is_read(show: Show) -> None:
    page = show(*ALL, script=False)
    expect(page.locator(".ic-fallback:visible")).to_have_count(len(ALL))
    page = show(*ALL)
    page.emulate_media(media="print")
    expect(page.locator(".ic-fallback:visible")).to_have_count(len(ALL))
    expect(page.locator(".ic-live:visible")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("script", [True, False])
def test_nothing_sticks_out_sideways(show: Show, width: int, script: bool) -> None:
    page = show(*ALL, script=script, viewport={"width": width, "height": 800})
    if script:
        page.locator(".ic-live details").evaluate_all("all => all.forEach(one => one.open = true)")
        page.get_by_label("What for?").select_option("array")
        page.get_by_label("yes, to a law enforcement agency on the same case").check()
        page.get_by_label("by fax").check()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    parts = page.locator(".ic:visible :is(table, select, fieldset, section, input):visible")
    rights = parts.evaluate_all("all => all.map((one) => one.getBoundingClientRect().right)")
    assert rights
    assert max(rights) <= width


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_focus_can_be_seen_on_every_kind_of_control(show: Show, theme: str) -> None:
    page = show(*ALL, theme=theme)
    for control in (
        page.get_by_label("What for?"),
        page.get_by_label("Date", exact=True),
        page.get_by_role("button", name="Count"),
    ):
        control.focus()
        page.keyboard.press("Shift")
        assert control.evaluate("e => getComputedStyle(e).outlineWidth") == "3px"
    for box in (page.get_by_label("by letter"), page.get_by_label("the date of birth")):
        box.focus()
        page.keyboard.press("Shift")
        assert box.evaluate("e => getComputedStyle(e.closest('label')).outlineWidth") == "3px"


def test_targets_are_large_enough_to_hit(show: Show) -> None:
    page = show(*ALL, viewport={"width": 390, "height": 800})
    targets = page.locator(".ic-live :is(.ic-choice, .ic-select, .ic-button):visible")
    heights = targets.evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
    assert heights
    assert min(heights) >= 24
