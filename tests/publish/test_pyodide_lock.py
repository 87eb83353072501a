"""The list of packages for Pyodide names what is there, and nothing else."""

import json
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from interop_course.publish import lite
from interop_course.publish.pyodide_lock import pyodide_lock


def wheel(folder: Path, name: str, *needs: str) -> Path:
    path = folder / f"{name}-1.0-py3-none-any.whl"
    lines = [f"Name: {name}", "Version: 1.0", *(f"Requires-Dist: {need}" for need in needs)]
    with ZipFile(path, "w") as opened:
        opened.writestr(f"{name}-1.0.dist-info/METADATA", "\n".join(lines) + "\n\nA text.\nName: other\n")
    return path


def test_dependencies_are_those_of_the_browser_and_of_the_folder(tmp_path: Path) -> None:
    needs = ("b-c>=1", "gone", "unix; sys_platform == 'linux'", "web; sys_platform == 'emscripten'", "x; extra == 'y'")
    wheels = [wheel(tmp_path, "a", *needs), *(wheel(tmp_path, name) for name in ("b_c", "unix", "web", "x"))]
    lock = json.loads(pyodide_lock(wheels, {"python": "3.14"}, {"b-c": ["bc"]}))
    assert lock["info"] == {"python": "3.14"}
    assert sorted(lock["packages"]) == ["a", "b-c", "unix", "web", "x"]
    assert lock["packages"]["a"]["depends"] == ["b-c", "web"]
    assert lock["packages"]["b-c"]["imports"] == ["bc"]
    assert lock["packages"]["a"]["sha256"] == sha256(wheels[0].read_bytes()).hexdigest()


def test_a_lesson_for_the_lab_has_its_kernel_and_citations_as_words() -> None:
    text = ["See [FAQ, p. 9](../book/packet.md#faq), [step 5](step-5-answer.ipynb) and [here](#here).\n"]
    shown = {"output_type": "display_data", "data": {"text/html": ["<p>\n", "a"], "x/y": [1]}}
    printed = {"output_type": "stream", "text": ["one\n", "two\n"]}
    code = {"cell_type": "code", "source": ["[a](../book/b.md)"], "outputs": [shown, printed]}
    notebook = {"cells": [{"cell_type": "markdown", "source": text}, code], "metadata": {"kernelspec": {"name": "x"}}}
    copy = lite.for_lab(notebook)
    assert copy["cells"][0]["source"] == "See FAQ, p. 9, step 5 and [here](#here).\n"
    whole = [{**shown, "data": {"text/html": "<p>\na", "x/y": [1]}}, {**printed, "text": "one\ntwo\n"}]
    assert copy["cells"][1] == {**code, "outputs": whole}
    assert copy["metadata"]["kernelspec"]["name"] == "python"
    assert notebook["metadata"]["kernelspec"]["name"] == "x"


def test_the_lab_looks_for_packages_nowhere_else() -> None:
    [(_, kernel)] = lite.settings()["jupyter-config-data"]["litePluginSettings"].items()
    assert kernel["disablePyPIFallback"] is True
    assert kernel["pipliteUrls"] == []
    assert "://" not in json.dumps(lite.settings())
