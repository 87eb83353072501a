"""From a message to the state of an inspector."""

from __future__ import annotations

from base64 import b64encode

from ..messages import Form, Message
from ..process import Entry
from .comparing import Before
from .dissecting import line_states, missing_states, record_states, visible_text
from .errors import TwoComparisons
from .faulting import fault_states, measures, submission_of
from .inspector_states import InspectorState
from .showing import Shown
from .uses import uses
from .words import BANNER, FORMS, KINDS, plural

Given = Entry | Message


def inspector_state(shown: Given, since: Given | None = None, expected: Given | None = None) -> InspectorState:
    """The state that shows a message, or the message of an entry.

    ``since`` is what the step before sent: what is new or changed against it is marked. ``expected`` is the message
    that should have come: what differs from it is marked, and what is missing is listed. An entry without a message
    gives a state that says so. Raises NotAMessage for anything else, TwoComparisons if both are given.
    """
    if since is not None and expected is not None:
        raise TwoComparisons("compare with one message: give since, or expected")
    message = Shown.of(shown)
    if message is None:
        return _no_message(shown)
    return state_of(
        message,
        since=None if since is None else Shown.of(since),
        expected=None if expected is None else Shown.of(expected),
    )


def state_of(
    shown: Shown, *, since: Shown | None = None, expected: Shown | None = None, original: Shown | None = None
) -> InspectorState:
    """The state of a message, compared with another, or with the ``original`` that it was made from by edits.

    The state of an edited message has all its bytes in ``data``, and its faults are those of an answer to what the
    original answers.
    """
    other = since or expected or original
    before = Before.of(other) if other else None
    transaction, text = shown.transaction, shown.text
    parts = (
        plural(len(transaction.records), "record")
        if transaction
        else f"{plural(len(text.splitlines()), 'line')} of text"
    )
    short, name = KINDS[shown.kind]
    return InspectorState(
        kind=shown.kind.value,
        title=f"{short}: {name}",
        summary=f"{shown.way}{parts}, {plural(len(shown.data), 'byte')}.",
        form=FORMS[shown.form],
        banner=BANNER,
        since=_named(since) if since else "",
        expected=_named(expected) if expected else "",
        records=record_states(transaction, before) if transaction else (),
        lines=() if transaction else line_states(text, shown.data, 0, before),
        text=visible_text(shown),
        size=len(shown.data),
        data=b64encode(shown.data).decode() if original else "",
        edited=original is not None,
        measures=measures(transaction) if transaction else (),
        faults=fault_states(shown, submission_of(original.transaction) if original and original.transaction else None),
        missing=missing_states(shown, wanted) if (wanted := expected or original) else (),
        uses=uses(shown),
    )


def _no_message(shown: Given) -> InspectorState:
    assert isinstance(shown, Entry)
    return InspectorState(
        kind="none",
        title=shown.title,
        summary="A decision, an event or a contact: no message travels here.",
        form=FORMS[Form.NONE],
        banner=BANNER,
    )


def _named(message: Shown) -> str:
    short, name = KINDS[message.kind]
    return f"{short} ({name})"
