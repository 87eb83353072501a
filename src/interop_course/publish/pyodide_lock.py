"""Write the list of packages that Pyodide loads by name: for a folder of wheels, and for nothing else.

Pyodide's own list names 350 packages that the site does not hold, and would look for them elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from email.parser import Parser
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

IN_BROWSER = {
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_system": "Emscripten",
    "python_full_version": "3.14.2",
    "python_version": "3.14",
    "sys_platform": "emscripten",
    "extra": "",
}
"""What the markers of a requirement are asked about."""


def pyodide_lock(wheels: Iterable[Path], info: dict[str, str], imports: dict[str, list[str]] | None = None) -> str:
    """Return the text of a `pyodide-lock.json`.

    Args:
        wheels: the files; a dependency that is not among them is left out.
        info: what Pyodide says of itself in its own list.
        imports: the modules of packages whose name is not that of their module.
    """
    described = {name: (path, metadata) for path in wheels for name, metadata in [_metadata(path)]}
    packages = {
        name: _entry(name, path, metadata, set(described), imports or {})
        for name, (path, metadata) in sorted(described.items())
    }
    return json.dumps({"info": info, "packages": packages}, indent=1, sort_keys=True) + "\n"


def _entry(name: str, path: Path, metadata: Any, there: set[str], imports: dict[str, list[str]]) -> dict[str, Any]:
    needed = (Requirement(text) for text in metadata.get_all("Requires-Dist") or ())
    wanted = {canonicalize_name(one.name) for one in needed if one.marker is None or one.marker.evaluate(IN_BROWSER)}
    return {
        "depends": sorted(wanted & there - {name}),
        "file_name": path.name,
        "imports": imports.get(name, [name.replace("-", "_")]),
        "install_dir": "site",
        "name": name,
        "package_type": "package",
        "sha256": sha256(path.read_bytes()).hexdigest(),
        "unvendored_tests": False,
        "version": str(metadata["Version"]),
    }


def _metadata(path: Path) -> tuple[str, Any]:
    with ZipFile(path) as wheel:
        [name] = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA") and name.count("/") == 1]
        metadata = Parser().parsestr(wheel.read(name).decode("utf-8"), headersonly=True)
    return canonicalize_name(str(metadata["Name"])), metadata
