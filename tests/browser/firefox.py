"""A Firefox of this machine, driven by the protocol that it speaks itself (Marionette): no driver to install.

The browser tests need Chromium. Where there is a Firefox too, and always in CI, `test_firefox.py` opens the course in
it.
"""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

STARTED = 60.0
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
# Whatever is not this machine goes to a proxy that is not there.
_PREFERENCES = {
    "marionette.port": 0,
    # Driven, it would take all files of a folder for one origin, which no reader's Firefox does.
    "remote.prefs.recommended": False,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
}


class FirefoxError(Exception):
    """Firefox did not start, or refused a command."""


class Firefox:
    """One window of a running Firefox."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=STARTED)
        self._stream = self._socket.makefile("rb")
        self._sent = 0
        self._read()
        self.version: str = self.command("WebDriver:NewSession")["capabilities"]["browserVersion"]

    def command(self, name: str, **parameters: Any) -> Any:
        """Send a command and return its result. Raises FirefoxError if it is refused."""
        self._sent += 1
        message = json.dumps([0, self._sent, name, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise FirefoxError(f"{name}: {error['message']}")
        return result

    def open(self, url: str) -> None:
        """Open a page and wait until it is loaded."""
        self.command("WebDriver:Navigate", url=url)

    def ask(self, script: str) -> Any:
        """What the body of a function returns on the page."""
        return self.command("WebDriver:ExecuteScript", script=script, args=[])["value"]

    def press(self, selector: str) -> None:
        """Click on the first element of a selector, as a mouse does."""
        found = self.command("WebDriver:FindElement", using="css selector", value=selector)["value"]
        self.command("WebDriver:ElementClick", id=found[_ELEMENT])

    def close(self) -> None:
        """Leave the window and the browser."""
        self.command("Marionette:Quit", flags=["eForceQuit"])
        self._socket.close()

    def _read(self) -> Any:
        length = b""
        while (sign := self._stream.read(1)) not in (b":", b""):
            length += sign
        if not length:
            raise FirefoxError("Firefox has left")
        return json.loads(self._stream.read(int(length)))


@contextmanager
def running(path: str, profile: Path) -> Iterator[Firefox]:
    """Run a Firefox without a window, in a profile of its own, while the block runs."""
    settings = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in _PREFERENCES.items())
    (profile / "user.js").write_text("\n".join(settings), encoding="utf-8")
    command = [path, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            firefox = Firefox(_port(profile / "MarionetteActivePort", process))
            yield firefox
            firefox.close()
            process.wait(STARTED)
        finally:
            process.kill()


def _port(file: Path, process: subprocess.Popen[bytes]) -> int:
    until = time.monotonic() + STARTED
    while time.monotonic() < until and process.poll() is None:
        if file.exists() and (text := file.read_text(encoding="utf-8").strip()):
            return int(text)
        time.sleep(0.1)
    raise FirefoxError("Firefox did not open a port")
