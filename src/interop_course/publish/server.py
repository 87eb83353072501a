"""Serve the built book on this machine, and on no other: 127.0.0.1 only.

It serves as README asks of any server of the site: with the strict content security policy, and compressed.
"""

from __future__ import annotations

import gzip
import io
import os
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from .errors import PortUnusable
from .policy import policy
from .ports import NO_PORT, PORTS, instead_of, refusal

HOST = "127.0.0.1"
PORT = 8000

_COMPRESSIBLE = {".css", ".html", ".ipynb", ".js", ".json", ".mjs", ".svg", ".wasm"}


@lru_cache(maxsize=256)
def _compressed(path: Path, changed: int, size: int) -> bytes:
    """A file, compressed; time and size are there to notice that it has changed."""
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


class _Pages(SimpleHTTPRequestHandler):
    # Windows takes these from its registry, where any program may have changed them.
    extensions_map = {  # noqa: RUF012 (the base declares it so)
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".css": "text/css",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
        ".json": "application/json",
        ".ipynb": "application/json",
    }

    def end_headers(self) -> None:
        # A page built anew must show at the next reload.
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Content-Security-Policy", policy(self.path))
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if not self._may_compress(path):
            return super().send_head()
        found = path.stat()
        data = _compressed(path, found.st_mtime_ns, found.st_size)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Last-Modified", self.date_time_string(int(found.st_mtime)))
        self.end_headers()
        return io.BytesIO(data)

    def _may_compress(self, path: Path) -> bool:
        """Say whether to send this file compressed. One that the browser has, and asks about, goes the usual way."""
        return (
            path.suffix in _COMPRESSIBLE
            and "gzip" in self.headers.get("Accept-Encoding", "")
            and "If-Modified-Since" not in self.headers
            and path.is_file()
        )

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the learner's terminal is not a log."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # On Windows "reuse" would let two programs share one port.
    allow_reuse_address = os.name == "posix"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a browser hangs up in the middle of a page."""


def listen(folder: Path, port: int | str = PORT) -> ThreadingHTTPServer:
    """Take the port and return a server of `folder` that is not yet running; port 0 takes any free one.

    Raises:
        PortUnusable: the port is taken, not allowed, or no port number.
    """
    number = check_port(port)
    try:
        return _Server((HOST, number), partial(_Pages, directory=str(folder)))
    except OSError as error:
        why = refusal(error)
        if why is None:
            raise
        raise PortUnusable(number, why, instead_of(number, PORT)) from None


def check_port(port: int | str) -> int:
    """Return the port as a number.

    Raises:
        PortUnusable: it is none.
    """
    try:
        number = int(port)
    except ValueError:
        number = -1
    if number not in PORTS:
        raise PortUnusable(port, NO_PORT, PORT)
    return number
