"""From a booking to its journal."""

from __future__ import annotations

from .booking import Booking
from .case import Case
from .clock import clocks
from .journal import Journal
from .setting import Setting
from .transitions import TRANSITIONS


def open_case(booking: Booking, setting: Setting | None = None, seed: int = 2010) -> Case:
    """A case at the moment when the prints leave the desk, to be followed one arrival at a time with `advance`."""
    return Case.open(booking, setting or Setting(), seed, TRANSITIONS)


def run(booking: Booking, setting: Setting | None = None, seed: int = 2010) -> Journal:
    """Follow one booking until nothing is on its way any more. Same arguments, same bytes."""
    case = open_case(booking, setting, seed)
    while case.waiting:
        case = case.advance()
    return Journal(booking, case.setting, seed, case.entries, clocks(booking, case.entries))
