"""What a lesson may not hold, and what it must: every departure with its cell and what to do about it.

A lesson's code cells are short, import only from the course, in one line, and define nothing; each lesson
claims something by an ``assert`` that could fail; what shows something has its output stored; and nothing
switches nbval's comparison off.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .normal_form import Notebook, joined, normalise, to_text

MOST_LINES = 6
COURSE = "interop_course"
# How the book shows a cell. Any other tag could switch a check off.
TAGS = frozenset({"hide-input", "hide-output", "remove-input"})

_ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b", re.IGNORECASE)
_NBVAL = re.compile(r"#\s*(NBVAL|PYTEST_VALIDATE)_", re.IGNORECASE)
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_NAMINGS = (ast.Assign, ast.AnnAssign, ast.NamedExpr)


@dataclass(frozen=True)
class Departure:
    """One thing to put right. `cell` counts from 1; None means the lesson as a whole."""

    lesson: str
    cell: int | None
    what: str
    do: str

    def __str__(self) -> str:
        where = self.lesson if self.cell is None else f"{self.lesson}, cell {self.cell}"
        return f"{where}: {self.what}. {self.do}."


@dataclass(frozen=True)
class _CodeCell:
    number: int
    source: str
    tree: ast.Module
    outputs: list[Notebook]


_Finding = tuple[int | None, str, str]


def departures(lesson: str, text: str, notebook: Notebook) -> tuple[Departure, ...]:
    """Return every departure of a lesson, in the order of its cells.

    Args:
        lesson: the name to report, for example ``start.ipynb``.
        text: the file as stored.
        notebook: the value of that text.
    """
    cells, found = [], list(_form(text, notebook))
    for number, cell in enumerate(notebook["cells"], 1):
        found += ((number, *finding) for finding in _any_cell(cell))
        if cell["cell_type"] != "code":
            continue
        source = joined(cell["source"])
        try:
            code = _CodeCell(number, source, ast.parse(source), cell["outputs"])
        except SyntaxError as error:
            found.append((number, f"not plain Python ({error.msg})", "Use no magics and no shell lines"))
            continue
        cells.append(code)
        found += ((number, *finding) for check in _CHECKS for finding in check(code))
    found += _imports(cells)
    if not any(isinstance(node, ast.Assert) for code in cells for node in ast.walk(code.tree)):
        found.append((None, "no assert", "State the lesson's claim as an assert"))
    found.sort(key=lambda finding: finding[0] or 0)
    return tuple(Departure(lesson, *finding) for finding in found)


def _form(text: str, notebook: Notebook) -> Iterator[_Finding]:
    plain = normalise(notebook)
    if text == to_text(plain):
        return
    todo = "Run `make lessons`"
    whole = True
    for number, (stored, wanted) in enumerate(zip(notebook["cells"], plain["cells"], strict=True), 1):
        parts = sorted(key for key in stored.keys() | wanted.keys() if stored.get(key) != wanted.get(key))
        if parts:
            whole = False
            yield number, f"not in normal form ({', '.join(parts)})", todo
    if whole:
        yield None, "not in normal form (metadata or layout of the file)", todo


def _any_cell(cell: Notebook) -> Iterator[tuple[str, str]]:
    if not joined(cell["source"]).strip():
        yield "an empty cell", "Fill it or remove it"
    for tag in sorted(set(cell["metadata"].get("tags", ())) - TAGS):
        yield f"the tag {tag!r}", f"Keep to {', '.join(sorted(TAGS))}"
    if "attachments" in cell:
        yield "an attached file", "Draw it from code instead"


def _size(cell: _CodeCell) -> Iterator[tuple[str, str]]:
    if (lines := len(cell.source.strip("\n").splitlines())) > MOST_LINES:
        yield f"{lines} lines of code", f"Keep a cell to {MOST_LINES}; the package takes the rest"
    if _NBVAL.search(cell.source):
        yield "a comment that switches nbval off", "Make the output the same on every run instead"


def _names(cell: _CodeCell) -> Iterator[tuple[str, str]]:
    for node in ast.walk(cell.tree):
        if isinstance(node, _DEFINITIONS):
            yield f"defines {node.name}", "Lessons define nothing; put it in the package"
        elif isinstance(node, _NAMINGS) and isinstance(node.value, ast.Lambda):
            yield "names a lambda", "Lessons define nothing; put it in the package"


def _asserts(cell: _CodeCell) -> Iterator[tuple[str, str]]:
    for node in ast.walk(cell.tree):
        if isinstance(node, ast.Assert) and _cannot_fail(node.test):
            yield f"`{ast.unparse(node)}` cannot fail", "Claim something that could be wrong"


def _cannot_fail(test: ast.expr) -> bool:
    if isinstance(test, ast.Compare):
        sides = (test.left, *test.comparators)
        return len({ast.dump(side) for side in sides}) == 1 or all(isinstance(s, ast.Constant) for s in sides)
    return isinstance(test, ast.Constant) or (isinstance(test, ast.Tuple) and bool(test.elts))


def _shown(cell: _CodeCell) -> Iterator[tuple[str, str]]:
    last = cell.tree.body[-1] if cell.tree.body else None
    shows = isinstance(last, ast.Expr) and not cell.source.rstrip().endswith(";")
    if shows and not cell.outputs:
        yield "shows something, but no output is stored", "Run `make lessons`"
    for output in cell.outputs:
        if output["output_type"] == "error":
            yield f"the output is an error ({output['ename']})", "Mend the cell, then run `make lessons`"
        elif output.get("name") == "stderr":
            yield "the cell writes to stderr", "Mend what it warns of"
        elif _ADDRESS.search(_output_text(output)):
            yield "a memory address in the output", "Give the shown object a repr of its own"


def _output_text(output: Notebook) -> str:
    if output["output_type"] == "stream":
        return joined(output["text"])
    return "\n".join(joined(value) for value in output["data"].values() if isinstance(value, str | list))


_CHECKS = (_size, _names, _asserts, _shown)


def _imports(cells: list[_CodeCell]) -> Iterator[_Finding]:
    imports = [
        (cell.number, node)
        for cell in cells
        for node in ast.walk(cell.tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    for number, node in imports:
        if not (isinstance(node, ast.ImportFrom) and node.module == COURSE and node.level == 0):
            yield number, f"`{ast.unparse(node)}`", f"Import names from {COURSE} only"
    for number, _ in imports[1:]:
        yield number, "a further import", "One import line a lesson, in its first code cell"
    if not imports:
        yield None, "no import", f"Begin with one line `from {COURSE} import …`"
