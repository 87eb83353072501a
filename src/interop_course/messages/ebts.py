"""What all EBTS messages share: the Type-1 header, the Type-2 record, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, ClassVar, Self

from interop_course.messages.base import Message
from interop_course.messages.errors import UnreadableMessage, WrongKind
from interop_course.messages.tags import Tag, Written
from interop_course.wire import CharacterSet, MalformedMessage, Record, Transaction, read, record, transaction, write

VERSION = "0201"  # as the packet's samples print it, p. 27
UTF8 = ("003", "UTF-8")  # 1.15, where what was not understood is not plain ASCII (ANSI/NIST-ITL 1-2007)
# 1.11 and 1.12 without Type-4 records, as in the packet's samples, p. 27; a Type-14 record states its own resolution.
NO_RESOLUTION = "00.00"


class EbtsMessage(Message):
    """A message of records. A field of the model with a `Tag` is a field of the message, absent where None.

    Reading takes the fields that the model has. Others stay in the `Transaction` that the wire package reads.
    """

    tot: ClassVar[str]
    fixed: ClassVar[tuple[tuple[int, str], ...]] = ()
    """Header fields that are the same in every message of this kind, as number and value."""

    def transaction(self) -> Transaction:
        """The message as records, with lengths and contents computed."""
        header: dict[int, Written] = {2: VERSION, 4: self.tot, **dict(self.fixed)}
        header |= {11: NO_RESOLUTION, 12: NO_RESOLUTION, **self._written(1)}
        body, charset = sorted(self._written(2).items()), CharacterSet.ASCII
        if any(isinstance(value, str | bytes) and not value.isascii() for _, value in body):
            header[15], charset = [UTF8], CharacterSet.UTF8
        return transaction(record(1, sorted(header.items())), record(2, body, charset=charset), *self._images())

    def to_bytes(self) -> bytes:
        return write(self.transaction())

    @classmethod
    def from_transaction(cls, message: Transaction) -> Self:
        """Take the model's values out of a message that was read; raises WrongKind or InvalidMessage."""
        cls._check(message)
        values: dict[str, Any] = {}
        for type in (1, 2):
            records = message.of_type(type)
            if not records:
                raise UnreadableMessage(cls.__name__, f"it has no Type-{type} record", "Give the whole message")
            for name, tag in _tags(cls, type):
                if field := records[0].get(tag.number):
                    values[name] = tag.read(field)
        cls._read_rest(message, values)
        return cls(**values)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        try:
            message = read(data)
        except MalformedMessage as error:
            problem = "; ".join(str(fault).rstrip(".") for fault in error.faults)
            remedy = "Read it with wire.read(data, strict=False) to see what is there"
            raise UnreadableMessage(cls.__name__, problem, remedy) from error
        return cls.from_transaction(message)

    @classmethod
    def _check(cls, message: Transaction) -> None:
        """Refuse a message of another kind."""
        if message.tot != cls.tot:
            raise WrongKind(
                cls.__name__,
                f"field 1.04 says {message.tot!r}, not {cls.tot!r}",
                "Read it as the kind it says",
            )
        for number, value in cls.fixed:
            found = message.header.value(number)
            if found != value:
                raise WrongKind(
                    cls.__name__,
                    f"field 1.{number:02} is {found!r}, not {value!r}",
                    f"A {cls.__name__} is told by {value} there: read this message as another kind",
                )

    def _written(self, type: int) -> dict[int, Written]:
        values = ((tag, getattr(self, name)) for name, tag in _tags(self.__class__, type))
        return {tag.number: tag.write(value) for tag, value in values if value is not None and value != ()}

    def _images(self) -> Iterable[Record]:
        """The records after Type-2; none, unless the kind has pictures."""
        return ()

    @classmethod
    def _read_rest(cls, message: Transaction, values: dict[str, Any]) -> None:
        """Add to `values` what the kind keeps in records after Type-2 or in fields without a Tag."""


@cache
def _tags(model: type[EbtsMessage], type: int) -> tuple[tuple[str, Tag], ...]:
    """The tagged fields of a model in one record type, by field number."""
    found = [
        (name, tag)
        for name, field in model.model_fields.items()
        for tag in field.metadata
        if isinstance(tag, Tag) and tag.type == type
    ]
    return tuple(sorted(found, key=lambda pair: pair[1].number))
