"""Every widget of the book, used in every way: nothing goes wrong, and no other address is ever asked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from interop_course.assessment import BANK, LearningRecord
from interop_course.assessment.blueprint import BLUEPRINT, COURSE_VERSION
from interop_course.assessment.sealing import seal
from interop_course.live.states import AnyState
from interop_course.widgets.sealed_page import sealed_page
from tests.assessment.exam import begun, practised, taken
from tests.browser.conftest import DESK, serving
from tests.browser.driving import WAYS, use_all
from tests.browser.test_book_in_browser import pages, sampled
from tests.browser.visit import Visit

Start = Callable[..., Visit]

WIDGET = re.compile(r'data-widget="([\w-]+)"')
LESSONS = [page for page in pages() if page.startswith("notebooks/")]
# Each kind of widget at every run; all pages take two minutes and are left to the long runs.
EACH_RUN = tuple(
    f"notebooks/{name}" for name in ("authority", "complaint", "decisions", "permitted-uses", "review", "final")
)
LAST_WEEK = datetime.now(UTC) - timedelta(days=7)
# A learner comes back: there are questions to review, and a final that was passed. Chance is the same in each run, and
# printing needs no printer.
BEFORE = """
new BroadcastChannel("troubles").onmessage = ({ data }) => console.error(`in a worker: ${data}`);
if (self === top && location.protocol !== "about:") localStorage.setItem("interop-course.record", %s);
let last = 6;
crypto.getRandomValues = (values) => values.fill((last += 1));
window.print = () => document.documentElement.toggleAttribute("data-printed");
"""
# No tab is told what goes wrong in a shared worker: it has to say so itself.
WATCH = """{
  const troubles = new BroadcastChannel("troubles");
  const tell = (...what) => troubles.postMessage(what.join(" "));
  addEventListener("securitypolicyviolation", (event) => tell(event.effectiveDirective, event.blockedURI));
  addEventListener("error", ({ message }) => tell(message));
  addEventListener("unhandledrejection", ({ reason }) => tell(reason));
  console.error = console.warn = tell;
}
"""
# Something goes wrong when the first button of the first widget is pressed.
PLANT = """
const live = document.querySelector(".ic-stepper.ic-live");
const link = (place) => place.appendChild(document.createElement("a"));
live.querySelector("button").addEventListener("click", () => { %s });
"""


def opened(tab: Visit, path: str) -> Page:
    """Open a page and wait until its widgets live."""
    page = tab.open(path, "load")
    expect(page.locator(".ic-widget:not(.ic-alive)")).to_have_count(0)
    return page


def a_record() -> LearningRecord:
    sitting = begun(bank=BANK, plan=BLUEPRINT, course=COURSE_VERSION, at=LAST_WEEK)
    record = taken(sitting, bank=BANK, name="Sasha Sample")
    for item in BANK.items[::9]:
        record = record.with_answer(practised(item.id, right=False, at=LAST_WEEK))
    return record


@pytest.fixture(scope="module")
def learner(browser: Browser) -> Iterator[BrowserContext]:
    """One profile for all pages, so that Python is started once."""
    context = browser.new_context(viewport=DESK)
    context.add_init_script(BEFORE % json.dumps(a_record().to_json()))
    yield context
    context.close()


@pytest.fixture(scope="module")
def watched(living: str, built_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of the same book, with a worker that says what goes wrong in it."""
    folder = tmp_path_factory.mktemp("watched")
    for each in (*built_book.iterdir(), *Path(built_book, "python").iterdir()):
        there = folder / each.relative_to(built_book)
        there.mkdir() if each.name == "python" else there.symlink_to(each)
    worker = folder / "python" / "worker.js"
    source = worker.read_text("utf-8")
    worker.unlink()
    worker.write_text(WATCH + source, "utf-8")
    with serving(folder) as origin:
        yield origin


@pytest.mark.parametrize("path", sampled(LESSONS, EACH_RUN))
def test_every_widget_of_a_page_can_be_used(learner: BrowserContext, watched: str, path: str) -> None:
    tab = Visit(learner, watched)
    page = opened(tab, path)
    found = [*use_all(page), *tab.troubles]
    page.close()
    assert not found, "\n".join(found)


def test_every_page_with_widgets_is_used_and_every_kind_has_its_way(built_book: Path, root: Path) -> None:
    built = {path: WIDGET.findall(Path(built_book, path).read_text("utf-8")) for path in pages()}
    assert [path for path, kinds in built.items() if kinds] == LESSONS
    assert {kind for kinds in built.values() for kind in kinds} | {"sealed"} == set(WAYS)
    assert {state.model_fields["widget"].default for state in kinds_of(AnyState)} == {*WAYS, "question"}


def test_a_sealed_final_can_be_used(visit: Start, tmp_path: Path) -> None:
    Path(tmp_path, "final.html").write_text(sealed_page(seal(7)[0]), encoding="utf-8")
    tab = visit(f"{tmp_path.as_uri()}/")
    found = [*use_all(opened(tab, "final.html"), python=False), *tab.troubles]
    assert not found, "\n".join(found)


def kinds_of(state: type[AnyState]) -> Iterator[type[AnyState]]:
    for kind in state.__subclasses__():
        yield from (kind, *kinds_of(kind))


def test_from_a_folder_everything_works_but_what_asks_python(learner: BrowserContext, built_book: Path) -> None:
    tab = Visit(learner, f"{built_book.as_uri()}/")
    page = opened(tab, "notebooks/authority.html")
    found = [*use_all(page, python=False), *tab.troubles]
    assert not found, "\n".join(found)
    page.locator(".ic-clock").get_by_role("button", name="Count").click()
    for asking in (".ic-clock [role=alert]", ".ic-inspector .ic-change"):
        expect(page.locator(asking)).to_contain_text("python -m http.server")
    page.close()


@pytest.mark.parametrize(
    ("fault", "noticed"),
    [
        ("fetch('https://other.example/x').catch(() => 0)", "console error: Connecting to 'https://other.example/x'"),
        ("location = 'https://other.example/'", "asks another origin: https://other.example/"),
        ("open('https://other.example/')", "opens another window"),
        ("link(live).href = 'https://other.example/'", 'stepper, widget 1: shows ="https://other.example/'),
        ("console.warn('planted')", "console warning: planted"),
        ("planted()", "error on the page: planted is not defined"),
        ("Promise.reject(new Error('planted'))", "error on the page: planted"),
        ("link(live).textContent = NaN", "stepper, widget 1: shows NaN"),
        ("live.parentElement.remove()", "stepper, widget 1: it is gone"),
        ("live.replaceChildren()", "stepper, widget 1: it is empty"),
    ],
)
def test_a_fault_behind_a_button_is_noticed(visit: Start, origin: str, fault: str, noticed: str) -> None:
    tab = visit(origin)
    page = opened(tab, LESSONS[0])
    page.evaluate(PLANT % fault)
    found = [*use_all(page, python=False, most=20, patience=100), *tab.troubles]
    assert any(each.startswith(noticed) for each in found), found


@pytest.mark.parametrize(
    ("fault", "noticed"),
    [
        ("live.replaceWith(live.cloneNode(true))", "stepper, widget 1: “Next” changes nothing"),
        ("live.querySelector('.ic-primary').hidden = true", "stepper, widget 1: “Next” was never there to be pressed"),
        ("live.parentElement.classList.remove('ic-alive')", "stepper, widget 1: it did not come to life"),
        ("live.parentElement.dataset.widget = 'oracle'", "oracle, widget 1: there is no way of using it"),
    ],
)
def test_a_dead_widget_is_noticed(visit: Start, origin: str, fault: str, noticed: str) -> None:
    page = opened(visit(origin), LESSONS[0])
    page.evaluate(f"const live = document.querySelector('.ic-stepper.ic-live'); {fault}")
    found = use_all(page, python=False, most=20, patience=100)
    assert noticed in found


@pytest.mark.parametrize(
    ("fault", "noticed"),
    [
        ("fetch('https://other.example/x').catch(() => 0)", "connect-src https://other.example/x"),
        ("console.warn('planted')", "planted"),
        ("Promise.reject(new Error('planted'))", "planted"),
    ],
)
def test_a_fault_in_a_shared_worker_is_noticed(
    learner: BrowserContext, tmp_path: Path, fault: str, noticed: str
) -> None:
    Path(tmp_path, "index.html").write_text('<link rel="icon" href="data:,">', encoding="utf-8")
    Path(tmp_path, "worker.js").write_text(WATCH + fault, encoding="utf-8")
    with serving(tmp_path) as origin:
        tab = Visit(learner, origin)
        page = tab.open("index.html", "load")
        with page.expect_console_message():
            page.evaluate("() => { window.worker = new SharedWorker('worker.js') }")
        page.close()
    assert tab.troubles[0].startswith("console error: in a worker: ")
    assert noticed in tab.troubles[0]
