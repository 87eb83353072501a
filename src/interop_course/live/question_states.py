"""The states of question cards: one shape for each kind of item, with reasons, or sealed without any.

A sealed state is for a final under supervision. It has the same shape; what would tell the key is None or empty, so
that the page holds nothing to find.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .states import AnyState, Source, State


class QuestionState(AnyState):
    """What every question card has. ``seed`` is that of an instance of a parametrised item, and else None."""

    widget: Literal["question"] = "question"
    kind: str
    id: str
    seed: int | None = None
    objective: str
    stem: str


class OptionState(State):
    """One option, with the reason that makes it right or wrong. ``right`` is None where the state is sealed."""

    id: str
    text: str
    right: bool | None
    reason: str
    sources: tuple[Source, ...]


class FactState(State):
    """One fact of a case that is to be decided."""

    label: str
    text: str


class ChoiceState(QuestionState):
    """Options to choose from: one of them, every right one, or the decision on a case that ``facts`` describe."""

    kind: Literal["single", "multiple", "decision"]
    options: tuple[OptionState, ...]
    facts: tuple[FactState, ...] = ()


class StepState(State):
    """One step to be put in order. ``place`` is its right place, counted from 1."""

    id: str
    text: str
    place: int | None
    reason: str
    sources: tuple[Source, ...]


class OrderingState(QuestionState):
    """Steps in the order in which they are shown first, which is never the right one."""

    kind: Literal["ordering"] = "ordering"
    steps: tuple[StepState, ...]


class RowState(State):
    """One row to be matched, with the id of the choice that belongs to it."""

    id: str
    text: str
    choice: str | None
    reason: str
    sources: tuple[Source, ...]


class ChoiceOfRowState(State):
    """What a row can be matched with."""

    id: str
    text: str


class MatchingState(QuestionState):
    """Rows and choices. A choice may belong to several rows or to none."""

    kind: Literal["matching"] = "matching"
    rows: tuple[RowState, ...]
    choices: tuple[ChoiceOfRowState, ...]


class UnitState(State):
    """A unit that is offered. ``factor`` is its length in minutes, None for what is no time."""

    id: str
    label: str
    factor: int | None


class QuantityState(State):
    """A number, as text, and the id of its unit."""

    number: str
    unit: str


class NearNumberState(QuantityState):
    """A typical wrong quantity and its reason."""

    reason: str
    sources: tuple[Source, ...]


class NumericState(QuestionState):
    """A number with its unit, to be written."""

    kind: Literal["numeric"] = "numeric"
    units: tuple[UnitState, ...]
    key: QuantityState | None
    reason: str
    sources: tuple[Source, ...]
    near: tuple[NearNumberState, ...]


class PlainFieldState(State):
    """One field of the message of a question: no explanation, since that is what is asked."""

    tag: str
    mnemonic: str
    name: str
    value: str


class PlainRecordState(State):
    """One record of that message."""

    type: int
    name: str
    fields: tuple[PlainFieldState, ...]


class MessageState(State):
    """The message of a question, as records and fields. ``banner`` says that it is synthetic."""

    title: str
    banner: str
    summary: str
    records: tuple[PlainRecordState, ...]


class NearFieldState(State):
    """A typical wrong field and its reason."""

    tag: str
    reason: str
    sources: tuple[Source, ...]


class PointingState(QuestionState):
    """A message, one of whose fields is to be pointed at. ``key`` has the tags that are right."""

    kind: Literal["field"] = "field"
    message: MessageState
    key: tuple[str, ...] | None
    reason: str
    sources: tuple[Source, ...]
    near: tuple[NearFieldState, ...]


AskedState = Annotated[
    ChoiceState | OrderingState | MatchingState | NumericState | PointingState, Field(discriminator="kind")
]
"""The state of a question that can be answered."""


class DrawnState(QuestionState):
    """A parametrised question: its instances, by seed. ``stem`` is that of the first."""

    kind: Literal["drawn"] = "drawn"
    instances: tuple[AskedState, ...]


AnyQuestionState = Annotated[
    ChoiceState | OrderingState | MatchingState | NumericState | PointingState | DrawnState,
    Field(discriminator="kind"),
]
"""The state of a question card."""


class QuizState(AnyState):
    """The questions of one lesson, in the order of the bank."""

    widget: Literal["quiz"] = "quiz"
    lesson: str
    questions: tuple[AnyQuestionState, ...]
