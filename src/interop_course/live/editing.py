"""Changing a message of the course: fields set, added, removed, classic faults made, and what is then wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from ..messages import Message
from ..process import Entry
from ..wire import Field as WireField
from ..wire import Record, Transaction, read
from ..wire.grammar import IMAGE, IMAGE_TYPES, LEN
from ..wire.grammar import tag as written
from .breaking import PRESETS, PresetState, preset_states
from .errors import EditRefused
from .inspecting import state_of
from .inspector_states import InspectorState
from .message_data import MessageData
from .showing import Shown, has_records
from .splicing import exchanged, measured, typed, with_new, with_value, without

MOST_EDITS = 100
LONGEST_VALUE = 20_000
"""Characters typed into one field; the course's longest value has about 3,000."""

_TAG = re.compile(r"(\d{1,2})\.(\d{1,9})")

Tag = Annotated[str, Field(max_length=20)]
Typed = Annotated[str, Field(max_length=LONGEST_VALUE)]
Position = Annotated[int, Field(ge=0, lt=1_000)]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SetField(_Value):
    """Give a field another value.

    Attributes:
        record: the position of its record in the message; the first is 0.
        tag: the field, such as "2.018".
        value: the new value. The signs ␜ ␝ ␞ ␟ stand for the separators and \\xff for a byte above 127.
    """

    op: Literal["set"] = "set"
    record: Position
    tag: Tag
    value: Typed


class AddField(_Value):
    """Add a field in its place by number; one that is there already comes twice.

    Attributes:
        record: the position of the record that gets it; the first is 0.
        tag: the field, such as "2.018".
        value: its value, written as for "set".
    """

    op: Literal["add"] = "add"
    record: Position
    tag: Tag
    value: Typed


class RemoveField(_Value):
    """Leave a field out.

    Attributes:
        record: the position of its record in the message; the first is 0.
        tag: the field, such as "2.018".
    """

    op: Literal["remove"] = "remove"
    record: Position
    tag: Tag


class Break(_Value):
    """Make one of the classic faults.

    Attributes:
        preset: the id of the fault; the reply to an edit lists those that fit the message.
    """

    op: Literal["break"] = "break"
    preset: Annotated[str, Field(max_length=40)]


Edit = Annotated[SetField | AddField | RemoveField | Break, Field(discriminator="op")]


class EditRequest(_Value):
    """Change one of the course's messages, edit by edit, and say all that is then wrong with it.

    Attributes:
        message: the message before all edits; the reply compares with it.
        edits: the changes, each made on what the one before left.
        lengths: whether LEN is computed again in a record that an edit changes, or stays as given. An edit of LEN
            itself, and a preset, always stand as they are.

    Refused: a message without fields, and an edit of a record, field or preset that is not there.
    Source: as for "inspect".
    """

    do: Literal["edit"] = "edit"
    message: MessageData
    edits: Annotated[tuple[Edit, ...], Field(max_length=MOST_EDITS)] = ()
    lengths: Literal["computed", "given"] = "computed"


class EditReply(_Value):
    """The changed message.

    Attributes:
        state: the message after all edits, with its faults, as an inspector draws it.
        presets: the classic faults that could be made of the message before all edits.
    """

    do: Literal["edit"] = "edit"
    ok: Literal[True] = True
    state: InspectorState
    presets: tuple[PresetState, ...]


def edit(request: EditRequest) -> EditReply:
    """Answer an EditRequest. Raises EditRefused for an edit that cannot be made."""
    kind, data = request.message.kind, request.message.data
    if not has_records(kind):
        raise EditRefused("this message is lines of text and has no fields to change")
    before = Shown.of_bytes(kind, data)
    assert before.transaction is not None
    changed = changed_bytes(data, request.edits, computed=request.lengths == "computed")
    state = state_of(Shown.of_bytes(kind, changed), original=before)
    return EditReply(state=state, presets=preset_states(before.transaction))


def edited_state(shown: Entry | Message, fields: Mapping[str, str | None], preset: str = "") -> InspectorState:
    """The state of a message with fields set, added or (None) left out by tag, and a preset made.

    It is compared with the message as it was. A field goes into the first record of its type, and a LEN that is not
    among the fields is computed again. Raises NotAMessage and EditRefused.
    """
    before = Shown.of(shown)
    if before is None or before.transaction is None:
        raise EditRefused("this message has no fields to change")
    edits = [_edit_of(before.transaction, tag, value) for tag, value in fields.items()]
    if preset:
        edits.append(Break(preset=preset))
    changed = changed_bytes(before.data, tuple(edits), computed=True)
    return state_of(Shown.of_bytes(before.kind, changed, before.way), original=before)


def _edit_of(message: Transaction, tag: str, value: str | None) -> Edit:
    type, _, number = tag.partition(".")
    for position, record in enumerate(message.records):
        if str(record.type) == type and number.isdecimal():
            there = record.get(int(number)) is not None
            if value is None:
                return RemoveField(record=position, tag=tag)
            return (SetField if there else AddField)(record=position, tag=tag, value=value)
    raise EditRefused(f"the message has no record for {tag!r}")


def changed_bytes(data: bytes, edits: tuple[Edit, ...], *, computed: bool) -> bytes:
    """A message with each edit made in turn on what the one before left."""
    for each in edits:
        data = _made(data, each, computed=computed)
    return data


def _made(data: bytes, edit: Edit, *, computed: bool) -> bytes:
    message = read(data, strict=False)
    if isinstance(edit, Break):
        return _broken(message, edit.preset)
    record = _record(message, edit.record)
    number = _number(record, edit.tag)
    raw = _changed(record, number, edit)
    return exchanged(message, edit.record, measured(record.type, raw) if computed and number != LEN else raw)


def _broken(message: Transaction, preset: str) -> bytes:
    if preset not in PRESETS:
        raise EditRefused(f"there is no preset {preset!r}. There are {', '.join(PRESETS)}")
    broken = PRESETS[preset].make(message)
    if broken is None:
        raise EditRefused(f"{PRESETS[preset].label}: this message has nothing that could be broken in that way")
    return broken


def _changed(record: Record, number: int, edit: SetField | AddField | RemoveField) -> bytes:
    if number == IMAGE and record.type in IMAGE_TYPES and not isinstance(edit, RemoveField):
        raise EditRefused(f"{written(record.type, IMAGE)} holds the bytes of an image, which cannot be typed")
    if isinstance(edit, AddField):
        return with_new(record, number, typed(edit.value))
    field = _field(record, number)
    return without(record, field) if isinstance(edit, RemoveField) else with_value(record, field, typed(edit.value))


def _record(message: Transaction, position: int) -> Record:
    if position >= len(message.records):
        raise EditRefused(f"there is no record {position + 1}: the message has {len(message.records)}")
    return message.records[position]


def _number(record: Record, tag: str) -> int:
    found = _TAG.fullmatch(tag)
    if not found or int(found[1]) != record.type or not int(found[2]):
        raise EditRefused(f"{tag!r} is no tag of a Type-{record.type} record; such a tag looks like {record.type}.018")
    return int(found[2])


def _field(record: Record, number: int) -> WireField:
    field = record.get(number)
    if field is None:
        raise EditRefused(f"the record has no field {written(record.type, number)}")
    return field
