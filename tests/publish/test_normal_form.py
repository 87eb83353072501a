"""The normal form of a stored lesson: examples, and what must hold for any notebook."""

import json
from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from interop_course.publish.normal_form import joined, normalise, to_text

VIEW = "application/vnd.jupyter.widget-view+json"

texts = st.text(max_size=30)
as_stored = texts | texts.map(lambda text: text.splitlines(keepends=True))
streams = st.fixed_dictionaries(
    {"output_type": st.just("stream"), "name": st.sampled_from(["stdout", "stderr"]), "text": as_stored}
)
displays = st.fixed_dictionaries(
    {
        "output_type": st.sampled_from(["execute_result", "display_data"]),
        "execution_count": st.none() | st.integers(0, 99),
        "metadata": st.dictionaries(texts, texts, max_size=1),
        "data": st.dictionaries(st.sampled_from(["text/plain", "text/html", "image/svg+xml", VIEW]), as_stored),
    }
)
markdown = st.fixed_dictionaries(
    {"cell_type": st.just("markdown"), "metadata": st.just({"editable": True}), "source": as_stored}
)
code = st.fixed_dictionaries(
    {
        "cell_type": st.just("code"),
        "id": texts,
        "metadata": st.fixed_dictionaries(
            {}, optional={"tags": st.lists(texts, max_size=3), "scrolled": st.booleans()}
        ),
        "execution_count": st.none() | st.integers(0, 99),
        "outputs": st.lists(streams | displays, max_size=4),
        "source": as_stored,
    }
)
notebooks = st.fixed_dictionaries({"cells": st.lists(markdown | code, max_size=5), "metadata": st.just({"x": 1})})


@given(notebooks)
def test_normalising_is_idempotent_and_leaves_its_argument_alone(notebook: dict[str, Any]) -> None:
    before = deepcopy(notebook)
    plain = normalise(notebook)
    assert notebook == before
    assert normalise(plain) == plain
    assert json.loads(to_text(plain)) == plain


@given(notebooks)
def test_nothing_a_reader_sees_is_lost(notebook: dict[str, Any]) -> None:
    for before, after in zip(notebook["cells"], normalise(notebook)["cells"], strict=True):
        assert joined(after["source"]) == joined(before["source"]).strip("\n")
        if before["cell_type"] == "code":
            assert seen(after) == seen(before)


def seen(cell: dict[str, Any]) -> list[Any]:
    """What the outputs of a cell show: the streams joined where they adjoin, the data without live views."""
    shown: list[Any] = []
    for output in cell["outputs"]:
        if output["output_type"] == "stream":
            if shown and isinstance(shown[-1], list) and shown[-1][0] == output["name"]:
                shown[-1][1] += joined(output["text"])
            else:
                shown.append([output["name"], joined(output["text"])])
        else:
            shown.append({kind: joined(value) for kind, value in output["data"].items() if kind != VIEW})
    return shown


@given(notebooks)
def test_counts_and_ids_run_on(notebook: dict[str, Any]) -> None:
    cells = normalise(notebook)["cells"]
    counts = [cell["execution_count"] for cell in cells if cell["cell_type"] == "code"]
    assert counts == list(range(1, len(counts) + 1))
    assert [cell["id"] for cell in cells] == [f"cell-{number:02d}" for number in range(1, len(cells) + 1)]


def test_the_text_is_what_jupyter_saves() -> None:
    import nbformat

    cell = {"cell_type": "code", "source": "1\n2", "outputs": [], "metadata": {}}
    plain = normalise({"cells": [cell, {"cell_type": "markdown", "source": "Übung", "metadata": {}}]})
    assert to_text(plain) == nbformat.writes(nbformat.from_dict(plain)) + "\n"


def test_a_value_that_is_json_stays_a_value() -> None:
    output = {"output_type": "display_data", "metadata": {}, "data": {"application/json": {"a": [1]}}}
    cell = {"cell_type": "code", "source": "", "metadata": {}, "outputs": [output]}
    assert normalise({"cells": [cell]})["cells"][0]["outputs"][0]["data"] == {"application/json": {"a": [1]}}
