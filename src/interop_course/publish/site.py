"""What `interop-course site` does: build the book, put Python into its pages, serve it, or pack the whole site.

Prints, and returns an exit status.
"""

from __future__ import annotations

import shutil
import sys
from html import escape
from importlib.metadata import version
from pathlib import Path

from . import archive, book, in_page, lite
from .checkout import PAGES, find_checkout
from .errors import BuildFailed, NotBrought, PublishError
from .policy import LAB_POLICY, POLICY
from .progress import Progress
from .server import HOST, PORT, listen

WHOLE = Path("_build/site")
"""Where the whole site is built, apart from the book of every day, which has no lab."""

DIST = Path("dist")
_START = Path(__file__).with_name("start_page.html")


def build(root: Path | None = None) -> int:
    """Build the book: 0 when it is there, 1 when it has faults, 2 when there is none to build here.

    Where Python for the pages cannot be brought, the book is built without it, and says so.
    """
    try:
        root = find_checkout(root)
        _with_python(root, book.build(root))
    except PublishError as error:
        return _refuse(error)
    return 0


def pack(root: Path | None = None) -> int:
    """Build the whole site, with `lab/`, and pack it into `dist/`: 0 when it is there; 1 and 2 as `build`.

    A site without Python is none: what cannot be brought is a failure here.
    """
    try:
        root = find_checkout(root)
        pages = whole(root)
        target = root / DIST / zip_name()
        Progress("site").at("packing", phase="packing")
        digest = archive.archive(pages, target, target.stem)
        size = target.stat().st_size / 1e6
        Progress("site").done(f"{target.relative_to(root)}, {size:.0f} MB, sha256 {digest}")
    except PublishError as error:
        return _refuse(error)
    return 0


def whole(root: Path) -> Path:
    """Build the site with Python, `lab/` and the page that says how to open it; return its folder.

    Raises:
        PublishError: a part of it could not be built.
    """
    # What an earlier build left would come along.
    shutil.rmtree(root / WHOLE, ignore_errors=True)
    pages = book.build(root, output=root / WHOLE, lab=True)
    in_page.build(root, pages)
    lite.build(root, pages)
    (pages / "START.html").write_text(start_page(), "utf-8")
    return pages


def zip_name() -> str:
    """The file that `pack` makes."""
    return f"interop-course-site-{version('interop-course')}.zip"


def start_page() -> str:
    """The page at the top of the zip file, with the headers that a server should send."""
    text = _START.read_text("utf-8")
    # The longer name first: the other is a part of it.
    for name, value in (("LAB-POLICY", LAB_POLICY), ("POLICY", POLICY), ("ZIP-NAME", zip_name())):
        text = text.replace(name, escape(value, quote=False))
    return text


def serve(port: int | str = PORT, root: Path | None = None) -> int:
    """Build the book, then serve it to this machine until Ctrl-C.

    The port is taken before the build, which is long and would be in vain if the port were not to be had.
    0 after Ctrl-C, 1 when the book has faults, 2 when the port or the folder cannot be used.
    """
    try:
        root = find_checkout(root)
        with listen(root / PAGES, port) as server:
            _with_python(root, book.build(root))
            print(f"The course is at http://{HOST}:{server.server_port}/ (Ctrl-C stops it)", flush=True)
            server.serve_forever()
    except PublishError as error:
        return _refuse(error)
    except KeyboardInterrupt:
        print("\nStopped.")
    return 0


def _with_python(root: Path, pages: Path) -> None:
    try:
        in_page.build(root, pages)
    except NotBrought as error:
        print(f"python: left out of the pages, which work without it: {error}", file=sys.stderr)


def _refuse(error: PublishError) -> int:
    print(f"site: {error}", file=sys.stderr)
    return 1 if isinstance(error, (BuildFailed, NotBrought)) else 2
