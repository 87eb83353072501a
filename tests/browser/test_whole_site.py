"""The whole site: its lab runs a lesson offline with live widgets, and its zip file is the same at every build."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from interop_course.publish import archive, site
from interop_course.publish.server import HOST, listen
from tests.browser.visit import Visit

Start = Callable[..., Visit]

STARTED = 120_000


@pytest.fixture(scope="module")
def whole(root: Path) -> Path:
    return site.whole(root)


@pytest.fixture(scope="module")
def origin(whole: Path) -> Iterator[str]:
    with listen(whole, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()


def test_a_lesson_opens_as_a_notebook_with_live_widgets(visit: Start, origin: str) -> None:
    tab = visit(origin)
    page = tab.open("notebooks/step-4-match.html")
    page.get_by_role("link", name="Open as a notebook").click()
    cell = page.locator(".jp-CodeCell .cm-content").first
    cell.click(timeout=STARTED)
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".ic-live.ic-stepper")).to_be_visible(timeout=STARTED)
    assert not [trouble for trouble in tab.troubles if "another origin" in trouble]


def test_two_builds_give_the_same_zip_file(root: Path, whole: Path, tmp_path: Path) -> None:
    first = archive.archive(whole, tmp_path / "first.zip", "course")
    again = archive.archive(site.whole(root), tmp_path / "again.zip", "course")
    assert first == again
