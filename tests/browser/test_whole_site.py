"""The whole site: its zip file, used from a folder and with Python's own server, and its lab."""

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from interop_course.publish import archive, site
from interop_course.publish.policy import POLICY
from interop_course.publish.server import HOST
from tests.browser.conftest import serving
from tests.browser.visit import Visit

Start = Callable[..., Visit]

STARTED = 120_000
CLOCK = "notebooks/authority.html"
MESSAGE = "notebooks/step-1-submission.html"
# What Windows refuses in a name, or takes for a device; and the longest path that leaves room for a folder's own.
FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ](/|$)|(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.|/|$)', re.IGNORECASE)
LONGEST = 160


@pytest.fixture(scope="module")
def whole(root: Path) -> Path:
    return site.whole(root)


@pytest.fixture(scope="module")
def packed(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dist") / site.zip_name()
    archive.archive(whole, target, target.stem)
    return target


@pytest.fixture(scope="module")
def unpacked(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a person has who unpacked the zip file on a stick."""
    folder = tmp_path_factory.mktemp("stick") / "USB Stick Büro 1"
    ZipFile(packed).extractall(folder)
    return folder / packed.stem


@pytest.fixture(scope="module")
def small(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy without the lab, to be spoiled."""
    folder = tmp_path_factory.mktemp("small") / "site"
    shutil.copytree(unpacked, folder, ignore=shutil.ignore_patterns("lab", "*.whl"))
    return folder


@contextmanager
def misled(folder: Path, kinds: dict[str, str], headers: dict[str, str]) -> Iterator[str]:
    """Serve a folder as a server that calls files something else; gives the origin."""

    class Pages(SimpleHTTPRequestHandler):
        extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **kinds}  # noqa: RUF012

        def end_headers(self) -> None:
            for name, value in headers.items():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer((HOST, 0), partial(Pages, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()


@contextmanager
def pythons_own(folder: Path) -> Iterator[str]:
    """Run what START.html and the pages name, in the folder, on any free port; gives the origin."""
    command = [sys.executable, "-u", "-m", "http.server", "--bind", HOST, "0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        found = re.search(r"port (\d+)", process.stdout.readline())
        assert found
        try:
            yield f"http://{HOST}:{found[1]}/"
        finally:
            process.terminate()


def ask(page: Page) -> None:
    """Ask the clock about a moment that only Python can count."""
    clock = page.locator(".ic-clock.ic-live")
    clock.locator("input[name=date]").fill("2010-11-10")
    clock.get_by_role("button", name="Count").click()


def change(page: Page) -> None:
    """Open what changes a message."""
    inspector = page.locator(".ic-inspector.ic-live").first
    inspector.get_by_role("tab", name="Look at the bytes").click()
    inspector.get_by_text("Change or break this message").click()


def test_a_learner_with_a_stick_and_a_browser(visit: Start, unpacked: Path) -> None:
    tab = visit(f"{unpacked.as_uri()}/")
    page = tab.open("START.html")
    page.get_by_role("link", name="Open the course").click()
    page.locator(".course-continue").get_by_role("link", name="Start").click()
    page.locator(".ic-stepper.ic-live").get_by_role("button", name="Next").click()
    expect(page.locator(".ic-stepper.ic-live").get_by_role("status")).to_contain_text("Entry 2 of")
    card = page.locator(".ic-quiz.ic-live .ic-card").first
    for option, verdict in (("The booking desk", "Not right yet."), ("FBI CJIS", "Right.")):
        card.get_by_label(option).check()
        card.get_by_role("button", name="Check").click()
        expect(card.get_by_role("status")).to_contain_text(verdict)
        expect(card.get_by_role("status").get_by_role("link").first).to_contain_text("FOIA")
    page.get_by_role("button", name="Mark this lesson as done").click()
    notebook = page.get_by_role("link", name="Open as a notebook")
    notebook.click()
    expect(page.get_by_role("article").get_by_text("A notebook needs Python")).to_contain_text("python -m http.server")
    expect(page.get_by_role("checkbox", name="Start Python")).to_have_count(0)

    page = tab.open(MESSAGE)
    expect(page.get_by_role("navigation", name="Main").locator(".course-done")).to_have_count(1)
    change(page)
    expect(page.locator(".ic-change [role=status]").first).to_contain_text(
        "run: python -m http.server --bind 127.0.0.1"
    )
    page = tab.open("search.html?q=detainer")
    expect(page.locator("#search-results a", has_text="Authority").first).to_be_visible()
    page = tab.open("notebooks/final.html")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", name="Question 1 of 30")).to_be_focused()
    assert tab.troubles == []


def test_pythons_own_server_is_enough_to_change_a_message(visit: Start, unpacked: Path) -> None:
    with pythons_own(unpacked) as origin:
        tab = visit(origin)
        page = tab.open(MESSAGE)
        change(page)
        page.get_by_role("button", name="Break it").click(timeout=STARTED)
        expect(page.locator(".ic-change [role=status]").first).to_contain_text("Now wrong: ", timeout=STARTED)
    assert tab.troubles == []


def test_python_starts_from_a_server_that_knows_no_kinds_of_files(visit: Start, small: Path) -> None:
    with misled(small, dict.fromkeys((".js", ".mjs", ".wasm"), "text/plain"), {}) as origin:
        page = visit(origin).open(CLOCK)
        ask(page)
        expect(page.locator(".ic-clock.ic-live")).to_contain_text("Wednesday, 10 November 2010", timeout=STARTED)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "told"),
    [(".js", 'the server sends .js files as "text/plain"'), (".mjs", 'the server sends pyodide.mjs as "text/plain"')],
)
def test_where_the_policy_forbids_that_the_page_says_what_to_set(
    visit: Start, small: Path, kind: str, told: str
) -> None:
    with misled(small, {kind: "text/plain"}, {"Content-Security-Policy": POLICY}) as origin:
        page = visit(origin).open(CLOCK)
        ask(page)
        expect(page.locator(".ic-clock.ic-live")).to_contain_text(told, timeout=STARTED)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["door.zip", "pyodide.asm.wasm"])
def test_a_file_that_was_not_copied_to_its_end_is_named(visit: Start, small: Path, name: str) -> None:
    path = small / "python" / name
    before = path.read_bytes()
    path.write_bytes(before[:300_000])
    try:
        with serving(small) as origin:
            page = visit(origin).open(CLOCK)
            ask(page)
            told = f"{name} is damaged: 300000 of {len(before)} bytes."
            expect(page.locator(".ic-clock.ic-live")).to_contain_text(told, timeout=STARTED)
    finally:
        path.write_bytes(before)


def test_a_lesson_opens_as_a_notebook_with_live_widgets(visit: Start, whole: Path) -> None:
    with serving(whole) as origin:
        tab = visit(origin)
        page = tab.open("notebooks/step-4-match.html")
        page.get_by_role("link", name="Open as a notebook").click()
        cell = page.locator(".jp-CodeCell .cm-content").first
        cell.click(timeout=STARTED)
        page.keyboard.press("Shift+Enter")
        expect(page.locator(".ic-live.ic-stepper")).to_be_visible(timeout=STARTED)
    assert not [trouble for trouble in tab.troubles if "another origin" in trouble]


def test_the_lab_says_what_it_needs_where_it_cannot_start(visit: Start, unpacked: Path) -> None:
    page = visit(f"{unpacked.as_uri()}/").open("lab/notebooks/index.html", until="load")
    expect(page.get_by_text("It needs a web server")).to_be_in_viewport()


def test_windows_can_unpack_it(packed: Path) -> None:
    names = ZipFile(packed).namelist()
    assert [name for name in names if FORBIDDEN.search(name) or not name.isascii() or len(name) > LONGEST] == []
    parts = {"/".join(name.split("/")[:depth]) for name in names for depth in range(1, name.count("/") + 2)}
    assert len({part.lower() for part in parts}) == len(parts)


@pytest.mark.slow
def test_two_builds_give_the_same_zip_file(root: Path, packed: Path, tmp_path: Path) -> None:
    again = tmp_path / packed.name
    archive.archive(site.whole(root), again, packed.stem)
    assert again.read_bytes() == packed.read_bytes()
