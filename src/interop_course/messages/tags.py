"""Where a value of a model stands in an EBTS message, and how it is written there and read back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from interop_course.messages.values import ymd
from interop_course.wire import Field

Written = str | bytes | Sequence[str | bytes | Sequence[str | bytes]]


def plain(value: Any) -> str:
    """A value as text: a day as eight digits, a moment in ISO form, yes and no as Y and N, all else as it prints."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date):
        return ymd(value)
    if isinstance(value, bool):
        return "Y" if value else "N"
    return str(value)


def _text(field: Field) -> Any:
    """The words of a field. The packet's samples print spaces around some; none of them means anything."""
    return field.text.strip()


@dataclass(frozen=True, slots=True)
class Tag:
    """Metadata of a model's field: its record type and field number on the wire.

    `write` makes the field's content from the value; `read` takes the field from a message and gives what the
    model then validates. The pair that is the default serves text, days, numbers and yes or no.
    """

    type: int
    number: int
    write: Callable[[Any], Written] = plain
    read: Callable[[Field], Any] = _text

    def __str__(self) -> str:
        return f"{self.type}.{self.number:02}" if self.type == 1 else f"{self.type}.{self.number:03}"
