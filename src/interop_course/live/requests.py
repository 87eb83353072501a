"""What can be asked of the live door. ``do`` says which request it is.

| do | asks for | reply |
| --- | --- | --- |
| inspect | a message taken apart | the state of an inspector |
| run | a booking followed to its end | the state of a stepper |
| grade | an answer to an item | a mark with reasons |
| explain | a field | its entry in the field dictionary |
| judge | a use and the passing on | what the rules say of both |
| deadline | 48 hours from a moment | the hours as counted |
| review | a draft of the practice complaint | what it lacks |
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, TypeAdapter

from ..assessment.grading import Chosen
from ..messages import Kind
from ..process import Booking, Setting
from .judging import DeadlineRequest, JudgeRequest, ReviewRequest

LARGEST_MESSAGE = 200_000
"""Bytes; the course's largest message is a tenth of it."""


def _decoded(value: object) -> object:
    """Base64 text as the bytes it stands for; bytes as they are."""
    if not isinstance(value, str):
        return value
    try:
        return b64decode(value, validate=True)
    except (NotBase64, ValueError) as error:
        raise ValueError(f"the bytes of a message are written in base64; this is not: {error}") from None


def _encoded(data: bytes) -> str:
    return b64encode(data).decode()


Data = Annotated[
    bytes,
    Field(max_length=LARGEST_MESSAGE),
    BeforeValidator(_decoded),
    PlainSerializer(_encoded, when_used="json"),
]
"""Bytes in Python, base64 in JSON."""


class _Request(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MessageData(_Request):
    """One of the course's messages: its kind and its bytes."""

    kind: Kind
    data: Data


class InspectRequest(_Request):
    """Take a message apart; with ``since``, mark what is new or changed against the message of the step before."""

    do: Literal["inspect"] = "inspect"
    message: MessageData
    since: MessageData | None = None


class RunRequest(_Request):
    """Follow one booking in a setting. Equal requests have equal replies."""

    do: Literal["run"] = "run"
    booking: Booking
    setting: Setting = Setting()
    seed: Annotated[int, Field(ge=0, lt=2**32)] = 2010


class GradeRequest(_Request):
    """Grade the chosen options of an item. No options is an answer too, and a wrong one."""

    do: Literal["grade"] = "grade"
    item: Annotated[str, Field(max_length=100)]
    chosen: Chosen = ()


class ExplainRequest(_Request):
    """Explain a field by its tag, for example "2.059"."""

    do: Literal["explain"] = "explain"
    tag: Annotated[str, Field(max_length=20)]


Request = InspectRequest | RunRequest | GradeRequest | ExplainRequest | JudgeRequest | DeadlineRequest | ReviewRequest

REQUEST: TypeAdapter[Request] = TypeAdapter(Annotated[Request, Field(discriminator="do")])
"""Reads a request from JSON."""
