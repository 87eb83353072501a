"""IDENT/IAFIS interoperability, one booking at a time. The handful of names that a lesson uses, and no more.

They are handed on when first asked for, so that the command line and a browser without Jupyter need not load
the widgets.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .messages import Kind
    from .packet import cite
    from .process import Booking, Event, OnFile, Party, Setting, run, scenario, shift
    from .widgets import (
        complaint_practice,
        decide,
        detainer_clock,
        final,
        inspect,
        may_i,
        my_record,
        playground,
        quiz,
        review,
        walk,
    )
    from .wire import read, write

_HOMES = {
    "Kind": "messages",
    "cite": "packet",
    "Booking": "process",
    "Event": "process",
    "OnFile": "process",
    "Party": "process",
    "Setting": "process",
    "run": "process",
    "scenario": "process",
    "shift": "process",
    "complaint_practice": "widgets",
    "decide": "widgets",
    "detainer_clock": "widgets",
    "final": "widgets",
    "inspect": "widgets",
    "may_i": "widgets",
    "my_record": "widgets",
    "playground": "widgets",
    "quiz": "widgets",
    "review": "widgets",
    "walk": "widgets",
    "read": "wire",
    "write": "wire",
}

__all__ = [
    "Booking",
    "Event",
    "Kind",
    "OnFile",
    "Party",
    "Setting",
    "cite",
    "complaint_practice",
    "decide",
    "detainer_clock",
    "final",
    "inspect",
    "may_i",
    "my_record",
    "playground",
    "quiz",
    "read",
    "review",
    "run",
    "scenario",
    "shift",
    "walk",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"interop_course has no {name!r}. It has: {', '.join(__all__)}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
