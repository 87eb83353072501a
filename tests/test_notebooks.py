"""The stored lessons are in normal form and keep the rules, and each rule is shown to notice a planted fault."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from interop_course.publish.hygiene import departures
from interop_course.publish.lessons import inspect
from interop_course.publish.normal_form import Notebook, normalise, to_text

LESSONS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))

SHOWN = {"output_type": "execute_result", "execution_count": 2, "metadata": {}, "data": {"text/plain": ["17"]}}


def cell(source: str, *outputs: Any, kind: str = "code") -> Notebook:
    plain: Notebook = {"cell_type": kind, "metadata": {}, "source": source}
    return plain | ({"outputs": list(outputs), "execution_count": None} if kind == "code" else {})


def lesson() -> Notebook:
    """A lesson that keeps every rule."""
    cells = [
        cell("# A lesson", kind="markdown"),
        cell("from interop_course import cite"),
        cell("page = cite('faq@11').page\npage + 6", SHOWN),
        cell("assert page == 11"),
    ]
    return normalise({"cells": cells})


def found(notebook: Notebook, text: str | None = None) -> list[str]:
    return [str(departure) for departure in departures("a.ipynb", text or to_text(notebook), notebook)]


def test_there_are_lessons() -> None:
    assert len(LESSONS) >= 14


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_keeps_the_rules(path: Path) -> None:
    assert [str(departure) for departure in inspect(path)] == []


def test_a_good_lesson_is_left_alone() -> None:
    assert found(lesson()) == []


def changed(number: int, **parts: Any) -> Callable[[Notebook], None]:
    return lambda notebook: notebook["cells"][number - 1].update(parts)


def coded(source: str, *outputs: Any) -> Callable[[Notebook], None]:
    """A cell more, in normal form but for what it holds."""
    return lambda notebook: notebook.update(normalise({"cells": [*notebook["cells"], cell(source, *outputs)]}))


def without(number: int) -> Callable[[Notebook], None]:
    def remove(notebook: Notebook) -> None:
        cells = notebook["cells"][: number - 1] + notebook["cells"][number:]
        notebook.update(normalise({"cells": cells}))

    return remove


LIVE = {**SHOWN, "data": {"text/plain": ["17"], "application/vnd.jupyter.widget-view+json": {}}}
WARNING = {"output_type": "stream", "name": "stderr", "text": ["a warning\n"]}
ERROR = {"output_type": "error", "ename": "ValueError", "evalue": "", "traceback": []}
ADDRESS = {"output_type": "stream", "name": "stdout", "text": ["<Thing at 0x7f3a5c0b2d30>\n"]}

FAULTS: list[tuple[str, Callable[[Notebook], None], str]] = [
    ("count", changed(3, execution_count=7), "cell 3: not in normal form (execution_count)"),
    ("never run", changed(2, execution_count=None), "cell 2: not in normal form (execution_count)"),
    ("random id", changed(3, id="3f9a"), "cell 3: not in normal form (id)"),
    ("noise", changed(3, metadata={"scrolled": True}), "cell 3: not in normal form (metadata)"),
    ("view", changed(3, outputs=[LIVE]), "cell 3: not in normal form (outputs)"),
    ("kernel", lambda notebook: notebook.update(metadata={"widgets": {}}),
     "a.ipynb: not in normal form (metadata or layout"),
    ("output lost", changed(3, outputs=[]), "cell 3: shows something, but no output is stored"),
    ("long", coded("a = 1\n" * 7), "cell 5: 7 lines of code"),
    ("import", coded("import os"), "cell 5: `import os`. Import names from interop_course only"),
    ("import inside", coded("from interop_course.wire import read"), "Import names from interop_course only"),
    ("second import", coded("from interop_course import walk"), "cell 5: a further import"),
    ("no import", without(2), "a.ipynb: no import"),
    ("no assert", without(4), "a.ipynb: no assert"),
    ("function", coded("def f():\n    return 1"), "cell 5: defines f"),
    ("class", coded("class C:\n    pass"), "cell 5: defines C"),
    ("lambda", coded("f = lambda x: x"), "cell 5: names a lambda"),
    ("empty claim", coded("assert True"), "`assert True` cannot fail"),
    ("tuple claim", coded("assert (page == 12, 'always true')"), "cannot fail"),
    ("same on both sides", coded("assert page == page"), "cannot fail"),
    ("magic", coded("%time page"), "cell 5: not plain Python"),
    ("shell", coded("!ls"), "cell 5: not plain Python"),
    ("nbval off", coded("a = 1  # NBVAL_IGNORE_OUTPUT"), "cell 5: a comment that switches nbval off"),
    ("nbval off by tag", changed(3, metadata={"tags": ["nbval-skip"]}), "cell 3: the tag 'nbval-skip'"),
    ("may raise", changed(4, metadata={"tags": ["raises-exception"]}), "cell 4: the tag 'raises-exception'"),
    ("error", coded("a = 1", ERROR), "cell 5: the output is an error (ValueError)"),
    ("stderr", coded("a = 1", WARNING), "cell 5: the cell writes to stderr"),
    ("address", coded("a = 1", ADDRESS), "cell 5: a memory address in the output"),
    ("empty", coded(""), "cell 5: an empty cell"),
    ("attachment", changed(1, attachments={}), "cell 1: an attached file"),
]  # fmt: skip


@pytest.mark.parametrize(("plant", "finding"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_a_planted_fault_is_found(plant: Callable[[Notebook], None], finding: str) -> None:
    notebook = deepcopy(lesson())
    plant(notebook)
    assert any(finding in line for line in found(notebook)), found(notebook)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(lesson()),
        to_text(lesson()).rstrip("\n"),
        to_text(lesson()).replace("\n", "\r\n"),
    ],
    ids=["one line", "no newline at the end", "other line ends"],
)
def test_another_layout_of_the_file_is_found(text: str) -> None:
    assert found(json.loads(text), text) == [
        "a.ipynb: not in normal form (metadata or layout of the file). Run `make lessons`."
    ]


@pytest.mark.parametrize("text", ['{"cells": [', '{"cells": 3}', "[]", '"\\ud800"', ""])
def test_what_is_no_notebook_is_found(tmp_path: Path, text: str) -> None:
    broken = Path(tmp_path, "torn.ipynb")
    broken.write_text(text, encoding="utf-8")
    [departure] = inspect(broken)
    assert "torn.ipynb: not a notebook" in str(departure)
