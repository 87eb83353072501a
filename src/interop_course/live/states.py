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
    """Where a statement comes from.

    Attributes:
        label: document, page and FOIA number, or the name of a specification.
        href: a link relative to the pages of the book; empty where there is no page.
    """

    label: str
    href: str = ""


class PartyState(State):
    """A party of the process, and so a line of the diagram.

    Attributes:
        id: the short name, such as "LEA".
        label: the full name.
    """

    id: str
    label: str


class EntryState(State):
    """One entry of a journal.

    Attributes:
        n: its number; the first is 1.
        step: the step of the process, 1 to 7.
        at: the time of arrival, in words.
        after: the time since the booking, in words.
        sender: the id of the party that sends.
        receiver: the id of the party that receives.
        message: the short name on its arrow; empty for a decision or an event.
        title: what happens.
        form: whose form the bytes have, in words.
        why: the rule that made it happen.
        sources: the pages of that rule.
        open: entries of the register that leave something open here.
        note: a remark; mostly empty.
        alternative: what would have come instead, where the step has another way; empty otherwise.
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
    """A time limit of the packet, measured on this journal, in words.

    Attributes:
        label: what is measured.
        start: from when.
        end: until when.
        limit: how long it may take, with its unit.
        elapsed: how long it took, with its unit.
        outcome: whether the limit was met.
        sources: the pages that set the limit.
        open: entries of the register that leave something open here.
    """

    label: str
    start: str
    end: str
    limit: str
    elapsed: str
    outcome: Outcome
    sources: tuple[Source, ...]
    open: tuple[Source, ...] = ()


class StepperState(AnyState):
    """A journal to walk through.

    Attributes:
        widget: says that a stepper draws it.
        title: what is followed.
        summary: how it came out, in a sentence.
        parties: the parties, in the order of the diagram.
        entries: what happened, in the order of time.
        clocks: the time limits, as measured.
        at: the number of the entry that is shown first.
    """

    widget: Literal["stepper"] = "stepper"
    title: str
    summary: str
    parties: tuple[PartyState, ...]
    entries: tuple[EntryState, ...]
    clocks: tuple[ClockState, ...]
    at: int = 1
