"""What `interop-course lessons` does: run the lessons and store them, or check the stored ones.

Both print what they find and return an exit status: 0 when all is well, 1 when something is to be put
right, 2 when there is no such lesson.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import ValidationError as NotebookValidationError

from .checkout import LESSONS, find_checkout
from .errors import LessonFailed, PublishError
from .hygiene import Departure, departures
from .normal_form import Notebook, normalise, to_text
from .progress import Progress

_SECONDS_A_CELL = 120


def refresh(paths: Sequence[str | Path] = ()) -> int:
    """Run each lesson with a fresh kernel and store it. A lesson that raises stays as it was.

    Args:
        paths: notebooks; all of ``notebooks/`` when there are none.
    """
    progress = Progress("lessons")
    changed, faults = 0, 0
    try:
        lessons = _lessons(paths)
        for number, path in enumerate(lessons, 1):
            progress.at(f"{number} of {len(lessons)}, {path.name}", phase=path.name)
            try:
                text = to_text(execute(path))
            except LessonFailed as error:
                progress.clear()
                print(error, file=sys.stderr)
                faults += 1
                continue
            if text != path.read_text(encoding="utf-8"):
                _write(path, text)
                changed += 1
    except PublishError as error:
        return _refuse(error)
    progress.done(f"{len(lessons)} run, {changed} stored anew, {faults} failed")
    return check(lessons) or (1 if faults else 0)


def check(paths: Sequence[str | Path] = ()) -> int:
    """Print every departure of the stored lessons.

    Args:
        paths: notebooks; all of ``notebooks/`` when there are none.
    """
    try:
        found = [departure for path in _lessons(paths) for departure in inspect(path)]
    except PublishError as error:
        return _refuse(error)
    for departure in found:
        print(departure)
    return 1 if found else 0


def inspect(path: Path) -> tuple[Departure, ...]:
    """Return the departures of one stored lesson."""
    try:
        # The bytes as they are: line ends are part of the form.
        text = path.read_bytes().decode("utf-8")
        notebook = json.loads(text)
        if not isinstance(notebook, dict):
            raise ValueError("its JSON is no object")
        nbformat.validate(notebook)
    except (ValueError, NotebookValidationError) as error:
        why = str(error).splitlines()[0]
        return (Departure(path.name, None, f"not a notebook ({why})", "Take it from the last good version"),)
    return departures(path.name, text, notebook)


def execute(path: Path) -> Notebook:
    """Run a lesson in a fresh kernel of this environment and return it in normal form.

    Raises:
        LessonFailed: a cell raised, or took longer than two minutes.
    """
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook,
        timeout=_SECONDS_A_CELL,
        kernel_name="python3",
        # The kernel warns that it speaks over loopback; that is what is wanted.
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(path.parent)}},
        store_widget_state=False,
    )
    try:
        client.execute()
    except (CellExecutionError, TimeoutError) as error:
        raise LessonFailed(path.name, _failed_cell(notebook), str(error).strip()) from None
    return normalise(notebook)


def _failed_cell(notebook: Notebook) -> int:
    """The first cell with an error; without one, the first that did not get to its end."""
    code = [(number, cell) for number, cell in enumerate(notebook["cells"], 1) if cell["cell_type"] == "code"]
    raised = (n for n, cell in code if any(output["output_type"] == "error" for output in cell["outputs"]))
    unfinished = (n for n, cell in code if cell["execution_count"] is None)
    return next(raised, next(unfinished, 0))


def _lessons(paths: Iterable[str | Path]) -> list[Path]:
    named = [Path(path) for path in paths]
    for path in named:
        if not path.is_file():
            raise PublishError(f"there is no lesson {path}")
    return named or sorted((find_checkout() / LESSONS).glob("*.ipynb"))


def _write(path: Path, text: str) -> None:
    """Replace the file at one stroke, so that a stop in between loses nothing."""
    new = path.with_suffix(".new")
    new.write_text(text, encoding="utf-8", newline="\n")
    os.replace(new, path)


def _refuse(error: PublishError) -> int:
    print(f"lessons: {error}", file=sys.stderr)
    return 2
