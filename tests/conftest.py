"""What all tests share: the checkout, the built book, a browser, and how thorough Hypothesis is."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from interop_course.publish import book
from interop_course.publish.checkout import PAGES
from tests.text.reading import pytest_terminal_summary
from tools import browser as browsers

__all__ = ["pytest_terminal_summary"]  # the report on how hard the texts are to read

# The same examples on every run, so that a red run can be repeated; `make test-all` looks further.
settings.register_profile("quick", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("soak", max_examples=2000, deadline=None)
settings.load_profile("quick")

NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    NO_OTHER_HOST,
]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[], object]], None]:
    """Make what all workers of a run share, by a name: whichever worker comes first makes it, the others wait."""
    shared = tmp_path_factory.getbasetemp().parent
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")

    def make_once(name: str, make: Callable[[], object]) -> None:
        done = shared / f"{name}-{run}.made"
        with FileLock(shared / "book.lock"):
            if run is None or not done.exists():
                make()
                done.touch()

    return make_once


@pytest.fixture(scope="session")
def built_book(root: Path, once: Callable[[str, Callable[[], object]], None]) -> Path:
    """The pages of the book, built as `make course` builds them, once in a run."""
    once("book", lambda: book.build(root))
    return root / PAGES


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that reaches this machine only. Missing, it fails in CI and skips elsewhere."""
    path = browsers.find()
    if path is None:
        (pytest.fail if browsers.must_be_there() else pytest.skip)(browsers.CHROMIUM.missing)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()
