"""The message inspector."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..live import InspectorState, inspector_state
from ..live.editing import edited_state
from ..live.errors import TwoComparisons
from ..messages import Message
from ..process import Entry
from .host import Host

_TELLING = {"car": "2.018", "iafis-sre": "2.059", "dhs-sre": "2.059", "errt": "2.060"}
"""The field of each kind of EBTS message that says most in a word."""

Given = Entry | Message


class Inspector(Host):
    """One message, taken apart. Made by ``inspect``; ``show`` puts another message in its place."""

    def __init__(self, shown: Given, since: Given | None = None, **compared: Any) -> None:
        super().__init__(_state(shown, since, **compared))

    def show(self, shown: Given, since: Given | None = None, **compared: Any) -> None:
        """Show another message, or the message of another entry, in every view of this widget."""
        self.show_state(_state(shown, since, **compared))

    def in_short(self) -> str:
        """The message in a few words: "DHS SRE 3 records, 2.059=I", and how many faults it has."""
        state = self._shown
        assert isinstance(state, InspectorState)
        name = state.title.partition(":")[0]
        if state.kind == "none":
            return f"no message: {state.title}"
        faults = f", {len(state.faults)} fault{'' if len(state.faults) == 1 else 's'}" if state.faults else ""
        if not state.records:
            return f"{name} {len(state.text.splitlines())} lines{faults}"
        tag = _TELLING.get(state.kind)
        value = next((f", {tag}={f.value}" for record in state.records for f in record.fields if f.tag == tag), "")
        return f"{name} {len(state.records)} records{value}{faults}"

    def __repr__(self) -> str:
        return f"<Inspector {self.in_short()}>"


def inspect(
    shown: Given,
    since: Given | None = None,
    *,
    expected: Given | None = None,
    edit: Mapping[str, str | None] | None = None,
    broken: str = "",
) -> Inspector:
    """Look inside a message: an entry of a journal, or a message itself.

    With ``since``, the message of the step before, whatever is new or changed is marked; with ``expected``, the
    message that should have come, what differs and what is missing. ``edit`` gives fields another value, or adds
    them, by tag ("2.059"), or leaves them out where the value is None; ``broken`` names a preset of a classic fault.
    Both compare with the message as it was, and all that is then wrong is listed.

    An entry without a message shows what happened instead. Raises NotAMessage for anything else, TwoComparisons, and
    EditRefused for a change that cannot be made.
    """
    return Inspector(shown, since, expected=expected, edit=edit, broken=broken)


def _state(
    shown: Given,
    since: Given | None,
    expected: Given | None = None,
    edit: Mapping[str, str | None] | None = None,
    broken: str = "",
) -> InspectorState:
    if edit or broken:
        if since is not None or expected is not None:
            raise TwoComparisons("an edited message is compared with itself as it was: leave out since and expected")
        return edited_state(shown, edit or {}, broken)
    return inspector_state(shown, since, expected)
