"""What can go wrong with a message.

::

    ValueError
    └── MessageError            anything about a message of this package
        ├── InvalidMessage      values that make no message; carries every fault found
        └── UnreadableMessage   bytes or text that are not the message asked for
            └── WrongKind       they are a message, but of another kind

They are ValueErrors so that a model inside another model (an encounter in an IDR) reports its faults together
with those of the outer one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MessageFault:
    """One thing that is wrong: where (a field, and its place in a list), what, and what to do."""

    where: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}. {self.remedy}." if self.where else f"{self.problem}. {self.remedy}."


class MessageError(ValueError):
    """The base of every error of this package."""


class InvalidMessage(MessageError):
    """Values from which no message can be made.

    Attributes:
        name: the message that was to be made, such as "CAR".
        faults: all that is wrong with the values, in the order of the fields.
    """

    def __init__(self, name: str, faults: Iterable[MessageFault]) -> None:
        self.name = name
        self.faults = tuple(faults)
        super().__init__("\n  ".join((f"these values make no {name}:", *map(str, self.faults))))


class UnreadableMessage(MessageError):
    """Bytes or text that cannot be read as the message asked for.

    Attributes:
        name: the message that was asked for, such as "IDR".
        problem: what is wrong, and where.
        remedy: what to do about it.
    """

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        self.name = name
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"this is no {name}: {problem}. {remedy}.")


class WrongKind(UnreadableMessage):
    """A message of another kind than the one asked for."""


class Unfit(ValueError):
    """Raised inside a validator: what is wrong and what to do. Callers meet it as a MessageFault."""

    def __init__(self, problem: str, remedy: str) -> None:
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{problem}. {remedy}.")
