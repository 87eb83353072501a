"""A message as a request carries it: its kind and its bytes."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from ..messages import Kind

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


class MessageData(BaseModel):
    """One of the course's messages. Never send a real person's.

    Attributes:
        kind: which message it is.
        data: its bytes, as base64 text in JSON.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    data: Data
