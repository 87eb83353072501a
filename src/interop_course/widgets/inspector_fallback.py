"""The HTML that stands in for an inspector: the fields and lines of a message in tables, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..live.inspector_states import FaultState, FieldState, InspectorState, LineState, MissingState, RecordState
from ..wire import GLYPHS
from .markup import Html, element, join
from .pieces import sources, table

LETTERS = {glyph: letters for letters, glyph in GLYPHS.items()}

_AGAINST_BEFORE = {"new": "New", "changed": "Changed"}
_AGAINST_ITSELF = {"new": "Added", "changed": "Changed"}
_AGAINST_EXPECTED = {"new": "Not expected", "changed": "Other value"}


def inspector(state: InspectorState) -> Html:
    """The whole message in tables; the first record of each type is open."""
    words = _AGAINST_ITSELF if state.edited else _AGAINST_EXPECTED if state.expected else _AGAINST_BEFORE
    compared = "itself as it was before it was changed" if state.edited else state.expected or state.since
    lead = "Compared with the message that should have come, " if state.expected else "Compared with "
    return join(
        [
            element("p", state.banner, class_="ic-banner"),
            element("p", state.title, class_="ic-title"),
            element("p", state.summary, class_="ic-facts"),
            element("p", state.form, class_="ic-facts"),
            element("p", f"{lead}{compared}.", class_="ic-facts") if compared else None,
            _faults(state.faults) if state.faults else None,
            _missing(state.missing) if state.missing else None,
            [_record(record, words, first=n == _first(state, record)) for n, record in enumerate(state.records)],
            _lines(state.lines, state.title, words) if state.lines else None,
            [
                element("p", f"{use.of}: may be used for: {use.may} Not for: {use.not_for} ", sources(use.sources))
                for use in state.uses
            ],
        ]
    )


def _faults(faults: Iterable[FaultState]) -> Html:
    rows = (
        element(
            "tr",
            element("th", f"Byte {fault.offset:,}", element("span", fault.field, class_="ic-name"), scope="row"),
            element("td", "Error" if fault.severity == "error" else "Remark"),
            element("td", fault.sentence, sources(fault.sources)),
        )
        for fault in faults
    )
    return table("What is wrong with this message", ("Place", "Weight", "What is wrong"), rows)


def _missing(missing: Iterable[MissingState]) -> Html:
    rows = (
        element(
            "tr",
            element(
                "th", f"{each.tag} {each.mnemonic}".strip(), element("span", each.name, class_="ic-name"), scope="row"
            ),
            element("td", element("code", visible(each.value), class_="ic-value")),
        )
        for each in missing
    )
    return table("What should have come and is not there", ("Missing", "Expected"), rows)


def _first(state: InspectorState, record: RecordState) -> int:
    return next(n for n, other in enumerate(state.records) if other.type == record.type)


def _record(record: RecordState, words: dict[str, str], *, first: bool) -> Html:
    name = f"Type-{record.type} record: {record.name}"
    rows = (row for field in record.fields for row in (_field(field, words), _text_row(field, words)))
    shown = table(name, ("Field", "Value", "What it means"), rows)
    return element("details", element("summary", name, class_="ic-record-name"), shown, class_="ic-record", open=first)


def _field(field: FieldState, words: dict[str, str]) -> Html:
    head = [element("span", field.tag, class_="ic-tag"), f" {field.mnemonic}"]
    return element(
        "tr",
        element("th", head, element("span", field.name, class_="ic-name"), _marks(field, words), scope="row"),
        element("td", _value(field), _before(field, words)),
        element("td", element("p", field.meaning), sources([field.source])),
    )


def _value(field: FieldState) -> Html:
    if field.image:
        picture = element("img", src=field.image.src, alt=field.image.alt)
        return element("figure", picture, element("figcaption", field.image.label), class_="ic-image")
    if field.lines:
        return element("span", f"Text of {len(field.lines)} lines, below")
    return element("code", visible(field.value), class_="ic-value")


def _text_row(field: FieldState, words: dict[str, str]) -> Html | None:
    """The text inside a field has a row of its own, as wide as the table."""
    if not field.lines:
        return None
    return element("tr", element("td", _lines(field.lines, f"The text in {field.tag}", words), colspan="3"))


def visible(text: str) -> list[str]:
    """Text with each separator sign in an element of its own, for which the style sheet draws letters."""
    return [
        element("span", part, class_="ic-sep", data_letters=LETTERS[part]) if part in LETTERS else part
        for part in re.split(f"([{''.join(LETTERS)}])", text)
    ]


def _before(field: FieldState, words: dict[str, str]) -> Html | None:
    if not field.before:
        return None
    lead = "Expected: " if words is _AGAINST_EXPECTED else "Before: "
    return element("p", lead, element("code", visible(field.before)), class_="ic-before")


def _lines(lines: Iterable[LineState], caption: str, words: dict[str, str]) -> Html:
    rows = [
        element(
            "tr",
            element("th", element("code", line.text, class_="ic-value"), _marks(line, words), scope="row"),
            element("td", line.meaning),
        )
        for line in lines
    ]
    return table(caption, ("Line", "What it means"), rows, "ic-table ic-line-table")


def _marks(part: FieldState | LineState, words: dict[str, str]) -> Html:
    change = words.get(part.change)
    return join(
        [
            element("span", change, class_=f"ic-mark ic-mark-{part.change}") if change else None,
            element("span", "Personal data", class_="ic-mark ic-mark-personal") if part.personal else None,
        ]
    )
