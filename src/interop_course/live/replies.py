"""What the live door answers. ``ok`` is false in a refusal and true in every other reply."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from ..assessment import Mark
from .judging import DeadlineReply, JudgeReply, ReviewReply
from .states import InspectorState, Source, StepperState


class _Reply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Refusal(_Reply):
    """The request was not understood or cannot be done: what is wrong, and what to do about it."""

    do: Literal["refuse"] = "refuse"
    ok: Literal[False] = False
    error: str
    hint: str


class InspectReply(_Reply):
    """A message taken apart."""

    do: Literal["inspect"] = "inspect"
    ok: Literal[True] = True
    state: InspectorState


class RunReply(_Reply):
    """A booking's journal, ready to walk through; ``digest`` is the fingerprint of all its entries and bytes."""

    do: Literal["run"] = "run"
    ok: Literal[True] = True
    digest: str
    state: StepperState


class GradeReply(_Reply):
    """A mark. ``notice`` is a remark of the host, for instance that the answer could not be kept."""

    do: Literal["grade"] = "grade"
    ok: Literal[True] = True
    mark: Mark
    notice: str = ""


class ExplainReply(_Reply):
    """A field's entry in the dictionary: ``size`` in characters, ``personal`` if it says something about a person."""

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


Reply = Refusal | InspectReply | RunReply | GradeReply | ExplainReply | JudgeReply | DeadlineReply | ReviewReply

REPLY: TypeAdapter[Reply] = TypeAdapter(Annotated[Reply, Field(discriminator="do")])
"""Reads a reply from JSON."""
