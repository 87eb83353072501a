"""How much of a message is read: `Limits`."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a message is read before reading stops with a fault.

    `records` and `fields` bound the whole message, `len_digits` (1 to 18) the digits of one LEN. `faults` bounds how
    many faults are listed. By the default limits lenient reading takes at most six megabytes of memory and nine times
    the message besides, whatever the bytes; strict reading of a sound message takes little more than the message.
    """

    records: int = 1_000
    fields: int = 20_000
    len_digits: int = 10
    faults: int = 1_000

    def __post_init__(self) -> None:
        if min(self.records, self.fields, self.faults) < 1 or not 1 <= self.len_digits <= 18:
            raise ValueError("limits are at least 1, and len_digits is at most 18")
