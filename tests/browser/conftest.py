"""The built book, served over loopback, and tabs to read it in."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from interop_course.publish import in_page
from interop_course.publish.server import HOST, listen
from tests.browser.visit import Visit

DESK = {"width": 1440, "height": 900}


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder while the block runs; gives the origin."""
    with listen(folder, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def origin(built_book: Path) -> Iterator[str]:
    with serving(built_book) as address:
        yield address


@pytest.fixture(scope="session")
def living(origin: str, built_book: Path, root: Path, once: Callable[[str, Callable[[], object]], None]) -> str:
    """The origin of the book with Python in its pages."""
    once("python", lambda: in_page.build(root, built_book))
    return origin


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open a tab at an origin, in a profile of its own; options are those of a browser context."""
    contexts = []

    def start(origin: str, **options: object) -> Visit:
        context = browser.new_context(viewport=DESK, **options)
        contexts.append(context)
        return Visit(context, origin)

    yield start
    for context in contexts:
        context.close()
