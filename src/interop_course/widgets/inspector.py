"""The message inspector."""

from __future__ import annotations

from ..live import InspectorState, inspector_state
from ..messages import Message
from ..process import Entry
from .host import Host

_TELLING = {"car": "2.018", "iafis-sre": "2.059", "dhs-sre": "2.059", "errt": "2.060"}
"""The field of each kind of EBTS message that says most in a word."""


class Inspector(Host):
    """One message, taken apart. Made by ``inspect``; ``show`` puts another message in its place."""

    def __init__(self, shown: Entry | Message, since: Entry | Message | None = None) -> None:
        super().__init__(inspector_state(shown, since))

    def show(self, shown: Entry | Message, since: Entry | Message | None = None) -> None:
        """Show another message, or the message of another entry, in every view of this widget."""
        self.show_state(inspector_state(shown, since))

    def in_short(self) -> str:
        """The message in a few words: "DHS SRE 3 records, 2.059=I"."""
        state = self._shown
        assert isinstance(state, InspectorState)
        name = state.title.partition(":")[0]
        if state.lines:
            return f"{name} {len(state.text.splitlines())} lines"
        if not state.records:
            return f"no message: {state.title}"
        tag = _TELLING.get(state.kind)
        value = next((f", {tag}={f.value}" for record in state.records for f in record.fields if f.tag == tag), "")
        return f"{name} {len(state.records)} records{value}"

    def __repr__(self) -> str:
        return f"<Inspector {self.in_short()}>"


def inspect(shown: Entry | Message, since: Entry | Message | None = None) -> Inspector:
    """Look inside a message: an entry of a journal, or a message itself.

    With ``since``, the message of the step before, whatever is new or changed is marked. An entry without a message
    shows what happened instead. Raises NotAMessage for anything else.
    """
    return Inspector(shown, since)
