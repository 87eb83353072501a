"""Pages with stored widgets, opened from a folder as from a USB stick, in a browser that reaches nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from interop_course.live.states import AnyState
from interop_course.widgets.bundle import classic_script, stylesheet
from interop_course.widgets.fallback import widget_html

Show = Callable[..., Page]


def page_of(*states: AnyState, theme: str = "light", script: bool = True) -> str:
    """A page as the book has it: stored outputs, the style sheet and the script beside them."""
    scripts = '<script src="widgets.js" defer></script>' if script else ""
    return (
        f'<!doctype html><html lang="en" data-theme="{theme}"><meta charset="utf-8"><title>Lesson</title>'
        f'<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="widgets.css">{scripts}'
        f'<body><a href="#end">before</a>{"".join(map(widget_html, states))}<a id="end" href="#">after</a>'
    )


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    """Open a page with widgets; the keyword arguments are `theme`, `script` and those of a browser context.

    Any error on a page fails its test.
    """
    (tmp_path / "widgets.js").write_text(classic_script(), encoding="utf-8")
    (tmp_path / "widgets.css").write_text(stylesheet(), encoding="utf-8")
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def open_page(
        *states: AnyState, theme: str = "light", script: bool = True, before: str = "", **options: Any
    ) -> Page:
        (tmp_path / "lesson.html").write_text(page_of(*states, theme=theme, script=script), encoding="utf-8")
        context = browser.new_context(**{"viewport": {"width": 1000, "height": 800}, **options})
        contexts.append(context)
        if before:
            context.add_init_script(before)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.goto((tmp_path / "lesson.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []
