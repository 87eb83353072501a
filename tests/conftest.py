"""What all tests share: the checkout, the built book, a browser, and how thorough Hypothesis is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from interop_course.publish import book
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
def built_book(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the book, built as `make course` builds them, by one worker at a time."""
    with FileLock(tmp_path_factory.getbasetemp().parent / "book.lock"):
        return book.build(root)


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
