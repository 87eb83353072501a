"""The state of each widget: what a front end needs to draw it, with no Python behind it.

States are frozen and hold text only, so that the same state can travel in a widget message, lie in a stored
notebook beside its fallback, or be sent by a worker. ``widget`` says which front end draws the state.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Change = Literal["", "new", "changed"]
Outcome = Literal["met", "missed", "not reached"]


class State(BaseModel):
    """The base of every state and of every part of one."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class AnyState(State):
    """The state of a whole widget. ``widget`` says which front end draws it."""

    widget: str


class Source(State):
    """Where a statement comes from. ``href`` is relative to the book's own pages; empty where there is no page."""

    label: str
    href: str = ""


class Image(State):
    """A synthetic image inside a message. ``src`` is a data URI, ``alt`` and ``label`` say what it shows."""

    src: str
    alt: str
    label: str


class LineState(State):
    """One line of a text message, as it stands, and what its labels or its fixed words mean.

    ``change`` compares with the message of the step before: a label is new, or a value is another one.
    """

    text: str
    meaning: str = ""
    personal: bool = False
    change: Change = ""


class FieldState(State):
    """One field of a record. ``value`` has its separators as visible glyphs; ``size`` counts bytes of the value.

    ``before`` is the value in the message of the step before where it differs; ``lines`` explains a text message
    that travels inside the field (2.075).
    """

    tag: str
    mnemonic: str
    name: str
    meaning: str
    value: str
    size: int
    source: Source
    personal: bool = False
    change: Change = ""
    before: str = ""
    image: Image | None = None
    lines: tuple[LineState, ...] = ()


class RecordState(State):
    """One logical record. ``length`` is in bytes, from the start of the record to its last separator."""

    type: int
    name: str
    length: int
    fields: tuple[FieldState, ...]


class InspectorState(AnyState):
    """A message, taken apart: records and fields for an EBTS message, lines for a text message, neither for an event.

    ``form`` says in words whose form the bytes have. ``since`` names the message that changes are counted from,
    and is empty when there is none. ``text`` is the whole message with visible separators, images left out.
    """

    widget: Literal["inspector"] = "inspector"
    kind: str
    title: str
    summary: str
    form: str
    banner: str
    since: str = ""
    records: tuple[RecordState, ...] = ()
    lines: tuple[LineState, ...] = ()
    text: str = ""


class PartyState(State):
    """A lifeline: the short name that heads it and the full one."""

    id: str
    label: str


class EntryState(State):
    """One entry of a journal. ``message`` is the short name on its arrow, empty for a decision or an event.

    ``at`` and ``after`` are the time of arrival and the time since the booking, in words. ``alternative`` is set
    where the step has another one that would have been taken instead.
    """

    n: int
    step: int
    at: str
    after: str
    sender: str
    receiver: str
    message: str
    title: str
    form: str
    why: str
    sources: tuple[Source, ...]
    open: tuple[Source, ...] = ()
    note: str = ""
    alternative: str = ""


class ClockState(State):
    """A time limit of the packet, measured on this journal, in words."""

    label: str
    start: str
    end: str
    limit: str
    elapsed: str
    outcome: Outcome
    sources: tuple[Source, ...]
    open: tuple[Source, ...] = ()


class StepperState(AnyState):
    """A journal to walk through. ``at`` is the number of the entry that is shown first."""

    widget: Literal["stepper"] = "stepper"
    title: str
    summary: str
    parties: tuple[PartyState, ...]
    entries: tuple[EntryState, ...]
    clocks: tuple[ClockState, ...]
    at: int = 1


class OptionState(State):
    """One option of a question, with the reason that makes it right or wrong."""

    id: str
    text: str
    right: bool
    reason: str
    sources: tuple[Source, ...]


class QuestionState(AnyState):
    """A question with its reasons. ``kind`` says whether one option or every right option is to be chosen."""

    widget: Literal["question"] = "question"
    id: str
    kind: Literal["single", "multiple"]
    objective: str
    stem: str
    options: tuple[OptionState, ...]


class QuizState(AnyState):
    """The questions of one lesson, in the order of the bank."""

    widget: Literal["quiz"] = "quiz"
    lesson: str
    questions: tuple[QuestionState, ...]
