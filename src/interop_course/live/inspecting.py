"""From a message to the state of an inspector."""

from __future__ import annotations

from base64 import b64encode
from functools import cache

from ..messages import EbtsMessage, Form, Message, TextMessage, image
from ..packet import EBTS
from ..process import Entry
from ..wire import Field, FieldFact, Record, Transaction, UnknownField, describe, glyphs
from .comparing import TEXT_FIELD, Before, places
from .errors import NotAMessage
from .lines import Line, read_lines
from .states import Change, FieldState, Image, InspectorState, LineState, RecordState
from .words import BANNER, FINGERS, FORMS, KINDS, RECORDS, plural, source

IMAGE = 999
FINGER = 13
PRINT = 14


def inspector_state(shown: Entry | Message, since: Entry | Message | None = None) -> InspectorState:
    """The state that shows a message, or the message of an entry.

    ``since`` is what the step before sent: what is new or changed against it is marked. An entry without a message
    gives a state that says so. Raises NotAMessage for anything else.
    """
    message, way = _taken_apart(shown)
    if message is None:
        return _no_message(shown)
    earlier, _ = _taken_apart(since) if since is not None else (None, "")
    before = Before.of(earlier) if earlier is not None else None
    transaction = message.transaction() if isinstance(message, EbtsMessage) else None
    text = message.text if isinstance(message, TextMessage) else ""
    lines = _lines(text, before)
    parts = (
        plural(len(transaction.records), "record")
        if transaction
        else f"{plural(len(text.splitlines()), 'line')} of text"
    )
    short, name = KINDS[message.kind]
    return InspectorState(
        kind=message.kind.value,
        title=f"{short}: {name}",
        summary=f"{way}{parts}, {plural(len(message.to_bytes()), 'byte')}.",
        form=FORMS[message.form],
        banner=BANNER,
        since=_named(earlier) if earlier is not None else "",
        records=_records(transaction, before) if transaction else (),
        lines=lines,
        text=_as_text(transaction) if transaction else text,
    )


def _taken_apart(shown: object) -> tuple[Message | None, str]:
    """The message, and the way it went where an entry tells it."""
    if isinstance(shown, Message):
        return shown, ""
    if isinstance(shown, Entry):
        return shown.message, f"{shown.sender.label} to {shown.receiver.label}. "
    raise NotAMessage(
        f"{type(shown).__name__} is no message and no entry. Give what journal.find(Kind.…) returns, or a message"
    )


def _no_message(shown: Entry | Message) -> InspectorState:
    assert isinstance(shown, Entry)
    return InspectorState(
        kind="none",
        title=shown.title,
        summary="A decision, an event or a contact: no message travels here.",
        form=FORMS[Form.NONE],
        banner=BANNER,
    )


def _named(message: Message) -> str:
    short, name = KINDS[message.kind]
    return f"{short} ({name})"


def _records(transaction: Transaction, before: Before | None) -> tuple[RecordState, ...]:
    marked = iter(places(transaction))
    states = []
    for record in transaction.records:
        fields = []
        for place, each in (next(marked) for _ in record.fields):
            change, old = before.field_change(place, each) if before else ("", "")
            fields.append(_field(record, each, change, old, before))
        states.append(
            RecordState(
                type=record.type,
                name=_record_name(record),
                length=record.length,
                fields=tuple(fields),
            )
        )
    return tuple(states)


def _record_name(record: Record) -> str:
    name = RECORDS.get(record.type, "not met in this course")
    finger = record.value(FINGER) if record.type == PRINT else None
    known = finger is not None and finger.isdecimal() and 1 <= int(finger) <= len(FINGERS)
    return f"{name}, {FINGERS[int(finger) - 1]}" if finger and known else name


def _field(record: Record, each: Field, change: Change, old: str, before: Before | None) -> FieldState:
    picture = _picture(record, each)
    # Where no text came before, the whole field is new, and marks on every line would say nothing more.
    lines = _lines(each.text, before if before and before.lines else None) if each.tag == TEXT_FIELD else ()
    fact = _fact(each.tag)
    return FieldState(
        tag=each.tag,
        mnemonic=fact.mnemonic,
        name=fact.name,
        meaning=fact.meaning,
        personal=fact.personal,
        source=source(fact.source),
        value="" if lines else _value(each),
        size=len(each.value),
        change=change,
        before="" if lines or picture else old,
        image=picture,
        lines=lines,
    )


def _fact(tag: str) -> FieldFact:
    try:
        return describe(tag)
    except UnknownField:
        unknown = "The course's dictionary does not have this field."
        return FieldFact(tag, "", "Unknown field", "", "", unknown, personal=False, source=EBTS)


def _value(each: Field) -> str:
    return f"(image, {plural(len(each.value), 'byte')})" if each.number == IMAGE else glyphs(each.value)


def _picture(record: Record, each: Field) -> Image | None:
    """One of the course's own drawings. Other image data are never shown."""
    name = _drawings().get(each.value) if each.number == IMAGE else None
    if name is None:
        return None
    data = f"data:image/jpeg;base64,{b64encode(each.value).decode()}"
    if name == "face":
        return Image(src=data, alt="Drawing of a face with the word SYNTHETIC", label="Synthetic photo: a drawing")
    if name == "placeholder":
        return Image(
            src=data,
            alt="Placeholder with the word SYNTHETIC, showing nobody",
            label="Placeholder: no photo is on file. It shows nobody.",
        )
    finger = FINGERS[int(name.removeprefix("print-")) - 1]
    return Image(
        src=data, alt=f"Drawing of a fingerprint, {finger}, with the word SYNTHETIC", label=f"Synthetic print: {finger}"
    )


@cache
def _drawings() -> dict[bytes, str]:
    names = [*(f"print-{finger:02}" for finger in range(1, len(FINGERS) + 1)), "face", "placeholder"]
    return {image(name).data: name for name in names}


def _lines(text: str, before: Before | None) -> tuple[LineState, ...]:
    return tuple(_line(line, before.line_change(line) if before else "") for line in read_lines(text))


def _line(line: Line, change: Change) -> LineState:
    return LineState(text=line.text, meaning=line.meaning, personal=line.personal, change=change)


def _as_text(transaction: Transaction) -> str:
    """The whole message with its separators as signs, image data left out."""
    return "".join(
        "␝".join(glyphs(each.prefix) + _value(each) for each in record.fields) + "␜" for record in transaction.records
    )
