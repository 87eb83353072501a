"""Find a Chromium for the browser tests, or have the system's package manager bring one.

`make test` runs this first. BROWSER_BIN names a browser to use instead. Without any browser the exit status is 1
where CI is set, since there nothing may be skipped, and 0 elsewhere: the browser tests are then skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
INSTALLERS = {
    "apt-get": (("apt-get", "update"), ("apt-get", "install", "-y", "--no-install-recommends", "chromium")),
    "dnf": (("dnf", "install", "-y", "chromium"),),
}
MISSING = "no browser found: install Chromium or Chrome, or name one with BROWSER_BIN=/path/to/it"


def find() -> str | None:
    """Return the path of a browser that runs, or None."""
    named = os.environ.get("BROWSER_BIN")
    candidates = [named] if named else [*map(shutil.which, NAMES), *PLACES]
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


def install() -> None:
    """Let the package manager install Chromium, where it is known and may be used without a password."""
    tool = next((name for name in INSTALLERS if shutil.which(name)), None)
    rights = privileges()
    if tool is None or rights is None:
        return
    print(f"browser: installing chromium with {tool}, about a minute", flush=True)
    for command in INSTALLERS[tool]:
        done = subprocess.run(
            [*rights, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
        if done.returncode:
            tail = done.stdout.decode("utf-8", "replace").splitlines()[-5:]
            print(f"browser: `{' '.join(command)}` failed:", *tail, sep="\n  ", file=sys.stderr)
            return


def privileges() -> list[str] | None:
    """Return what to put before a command to run it as root, or None where that is not to be had."""
    if os.geteuid() == 0:
        return []
    asks_nothing = ["sudo", "-n"]
    if shutil.which("sudo") and subprocess.run([*asks_nothing, "true"], capture_output=True).returncode == 0:
        return asks_nothing
    return None


def main() -> int:
    """Make sure of a browser and say which; without one say what to do."""
    path = find()
    if path is None and not os.environ.get("BROWSER_BIN"):
        install()
        path = find()
    if path is None:
        print(f"browser: {MISSING}", file=sys.stderr)
        return int(must_be_there())
    print(f"browser: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
