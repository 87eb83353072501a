"""Find the browsers that the tests drive, or have the system's package manager bring them.

`make test` runs this first. It wants a Chromium; where CI is set a Firefox too, and there a missing one is an error,
since nothing may be skipped. Elsewhere the tests that need what is missing are skipped. BROWSER_BIN and FIREFOX_BIN
name other ones to use.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of browser: how it is called on a command line, where else it lies, and in which packages it comes."""

    name: str
    setting: str
    commands: tuple[str, ...]
    places: tuple[str, ...]
    packages: dict[str, tuple[str, ...]]
    """By package manager, what to try one after the other."""

    @property
    def missing(self) -> str:
        """What to say where there is none."""
        return f"no {self.name} found: install it, or name one with {self.setting}=/path/to/it"


CHROMIUM = Kind(
    name="Chromium or Chrome",
    setting="BROWSER_BIN",
    # The headless shell is the same engine without the desk around it: a page opens in a third of the work.
    commands=(
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "microsoft-edge",
    ),
    places=(
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ),
    packages={"apt-get": ("chromium-headless-shell", "chromium"), "dnf": ("chromium",)},
)
FIREFOX = Kind(
    name="Firefox",
    setting="FIREFOX_BIN",
    commands=("firefox", "firefox-esr"),
    places=("/Applications/Firefox.app/Contents/MacOS/firefox",),
    packages={"apt-get": ("firefox-esr", "firefox"), "dnf": ("firefox",)},
)


def find(kind: Kind = CHROMIUM) -> str | None:
    """Return the path of a browser of this kind that runs, or None."""
    named = os.environ.get(kind.setting)
    candidates = [named] if named else [*map(shutil.which, kind.commands), *kind.places]
    return next((path for path in candidates if path and runs(path)), None)


def runs(path: str) -> bool:
    """Say whether this browser starts; Ubuntu's `chromium-browser` may be a note about where to get one."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and any(character.isdigit() for character in done.stdout.decode("utf-8", "replace"))


def must_be_there() -> bool:
    """Say whether a missing browser is a failure: in CI it is."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def install(kinds: list[Kind]) -> None:
    """Let the package manager install browsers, where it is known and may be used without a password."""
    tool = next((name for name in ("apt-get", "dnf") if shutil.which(name)), None)
    rights = privileges()
    if tool is None or rights is None:
        return
    if tool == "apt-get":
        run([*rights, "apt-get", "update"])
    options = {"apt-get": ["--no-install-recommends"], "dnf": []}[tool]
    for kind in kinds:
        print(f"browser: installing {kind.name} with {tool}, up to a minute", flush=True)
        failures = []
        for package in kind.packages[tool]:
            failed = run([*rights, tool, "install", "-y", *options, package])
            if failed is None and find(kind):
                break
            failures.append(failed or f"{package} is there now, and does not start")
        else:
            print("browser:", *failures, sep="\n", file=sys.stderr)


def run(command: list[str]) -> str | None:
    """Run a command that asks nothing; if it fails, return how it ended."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )
    if done.returncode == 0:
        return None
    return "\n  ".join([f"`{' '.join(command)}` failed:", *done.stdout.decode("utf-8", "replace").splitlines()[-5:]])


def privileges() -> list[str] | None:
    """Return what to put before a command to run it as root, or None where that is not to be had."""
    if os.geteuid() == 0:
        return []
    asks_nothing = ["sudo", "-n"]
    if shutil.which("sudo") and subprocess.run([*asks_nothing, "true"], capture_output=True).returncode == 0:
        return asks_nothing
    return None


def main() -> int:
    """Make sure of the browsers and say which; where one is missing say what to do."""
    wanted = [CHROMIUM, FIREFOX] if must_be_there() else [CHROMIUM]
    absent = [kind for kind in wanted if find(kind) is None and not os.environ.get(kind.setting)]
    if absent:
        install(absent)
    status = 0
    for kind in wanted:
        path = find(kind)
        if path is None:
            print(f"browser: {kind.missing}", file=sys.stderr)
            status = int(must_be_there())
        else:
            print(f"browser: {path}")
    return status


if __name__ == "__main__":
    sys.exit(main())
