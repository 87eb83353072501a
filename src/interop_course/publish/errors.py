"""What can go wrong while the course is published.

    PublishError
    ├── NoCheckout      the folder is not a checkout of the course
    ├── BuildFailed     jupyter-book stopped, or gave warnings
    ├── PortUnusable    the port is taken, not allowed, or no port number at all
    ├── LessonFailed    a cell of a lesson raised while the lesson was run
    └── NotBrought      what the browser's Python is made of could not be brought or built

Every message is one that can be shown to a person as it is.
"""

from __future__ import annotations

from pathlib import Path


class PublishError(Exception):
    """The root of this package's errors."""


class NoCheckout(PublishError):
    """Neither the folder nor one above it holds the course's sources."""

    def __init__(self, start: Path) -> None:
        super().__init__(f"{start} is not inside a checkout of the course (there is no book/_toc.yml)")


class BuildFailed(PublishError):
    """The book was not built. `warnings` are the lines that say why, as Sphinx printed them."""

    def __init__(self, warnings: tuple[str, ...]) -> None:
        self.warnings = warnings
        listed = "\n".join(f"  {line}" for line in warnings)
        super().__init__(f"the book was not built; every warning counts as an error:\n{listed}")


class PortUnusable(PublishError):
    """Nothing can be served at this port; the message names another way."""

    def __init__(self, port: object, why: str, instead: int) -> None:
        self.port = port
        super().__init__(f"port {port} {why}; try another: PORT={instead} with make, else --port {instead}")


class LessonFailed(PublishError):
    """A cell raised. `lesson` is the file's name, `cell` counts from 1."""

    def __init__(self, lesson: str, cell: int, why: str) -> None:
        self.lesson = lesson
        self.cell = cell
        super().__init__(f"{lesson}, cell {cell}: {why}")


class NotBrought(PublishError):
    """Pyodide, a wheel or a program that brings them is not to be had; the message says which."""
