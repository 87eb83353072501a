"""The widgets that practise a rule, as Jupyter and a page without JavaScript see them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import BaseModel

from interop_course.live.counting import clock_state
from interop_course.live.deciding import PURPOSES, may_i_state
from interop_course.live.drafting import complaint_state
from interop_course.live.states import AnyState
from interop_course.packet import cite
from interop_course.widgets import NothingToShow, complaint_practice, detainer_clock, may_i
from interop_course.widgets.fallback import widget_html
from interop_course.widgets.host import VIEW, Host
from tests.widgets.test_fallback import Reader, shape
from tests.widgets.widget_states import HOSTILE

MAKE = {"may-i": may_i, "clock": detainer_clock, "complaint": complaint_practice}
STATES: dict[str, AnyState] = {"may-i": may_i_state(), "clock": clock_state(), "complaint": complaint_state()}
TEXTS = frozenset({
    "about", "case", "change", "closing", "head", "hint", "hours", "intro", "label", "legend", "mark", "opening",
    "remark", "safety", "start", "starts", "text", "title", "where", "word",
})  # fmt: skip
"""Fields of the states that hold text for a reader, and no id."""


def hostile(value: Any, name: str = "") -> Any:
    if isinstance(value, BaseModel):
        changed = {field: hostile(getattr(value, field), field) for field in type(value).model_fields}
        return value.model_copy(update=changed)
    if isinstance(value, tuple):
        return tuple(hostile(each, name) for each in value)
    return HOSTILE if isinstance(value, str) and value and name in TEXTS else value


def words(name: str) -> str:
    return "".join(Reader(widget_html(STATES[name])).words)


@pytest.mark.parametrize("name", MAKE)
def test_an_output_has_a_text_a_fallback_and_the_live_view_and_is_always_the_same(name: str) -> None:
    one, two = MAKE[name](), MAKE[name]()
    first, second = one._repr_mimebundle_()[0], two._repr_mimebundle_()[0]
    assert first.keys() == {"text/plain", "text/html", VIEW}
    assert first["text/plain"] == repr(one)
    assert {kind: first[kind] for kind in ("text/plain", "text/html")} == {
        kind: second[kind] for kind in ("text/plain", "text/html")
    }
    assert first["text/html"] == widget_html(STATES[name])


def test_each_says_in_short_what_it_is() -> None:
    state = may_i_state()
    assert repr(may_i()) == f"<MayI {len(PURPOSES)} uses, {len(state.decisions)} decisions, {len(state.rules)} rules>"
    assert repr(complaint_practice()) == "<ComplaintPractice 3 filers, 15 elements, 2 required>"
    assert repr(detainer_clock("2010-02-12T14:00")) == (
        "<DetainerClock Friday, 12 February 2010, 14:00: 48 counted hours end Wednesday, 17 February 2010, 14:00>"
    )
    assert repr(detainer_clock(datetime(2010, 5, 28, 12))).endswith("end Wednesday, 2 June 2010, 12:00>")


@pytest.mark.parametrize("start", ["tomorrow", "2010-02-12T14:00+00:00", datetime(2010, 2, 12, tzinfo=UTC)])
def test_what_is_no_local_time_is_refused_with_an_example(start: Any) -> None:
    with pytest.raises(NothingToShow, match=r"2010-02-12T14:00'"):
        detainer_clock(start)


@pytest.mark.parametrize("name", STATES)
def test_the_state_lies_beside_a_fallback_that_nothing_breaks_out_of(name: str) -> None:
    harmless = Reader(widget_html(STATES[name]))
    attacked = Reader(widget_html(hostile(STATES[name])))
    assert not attacked.open
    # Rows of "May I …?" are gathered by their decision, and never by their text.
    assert shape(attacked) == shape(harmless)
    (data,) = harmless.data
    assert json.loads(data) == STATES[name].model_dump(mode="json")
    assert HOSTILE in "".join(attacked.words)


@pytest.mark.parametrize("name", STATES)
def test_tables_are_headed(name: str) -> None:
    page = Reader(widget_html(STATES[name]))
    assert len(page.of("caption")) == len(page.of("table")) > 0
    assert all(attributes.get("scope") in {"col", "row"} for attributes in page.of("th"))
    assert not page.of("input")


def test_may_i_can_be_read_without_the_script() -> None:
    state, read = may_i_state(), words("may-i")
    for _, label, _ in PURPOSES.values():
        assert label in read
    for rule in state.rules:
        assert rule.text in read
    for word in {decision.word for decision in state.decisions if decision.outcome != "condition"}:
        assert word in read
    assert "Have the owner or owners of the data permitted it? yes" in read
    assert "I do not know" not in read


def test_the_clock_can_be_read_without_the_script() -> None:
    state, read = clock_state(), words("clock")
    assert len(Reader(widget_html(state)).of("table")) == 3
    for moment in state.moments:
        assert moment.label in read
        assert moment.ends["custody"] in read
    assert "Monday, 15 February 2010: Washington's Birthday" in read
    assert "Saturday, 13 February 2010; Sunday" in read
    assert "no legal advice" in read
    assert read.count("March 2010, 10:00") == 2, "start and end of the ordinary Tuesday"


def test_the_complaint_can_be_read_without_the_script() -> None:
    state, read = complaint_state(), words("complaint")
    for element in state.elements:
        assert element.label in read
    for part in state.parts:
        assert part.sentences["organization"] in read
    assert read.count("required") >= 2
    assert state.mark in read
    assert state.case in read
    hrefs = {attributes["href"] for attributes in Reader(widget_html(state)).of("a")}
    assert {"../book/worksheet.html", "../book/disagreements.html#c32", "../book/disagreements.html#c82"} <= hrefs
    assert f"../book/{cite('complaint@63').href}" in hrefs


def test_the_clock_carries_a_moment_to_the_door(monkeypatch: pytest.MonkeyPatch) -> None:
    clock: Host = detainer_clock()
    sent: list[Any] = []
    monkeypatch.setattr(clock, "send", sent.append)
    clock._handle_custom_msg({"ask": 7, "request": {"do": "deadline", "start": "2010-05-28T12:00"}}, [])
    (message,) = sent
    assert message["reply_to"] == 7
    assert message["reply"]["moment"]["ends"]["custody"] == "Wednesday, 2 June 2010, 12:00"
