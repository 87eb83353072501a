"""Where the sources of the course are: the folder that holds `_config.yml` and `book/_toc.yml`."""

from __future__ import annotations

from pathlib import Path

from .errors import NoCheckout

TOC = Path("book/_toc.yml")
LESSONS = Path("notebooks")
PAGES = Path("_build/html")


def find_checkout(start: Path | None = None) -> Path:
    """Return the checkout that `start` (by default the current folder) lies in.

    Raises:
        NoCheckout: neither `start` nor a folder above it is one.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / "_config.yml").is_file() and (folder / TOC).is_file():
            return folder
    raise NoCheckout(start)
