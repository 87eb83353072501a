"""The journal stepper."""

from __future__ import annotations

from typing import Any

import traitlets

from ..live import stepper_state
from ..process import Entry, Journal
from .errors import NothingToShow
from .host import Host


class Stepper(Host):
    """A journal to walk through. ``at`` is the number of the selected entry, to be observed or linked."""

    at = traitlets.Int(1, help="number of the selected entry; 1 is the first").tag(sync=True)

    def __init__(self, journal: Journal, at: int = 1) -> None:
        if not isinstance(journal, Journal):
            raise NothingToShow(f"{type(journal).__name__} is no journal. Give what run(…) or scenario(…) returns")
        self._journal = journal
        super().__init__(stepper_state(journal, at), at=at)

    @property
    def journal(self) -> Journal:
        """The journal that is walked through."""
        return self._journal

    @property
    def entry(self) -> Entry:
        """The selected entry."""
        return self._journal.entries[self.at - 1]

    def show(self, journal: Journal, at: int = 1) -> None:
        """Walk through another journal, in every view of this widget."""
        self._journal = journal
        with self.hold_trait_notifications():
            self.at = at
            self.show_state(stepper_state(journal, at))

    @traitlets.validate("at")
    def _inside(self, proposal: Any) -> int:
        at = int(proposal["value"])
        if not 1 <= at <= len(self._journal.entries):
            raise traitlets.TraitError(f"the journal has entries 1 to {len(self._journal.entries)}, not {at}")
        return at

    def in_short(self) -> str:
        """The journal in a few words: "match, 15 entries, at 1"."""
        return f"{self._journal.outcome}, {len(self._journal.entries)} entries, at {self.at}"

    def __repr__(self) -> str:
        return f"<Stepper {self.in_short()}>"


def walk(journal: Journal, at: int = 1) -> Stepper:
    """Walk through a journal, entry by entry, beginning at entry ``at``. Raises NothingToShow for anything else."""
    return Stepper(journal, at)
