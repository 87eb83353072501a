"""A message taken apart: its records and fields, the lines of its texts, its images, and where each stands."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache

from ..messages import image
from ..packet import EBTS
from ..wire import PROFILES, Field, FieldFact, FieldRule, Record, Transaction, UnknownField, Use, describe, glyphs
from .comparing import TEXT_FIELD, Before, places
from .inspector_states import FieldState, Image, LineState, MissingState, Need, RecordState
from .lines import read_lines
from .showing import Shown
from .states import Change
from .words import FINGERS, RECORDS, plural, source

IMAGE = 999
FINGER = 13
PRINT = 14

_NEEDS: dict[Use, Need] = {Use.MANDATORY: "mandatory", Use.OPTIONAL: "optional"}


def record_states(transaction: Transaction, before: Before | None) -> tuple[RecordState, ...]:
    """The records with their fields; what is new or changed against ``before`` is marked."""
    marked = iter(places(transaction))
    profile = PROFILES.get((transaction.tot or "").strip())
    states = []
    for record in transaction.records:
        fields = []
        for place, each in (next(marked) for _ in record.fields):
            change, old = before.field_change(place, each) if before else ("", "")
            rules = profile.record(each.type) if profile else None
            rule = rules.field(each.number, each.type) if rules else None
            fields.append(_field(each, rule, change, old, before))
        states.append(
            RecordState(
                type=record.type,
                name=_record_name(record),
                offset=record.offset or 0,
                length=record.length,
                fields=tuple(fields),
            )
        )
    return tuple(states)


def line_states(text: str, data: bytes, start: int, before: Before | None) -> tuple[LineState, ...]:
    """The lines of a text, which is ``data``, ``start`` bytes from the beginning of the message."""
    exact = text.encode(errors="surrogatepass") == data
    return tuple(
        LineState(
            text=line.text,
            meaning=line.meaning,
            personal=line.personal,
            change=before.line_change(line) if before else "",
            offset=start + len(text[: line.start].encode()) if exact else -1,
            length=len(text[line.start : line.end].encode()) if exact else 0,
        )
        for line in read_lines(text)
    )


def missing_states(shown: Shown, expected: Shown) -> tuple[MissingState, ...]:
    """The records, fields or lines of the message that should have come which are not there."""
    if shown.transaction and expected.transaction:
        return tuple(_missing_parts(shown.transaction, expected.transaction))
    lines = {line.text for line in read_lines(shown.text)}
    return tuple(
        MissingState(name="A line", value=line.text) for line in read_lines(expected.text) if line.text not in lines
    )


def _missing_parts(shown: Transaction, expected: Transaction) -> Iterator[MissingState]:
    """A record that is not there at all is one part, whatever it holds."""
    there = {place for place, _ in places(shown)}
    records = {place[:2] for place in there}
    told: set[tuple[int, int]] = set()
    for place, each in places(expected):
        if place in there or place[:2] in told:
            continue
        if place[:2] in records:
            fact = _fact(each.tag)
            value = _left_out(each) if each.number == IMAGE else glyphs(each.value[:200])
            yield MissingState(tag=each.tag, mnemonic=fact.mnemonic, name=fact.name, value=value)
        else:
            told.add(place[:2])
            whole = expected.of_type(place[0])[place[1]]
            value = f"the whole record, {plural(len(whole.fields), 'field')}, {plural(whole.length, 'byte')}"
            yield MissingState(name=f"Type-{whole.type} record: {_record_name(whole)}", value=value)


def visible_text(shown: Shown) -> str:
    """The whole message with its separators as signs, image data left out."""
    if shown.transaction is None:
        return shown.text
    parts, at = [], 0
    for each in _images(shown.transaction):
        start = (each.offset or 0) + len(each.prefix)
        parts += [glyphs(shown.data[at:start]), _left_out(each)]
        at = start + len(each.value)
    return "".join([*parts, glyphs(shown.data[at:])])


def _record_name(record: Record) -> str:
    name = RECORDS.get(record.type, "not met in this course") if record.type else "bytes that belong to no record"
    finger = record.value(FINGER) if record.type == PRINT else None
    known = finger is not None and finger.isdecimal() and 1 <= int(finger) <= len(FINGERS)
    return f"{name}, {FINGERS[int(finger) - 1]}" if finger and known else name


def _field(each: Field, rule: FieldRule | None, change: Change, old: str, before: Before | None) -> FieldState:
    picture = _picture(each)
    start = (each.offset or 0) + len(each.prefix)
    # Where no text came before, the whole field is new, and marks on every line would say nothing more.
    known = before if before and before.lines else None
    lines = line_states(each.text, each.value, start, known) if each.tag == TEXT_FIELD else ()
    fact = _fact(each.tag)
    return FieldState(
        tag=each.tag,
        mnemonic=fact.mnemonic,
        name=fact.name,
        meaning=fact.meaning,
        personal=fact.personal,
        source=source(fact.source),
        value="" if lines else _left_out(each) if each.number == IMAGE else glyphs(each.value),
        size=len(each.value),
        offset=each.offset or 0,
        length=each.length,
        rule=_size_rule(fact, rule.values if rule else ()),
        need=_NEEDS.get(rule.use, "") if rule else "",
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


def _size_rule(fact: FieldFact, values: tuple[str, ...] = ()) -> str:
    """How long one value may be, how many there may be, and which are allowed, in words.

    >>> _size_rule(describe("2.018")), _size_rule(describe("2.014"))
    ('3 to 30 characters', '1 to 9 characters; 1 to 5 values')
    """
    size, many = _range(fact.size, "character"), _range(fact.occurrence, "value")
    allowed = f"one of {', '.join(values)}" if values else ""
    return "; ".join(part for part in (size, "" if many == "1 value" else many, allowed) if part)


def _range(text: str, noun: str) -> str:
    if not text:
        return ""
    low, dash, high = text.partition("-")
    if dash:
        return f"{int(low):,} to {int(high):,} {noun}s"
    return f"{low[:-1]} or more {noun}s" if low.endswith("+") else plural(int(low), noun)


def _images(transaction: Transaction) -> Iterator[Field]:
    return (each for record in transaction.records for each in record.fields if each.number == IMAGE)


def _left_out(each: Field) -> str:
    return f"(image, {plural(len(each.value), 'byte')})"


def _picture(each: Field) -> Image | None:
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
