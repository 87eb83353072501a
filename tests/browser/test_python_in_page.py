"""Python in the pages of the book: what it answers, how it is shared, and what a page says where it cannot start."""

import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from interop_course.live import answer_json
from tests.browser.conftest import serving
from tests.browser.visit import Visit

Start = Callable[..., Visit]

LESSON = "notebooks/authority.html"
STARTED = 60_000
ASK = """request => new Promise((resolve, reject) => {
  const worker = new SharedWorker(%s, { type: "module", extendedLifetime: true });
  worker.onerror = () => reject(new Error("no worker"));
  worker.port.onmessage = ({ data }) => "id" in data && resolve(data.reply ?? data.failed);
  worker.port.postMessage({ id: 1, request });
})"""
REQUESTS = (
    '{"do": "explain", "tag": "2.059"}',
    '{"do": "judge"}',
    '{"do": "nothing"}',
    '{"do": "grade", "item": "nowhere/none", "given": []}',
)


def clock(page: Page) -> Locator:
    return page.locator('.ic-widget[data-widget="clock"] > .ic-live')


def count(page: Page, day: str) -> Locator:
    """Ask the clock about a moment that is not worked out in the page; return where it answers."""
    widget = clock(page)
    widget.locator("input[name=date]").fill(day)
    widget.get_by_role("button", name="Count").click()
    return widget.get_by_role("status").filter(has_text="ICE is notified")


def test_the_first_question_starts_python_and_the_next_page_finds_it_running(visit: Start, living: str) -> None:
    tab = visit(living)
    page = tab.open(LESSON)
    assert page.workers == []
    answer = count(page, "2010-11-10")
    bar = clock(page).get_by_role("progressbar", name="Start of Python")
    expect(bar).to_be_visible()
    expect(clock(page).locator(".ic-python")).to_contain_text("MB")
    expect(answer).to_contain_text("Wednesday, 10 November 2010", timeout=STARTED)
    expect(clock(page)).to_contain_text("not counted: Veterans Day")
    expect(bar).to_have_count(0)

    page = tab.open("notebooks/start.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page = tab.open(LESSON)
    expect(count(page, "2010-12-30")).to_contain_text("30 December 2010", timeout=STARTED)
    assert not [url for url in asked if ".wasm" in url or "core.zip" in url]

    version = page.evaluate("async () => (await (await fetch('../python/contents.json')).json()).version")
    for request in REQUESTS:
        reply = page.evaluate(ASK % f"'../python/worker.js?v={version}'", request)
        assert reply == answer_json(request)
    assert tab.troubles == []


def test_a_browser_without_shared_workers_runs_one_for_the_page(visit: Start, living: str) -> None:
    tab = visit(living)
    tab.page.add_init_script("delete window.SharedWorker")
    page = tab.open(LESSON)
    expect(count(page, "2010-11-10")).to_contain_text("10 November 2010", timeout=STARTED)
    assert len(page.workers) == 1
    assert tab.troubles == []


def test_a_reader_may_let_python_start_unasked(visit: Start, living: str) -> None:
    tab = visit(living)
    page = tab.open(LESSON)
    box = page.get_by_role("checkbox", name="Start Python when a page is idle")
    expect(box).not_to_be_checked()
    box.check()
    with page.expect_request("**/python/contents.json"):
        page.goto(f"{living}notebooks/start.html", wait_until="load")
    expect(page.get_by_role("checkbox", name="Start Python when a page is idle")).to_be_checked()


def test_a_site_without_the_folder_says_so_and_the_page_works(visit: Start, built_book: Path, tmp_path: Path) -> None:
    shutil.copytree(built_book, tmp_path / "site", ignore=shutil.ignore_patterns("python", "lab"))
    with serving(tmp_path / "site") as origin:
        page = visit(origin).open(LESSON)
        count(page, "2010-11-10")
        expect(clock(page)).to_contain_text("This copy of the course was built without it.")
        expect(clock(page).get_by_role("status").filter(has_text="ICE is notified")).to_contain_text("12 February 2010")


def test_a_folder_whose_files_are_broken_says_what_is_wrong(visit: Start, built_book: Path, tmp_path: Path) -> None:
    shutil.copytree(built_book, tmp_path / "site", ignore=shutil.ignore_patterns("*.wasm", "lab"))
    with serving(tmp_path / "site") as origin:
        page = visit(origin).open(LESSON)
        count(page, "2010-11-10")
        expect(clock(page)).to_contain_text("It could not start", timeout=STARTED)


def test_from_a_folder_the_page_says_how_to_start_a_server(visit: Start, built_book: Path) -> None:
    tab = visit(f"{built_book.as_uri()}/")
    page = tab.open(LESSON)
    count(page, "2010-11-10")
    expect(clock(page)).to_contain_text("python -m http.server")
    expect(page.locator(".ic-widget:not(.ic-alive)")).to_have_count(0)
    assert tab.troubles == []
