"""The HTML that stands in for a widget: readable, deterministic, and safe whatever the state holds."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from pydantic import BaseModel

from interop_course.live.states import AnyState
from interop_course.widgets.fallback import widget_html
from tests.widgets.question_states import DRAWN, KINDS, QUIZ, sealed
from tests.widgets.widget_states import HOSTILE, INSPECTOR, STEPPER, TEXT_MESSAGE

STATES: list[AnyState] = [INSPECTOR, TEXT_MESSAGE, STEPPER, *KINDS, DRAWN, *map(sealed, KINDS), QUIZ]
VOID = {"img"}


class Reader(HTMLParser):
    """Reads a page: the elements with their attributes, the visible text, the data scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.data: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        (self.data if self.open and self.open[-1] == "script" else self.words).append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def hostile(value: Any) -> Any:
    """The same state with the hostile text wherever a text may be anything."""
    if isinstance(value, BaseModel):
        kept = {"widget", "change", "kind", "outcome", "sender", "receiver", "id", "href", "src", "choice"}
        return value.model_copy(
            update={name: hostile(getattr(value, name)) for name in type(value).model_fields if name not in kept}
        )
    if isinstance(value, tuple):
        return tuple(map(hostile, value))
    return HOSTILE if isinstance(value, str) and value else value


def shape(page: Reader) -> list[tuple[str, list[str]]]:
    """Elements and the names of their attributes, without the separators that a value may hold."""
    return [(tag, sorted(has)) for tag, has in page.elements if has.get("class") != "ic-sep"]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.widget)
def test_equal_states_have_equal_html(state: AnyState) -> None:
    again = type(state).model_validate_json(state.model_dump_json())
    assert widget_html(state) == widget_html(again)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.widget)
def test_the_state_lies_beside_the_fallback(state: AnyState) -> None:
    page = Reader(widget_html(state))
    (data,) = page.data
    stored = json.loads(data)
    expected = state.model_dump(mode="json")
    for record in expected.get("records", ()):
        for field in record["fields"]:
            if field["image"]:
                field["image"]["src"] = ""
    assert stored == expected
    assert page.elements[0][1]["data-widget"] == state.widget


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.widget)
def test_no_text_breaks_out(state: AnyState) -> None:
    harmless, attacked = Reader(widget_html(state)), Reader(widget_html(hostile(state)))
    assert not attacked.open
    assert shape(attacked) == shape(harmless)
    assert json.loads(attacked.data[0])["widget"] == state.widget


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.widget)
def test_tables_are_headed_and_images_told(state: AnyState) -> None:
    page = Reader(widget_html(state))
    assert all(attributes.get("scope") in {"col", "row"} for attributes in page.of("th"))
    assert len(page.of("caption")) == len(page.of("table"))
    assert all(attributes.get("alt") for attributes in page.of("img"))


def test_links_lead_from_a_lesson_into_the_book() -> None:
    hrefs = {attributes["href"] for attributes in Reader(widget_html(STEPPER)).of("a")}
    assert hrefs == {"../book/packet.html#faq", "../book/disagreements.html#c38"}


def test_the_fallback_says_what_the_widget_says() -> None:
    words = "".join(Reader(widget_html(INSPECTOR)).words)
    for record in INSPECTOR.records:
        for field in record.fields:
            assert field.tag in words
            assert field.meaning in words
    assert INSPECTOR.banner in words
    assert "Personal data" in words
    assert "Changed" in words
    walked = "".join(Reader(widget_html(STEPPER)).words)
    for entry in STEPPER.entries:
        assert entry.title in walked
    assert "missed" in walked
    assert "Alternative" in walked


def test_a_diff_of_two_outputs_is_short() -> None:
    changed = STEPPER.model_copy(update={"title": "Journal: no match"})
    one, two = widget_html(STEPPER).splitlines(), widget_html(changed).splitlines()
    assert len(one) == len(two)
    assert len([1 for before, after in zip(one, two, strict=True) if before != after]) == 2
    assert max(map(len, one)) < 2000
