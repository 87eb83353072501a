"""JupyterLite under `lab/` of the site: the lessons as notebooks, with a kernel in the browser and no server.

It loads the same Pyodide and the same wheels as the pages, from `python/`, and asks no other origin: no package index,
no extension list. `jupyter lite build` writes it; what it needs is written into a folder of its own first.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sysconfig
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .bringing import KEPT, bring_pyodide, bring_wheels
from .checkout import LESSONS
from .errors import BuildFailed, NotBrought
from .in_page import CALENDAR, DOOR, FOLDER, place, runtime_info
from .own_wheel import own_wheel
from .progress import Progress
from .pyodide_lock import pyodide_lock

LAB = "lab"
WORKSHOP = Path("_build/lite")
WIDGETS = ("anywidget", "ipywidgets", "jupyterlab-widgets", "platformdirs", "psygnal")
KERNEL = (
    "asttokens", "comm", "executing", "ipython", "ipython-pygments-lexers", "matplotlib-inline", "packaging", "parso",
    "prompt-toolkit", "pure-eval", "pygments", "stack-data", "traitlets", "wcwidth",
)  # fmt: skip
"""What a notebook needs besides the door, named as in requirements.lock."""

SPARE = ("jedi", "micropip")
SPARE_LOCK = Path(__file__).with_name("in_browser") / "lab.lock"
STARTED_WITH = (
    "micropip",
    "piplite",
    "ipykernel",
    "comm",
    "pyodide-kernel",
    "jedi",
    "ipython",
    "ipywidgets",
    "anywidget",
    "interop-course",
)
"""What the kernel loads at its start; naming all of it keeps it from looking for any of it elsewhere."""

_MODULES = {
    "interop-course": ["interop_course"],
    "ipython": ["IPython"],
    "python-dateutil": ["dateutil"],
    "jupyterlab-widgets": ["jupyterlab_widgets"],
}
_EXTENSION = "@jupyterlite/pyodide-kernel-extension"
_BUNDLED = ("ipykernel-6", "piplite-", "pyodide_kernel-", "widgetsnbextension-4")
# Where the lab starts, it covers this; where it does not, its page would be empty.
NEEDS = (
    '<p style="max-width: 40rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif">'
    "A notebook opens here in a moment. It needs a web server that sends .js files as text/javascript and .wasm files "
    "as application/wasm. START.html in the folder of the course says how to run one.</p>"
)
_BODY = re.compile(r"<body\b[^>]*>")
_LINK = re.compile(r"\[([^\]]*)\]\((?:\.\./book/|[\w-]+\.ipynb)[^)]*\)")


def build(root: Path, pages: Path) -> Path:
    """Write `lab/` into the site `pages` and return it. The folder `python/` must be there.

    Raises:
        NotBrought: a wheel or JupyterLite itself is not to be had.
        BuildFailed: `jupyter lite build` stopped.
    """
    began = time.monotonic()
    Progress("lab").at("building", phase="building JupyterLite, half a minute")
    pyodide = bring_pyodide(root)
    wheels = _wheels(root)
    lock = root / KEPT / "pyodide-lock.json"
    lock.write_text(pyodide_lock(wheels, runtime_info(pyodide), _MODULES), "utf-8")
    shared = {path.name: path for path in (*wheels, pyodide / "python_stdlib.zip", lock)}
    place(pages / FOLDER, shared)
    _jupyter_lite(_workshop(root), pages / LAB)
    Progress("lab").done(f"built in {time.monotonic() - began:.1f} s")
    return pages / LAB


def for_lab(notebook: dict[str, Any]) -> dict[str, Any]:
    """A lesson as the lab takes it: the kernel it has, and citations as words, since the book is not in its files."""
    cells = [_cell_for_lab(cell) for cell in notebook["cells"]]
    kernel = {"display_name": "Python (Pyodide)", "language": "python", "name": "python"}
    return {**notebook, "cells": cells, "metadata": {**notebook["metadata"], "kernelspec": kernel}}


def _cell_for_lab(cell: dict[str, Any]) -> dict[str, Any]:
    if cell["cell_type"] == "markdown":
        return {**cell, "source": _LINK.sub(r"\1", "".join(cell["source"]))}
    return {**cell, "outputs": [_as_one_text(output) for output in cell.get("outputs", ())]}


def _as_one_text(output: dict[str, Any]) -> dict[str, Any]:
    """An output whose texts are texts: between the lines of a list the lab puts commas."""
    whole = dict(output)
    if "text" in output:
        whole["text"] = "".join(output["text"])
    if "data" in output:
        data = output["data"].items()
        whole["data"] = {kind: "".join(value) if kind.startswith("text/") else value for kind, value in data}
    return whole


def settings() -> dict[str, Any]:
    """The `jupyter-lite.json` of the lab."""
    kernel = {
        "pyodideUrl": f"./../{FOLDER}/pyodide.mjs",
        "disablePyPIFallback": True,
        "pipliteUrls": [],
        "loadPyodideOptions": {
            "lockFileURL": f"../{FOLDER}/pyodide-lock.json",
            "packages": list(STARTED_WITH),
        },
    }
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "Interop course",
            "disabledExtensions": [
                "@jupyterlab/apputils-extension:announcements",
                "@jupyterlab/extensionmanager-extension",
            ],
            "litePluginSettings": {f"{_EXTENSION}:kernel": kernel},
        },
    }


def _wheels(root: Path) -> list[Path]:
    ours = bring_wheels(root, (*DOOR, *CALENDAR, *WIDGETS, *KERNEL))
    spare = bring_wheels(root, SPARE, SPARE_LOCK)
    bundled = _labextensions() / _EXTENSION / "static" / "pypi"
    kernel = [path for path in sorted(bundled.glob("*.whl")) if path.name.startswith(_BUNDLED)]
    if len(kernel) != len(_BUNDLED):
        raise NotBrought("jupyterlite-pyodide-kernel is not installed; `make setup` installs it")
    return [*ours.values(), *spare.values(), *kernel, own_wheel(root)]


def _labextensions() -> Path:
    return Path(sysconfig.get_path("data")) / "share" / "jupyter" / "labextensions"


def _workshop(root: Path) -> Path:
    """A folder with what `jupyter lite build` reads: the lessons and both settings. It begins empty each time, since
    the tool keeps notes there of what it has built, and would leave it out."""
    folder = root / WORKSHOP
    contents = folder / "contents"
    shutil.rmtree(folder, ignore_errors=True)
    contents.mkdir(parents=True)
    for path in sorted((root / LESSONS).glob("*.ipynb")):
        lesson = for_lab(json.loads(path.read_text("utf-8")))
        (contents / path.name).write_text(json.dumps(lesson, indent=1, ensure_ascii=False) + "\n", "utf-8")
    extensions = [_labextensions() / name for name in (_EXTENSION, "@jupyter-widgets/jupyterlab-manager", "anywidget")]
    own = {
        "LiteBuildConfig": {
            "apps": ["lab", "notebooks"],
            "contents": ["contents"],
            "federated_extensions": [str(path) for path in extensions],
            "ignore_sys_prefix": ["federated_extensions"],
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
        }
    }
    _write(folder / "jupyter_lite_config.json", own)
    _write(folder / "jupyter-lite.json", settings())
    return folder


def _write(path: Path, value: dict[str, Any]) -> None:
    path.write_text(json.dumps(value, indent=1) + "\n", "utf-8")


def _jupyter_lite(folder: Path, target: Path) -> None:
    tool = shutil.which("jupyter-lite", path=sysconfig.get_path("scripts"))
    if tool is None:
        raise NotBrought("jupyterlite-core is not installed; `make setup` installs it")
    shutil.rmtree(target, ignore_errors=True)
    done = subprocess.run(
        [tool, "build", "--lite-dir", str(folder), "--output-dir", str(target)],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1577836800"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        raise BuildFailed(tuple(_last_lines(done.stdout.decode("utf-8", "replace").splitlines())))
    for page in target.rglob("*.map"):
        page.unlink()
    for page in target.rglob("index.html"):
        page.write_text(_BODY.sub(rf"\g<0>{NEEDS}", page.read_text("utf-8"), count=1), "utf-8")


def _last_lines(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if line.strip()][-12:]
