"""The quick look: most messages have nothing wrong with them, and reading those should cost little.

It takes a message of tagged records in plain ASCII that says of itself what it holds, with all tags of a record padded
alike. All others, sound or not, it leaves to the closer look of the reader, which comes to the same records.
"""

from __future__ import annotations

import re
from functools import lru_cache

from interop_course.wire.charset import CharacterSet
from interop_course.wire.grammar import CNT_FIELD, FS, IMAGE_TYPES, TAGGED_TYPES, find_image
from interop_course.wire.limits import Limits
from interop_course.wire.records import Record

__all__ = ["sound_records"]

_OPENING = re.compile(rb"(\d{1,2}\.0{0,2}1:)(\d{1,18})(?:\x1d\d{1,2}\.0{0,2}2:(\d{1,3}))?(?=[\x1c\x1d])")
"""How a tagged record begins: the tag of LEN, the stated length and, where it comes second, the IDC."""

_FS = FS[0]


def sound_records(data: bytes, limits: Limits) -> tuple[Record, ...] | None:
    """The records of a message that is sound at first sight, or None where that takes a closer look."""
    records: list[Record] = []
    listed: list[bytes] = []
    contents = None
    at, size, fields = 0, len(data), 0
    while at < size:
        begins, fs = _OPENING.match(data, at), data.find(FS, at)
        if not begins or fs < 0:
            return None
        first, length, idc = begins.groups()
        type, after_gs, usual = _tags(first)
        if not type or (type == 1) == (at > 0) or len(length) > limits.len_digits:
            return None
        end = at + int(length)
        image = find_image(type, data, at, fs) if type in IMAGE_TYPES else None
        stop = image.start() if image else fs
        if end != fs + 1 and not (image and image.end() < end <= size and data[end - 1] == _FS):
            return None
        tags = after_gs.findall(data, at, stop)
        different = set(tags)
        if len(different) < len(tags) or not different <= usual or not data[at:stop].isascii():
            return None
        if idc and at:
            listed.append(b"%d\x1f%b" % (type, idc))
        elif stated := CNT_FIELD.search(data, at, stop):
            contents = stated[1]
        records.append(Record._make((type, data[at:end], at, CharacterSet.ASCII)))
        fields += len(tags) + (2 if image else 1)
        at = end
    if contents != b"\x1e".join([b"1\x1f%02d" % len(listed), *listed]) or len(records) != len(listed) + 1:
        return None
    return tuple(records) if len(records) <= limits.records and fields <= limits.fields else None


@lru_cache(32)
def _tags(first: bytes) -> tuple[int, re.Pattern[bytes], frozenset[bytes]]:
    """What the tag of LEN says of its record.

    That is: the type of the record, 0 if such a record has no tags; what finds its further tags; and how these are
    written if they are padded as LEN is.
    """
    type, _, number = first[:-1].partition(b".")
    width = len(number)
    usual = frozenset(b"%b.%0*d:" % (type, width, each) for each in range(2, 10**width))
    found = re.compile(rb"\x1d(.{0,%d})" % len(first), re.DOTALL)
    return (int(type) if int(type) in TAGGED_TYPES else 0), found, usual
