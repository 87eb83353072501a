"""The one form in which a lesson is stored, so that a diff shows what changed and nothing else.

Execution counts run 1, 2, 3 …, cell ids are ``cell-01``, ``cell-02`` …, code is folded on a page, and there
are no times, no kernel versions, no widget views or states. What is left of an output is what a reader sees and nbval
compares. A notebook here is the plain JSON value of nbformat 4.5.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

Notebook = dict[str, Any]

METADATA: Notebook = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
# Most readers know no Python: a page folds the code away behind a line that opens it.
_FOLDED = "hide-input"
_LIVE_VIEWS = "application/vnd.jupyter.widget"


def normalise(notebook: Notebook) -> Notebook:
    """Return the notebook in normal form. Idempotent; the argument is left as it is."""
    cells, count = [], 0
    for number, cell in enumerate(notebook["cells"], 1):
        count += cell["cell_type"] == "code"
        cells.append(_cell(cell, number, count))
    return {"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}


def to_text(notebook: Notebook) -> str:
    """Return the text of the file, laid out as Jupyter saves it, with a newline at the end."""
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True, separators=(",", ": ")) + "\n"


def joined(text: str | Iterable[str]) -> str:
    """Return a text of nbformat, stored whole or as a list of lines, as one string."""
    return text if isinstance(text, str) else "".join(text)


def _cell(cell: Notebook, number: int, count: int) -> Notebook:
    tags = sorted({*cell.get("metadata", {}).get("tags", []), *([_FOLDED] if cell["cell_type"] == "code" else [])})
    plain: Notebook = {
        "cell_type": cell["cell_type"],
        "id": f"cell-{number:02d}",
        "metadata": {"tags": tags} if tags else {},
        "source": _lines(joined(cell["source"]).strip("\n")),
    }
    if cell["cell_type"] == "code":
        plain |= {"execution_count": count, "outputs": _outputs(cell["outputs"], count)}
    return plain


def _outputs(outputs: Iterable[Notebook], count: int) -> list[Notebook]:
    plain: list[Notebook] = []
    for output in outputs:
        if output["output_type"] == "stream":
            _add_stream(plain, output["name"], joined(output["text"]))
        elif output["output_type"] == "error":
            plain.append(dict(output))
        else:
            plain.append(_display(output, count))
    return plain


def _add_stream(plain: list[Notebook], name: str, text: str) -> None:
    """A kernel sends a stream in pieces of any size; as stored it is one."""
    last = plain[-1] if plain else {}
    if last.get("name") == name:
        text = joined(last["text"]) + text
        plain.pop()
    plain.append({"name": name, "output_type": "stream", "text": _lines(text)})


def _display(output: Notebook, count: int) -> Notebook:
    data = {kind: _value(kind, value) for kind, value in output["data"].items() if _LIVE_VIEWS not in kind}
    plain: Notebook = {"data": data, "metadata": {}, "output_type": output["output_type"]}
    if output["output_type"] == "execute_result":
        plain["execution_count"] = count
    return plain


def _value(kind: str, value: Any) -> Any:
    return value if kind.endswith("json") else _lines(joined(value))


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
