"""What all messages share: frozen values with clear errors, bytes out, bytes in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from interop_course.messages.errors import InvalidMessage, UnreadableMessage, WrongKind
from interop_course.messages.faults import faults_of
from interop_course.messages.kinds import Form, Kind
from interop_course.messages.tags import plain


class Value(BaseModel):
    """A frozen value. Making one from values that do not fit raises InvalidMessage with every fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __init__(self, **values: Any) -> None:
        try:
            super().__init__(**values)
        except ValidationError as error:
            raise InvalidMessage(type(self).__name__, faults_of(type(self), error)) from None


class Message(Value, ABC):
    """Any message of the course. `kind` tells them apart; `form` says whose layout the bytes have."""

    form: ClassVar[Form]
    kind: Kind

    @abstractmethod
    def to_bytes(self) -> bytes:
        """The message as it travels. Made anew at each call, so that a model itself stays small."""

    @classmethod
    @abstractmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read the message back; equal to the one written. Raises UnreadableMessage or InvalidMessage."""


class TextMessage(Message):
    """A message that is lines of text, UTF-8, each ended by a line feed."""

    @property
    @abstractmethod
    def text(self) -> str:
        """The whole message as text."""

    @classmethod
    @abstractmethod
    def from_text(cls, text: str) -> Self:
        """Read the message from text; raises UnreadableMessage or InvalidMessage."""

    def to_bytes(self) -> bytes:
        return self.text.encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        try:
            return cls.from_text(data.decode())
        except UnicodeDecodeError as error:
            problem = f"byte {error.start} ({data[error.start]:#04x}) is not text in UTF-8"
            raise UnreadableMessage(cls.__name__, problem, "Give the text of the message") from None


class CourseMessage(TextMessage):
    """A message in the course's own notation, where the packet prints none: a heading, then NAME = value.

    Labels are the field names in capitals. A value that is not given has no line.
    """

    form: ClassVar[Form] = Form.COURSE

    @property
    def text(self) -> str:
        values = ((name, self._written(name)) for name in type(self).model_fields if name != "kind")
        lines = (f"{name.upper()} = {value}" for name, value in values if value)
        return "\n".join((self._heading(self.kind), *lines, ""))

    @classmethod
    def from_text(cls, text: str) -> Self:
        heading, *lines = text.splitlines() or [""]
        kind = cls.model_fields["kind"].default
        if heading.strip() != cls._heading(kind):
            raise WrongKind(
                cls.__name__,
                f"it begins with {heading[:60]!r}",
                f"In the course's notation it begins with {cls._heading(kind)!r}",
            )
        values: dict[str, Any] = {}
        for number, line in enumerate(lines, 2):
            label, equals, value = line.partition("=")
            name = label.strip().lower()
            if not line.strip():
                continue
            if not equals or not name or name in values or name == "kind":
                raise UnreadableMessage(
                    cls.__name__,
                    f"line {number}, {line[:60]!r}, is not one new NAME = value",
                    "Write each value once, on a line of its own",
                )
            values[name] = value.strip()
        return cls(**values)

    def _written(self, name: str) -> str:
        value = getattr(self, name)
        return "" if value is None else plain(value)

    @staticmethod
    def _heading(kind: Kind) -> str:
        return f"[course notation] {kind.upper()}"
