"""The HTML that stands in for a widget: without JavaScript, on paper, in search, and in a notebook not yet run.

Each widget is one element with its readable fallback and, beside it, the state that the page script draws::

    <div class="ic-widget" data-widget="stepper" data-book="../book/">
      <div class="ic ic-fallback">…</div>
      <script type="application/json">…</script>
    </div>
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..live.states import (
    AnyState,
    ClockState,
    EntryState,
    FieldState,
    InspectorState,
    LineState,
    QuestionState,
    QuizState,
    RecordState,
    StepperState,
)
from ..wire import GLYPHS
from .markup import Html, data_script, element, join
from .pieces import BOOK
from .pieces import sources as _sources
from .pieces import table as _table
from .practice_fallback import clock, complaint, may_i
from .scene_fallback import scene_body

LETTERS = {glyph: letters for letters, glyph in GLYPHS.items()}


def widget_html(state: AnyState) -> Html:
    """Fallback and state of one widget. Equal states give equal text."""
    return element(
        "div",
        element("div", _BODY[state.widget](state), class_="ic ic-fallback mathjax_ignore"),
        data_script(_without_images(state.model_dump(mode="json"))),
        class_="ic-widget mathjax_ignore",
        data_widget=state.widget,
        data_book=BOOK,
    )


def _without_images(state: dict[str, Any]) -> dict[str, Any]:
    """The page script takes the images from the fallback, so that they are sent once."""
    for record in state.get("records", ()):
        for field in record["fields"]:
            if field["image"]:
                field["image"]["src"] = ""
    return state


def _inspector(state: InspectorState) -> Html:
    return join(
        [
            element("p", state.banner, class_="ic-banner"),
            element("p", state.title, class_="ic-title"),
            element("p", state.summary, class_="ic-facts"),
            element("p", state.form, class_="ic-facts"),
            element("p", f"Compared with {state.since}.", class_="ic-facts") if state.since else None,
            [_record(record, first=n == _first(state, record)) for n, record in enumerate(state.records)],
            _lines(state.lines, state.title) if state.lines else None,
        ]
    )


def _first(state: InspectorState, record: RecordState) -> int:
    return next(n for n, other in enumerate(state.records) if other.type == record.type)


def _record(record: RecordState, *, first: bool) -> Html:
    """A record's table; the first of each type is open."""
    name = f"Type-{record.type} record: {record.name}"
    rows = (row for field in record.fields for row in (_field(field), _text_row(field)))
    table = _table(name, ("Field", "Value", "What it means"), rows)
    return element("details", element("summary", name, class_="ic-record-name"), table, class_="ic-record", open=first)


def _field(field: FieldState) -> Html:
    head = [element("span", field.tag, class_="ic-tag"), f" {field.mnemonic}"]
    return element(
        "tr",
        element("th", head, element("span", field.name, class_="ic-name"), _marks(field), scope="row"),
        element("td", _value(field), _before(field)),
        element("td", element("p", field.meaning), _sources([field.source])),
    )


def _value(field: FieldState) -> Html:
    if field.image:
        picture = element("img", src=field.image.src, alt=field.image.alt)
        return element("figure", picture, element("figcaption", field.image.label), class_="ic-image")
    if field.lines:
        return element("span", f"Text of {len(field.lines)} lines, below")
    return element("code", _visible(field.value), class_="ic-value")


def _text_row(field: FieldState) -> Html | None:
    """The text inside a field has a row of its own, as wide as the table."""
    if not field.lines:
        return None
    return element("tr", element("td", _lines(field.lines, f"The text in {field.tag}"), colspan="3"))


def _visible(text: str) -> list[str]:
    """Text with each separator sign in an element of its own, for which the style sheet draws letters."""
    return [
        element("span", part, class_="ic-sep", data_letters=LETTERS[part]) if part in LETTERS else part
        for part in re.split(f"([{''.join(LETTERS)}])", text)
    ]


def _before(field: FieldState) -> Html | None:
    return (
        element("p", "Before: ", element("code", _visible(field.before)), class_="ic-before") if field.before else None
    )


def _lines(lines: Iterable[LineState], caption: str) -> Html:
    rows = [
        element(
            "tr",
            element("th", element("code", line.text, class_="ic-value"), _marks(line), scope="row"),
            element("td", line.meaning),
        )
        for line in lines
    ]
    return _table(caption, ("Line", "What it means"), rows, "ic-table ic-line-table")


def _marks(part: FieldState | LineState) -> Html:
    words = {"new": "New", "changed": "Changed", "": None}[part.change]
    return join(
        [
            element("span", words, class_=f"ic-mark ic-mark-{part.change}") if words else None,
            element("span", "Personal data", class_="ic-mark ic-mark-personal") if part.personal else None,
        ]
    )


def _stepper(state: StepperState) -> Html:
    labels = {party.id: party.label for party in state.parties}
    return join(
        [
            element("p", state.title, class_="ic-title"),
            element("p", state.summary, class_="ic-facts"),
            element("ol", (_entry(entry, labels) for entry in state.entries), class_="ic-twin"),
            _clocks(state.clocks) if state.clocks else None,
        ]
    )


def _entry(entry: EntryState, labels: dict[str, str]) -> Html:
    sender, receiver = labels[entry.sender], labels[entry.receiver]
    way = f"At {sender}" if sender == receiver else f"{sender} to {receiver}"
    return element(
        "li",
        element("p", element("strong", f"Step {entry.step}, {entry.at}. {way}: {entry.title}."), f" {entry.form}"),
        element("p", f"Why: {entry.why}"),
        element("p", f"Alternative: {entry.alternative}") if entry.alternative else None,
        element("p", f"Note: {entry.note}") if entry.note else None,
        _sources(entry.sources),
        _sources(entry.open, "Open in the packet"),
    )


def _clocks(clocks: Iterable[ClockState]) -> Html:
    rows = (
        element(
            "tr",
            element(
                "th",
                clock.label,
                element("span", f"From: {clock.start}. To: {clock.end}.", class_="ic-name"),
                scope="row",
            ),
            element("td", clock.limit),
            element("td", clock.elapsed),
            element("td", clock.outcome),
            element("td", _sources(clock.sources), _sources(clock.open, "Open in the packet")),
        )
        for clock in clocks
    )
    table = _table("Clocks", ("Clock", "Limit", "Elapsed", "Outcome", "Source"), rows)
    return element("div", element("p", "Clocks", class_="ic-title"), table, class_="ic-clocks")


def _quiz(state: QuizState) -> Html:
    return element("ol", (element("li", _question(item)) for item in state.questions), class_="ic-cards-plain")


def _question(state: QuestionState) -> Html:
    hint = "Choose one answer." if state.kind == "single" else "Choose every answer that is right."
    reasons = (
        element(
            "li", f"{'Right' if option.right else 'Not right'}: {option.text} {option.reason}", _sources(option.sources)
        )
        for option in state.options
    )
    return join(
        [
            element("p", element("strong", state.stem), f" {hint}"),
            element("ul", (element("li", option.text) for option in state.options)),
            element("details", element("summary", "Answers and reasons"), element("ul", reasons)),
        ]
    )


_BODY: dict[str, Any] = {
    "clock": clock,
    "complaint": complaint,
    "inspector": _inspector,
    "may-i": may_i,
    "question": _question,
    "quiz": _quiz,
    "scene": scene_body,
    "stepper": _stepper,
}
