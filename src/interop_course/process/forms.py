"""Which message each step, branch and route shows, and whose form it has. Read off the process itself."""

from __future__ import annotations

from dataclasses import dataclass

from ..messages import MODELS, Form, Kind
from .parties import Party
from .signals import Signal
from .transitions import ROWS


@dataclass(frozen=True, slots=True)
class Shown:
    """One row of the table: `form` is the packet's, EBTS's, the course's own notation, or none (no printed message)."""

    step: int
    branch: str
    sender: Party
    receiver: Party
    signal: Signal
    title: str
    form: Form


def _rows() -> tuple[Shown, ...]:
    found = dict.fromkeys(
        Shown(
            send.step, row.branch, row.on[2], send.to, send.signal, send.title,
            MODELS[send.signal].form if isinstance(send.signal, Kind) else Form.NONE,
        )
        for row in ROWS
        for send in row.sends
    )  # fmt: skip
    return tuple(sorted(found, key=lambda shown: shown.step))


FORMS: tuple[Shown, ...] = _rows()
