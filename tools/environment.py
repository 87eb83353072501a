"""Build .venv from requirements.lock; `make setup` runs this with the Python that PYTHON= names.

Needs nothing but Python itself, and is written so that a Python too old for the course still gets
as far as saying so. Run again it goes on where it stopped. The Makefile decides when it is due.
"""

import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
OLDEST = (3, 11)
THIS = "{}.{}".format(*sys.version_info[:2])
# JupyterLab would ask its makers' site for news; the course asks nobody for anything.
ANNOUNCEMENTS = "@jupyterlab/apputils-extension:announcements"


class SetupError(Exception):
    """The environment cannot be built; the message says what to do."""


def main() -> int:
    """Build the environment; 0 when it is ready, 1 with one clear sentence when it cannot be."""
    try:
        check_python()
        python = make_venv()
        install(python)
    except SetupError as error:
        print(f"setup: {error}", file=sys.stderr)
        return 1
    (VENV / ".ready").touch()
    return 0


def check_python() -> None:
    """Refuse a Python that is too old or lacks the parts that make environments."""
    if sys.version_info < OLDEST:
        raise SetupError(
            f"the course needs Python 3.11 or newer, and {sys.executable} is {THIS}. "
            "Install a newer one and name it, for example: make setup PYTHON=python3.12"
        )
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        raise SetupError(
            f"this Python lacks venv or ensurepip; on Debian and Ubuntu: apt-get install python{THIS}-venv"
        ) from None


def make_venv() -> pathlib.Path:
    """Return the environment's Python; make the environment unless a working one of this version is there."""
    python = VENV / "bin" / "python"
    if not python.exists() or version_of(python) != THIS:
        import venv

        print(f"setup: making .venv with Python {THIS}", flush=True)
        venv.create(str(VENV), with_pip=True, clear=True)
    return python


def version_of(python: pathlib.Path) -> str:
    """Return "3.11" and the like, or nothing when this Python does not run."""
    ask = "import pip, sys; print('{}.{}'.format(*sys.version_info[:2]))"
    try:
        done = subprocess.run([str(python), "-c", ask], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError:
        return ""
    return done.stdout.decode().strip()


def install(python: pathlib.Path) -> None:
    """Install what the lock names, each file checked against its hash, then the course itself."""
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    total = len(re.findall(r"^\S+==", LOCK.read_text(encoding="utf-8"), re.MULTILINE))
    # The lock is complete, so pip has nothing to work out; bytecode is written when it is first needed.
    locked = [*pip, "install", "--require-hashes", "--no-deps", "--no-compile", "-r", str(LOCK)]
    follow(locked, total)
    follow([*pip, "install", "--no-deps", "--no-build-isolation", "--no-compile", "-e", str(ROOT)], 0)
    follow([str(python), "-m", "jupyter", "labextension", "disable", "--level=sys_prefix", ANNOUNCEMENTS], 0)


def follow(command: list, total: int) -> None:
    """Run a command and show how far it is; on failure show how it ended."""
    lines, seen, shown = [], 0, time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=str(ROOT)) as run:
        for raw in run.stdout:
            line = raw.decode("utf-8", "replace").rstrip()
            lines.append(line)
            if line.startswith(("Collecting ", "Requirement already satisfied: ", "Ignoring ")):
                seen += 1
                if sys.stdout.isatty() or time.monotonic() - shown > 5:
                    shown = time.monotonic()
                    say(f"setup: package {seen} of {total}")
            elif line.startswith("Installing collected packages"):
                say("setup: installing " + ("the packages, about half a minute" if total else "the course"))
    if sys.stdout.isatty():
        print("\r\x1b[K", end="", flush=True)
    if run.returncode:
        print("\n".join(lines[-15:]), file=sys.stderr)
        raise SetupError("installing stopped; the lines above say why. Run make again: it goes on from here")


def say(text: str) -> None:
    """Show where we are: in place on a terminal, as a line of its own elsewhere."""
    start, end = ("\r\x1b[K", "") if sys.stdout.isatty() else ("", "\n")
    print(start + text, end=end, flush=True)


if __name__ == "__main__":
    sys.exit(main())
