"""What can go wrong while a booking is followed.

ProcessError
├── UnknownAgency          no agency of the course has this ORI
├── UnknownScenario        no scenario has this name
├── ImpossibleTransition   a message arrived where no rule lets it arrive
└── NoSuchEntry            the journal holds no such message
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class ProcessError(Exception):
    """Root of every error that this package raises."""


class UnknownAgency(ProcessError):
    """An ORI that is not one of the course's invented agencies."""

    def __init__(self, ori: str, known: Iterable[str]) -> None:
        super().__init__(f"no agency of the course has the ORI {ori!r}. {_nearest(ori, known)}")
        self.ori = ori


class UnknownScenario(ProcessError):
    """A scenario name that the course does not have."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"the course has no scenario {name!r}. {_nearest(name, known)}")
        self.name = name


class ImpossibleTransition(ProcessError):
    """A message that no rule sends this way, or that was never on its way. The case is unchanged."""


class NoSuchEntry(ProcessError):
    """The journal was asked for a message that this booking never produced."""


def _nearest(wanted: str, known: Iterable[str]) -> str:
    names = sorted(known)
    close = get_close_matches(wanted, names, n=3, cutoff=0.4)
    return f"Did you mean {' or '.join(close)}?" if close else f"It has: {', '.join(names)}."
