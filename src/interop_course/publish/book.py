"""Build the book: plain ``jupyter-book build . --toc book/_toc.yml``, warnings counted as errors.

The build is incremental: pages whose source has not changed are left alone. Sphinx shows a warning only
when it reads the page anew, so after a failed build its memory is dropped; otherwise a second try would
pass in silence.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sysconfig
import time
from pathlib import Path

from .checkout import PAGES, TOC
from .errors import BuildFailed
from .progress import Progress

_STEP = re.compile(r"(?P<what>reading|writing) \w+\.\.\. *\[ *(?P<percent>\d+%)\] *(?P<page>\S+)")
_COMPLAINT = re.compile(r"\b(?:WARNING|ERROR|CRITICAL):")
_COLOUR = re.compile(r"\x1b\[[\d;]*m")
_LAST_LINES = 12
# Jupyter Book's own redirect has no title, no language and no icon, for which every browser then asks in vain.
_FRONT_DOOR = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=book/index.html">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="_static/favicon.svg">
<title>IDENT/IAFIS interoperability, step by step</title>
</head>
<body><main><h1>The course</h1><p><a href="book/index.html">Go to the first page</a></p></main></body>
</html>
"""


LAB = "INTEROP_COURSE_LAB"
"""Set for the extension when the site will have a lab to link to."""


def build(root: Path, *, output: Path | None = None, lab: bool = False) -> Path:
    """Build the book and return the folder of its pages.

    Args:
        root: the checkout.
        output: where to put ``_build``; by default the checkout.
        lab: let each lesson link to itself as a notebook under ``lab/``.

    Raises:
        BuildFailed: jupyter-book stopped or warned; the error lists what it said.
    """
    output = output or root
    progress = Progress("book")
    began = time.monotonic()
    said: list[str] = []
    with _jupyter_book(root, output, lab) as run:
        assert run.stdout is not None
        for line in run.stdout:
            said.append(_COLOUR.sub("", line).rstrip().replace(f"{root}{os.sep}", ""))
            if step := _STEP.search(said[-1]):
                progress.at(" ".join(step.groups()), phase=f"{step['what']} pages")
    progress.clear()
    if run.returncode:
        shutil.rmtree(output / "_build" / ".doctrees", ignore_errors=True)
        complaints = tuple(line for line in said if _COMPLAINT.search(line))
        raise BuildFailed(complaints or tuple(said[-_LAST_LINES:]))
    pages = output / PAGES
    Path(pages, "index.html").write_text(_FRONT_DOOR, encoding="utf-8")
    progress.done(f"built in {time.monotonic() - began:.1f} s: {os.path.relpath(pages)}")
    return pages


def _jupyter_book(root: Path, output: Path, lab: bool) -> subprocess.Popen[str]:
    tool = shutil.which("jupyter-book", path=sysconfig.get_path("scripts")) or "jupyter-book"
    command = [tool, "build", ".", "--toc", TOC.as_posix(), "-W", "--keep-going"]
    if output != root:
        command += ["--path-output", str(output)]
    return subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, "PYTHONUNBUFFERED": "1", LAB: "yes" if lab else ""},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
