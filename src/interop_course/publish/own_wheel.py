"""Build the course's own wheel: the one that is installed anywhere else, and always the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from .errors import NotBrought

KEPT = Path("_build/wheel")
# Zip files know no time before 1980, and nobody needs to know when a wheel was built.
EPOCH = 1577836800
_SOURCES = ("pyproject.toml", "README.md", "LICENSE", "LICENSE-content")


def own_wheel(root: Path, kept: Path | None = None) -> Path:
    """Return the wheel of the checkout; it is built when a source has changed.

    Raises:
        NotBrought: hatchling could not build it.
    """
    folder = (kept or root / KEPT) / sources_digest(root)
    if not list(folder.glob("*.whl")):
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH)}
        done = subprocess.run(command, cwd=root, env=environment, stdin=subprocess.DEVNULL, capture_output=True)
        if done.returncode:
            raise NotBrought(f"hatchling built no wheel: {done.stderr.decode('utf-8', 'replace').strip()[-300:]}")
    [wheel] = folder.glob("*.whl")
    return wheel


def sources_digest(root: Path) -> str:
    """The first 12 hex digits of a hash over what goes into the wheel: names and bytes."""
    package = root / "src" / "interop_course"
    inside = (path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    whole = sha256()
    for path in sorted([*inside, *(root / name for name in _SOURCES)]):
        whole.update(f"{path.relative_to(root).as_posix()}\0{path.stat().st_size}\0".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()[:12]
