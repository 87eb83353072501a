"""Running the lessons and storing them; what the two commands print and return."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from interop_course.publish import lessons
from interop_course.publish.errors import LessonFailed
from interop_course.publish.normal_form import Notebook, to_text

GOOD = ["# A lesson", "from interop_course import cite", "cite('faq@11').page", "assert cite('faq@11').page == 11"]


def store(folder: Path, name: str, sources: list[str]) -> Path:
    """A lesson as Jupyter would save it before it was ever run."""
    cells: list[Notebook] = [{"cell_type": "markdown", "id": "a0", "metadata": {}, "source": sources[0]}]
    for number, source in enumerate(sources[1:]):
        cells.append(
            {
                "cell_type": "code",
                "id": f"c{number}",
                "execution_count": None,
                "metadata": {"collapsed": False},
                "outputs": [],
                "source": source,
            }
        )
    path = folder / name
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), "utf-8")
    return path


def test_a_lesson_is_run_stored_and_then_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = store(tmp_path, "good.ipynb", GOOD)
    assert lessons.check([path]) == 1
    assert lessons.refresh([path]) == 0
    assert "1 run, 1 stored anew, 0 failed" in capsys.readouterr().out
    stored = path.read_bytes()
    notebook = json.loads(stored)
    assert stored.decode() == to_text(notebook)
    assert [cell.get("execution_count") for cell in notebook["cells"]] == [None, 1, 2, 3]
    assert notebook["cells"][2]["outputs"][0]["data"] == {"text/plain": ["11"]}

    assert lessons.refresh([path]) == 0
    assert "1 run, 0 stored anew, 0 failed" in capsys.readouterr().out
    assert path.read_bytes() == stored
    assert lessons.check([path]) == 0
    assert capsys.readouterr().out == ""
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_lesson_that_raises_stays_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = store(tmp_path, "bad.ipynb", [*GOOD, "assert cite('faq@11').page == 12"])
    before = path.read_bytes()
    assert lessons.refresh([path]) == 1
    told = capsys.readouterr()
    assert "bad.ipynb, cell 5:" in told.err
    assert "AssertionError" in told.err
    assert path.read_bytes() == before
    with pytest.raises(LessonFailed) as caught:
        lessons.execute(path)
    assert (caught.value.lesson, caught.value.cell) == ("bad.ipynb", 5)


def test_a_departure_is_printed_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = store(tmp_path, "long.ipynb", [*GOOD, "a = 1\n" * 7])
    assert lessons.refresh([path]) == 1
    assert "long.ipynb, cell 5: 7 lines of code. Keep a cell to 6" in capsys.readouterr().out


def test_a_lesson_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lessons.check([tmp_path / "none.ipynb"]) == 2
    assert lessons.refresh([tmp_path / "none.ipynb"]) == 2
    assert capsys.readouterr().err.count("none.ipynb") == 2


def test_outside_a_checkout_there_are_no_lessons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert lessons.check() == 2
    assert "not inside a checkout" in capsys.readouterr().err


def nbval(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "--nbval", "-q", "-c", os.devnull, "--rootdir", str(path.parent)]
    return subprocess.run([*command, str(path)], cwd=path.parent, capture_output=True, text=True)


def test_nbval_notices_one_changed_digit_of_a_stored_output(tmp_path: Path) -> None:
    path = store(tmp_path, "good.ipynb", GOOD)
    assert lessons.refresh([path]) == 0
    assert nbval(path).returncode == 0
    path.write_text(path.read_text("utf-8").replace('"11"', '"12"'), "utf-8")
    done = nbval(path)
    assert done.returncode == 1
    assert "1 failed" in done.stdout
