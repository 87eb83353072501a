"""The folder `python/` of the site: all that a page needs to open the live door by itself.

It holds Pyodide, three packs in the order in which they change (the standard library, pydantic, the course), the
calendar of holidays for the one question that needs it, the worker, and `contents.json`, which names what is there.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

from . import packing
from .bringing import KEPT, bring_pyodide, bring_wheels, node
from .errors import NotBrought
from .own_wheel import own_wheel
from .progress import Progress

FOLDER = "python"
DOOR = ("annotated-types", "typing-extensions", "typing-inspection", "pydantic", "pydantic-core")
"""What the live door needs besides the course, named as in requirements.lock."""

CALENDAR = ("holidays", "python-dateutil", "six")
"""What counting a deadline needs besides; 1.7 MB, so it is loaded with the first such question."""

RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
WORKER = Path(__file__).with_name("in_browser") / "worker.js"
PACK = Path(__file__).with_name("in_browser") / "pack.mjs"
_PACKING = Path(packing.__file__)
_ZIPPED = "/lib/python314.zip/"
_SITE_PACKAGES = "/lib/python3.14/site-packages/"


def build(root: Path, pages: Path) -> Path:
    """Write the folder into the site `pages` and return it; what has not changed is left alone.

    Raises:
        NotBrought: something is not to be had; a folder of an earlier build is then removed, since it would answer
            for sources that are no longer these.
    """
    target = pages / FOLDER
    began = time.monotonic()
    try:
        pyodide = bring_pyodide(root)
        packs = _packs(root, pyodide)
    except NotBrought:
        shutil.rmtree(target, ignore_errors=True)
        raise
    files = {name: pyodide / name for name in RUNTIME} | packs | {WORKER.name: WORKER}
    changed = place(target, files)
    contents = json.dumps(_contents(files, runtime_info(pyodide)), indent=1, sort_keys=True) + "\n"
    (target / "contents.json").write_text(contents, "utf-8")
    if changed:
        Progress("python").done(f"in the page, built in {time.monotonic() - began:.1f} s")
    return target


def runtime_info(pyodide: Path) -> dict[str, str]:
    """What Pyodide says of itself: its Python, its platform."""
    info: dict[str, str] = json.loads((pyodide / "pyodide-lock.json").read_text("utf-8"))["info"]
    return info


def _packs(root: Path, pyodide: Path) -> dict[str, Path]:
    """The packs by the names they have in the site, made where one is missing."""
    wheels = bring_wheels(root, (*DOOR, *CALENDAR))
    kept = root / KEPT
    jobs = [
        _job("core.zip", [pyodide / "python_stdlib.zip"], packing.STANDARD_LIBRARY, _ZIPPED, 2),
        _job("door.zip", [wheels[name] for name in DOOR], packing.WHEELS, _SITE_PACKAGES, 0),
        _job("calendar.zip", [wheels[name] for name in CALENDAR], packing.WHEELS, _SITE_PACKAGES, 0),
        _job("course.zip", [own_wheel(root)], packing.WHEELS, _SITE_PACKAGES, 0),
    ]
    packs = {name: kept / f"{name.removesuffix('.zip')}-{digest}.zip" for name, digest, _ in jobs}
    due = [(packs[name], job) for name, _, job in jobs if not packs[name].exists()]
    if due:
        Progress("python").at("compiling", phase="compiling what the browser runs")
        _compile(pyodide, root, due)
    return packs


def place(target: Path, files: dict[str, Path]) -> bool:
    """Make `target` hold these files and no others beside folders; say whether anything had to be done."""
    target.mkdir(parents=True, exist_ok=True)
    changed = False
    for name, source in files.items():
        there = target / name
        if not there.exists() or there.stat().st_mtime_ns != source.stat().st_mtime_ns:
            shutil.copy2(source, there)
            changed = True
    return changed


def _job(
    name: str, sources: list[Path], leave_out: tuple[str, ...], home: str, optimize: int
) -> tuple[str, str, dict[str, Any]]:
    """A pack's name, a digest of all that decides its bytes, and what `packing.pack` is told."""
    whole = sha256(_PACKING.read_bytes())
    for source in sources:
        whole.update(source.name.encode() + b"\0" + source.read_bytes())
    job = {"sources": sources, "leave_out": leave_out, "home": home, "optimize": optimize}
    return name, whole.hexdigest()[:12], job


def _compile(pyodide: Path, root: Path, due: list[tuple[Path, dict[str, Any]]]) -> None:
    written = [(path, path.with_suffix(".part")) for path, _ in due]
    jobs = [
        {
            **job,
            "target": str(part.relative_to(root)),
            "sources": [str(path.relative_to(root)) for path in job["sources"]],
        }
        for (_, part), (_, job) in zip(written, due, strict=True)
    ]
    command = [*node(), str(PACK), str(pyodide), str(root), str(_PACKING), json.dumps(jobs)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode:
        raise NotBrought(f"Pyodide compiled nothing: {done.stderr.decode('utf-8', 'replace').strip()[-300:]}")
    for path, part in written:
        part.replace(path)


def _contents(files: dict[str, Path], info: dict[str, str]) -> dict[str, Any]:
    """The version of the whole, the size of each file, and what Pyodide says of itself in place of a lock."""
    whole = sha256()
    for name in sorted(files):
        whole.update(name.encode() + b"\0" + files[name].read_bytes())
    return {
        "version": whole.hexdigest()[:12],
        "sizes": {name: path.stat().st_size for name, path in files.items()},
        "info": info,
    }
