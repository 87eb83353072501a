"""The classic faults of a message, each as a preset: how to make it, what to look for, and what the packet shows.

A preset breaks one thing and leaves the rest alone, so that a learner sees which faults follow from which slip.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..packet import EBTS
from ..wire import Field, Record, Transaction, write
from ..wire.contents import format_contents
from ..wire.grammar import CNT, FS, GS, IMAGE, LEN, RS
from .splicing import exchanged, measured, with_value, without
from .states import Source, State
from .words import source

TOO_MUCH = 91
"""By how much 2.001 of the packet's printed match sample is too large."""

_ENCOUNTER = re.compile(rb"EID = (\d+)\n(?:(?:NAME|DOB|POB|SEX) = [^\n]*\n)+")
_RECEIVED = re.compile(rb"(IAQ RECEIVED: ?)(\d\d)/")

Maker = Callable[[Transaction], bytes | None]


@dataclass(frozen=True, slots=True)
class Preset:
    """One classic fault. ``make`` gives the broken message, or None where a message has nothing to break that way.

    ``codes`` are the faults of which at least one is then found.
    """

    label: str
    look: str
    reality: str
    cites: tuple[str, ...]
    codes: tuple[str, ...]
    make: Maker


class PresetState(State):
    """One of the classic faults, as a learner reads it.

    Attributes:
        id: what an edit names it by.
        label: its name.
        look: what to look for in the broken message.
        reality: what is known of it outside the course.
        sources: the pages that show it.
    """

    id: str
    label: str
    look: str
    reality: str
    sources: tuple[Source, ...]


def preset_states(message: Transaction) -> tuple[PresetState, ...]:
    """The presets that fit a message."""
    return tuple(
        PresetState(
            id=id,
            label=preset.label,
            look=preset.look,
            reality=preset.reality,
            sources=tuple(map(source, preset.cites)),
        )
        for id, preset in PRESETS.items()
        if preset.make(message) is not None
    )


def _set(message: Transaction, type: int, number: int, change: Callable[[bytes], bytes | None]) -> bytes | None:
    """The message with the value of one field changed and the record's LEN computed again; None without the field."""
    for position, record in enumerate(message.records):
        field = record.get(number) if record.type == type else None
        if field:
            value = change(field.value)
            if value is None:
                return None
            raw = with_value(record, field, value)
            return exchanged(message, position, raw if number == LEN else measured(type, raw))
    return None


def _value(type: int, number: int, change: Callable[[bytes], bytes | None]) -> Maker:
    return lambda message: _set(message, type, number, change)


def _wrong_length(value: bytes) -> bytes | None:
    return str(int(value) + TOO_MUCH).encode() if value.isdigit() else None


def _one_more(message: Transaction) -> bytes | None:
    entries = [(each.type, each.idc or 0) for each in message.records if each.type > 1]
    further = (10, max((idc for _, idc in entries), default=0) + 1)
    return _set(message, 1, CNT, lambda _: format_contents([*entries, further]))


def _rs_for_gs(message: Transaction) -> bytes | None:
    header = message.records[0]
    field = header.get(CNT) if header.type == 1 else None
    if field is None:
        return None
    end = (field.offset or 0) - (header.offset or 0) + field.length
    if header.raw[end : end + 1] != GS:
        return None
    return exchanged(message, 0, header.raw[:end] + RS + header.raw[end + 1 :])


def _without_end(message: Transaction) -> bytes | None:
    data = write(message)
    return data.removesuffix(FS) if data.endswith(FS) else None


def _cut_off(message: Transaction) -> bytes | None:
    data = write(message)
    return data[: len(data) * 3 // 4] if len(message.records) > 1 else None


def _without_name(message: Transaction) -> bytes | None:
    for position, record in enumerate(message.records):
        field = record.get(18) if record.type == 2 else None
        if field:
            return exchanged(message, position, measured(2, without(record, field)))
    return None


def _other_sender(message: Transaction) -> bytes | None:
    """Another sender in 1.08, where a text of IDENT's is in the message all the same."""
    if not any(each.value(75) for each in message.of_type(2)):
        return None
    return _set(message, 1, 8, lambda value: b"XA0010000" if value == b"USVISIT0Z" else None)


def _short_image(message: Transaction) -> bytes | None:
    for position, record in enumerate(message.records):
        field = _image(record)
        if field and len(field.value) > 100:
            return exchanged(message, position, with_value(record, field, field.value[:-40]))
    return None


def _image(record: Record) -> Field | None:
    return record.get(IMAGE) if record.type >= 10 else None


def _long_line(value: bytes) -> bytes | None:
    """The first paragraph on one line, as some systems write it."""
    joined = re.sub(rb"\n +", b" ", value)
    return joined if joined != value else None


def _six(value: bytes) -> bytes | None:
    """The last encounter repeated under new numbers until there are six."""
    found = list(_ENCOUNTER.finditer(value))
    if not 1 <= len(found) <= 5:
        return None
    last = found[-1]
    more = b"".join(
        last[0].replace(last[1], str(int(last[1]) - n).encode().zfill(len(last[1]))) for n in range(1, 7 - len(found))
    )
    return value[: last.end()] + more + value[last.end() :]


def _a_month_later(value: bytes) -> bytes | None:
    found = _RECEIVED.search(value)
    if not found:
        return None
    later = b"%s%02d/" % (found[1], int(found[2]) % 12 + 1)
    return value[: found.start()] + later + value[found.end() :]


def _other_end(value: bytes) -> bytes:
    return value[:-1] + (b"0" if value.endswith(b"9") else b"9")


def _curly(value: bytes) -> bytes | None:
    found = re.search(rb"\w's\b", value)
    return value[: found.start() + 1] + "’".encode() + value[found.start() + 2 :] if found else None


PRESETS: dict[str, Preset] = {
    "wrong-length": Preset(
        "A length that is wrong",
        f"2.001 states {TOO_MUCH} bytes more than the record has. Compare the stated length with the counted one.",
        "The packet's printed match sample is off by as much. A reader that trusts LEN takes up the next record in "
        "the wrong place.",
        ("sample-match@27",),
        ("len-wrong", "len-past-end"),
        _value(2, LEN, _wrong_length),
    ),
    "record-missing": Preset(
        "A record that never came",
        "1.03 announces one more record, a photo. Look for it in the tree.",
        "The printed match sample announces a photo too, and none is printed. In a real message, ask for it to be "
        "sent again.",
        ("sample-match@27", "ebts-fields@25"),
        ("record-missing",),
        _one_more,
    ),
    "rs-for-gs": Preset(
        "RS where GS is needed",
        "The separator after 1.03 is RS. The next field, 1.04, falls into the table of contents.",
        "The printed no-match sample has this very slip. A strict reader then finds nothing that says what kind of "
        "message it is.",
        ("sample-no-match@30",),
        ("rs-for-gs",),
        _rs_for_gs,
    ),
    "no-end": Preset(
        "No FS at the end",
        "The last byte is gone. The last length no longer fits either.",
        "The printed no-match sample ends so. A message that lost its end on the way looks the same.",
        ("sample-no-match@30",),
        ("no-fs",),
        _without_end,
    ),
    "cut-off": Preset(
        "Cut off on the way",
        "The last quarter is gone. See which records are still announced.",
        "The packet tells of no such case. The lengths are in the message so that a receiver notices.",
        (EBTS,),
        ("no-fs", "len-past-end", "record-missing"),
        _cut_off,
    ),
    "separator-in-value": Preset(
        "A separator inside a value",
        "A GS stands in the name. What follows it is taken for a field, but it has no tag.",
        "The packet tells of no such case. A sender that does not check what was typed can make one.",
        (EBTS,),
        ("tag-unreadable",),
        _value(2, 18, lambda value: value.replace(b",", GS, 1) if b"," in value else None),
    ),
    "long-lines": Preset(
        "Lines that are too long",
        "In 2.075 each notice is one line now. A line may have 74 characters.",
        "In the printed samples 12 lines (match) and 14 (no match) are longer. Old screens and printers cut them.",
        ("sample-match@27", "sample-no-match@30", EBTS),
        ("long-lines",),
        _value(2, 75, _long_line),
    ),
    "name-missing": Preset(
        "A field that must be there",
        "2.018, the name, is left out. The lengths are right again, so only the rules for this message tell.",
        "The packet says which fields a response has. A message can be well formed and still lack one.",
        ("shared-services@26", EBTS),
        ("field-missing",),
        _without_name,
    ),
    "wrong-letter": Preset(
        "A letter that means nothing",
        "2.059 holds M, perhaps for match. Only I and N have a meaning.",
        "By the packet I stands for a match and N for none. Do not guess: ask the sender.",
        ("shared-services@26",),
        ("value-not-allowed", "finding-differs"),
        _value(2, 59, lambda _: b"M"),
    ),
    "no-echo": Preset(
        "An answer to another question",
        "The last character of 1.10 is another one. The answer no longer repeats the number of the submission.",
        "By the packet 1.10 repeats the submission's number. Without it a bureau cannot tell whose answer this is.",
        ("shared-services@26",),
        ("tcr-differs",),
        _value(1, 10, _other_end),
    ),
    "other-sender": Preset(
        "Not marked as IDENT's",
        "1.08 names another sender. Nothing then says that 2.075 holds information from IDENT.",
        "By the packet USVISIT0Z in 1.08 marks such a response. A system that sorts by it sends this one astray.",
        ("shared-services@26",),
        ("not-from-ident",),
        _other_sender,
    ),
    "six-encounters": Preset(
        "Six encounters",
        "2.075 tells of six encounters. Count the lines that begin with EID.",
        "By the packet an IDR holds the five most recent encounters, no more.",
        ("shared-services@26", "idr-overview@22"),
        ("encounters-count",),
        _value(2, 75, _six),
    ),
    "image-short": Preset(
        "An image that lost bytes",
        "The first image has 40 bytes less, and the length of its record is as before.",
        "Image bytes may look like anything, so only LEN says where they end. The packet tells of no such case.",
        (EBTS,),
        ("len-wrong", "len-past-end"),
        _short_image,
    ),
    "leading-space": Preset(
        "A space before a value",
        "2.073 begins with a space. A program that compares letter by letter finds no such agency.",
        "The printed match sample has spaces before three of its values.",
        ("sample-match@27",),
        ("leading-space",),
        _value(2, 73, lambda value: b" " + value),
    ),
    "late-date": Preset(
        "A date after the message",
        "The query inside 2.075 is dated a month later. Compare it with 1.05.",
        "In the printed match sample the query is dated 40 days after the message that repeats it.",
        ("sample-match@27", "sample-match@28"),
        ("date-after-message",),
        _value(2, 75, _a_month_later),
    ),
    "curly-quote": Preset(
        "A curly quote",
        "A straight quote in 2.075 became a curly one: three bytes where one was. The message declares ASCII only.",
        "The printed samples show curly quotes. Office programs make them from straight ones as one types.",
        ("sample-match@27", EBTS),
        ("character-set",),
        _value(2, 75, _curly),
    ),
}
"""Every preset by its id, the ones that the packet's own samples show first."""
