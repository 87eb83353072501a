"""Stored widgets come to life in a page, and can be read where they do not."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from interop_course.widgets.fallback import widget_html
from tests.widgets.browser.conftest import Show
from tests.widgets.question_states import QUIZ, SINGLE
from tests.widgets.widget_states import HOSTILE, INSPECTOR, PIXEL, STEPPER, TEXT_MESSAGE

ALL = (INSPECTOR, TEXT_MESSAGE, STEPPER, QUIZ)


def test_every_widget_comes_to_life_from_a_folder(show: Show) -> None:
    page = show(*ALL)
    assert page.url.startswith("file:")
    expect(page.locator(".ic-widget.ic-alive")).to_have_count(len(ALL))
    expect(page.locator(".ic-fallback:visible")).to_have_count(0)


def test_without_the_script_the_fallback_is_read(show: Show) -> None:
    page = show(*ALL, script=False)
    expect(page.locator(".ic-fallback:visible")).to_have_count(len(ALL))
    expect(page.get_by_text("IDENT found a match")).to_be_visible()
    expect(page.locator("img")).to_be_visible()


def test_on_paper_the_fallback_serves(show: Show) -> None:
    page = show(*ALL)
    page.emulate_media(media="print")
    expect(page.locator(".ic-fallback:visible")).to_have_count(len(ALL))
    expect(page.locator(".ic-live:visible")).to_have_count(0)


def test_one_broken_state_leaves_the_others_alive(show: Show, request: pytest.FixtureRequest) -> None:
    page = show(
        SINGLE,
        STEPPER,
        before="""
        document.addEventListener("readystatechange", () => {
          const first = document.querySelector('.ic-widget script');
          if (first && document.readyState === "interactive") first.textContent = "{broken";
        });
        window.console.error = () => {};
        """,
    )
    expect(page.locator(".ic-widget.ic-alive")).to_have_count(1)
    expect(page.locator('.ic-widget[data-widget="question"] .ic-fallback')).to_be_visible()


def test_hostile_text_stays_text(show: Show) -> None:
    page = show(SINGLE.model_copy(update={"stem": HOSTILE}), STEPPER.model_copy(update={"title": HOSTILE}))
    expect(page.locator(".ic-live .ic-asked > legend")).to_have_text(HOSTILE, use_inner_text=False)
    assert page.locator(".ic-live img, .ic-fallback img").count() == 0


def test_an_image_is_sent_once_and_shown_alive(show: Show) -> None:
    page = show(INSPECTOR)
    assert str(widget_html(INSPECTOR)).count(PIXEL) == 1
    expect(page.locator(".ic-live figure img")).to_have_attribute("src", PIXEL)
    expect(page.locator(".ic-live figure img")).to_have_attribute("alt", "Drawn face with the word SYNTHETIC")
    expect(page.locator(".ic-live summary img")).to_have_attribute("src", PIXEL)


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("script", [True, False])
def test_nothing_sticks_out_sideways(show: Show, width: int, script: bool) -> None:
    page = show(*ALL, script=script, viewport={"width": width, "height": 800})
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    page.wait_for_timeout(50)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    parts = page.locator(".ic:visible table:visible, .ic:visible pre:visible, .ic:visible svg:visible")
    rights = parts.evaluate_all("all => all.map((one) => one.getBoundingClientRect().right)")
    assert rights
    assert max(rights) <= width


def test_a_window_made_narrow_is_filled_again(show: Show) -> None:
    page = show(STEPPER, viewport={"width": 1200, "height": 800})
    page.set_viewport_size({"width": 320, "height": 800})
    page.wait_for_function("document.querySelector('svg').getBoundingClientRect().right <= 320")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_theme_sets_its_own_ground_and_ink(show: Show, theme: str) -> None:
    page = show(SINGLE, theme=theme)
    style = page.locator(".ic-live").evaluate("e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]")
    assert (
        style
        == {
            "light": ["rgb(255, 255, 255)", "rgb(24, 34, 44)"],
            "dark": ["rgb(18, 24, 30)", "rgb(231, 236, 241)"],
        }[theme]
    )


def test_nothing_moves_by_itself(show: Show) -> None:
    page = show(*ALL)
    styles = page.locator(".ic-live *").evaluate_all(
        "all => all.map(e => getComputedStyle(e)).map(style => [style.transitionDuration, style.animationName].join())"
    )
    assert set(styles) == {"0s,none"}
