"""What can be asked of the live door. ``do`` says which request it is.

| do | asks for | reply |
| --- | --- | --- |
| inspect | a message taken apart | the state of an inspector |
| edit | a message with fields changed | the state of an inspector, with all faults |
| run | a booking followed to its end | the state of a stepper |
| grade | an answer to an item | a mark with reasons |
| explain | a field | its entry in the field dictionary |
| judge | a use and the passing on | what the rules say of both |
| deadline | 48 hours from a moment | the hours as counted |
| review | a draft of the practice complaint | what it lacks |
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from ..assessment import INSTANCES, Given
from ..process import Booking, Setting
from .editing import EditRequest
from .judging import DeadlineRequest, JudgeRequest, ReviewRequest
from .message_data import MessageData


class _Request(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class InspectRequest(_Request):
    """Take a message apart: its records, fields, lines and images, each with its place, and all that is wrong.

    Attributes:
        message: the message to show.
        since: the message of the step before; what is new or changed against it is marked.
        expected: the message that should have come; what differs from it and what is missing is marked.

    Refused: bytes that are no message of their kind, and ``since`` and ``expected`` together.
    Source: the bytes; the field dictionary for names and meanings; each rule names EBTS or a page of the packet.
    """

    do: Literal["inspect"] = "inspect"
    message: MessageData
    since: MessageData | None = None
    expected: MessageData | None = None


class RunRequest(_Request):
    """Follow one booking in a setting. Equal requests have equal replies.

    Attributes:
        booking: who is booked, where and when, and what the systems hold about that person.
        setting: what the state and the agency can do, and how long each leg takes.
        seed: what chance is drawn from: the length of each leg, the numbers of messages.

    Refused: an unknown agency, and a booking or a setting that contradicts itself.
    Source: the rules of the process; every entry of the reply names the pages of the packet it rests on.
    """

    do: Literal["run"] = "run"
    booking: Booking
    setting: Setting = Setting()
    seed: Annotated[int, Field(ge=0, lt=2**32)] = 2010


class GradeRequest(_Request):
    """Grade an answer to a question of the item bank.

    Attributes:
        item: the id of the question, such as "step-4/who-asks".
        seed: which instance is meant, where the numbers of a question are drawn; null for every other question.
        given: the answer, in the form of the question's kind. An empty list is an answer too, and a wrong one.

    Refused: an unknown question, a seed that is missing or too much, an answer that the question cannot have.
    Source: the item bank; each remark of the reply cites its page.
    """

    do: Literal["grade"] = "grade"
    item: Annotated[str, Field(max_length=100)]
    seed: Annotated[int, Field(ge=1, le=INSTANCES)] | None = None
    given: Given = ()


class ExplainRequest(_Request):
    """Explain a field.

    Attributes:
        tag: record type and field number, such as "2.059", in any padding.

    Refused: what is no tag, and a field that the course does not meet.
    Source: the field dictionary; the reply says where the entry comes from.
    """

    do: Literal["explain"] = "explain"
    tag: Annotated[str, Field(max_length=20)]


Request = (
    InspectRequest
    | EditRequest
    | RunRequest
    | GradeRequest
    | ExplainRequest
    | JudgeRequest
    | DeadlineRequest
    | ReviewRequest
)

REQUEST: TypeAdapter[Request] = TypeAdapter(Annotated[Request, Field(discriminator="do")])
"""Reads a request from JSON."""
