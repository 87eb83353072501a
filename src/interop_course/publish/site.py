"""What `interop-course site` does: build the book, and serve it. Prints, and returns an exit status."""

from __future__ import annotations

import sys
from pathlib import Path

from . import book
from .checkout import PAGES, find_checkout
from .errors import BuildFailed, PublishError
from .server import HOST, PORT, listen


def build(root: Path | None = None) -> int:
    """Build the book: 0 when it is there, 1 when it has faults, 2 when there is none to build here."""
    try:
        book.build(find_checkout(root))
    except PublishError as error:
        return _refuse(error)
    return 0


def serve(port: int | str = PORT, root: Path | None = None) -> int:
    """Build the book, then serve it to this machine until Ctrl-C.

    The port is taken before the build, which is long and would be in vain if the port were not to be had.
    0 after Ctrl-C, 1 when the book has faults, 2 when the port or the folder cannot be used.
    """
    try:
        root = find_checkout(root)
        with listen(root / PAGES, port) as server:
            book.build(root)
            print(f"The course is at http://{HOST}:{server.server_port}/ (Ctrl-C stops it)", flush=True)
            server.serve_forever()
    except PublishError as error:
        return _refuse(error)
    except KeyboardInterrupt:
        print("\nStopped.")
    return 0


def _refuse(error: PublishError) -> int:
    print(f"site: {error}", file=sys.stderr)
    return 1 if isinstance(error, BuildFailed) else 2
