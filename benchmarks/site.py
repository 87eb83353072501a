"""The published site beside JupyterLite with the same lesson, on the same Pyodide, in the same run.

    python benchmarks/site.py              build the whole site first; three runs of each, then one of each throttled
    python benchmarks/site.py --runs 5 --keep    more runs; measure the site that the last build left

Each run opens a browser profile of its own, so every visit is a first one. Times are from the moment of opening; bytes
are what the server sent, with headers, compressed as a server compresses. A throttled run shares 10 Mbit/s among all
connections and answers each request 40 ms late. Times are of the machine at hand: quote the ratios.
"""

from __future__ import annotations

import argparse
import json
import socket
import sys
import threading
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page, sync_playwright

from interop_course.messages import Kind
from interop_course.process import scenario
from interop_course.publish import server, site

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tools import browser as chromium  # noqa: E402 (a folder of the checkout, not of the package)

FLAGS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
LESSON = "step-4-match"
BYTES_A_SECOND = 10_000_000 / 8
LATE = 0.04
SLICE = 16_384
LONGEST = 240_000


@dataclass
class Line:
    """What a server sends through: how much it was, and how fast it may be."""

    throttled: bool = False
    sent: int = 0

    def __post_init__(self) -> None:
        self._lock = threading.Lock()

    def send(self, connection: socket.socket, data: bytes) -> None:
        """Send all of it, in slices that take their time when the line is throttled."""
        for at in range(0, len(data), SLICE):
            part = data[at : at + SLICE]
            with self._lock:
                self.sent += len(part)
                if self.throttled:
                    time.sleep(len(part) / BYTES_A_SECOND)
            connection.sendall(part)


class Metered:
    """The file that a handler writes to, over a line."""

    closed = False

    def __init__(self, connection: socket.socket, line: Line) -> None:
        self._connection, self._line = connection, line

    def write(self, data: bytes) -> int:
        """As of a file."""
        self._line.send(self._connection, bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """The connection is closed by its server."""


@contextmanager
def serving(folder: Path, line: Line) -> Iterator[str]:
    """Serve the site over a line; gives the origin."""

    class Handler(server._Pages):
        def setup(self) -> None:
            super().setup()
            self.wfile = Metered(self.connection, line)  # type: ignore[assignment]

        def do_GET(self) -> None:
            if line.throttled:
                time.sleep(LATE)
            super().do_GET()

    with server.listen(folder, 0) as running:
        running.RequestHandlerClass = partial(Handler, directory=str(folder))  # type: ignore[assignment]
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://{server.HOST}:{running.server_port}/"
        running.shutdown()


def ours(page: Page, origin: str, line: Line) -> dict[str, float]:
    """Open a lesson of the book: when a question can be answered, and when the first live edit is."""
    start = time.perf_counter()
    page.goto(f"{origin}notebooks/{LESSON}.html", wait_until="commit")
    page.wait_for_selector('.ic-widget.ic-alive[data-widget="quiz"] input', timeout=LONGEST)
    answerable = time.perf_counter() - start
    page.wait_for_load_state("load")
    found = {"first answer possible": answerable, "kB without Python": line.sent / 1000}
    reply = json.loads(page.evaluate(ASK, EDIT))
    assert reply["ok"], reply
    return found | {"live": time.perf_counter() - start, "kB": line.sent / 1000}


def jupyterlite(page: Page, origin: str, line: Line) -> dict[str, float]:
    """Open the same lesson in JupyterLite and run its first cell at once."""
    start = time.perf_counter()
    page.goto(f"{origin}lab/notebooks/index.html?path={LESSON}.ipynb", wait_until="commit")
    cell = page.locator(".jp-CodeCell .cm-content").first
    cell.wait_for(timeout=LONGEST)
    cell.click(timeout=LONGEST)
    page.keyboard.press("Shift+Enter")
    page.wait_for_selector(".ic-live", timeout=LONGEST)
    return {"live": time.perf_counter() - start, "kB": line.sent / 1000}


# What a widget's first question does: start the worker of the page, and wait for its reply.
ASK = """async request => {
  const { version } = await (await fetch("../python/contents.json")).json();
  const options = { type: "module", extendedLifetime: true };
  const { port } = new SharedWorker(`../python/worker.js?v=${version}`, options);
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }) => data.id && (data.reply ? resolve(data.reply) : reject(new Error(data.failed)));
    port.postMessage({ id: 1, request });
  });
}"""


def edit() -> str:
    """A request to change the search result of a match message and to compute its lengths anew."""
    entry = scenario("match").find(Kind.DHS_SRE)
    message = {"kind": Kind.DHS_SRE, "data": b64encode(entry.data).decode()}
    change = {"op": "set", "record": 1, "tag": "2.059", "value": "N"}
    return json.dumps({"do": "edit", "message": message, "edits": [change]})


EDIT = edit()


def measured(folder: Path, visit: Any, throttled: bool) -> dict[str, float]:
    """One visit in a new profile."""
    line = Line(throttled)
    with serving(folder, line) as origin, sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        try:
            found: dict[str, float] = visit(running.new_page(), origin, line)
            return found
        finally:
            running.close()


def compare(folder: Path, runs: int, throttled: bool) -> None:
    """Visit both in turn, so that a slow moment of the machine falls on both; print medians and ratios."""
    pairs = [(measured(folder, ours, throttled), measured(folder, jupyterlite, throttled)) for _ in range(runs)]
    mine = {key: median(a[key] for a, _ in pairs) for key in pairs[0][0]}
    theirs = {key: median(b[key] for _, b in pairs) for key in pairs[0][1]}
    print("10 Mbit/s, 40 ms" if throttled else f"cold, loopback, median of {runs}")
    print(f"  first answer possible: {mine['first answer possible']:.2f} s")
    print(f"  a lesson without Python: {mine['kB without Python']:.0f} kB sent")
    for key, unit in (
        ("live", "s to the first live edit (JupyterLite: to the first cell)"),
        ("kB", "kB sent until then"),
    ):
        ratio = median(a[key] / b[key] for a, b in pairs)
        print(f"  {unit}: {mine[key]:.1f}; JupyterLite {theirs[key]:.1f}; ratio {ratio:.2f}")


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", action="store_true", help="measure the site that the last build left")
    args = parser.parse_args()
    folder = ROOT / site.WHOLE / "_build" / "html" if args.keep else site.whole(ROOT)
    if not (folder / "lab").is_dir():
        parser.error("no whole site is left to measure; leave out --keep")
    # A server compresses a file once, and not while the first reader waits.
    for path in folder.rglob("*"):
        if path.suffix in server._COMPRESSIBLE:
            found = path.stat()
            server._compressed(path, found.st_mtime_ns, found.st_size)
    compare(folder, args.runs, throttled=False)
    compare(folder, 1, throttled=True)


if __name__ == "__main__":
    main()
