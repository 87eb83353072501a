"""Every text of the project that a person reads, file by file, in pieces that belong together.

Prose is what a reader meets: lessons, pages, questions, data, docstrings, comments, strings of the front end. Stored
outputs of lessons are left out, since they are made from the sources that are read here.
"""

import ast
import io
import json
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("book", "notebooks", "src", "tests", "tools", "benchmarks", "docs")
KINDS = frozenset({".css", ".ebts", ".html", ".ipynb", ".js", ".json", ".md", ".py", ".txt", ".yml"})
NOT_PROSE = frozenset({"__pycache__", "allowed.txt"})

_BLANK = re.compile(r"\n\s*\n")


def files(root: Path) -> list[Path]:
    """The files of the project that hold text, in order."""
    found = [path for path in root.iterdir() if path.is_file()]
    for folder in FOLDERS:
        found += (root / folder).rglob("*")
    return sorted(path for path in found if path.suffix in KINDS and not NOT_PROSE.intersection(path.parts))


def pieces(path: Path) -> Iterator[str]:
    """The texts of one file; words of different pieces do not belong together."""
    text = path.read_bytes().decode("utf-8", "replace")
    if path.suffix == ".py":
        yield from _of_python(text)
    elif path.suffix == ".ipynb":
        yield from _of_notebook(text)
    elif path.suffix == ".json":
        yield from _strings(json.loads(text))
    else:
        yield from _BLANK.split(text)


def pages(root: Path) -> list[Path]:
    """The lessons and the pages of the book."""
    return sorted([*(root / "notebooks").glob("*.ipynb"), *(root / "book").glob("*.md")])


def markdown(page: Path) -> str:
    """The Markdown of a lesson, cell after cell, or of a page."""
    text = page.read_text(encoding="utf-8")
    if page.suffix != ".ipynb":
        return text
    cells = json.loads(text)["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def _of_notebook(text: str) -> Iterator[str]:
    for cell in json.loads(text)["cells"]:
        source = "".join(cell["source"])
        yield from _BLANK.split(source) if cell["cell_type"] == "markdown" else _of_python(source)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _of_python(source: str) -> Iterator[str]:
    """Strings, each with what is written beside it joined; f-strings with their fields left out; blocks of comments."""
    yield from _BLANK.split(_comments(source))
    parts: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            constants = [part for part in node.values if isinstance(part, ast.Constant)]
            parts.update(id(part) for part in constants)
            yield " ".join(str(part.value) for part in constants)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.value


def _comments(source: str) -> str:
    lines = dict.fromkeys(range(source.count("\n") + 2), "")
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            lines[token.start[0]] = token.string
    return "\n".join(lines.values())
