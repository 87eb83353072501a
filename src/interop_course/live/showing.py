"""What an inspector is given, as the bytes and parts that it shows."""

from __future__ import annotations

from dataclasses import dataclass

from ..messages import MODELS, EbtsMessage, Form, Kind, Message
from ..process import Entry
from ..wire import Transaction, read
from .errors import NotAMessage


@dataclass(frozen=True, slots=True)
class Shown:
    """A message to show: its kind, whose form it has, its bytes, and the records or the text in them.

    The bytes are read leniently, so that a broken message is shown too. ``way`` says between whom it travelled.
    """

    kind: Kind
    form: Form
    data: bytes
    transaction: Transaction | None
    text: str
    way: str = ""

    @classmethod
    def of(cls, given: Entry | Message) -> Shown | None:
        """The message itself, or the one of an entry; None for an entry without one. Raises NotAMessage."""
        if isinstance(given, Message):
            return cls.of_bytes(given.kind, given.to_bytes())
        if not isinstance(given, Entry):
            name = type(given).__name__
            raise NotAMessage(
                f"{name} is no message and no entry. Give what journal.find(Kind.…) returns, or a message"
            )
        way = f"{given.sender.label} to {given.receiver.label}. "
        return None if given.message is None else cls.of_bytes(given.message.kind, given.data, way)

    @classmethod
    def of_bytes(cls, kind: Kind, data: bytes, way: str = "") -> Shown:
        """Bytes that should be a message of this kind, however broken they are."""
        form = MODELS[kind].form
        if has_records(kind):
            return cls(kind, form, data, read(data, strict=False), "", way)
        return cls(kind, form, data, None, data.decode(errors="backslashreplace"), way)


def has_records(kind: Kind) -> bool:
    """Whether messages of this kind are made of records and fields; the others are lines of text."""
    return issubclass(MODELS[kind], EbtsMessage)
