"""From an item of the bank to the state of a question card."""

from __future__ import annotations

from collections import Counter
from functools import singledispatch
from typing import TypedDict

from ..assessment import (
    ChoiceItem,
    DecisionItem,
    DrawnItem,
    FieldItem,
    Item,
    MatchingItem,
    NumericItem,
    OrderingItem,
    instances,
    items,
)
from ..assessment.measuring import MINUTES
from ..assessment.pointing import Sent
from ..wire import Field, Record, UnknownField, describe, glyphs
from .question_states import (
    AnyQuestionState,
    AskedState,
    ChoiceOfRowState,
    ChoiceState,
    DrawnState,
    FactState,
    MatchingState,
    MessageState,
    NearFieldState,
    NearNumberState,
    NumericState,
    OptionState,
    OrderingState,
    PlainFieldState,
    PlainRecordState,
    PointingState,
    QuantityState,
    QuizState,
    RowState,
    StepState,
    UnitState,
)
from .states import Source
from .words import BANNER, KINDS, RECORDS, plural, source

IMAGE = 999
LINES_SHOWN = 3
"""Of a text inside a field; the rest is counted."""


class _Head(TypedDict):
    id: str
    seed: int | None
    objective: str
    stem: str


class _Why(TypedDict):
    reason: str
    sources: tuple[Source, ...]


def question_state(item: Item, *, sealed: bool = False) -> AnyQuestionState:
    """The state of one question; of a parametrised item that of all its instances.

    Args:
        item: an item of the bank, or an instance of one.
        sealed: leave out the key and every reason. Else all are in: practice answers at once, before and without
            Python.
    """
    if not isinstance(item, DrawnItem):
        return _state(item, sealed)
    states = tuple(_state(each, sealed) for each in instances(item))
    return DrawnState(**_head(item) | {"stem": states[0].stem}, instances=states)


def quiz_state(lesson: str) -> QuizState:
    """The questions of a lesson, by the stem of its notebook ("step-4-match"). Raises NoSuchLesson."""
    return QuizState(lesson=lesson, questions=tuple(question_state(item) for item in items(lesson)))


@singledispatch
def _state(item: Item, sealed: bool) -> AskedState:
    raise TypeError(f"{type(item).__name__} is no kind of item")


@_state.register
def _choice(item: ChoiceItem, sealed: bool) -> ChoiceState:
    return ChoiceState(
        **_head(item),
        kind=item.kind,  # type: ignore[arg-type]
        options=tuple(
            OptionState(
                id=option.id,
                text=option.text,
                right=None if sealed else option.right,
                **_why(option.reason, option.cites, sealed),
            )
            for option in item.choices
        ),
        facts=tuple(FactState(label=fact.label, text=fact.text) for fact in item.facts)
        if isinstance(item, DecisionItem)
        else (),
    )


@_state.register
def _ordering(item: OrderingItem, sealed: bool) -> OrderingState:
    places = {step.id: place for place, step in enumerate(item.steps, 1)}
    return OrderingState(
        **_head(item),
        steps=tuple(
            StepState(
                id=step.id,
                text=step.text,
                place=None if sealed else places[step.id],
                **_why(step.reason, step.cites, sealed),
            )
            for step in item.shown
        ),
    )


@_state.register
def _matching(item: MatchingItem, sealed: bool) -> MatchingState:
    return MatchingState(
        **_head(item),
        rows=tuple(
            RowState(
                id=row.id,
                text=row.text,
                choice=None if sealed else row.choice,
                **_why(row.reason, row.cites, sealed),
            )
            for row in item.rows
        ),
        choices=tuple(ChoiceOfRowState(id=choice.id, text=choice.text) for choice in item.choices),
    )


@_state.register
def _numeric(item: NumericItem, sealed: bool) -> NumericState:
    near = () if sealed else item.near
    return NumericState(
        **_head(item),
        units=tuple(UnitState(id=unit, label=unit, factor=MINUTES.get(unit)) for unit in item.units),
        key=None if sealed else QuantityState(number=item.value, unit=item.unit),
        **_why(item.reason, item.cites, sealed),
        near=tuple(
            NearNumberState(number=wrong.value, unit=wrong.unit, **_why(wrong.reason, wrong.cites)) for wrong in near
        ),
    )


@_state.register
def _pointing(item: FieldItem, sealed: bool) -> PointingState:
    near = () if sealed else item.near
    return PointingState(
        **_head(item),
        message=_message(item.message),
        key=None if sealed else item.best,
        **_why(item.reason, item.cites, sealed),
        near=tuple(NearFieldState(tag=wrong.field, **_why(wrong.reason, wrong.cites)) for wrong in near),
    )


def _head(item: Item) -> _Head:
    return {"id": item.id, "seed": item.seed, "objective": item.objective, "stem": item.stem}


def _why(reason: str, cites: tuple[str, ...], sealed: bool = False) -> _Why:
    if sealed:
        return {"reason": "", "sources": ()}
    return {"reason": reason, "sources": tuple(source(text) for text in cites)}


def _message(sent: Sent) -> MessageState:
    """The message with the first record of each type: ten records of prints have the same tags."""
    message = sent.message
    records = message.transaction().records
    of_type = Counter(record.type for record in records)
    alike = "".join(f" Of {n} records of Type-{type} the first is shown." for type, n in of_type.items() if n > 1)
    short, name = KINDS[message.kind]
    return MessageState(
        title=f"{short}: {name}",
        banner=BANNER,
        summary=f"{plural(len(records), 'record')}, {plural(len(message.to_bytes()), 'byte')}.{alike}",
        records=tuple(_record(next(record for record in records if record.type == type)) for type in of_type),
    )


def _record(record: Record) -> PlainRecordState:
    return PlainRecordState(
        type=record.type,
        name=RECORDS.get(record.type, "not met in this course"),
        fields=tuple(_field(field) for field in record.fields),
    )


def _field(field: Field) -> PlainFieldState:
    try:
        fact = describe(field.tag)
        mnemonic, name = fact.mnemonic, fact.name
    except UnknownField:
        mnemonic, name = "", "Unknown field"
    return PlainFieldState(tag=field.tag, mnemonic=mnemonic, name=name, value=_value(field))


def _value(field: Field) -> str:
    if field.number == IMAGE:
        return f"(image, {plural(len(field.value), 'byte')})"
    lines = field.text.splitlines() if "\n" in field.text else []
    if not lines:
        return glyphs(field.value)
    begun = [line for line in lines if line.strip()][:LINES_SHOWN]
    return "\n".join((*begun, f"… ({plural(len(lines), 'line')} of text)"))
