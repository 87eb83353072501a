"""What the live door answers. ``ok`` is false in a refusal and true in every other reply."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from ..assessment import Mark
from .editing import EditReply
from .inspector_states import InspectorState
from .judging import DeadlineReply, JudgeReply, ReviewReply
from .states import Source, StepperState


class _Reply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Refusal(_Reply):
    """The request was not understood or cannot be done.

    Attributes:
        error: what is wrong, in a sentence for the learner.
        hint: what to do about it.
    """

    do: Literal["refuse"] = "refuse"
    ok: Literal[False] = False
    error: str
    hint: str


class InspectReply(_Reply):
    """A message taken apart.

    Attributes:
        state: the message, as an inspector draws it.
    """

    do: Literal["inspect"] = "inspect"
    ok: Literal[True] = True
    state: InspectorState


class RunReply(_Reply):
    """A booking's journal, ready to walk through.

    Attributes:
        digest: SHA-256 of all entries and bytes, in 64 hexadecimal digits; equal for equal journals.
        state: the journal, as a stepper draws it.
    """

    do: Literal["run"] = "run"
    ok: Literal[True] = True
    digest: str
    state: StepperState


class GradeReply(_Reply):
    """A mark.

    Attributes:
        mark: whether the answer is right, and what it made of each part of the question.
        notice: a remark of the host, for instance that the answer could not be kept; empty from the door itself.
    """

    do: Literal["grade"] = "grade"
    ok: Literal[True] = True
    mark: Mark
    notice: str = ""


class ExplainReply(_Reply):
    """A field's entry in the dictionary.

    Attributes:
        tag: record type and field number, as the course writes them.
        mnemonic: the field's short name, such as "SRF".
        name: its full name.
        size: characters of one value, as "1", "3-30" or "2+", which has no upper bound; bytes in a binary record.
        occurrence: how many values the field may hold, written in the same way.
        meaning: what it tells, in plain words.
        personal: whether it says something about a person, or is a number under which a person's record is kept.
        source: where name and meaning come from.
    """

    do: Literal["explain"] = "explain"
    ok: Literal[True] = True
    tag: str
    mnemonic: str
    name: str
    size: str
    occurrence: str
    meaning: str
    personal: bool
    source: Source


Reply = (
    Refusal | InspectReply | EditReply | RunReply | GradeReply | ExplainReply | JudgeReply | DeadlineReply | ReviewReply
)

REPLY: TypeAdapter[Reply] = TypeAdapter(Annotated[Reply, Field(discriminator="do")])
"""Reads a reply from JSON."""
