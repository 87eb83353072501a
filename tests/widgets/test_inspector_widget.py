"""The inspector in a notebook: compared with what should have come, edited, broken; in short and in its fallback."""

from __future__ import annotations

import pytest

from interop_course.live import InspectorState
from interop_course.live.errors import EditRefused, TwoComparisons
from interop_course.messages import Kind
from interop_course.process import scenario
from interop_course.widgets import Inspector, inspect

REPLY = scenario("match").find(Kind.DHS_SRE)
OTHER = scenario("no-match").find(Kind.DHS_SRE)


def state_of(widget: Inspector) -> InspectorState:
    return InspectorState.model_validate(widget.state)


def test_what_differs_from_the_expected_message_is_said() -> None:
    widget = inspect(OTHER, expected=REPLY)
    html = str(widget.fallback())
    assert "Compared with the message that should have come, DHS SRE" in html
    assert "Other value" in html
    assert "Expected: " in html
    assert "the whole record, 13 fields" in html


def test_a_message_is_edited_and_broken_before_it_is_shown() -> None:
    widget = inspect(REPLY, edit={"2.059": "N", "2.015": None, "2.014": "000000XX1"}, broken="no-end")
    state = state_of(widget)
    tags = [field.tag for field in state.records[1].fields]
    assert tags == ["2.001", "2.002", "2.014", "2.018", "2.059", "2.073", "2.075"]
    codes = {fault.code for fault in state.faults}
    assert {"finding-differs", "field-missing", "no-fs"} <= codes
    assert repr(widget) == f"<Inspector DHS SRE 3 records, 2.059=N, {len(state.faults)} faults>"
    html = str(widget.fallback())
    assert "itself as it was before it was changed" in html
    for fault in state.faults:
        assert f"Byte {fault.offset:,}" in html
    assert state.faults[0].sentence in html


def test_an_edited_message_can_be_put_in_place_of_another() -> None:
    widget = inspect(REPLY)
    widget.show(REPLY, broken="rs-for-gs")
    assert [fault["code"] for fault in widget.state["faults"]] == ["rs-for-gs"]


def test_what_cannot_be_compared_or_changed_is_refused() -> None:
    with pytest.raises(TwoComparisons):
        inspect(REPLY, since=OTHER, expected=OTHER)
    with pytest.raises(TwoComparisons):
        inspect(REPLY, since=OTHER, broken="no-end")
    with pytest.raises(EditRefused, match="no record for '4"):
        inspect(REPLY, edit={"4.001": "1"})
    with pytest.raises(EditRefused, match="There are wrong-length"):
        inspect(REPLY, broken="nonsense")
    with pytest.raises(EditRefused, match="no fields to change"):
        inspect(scenario("match").find(Kind.IDR), edit={"2.059": "N"})
