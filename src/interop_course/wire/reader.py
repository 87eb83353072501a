"""From bytes to values: `read`.

Records are found one after the other. A tagged record ends where its LEN says, if an FS stands there; if not,
reading says so and goes on from the FS that is there. Every check only ever notes a `Fault`; at the end
strict reading refuses if there is one, lenient reading hands all of them over with what could be read. Time
is linear in the number of bytes, for any bytes, and bounded by `Limits`.

Source: ANSI/NIST-ITL 1-2007, as used by EBTS 9.1 (IAFIS-DOC-01078-9.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from operator import attrgetter

from interop_course.wire.charset import ASCII_ONLY, declared_sets, set_for_text
from interop_course.wire.checks import NO_IDC, character_faults, contents_faults, field_faults, shown
from interop_course.wire.contents import Contents, Entry, parse_contents
from interop_course.wire.errors import Code, Fault, MalformedMessage
from interop_course.wire.glyphs import excerpt
from interop_course.wire.grammar import (
    BINARY_HEADER,
    BINARY_TYPES,
    CNT,
    CNT_FIELD,
    DCS,
    FS,
    LEN,
    LEN_AND_IDC,
    LEN_FIELD,
    RECORD_BREAK,
    RECORD_START,
    RS,
    TAG,
    TAGGED_TYPES,
    find_image,
    later_tags,
    tag,
)
from interop_course.wire.limits import Limits
from interop_course.wire.quick import sound_records
from interop_course.wire.records import Record, Transaction
from interop_course.wire.remarks import remarks

__all__ = ["closer_look", "read"]

_CNT_TAG = tag(1, CNT)
_DEFAULT = Limits()


def read(data: bytes, *, strict: bool = True, limits: Limits = _DEFAULT) -> Transaction:
    """Read a message.

    Strict reading raises MalformedMessage, with every error, unless the bytes are well formed. Lenient
    reading never raises for any bytes: the transaction's `faults` say all that is wrong (up to a limit), remarks on
    values included, and bytes that belong to no record stay in their place as a record of type 0. Writing either
    gives the same bytes back. Offsets of records, fields and faults count bytes from the start of `data`.
    """
    data = bytes(data)
    records = sound_records(data, limits)
    faults: list[Fault] = []
    if records is None:
        records, faults = closer_look(data, limits)
    if strict and not faults:
        return Transaction(records)
    if not strict:
        faults += islice(remarks(records), limits.faults + 1 - len(faults))
    listed = sorted(faults[: limits.faults], key=attrgetter("offset"))
    if strict:
        raise MalformedMessage(tuple(listed), excerpt(data, listed[0].offset, listed[0].length))
    if len(faults) > limits.faults:
        listed.append(_cut_off(records, data, limits.faults))
    return Transaction(records, tuple(listed))


def closer_look(data: bytes, limits: Limits) -> tuple[tuple[Record, ...], list[Fault]]:
    """The records of any bytes, and what makes strict reading refuse them, in no order of its own.

    If there are more faults than the limit there is one more than that.
    """
    reading = _Reading(data, limits)
    reading.run()
    return tuple(reading.records), reading.faults


def _cut_off(records: tuple[Record, ...], data: bytes, most: int) -> Fault:
    """Says that not all faults are listed."""
    last, found, expected = len(records) - 1, f"more than {most}", f"at most {most}"
    return Fault.of(Code.TOO_MANY_FAULTS, last, None, len(data), 0, found, expected, most=most)


class _Reading:
    """The state of one reading: records and faults so far, and what field 1.03 announced."""

    __slots__ = ("announced", "contents", "data", "faults", "fields", "found", "header", "limits", "records", "sets")

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.data = data
        self.limits = limits
        self.records: list[Record] = []
        self.faults: list[Fault] = []
        self.found: list[Entry] = []
        self.announced: tuple[Entry, ...] = ()
        self.fields = 0
        self.header: int | None = None
        self.contents: Contents | None = None
        self.sets = ASCII_ONLY

    def run(self) -> None:
        """Read record after record, to the end of the data or to a limit."""
        data, size, at, most = self.data, len(self.data), 0, self.limits.records
        if not size:
            self.fault(Code.EMPTY, None, 0, 0, "nothing", "a Type-1 record")
        while at < size:
            if len(self.records) >= most:
                return self.stop(Code.TOO_MANY_RECORDS, at, most)
            begins = LEN_AND_IDC.match(data, at) or TAG.match(data, at)
            type = int(begins[1]) if begins else 0
            if not at and type != 1:
                self.fault(Code.NO_HEADER, None, 0, min(size, 8), shown(data, 8), "a Type-1 record")
            if begins and type in TAGGED_TYPES:
                end = self.tagged(at, type, begins)
            elif self.binary_comes(0):
                end = self.binary(at, self.announced[len(self.found)][0])
            else:
                end = self.stray(at)
            if self.fields > self.limits.fields:
                return self.stop(Code.TOO_MANY_FIELDS, at, self.limits.fields)
            at = end
        if self.header is not None and self.contents and not self.contents.agrees(self.found):
            self.note(contents_faults(self.records, self.header))

    def stop(self, code: Code, at: int, most: int) -> None:
        """End reading at a limit; what is left is kept as it is."""
        left = self.data[at:]
        self.fault(code, None, at, len(left), f"more than {most}", f"at most {most}", most=most)
        self.records.append(Record(0, left, at))

    def fault(
        self, code: Code, field: str | None, at: int, length: int, found: str, expected: str, **words: object
    ) -> None:
        """Note a fault of the record that is being read."""
        position = len(self.records) if self.data else None
        self.note([Fault.of(code, position, field, at, length, found, expected, **words)])

    def note(self, faults: Iterable[Fault]) -> None:
        """Note faults, one more than the limit at most."""
        self.faults += islice(faults, self.limits.faults + 1 - len(self.faults))

    def binary_comes(self, further: int) -> bool:
        """Whether field 1.03 announces a binary record at this place, or so many records further on."""
        position = len(self.found) + further
        return position < len(self.announced) and self.announced[position][0] in BINARY_TYPES

    def tagged(self, at: int, type: int, begins: re.Match[bytes]) -> int:
        """Read the tagged record at `at`; return where it ends."""
        data = self.data
        fs = data.find(FS, at)
        image = find_image(type, data, at, fs if fs >= 0 else len(data))
        end = self.end(at, type, begins, fs, image)
        whole = data[end - 1] == FS[0]
        numbers = later_tags(type).findall(data, at, image.start() if image else end - whole)
        self.fields += len(numbers) + (2 if image else 1)
        if self.fields > self.limits.fields:
            return end
        if not whole:
            self.fault(Code.NO_FS, None, end, 0, "the end of the message", "FS")
        record = Record(type, data[at:end], at, set_for_text(self.sets))
        idc = begins[3] if begins.re is LEN_AND_IDC else None
        if not (idc or type == 1) or not _distinct(numbers):
            self.note(field_faults(record, len(self.records)))
        if not record.is_ascii:
            self.note(character_faults(record, len(self.records), ASCII_ONLY if type == 1 else self.sets))
        if type == 1:
            self.take_header(record, at)
        else:
            self.found.append((type, int(idc) if idc else NO_IDC if record.idc is None else record.idc))
        self.records.append(record)
        return end

    def take_header(self, record: Record, at: int) -> None:
        """Take the contents from a Type-1 record, of which there must be only one."""
        if self.header is not None:
            self.fault(Code.SECOND_HEADER, None, at, record.length, "a Type-1 record", "another type")
            return
        self.header = len(self.records)
        declared = record.get(DCS)
        self.sets = declared_sets(declared.value if declared else None)
        matched = CNT_FIELD.search(record.raw, 0, record.length - record.raw.endswith(FS))
        if not matched:
            self.fault(Code.CNT_MISSING, _CNT_TAG, at, record.length, "no such field", "field 1.03")
            return
        listed, most = matched[1].count(RS), self.limits.records
        if listed > most:
            start, found, expected = at + matched.start(1), f"{listed} records", f"at most {most}"
            self.fault(Code.CNT_TOO_LONG, _CNT_TAG, start, len(matched[1]), found, expected, most=most)
            return
        self.contents = parse_contents(matched[1])
        self.announced = self.contents.entries

    def end(self, at: int, type: int, begins: re.Match[bytes], fs: int, image: re.Match[bytes] | None) -> int:
        """Where the tagged record at `at` ends: by its LEN if that leads to an FS, or by the next likely FS."""
        data, size = self.data, len(self.data)
        stated = self.stated(at, type, begins)
        claimed = at + stated if stated else 0
        if claimed == fs + 1 > 0 and not image:
            return claimed
        led = at < claimed <= size and data[claimed - 1] == FS[0]
        if image:
            if led:
                return claimed
            following = RECORD_BREAK.search(data, image.end())
            end = following.end() if following else size
        elif fs < 0:
            end = size
        elif led and not self.begins_at(fs + 1):
            self.fault(Code.FS_IN_VALUE, None, fs, 1, "FS", "FS at the end only", type=type)
            return claimed
        else:
            end = fs + 1
        if stated is not None and claimed != end:
            code = Code.LEN_PAST_END if claimed > size == end else Code.LEN_WRONG
            start, found, expected = begins.start(2), begins[2].decode(), str(end - at)
            self.fault(code, tag(type, LEN), start, len(found), found, expected, says=stated)
        return end

    def stated(self, at: int, type: int, begins: re.Match[bytes]) -> int | None:
        """What field LEN says; None, with a fault, if it is missing or no number of a sane size."""
        most = self.limits.len_digits
        if begins.re is LEN_AND_IDC and len(begins[2]) <= most:
            return int(begins[2])
        field, name = LEN_FIELD.match(self.data, at), tag(type, LEN)
        if not field:
            written, expected = begins[0].decode(), f"field {name}"
            self.fault(Code.LEN_MISSING, name, at, len(written), f"field {written[:-1]}", expected)
            return None
        start, value = field.start(1), field[1]
        if value.isdigit():
            found, expected = f"{len(value)} digits", f"at most {most} digits"
            self.fault(Code.LEN_TOO_MANY_DIGITS, name, start, len(value), found, expected)
        else:
            self.fault(Code.LEN_NOT_NUMBER, name, start, len(value), shown(value), "a number")
        return None

    def begins_at(self, at: int) -> bool:
        """Whether a further record, or nothing, follows at this place."""
        follows = at == len(self.data) or RECORD_START.match(self.data, at) is not None
        return follows or self.binary_comes(1)

    def binary(self, at: int, type: int) -> int:
        """Read the binary record at `at`, which stays as it is; return where it ends."""
        data, left = self.data, len(self.data) - at
        length = int.from_bytes(data[at : at + BINARY_HEADER - 1], "big")
        if not BINARY_HEADER <= length <= left:
            many, expected = min(left, BINARY_HEADER - 1), f"from {BINARY_HEADER} to the {left} bytes left"
            self.fault(Code.BINARY_LEN, None, at, many, str(length), expected, type=type)
            length = left
        record = Record(type, data[at : at + length], at)
        self.found.append((type, NO_IDC if record.idc is None else record.idc))
        self.records.append(record)
        return at + length

    def stray(self, at: int) -> int:
        """Keep bytes that are no record, up to what looks like one; return where they end."""
        following = RECORD_START.search(self.data, at)
        end = following.start() if following else len(self.data)
        left = self.data[at:end]
        self.fault(Code.STRAY_BYTES, None, at, len(left), shown(left), "a record, or the end of the message")
        self.records.append(Record(0, left, at))
        return end


def _distinct(numbers: list[bytes]) -> bool:
    """Whether each field after the first has a tag, and a number of its own that is not that of LEN."""
    several = set(numbers)
    return len(several) == len(numbers) and b"" not in several and b"1" not in several
