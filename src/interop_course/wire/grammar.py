"""The grammar of traditional encoding: four separators, tags, and which record types are tagged.

A message is a row of records. A tagged record (Types 1, 2 and 9 to 99) is a row of fields with GS between
them and FS at its end; a field is ``type.number:value``; RS parts the subfields of a value and US the items
of a subfield. The first field of a tagged record, number 1, states its length in bytes, FS included. Field
999 of Types 10 and up holds image bytes, which may look like anything, so only that length says where they
end. A binary record (Types 3 to 8) starts with its length as four bytes, big end first, and one byte of IDC;
it has no tags and no FS, and only field 1.03 of the message says that it is there.

Source: ANSI/NIST-ITL 1-2007, as used by EBTS 9.1 (IAFIS-DOC-01078-9.1).
"""

from __future__ import annotations

import re
from functools import cache

__all__ = [
    "BINARY_HEADER",
    "BINARY_TYPES",
    "CNT",
    "CNT_FIELD",
    "CNT_SWALLOWED_TAG",
    "DCS",
    "FS",
    "GS",
    "IDC",
    "IMAGE",
    "IMAGE_TYPES",
    "LEN",
    "LEN_AND_IDC",
    "LEN_FIELD",
    "RECORD_BREAK",
    "RECORD_START",
    "RS",
    "SEPARATORS",
    "TAG",
    "TAGGED_TYPES",
    "US",
    "VER",
    "find_image",
    "later_tags",
    "tag",
    "whole_number",
]

FS = b"\x1c"
GS = b"\x1d"
RS = b"\x1e"
US = b"\x1f"
SEPARATORS = {FS: "FS", GS: "GS", RS: "RS", US: "US"}

BINARY_TYPES = frozenset(range(3, 9))
TAGGED_TYPES = frozenset({1, 2, *range(9, 100)})
BINARY_HEADER = 5

LEN = 1
IDC = 2
VER = 2
CNT = 3
DCS = 15
IMAGE = 999
IMAGE_TYPES = frozenset(range(10, 100))

TAG = re.compile(rb"(\d{1,2})\.(\d{1,17}):")
"""The tag of a field: record type and field number, either of them with or without leading zeros."""

LEN_AND_IDC = re.compile(rb"(\d{1,2})\.0{0,8}1:(\d{1,18})(?:\x1d\1\.0{0,8}2:(\d{1,3})(?=[\x1c\x1d])|(?=[\x1c\x1d]))")
"""How a tagged record begins: type, stated length and, where it comes second, the IDC."""

LEN_FIELD = re.compile(rb"\d{1,2}\.0{0,8}1:([^\x1c\x1d]*)")
"""Field LEN with a value of any kind; its group is the value."""

CNT_FIELD = re.compile(rb"\x1d0?1\.0{0,8}3:([^\x1d]*)")
"""Field 1.03 in a Type-1 record without the FS at its end; its group is the value."""

CNT_SWALLOWED_TAG = re.compile(rb"\x1e(?=0?1\.\d{1,9}:)")
"""An RS in field 1.03 with the tag of another Type-1 field after it: the RS should be a GS."""

RECORD_START = re.compile(rb"(?:[129]|[1-9]\d)\.0{0,8}1:\d")
"""What looks like the first bytes of a tagged record."""

RECORD_BREAK = re.compile(rb"\x1c(?=0?(?:[129]|[1-9]\d)\.0{0,8}1:\d|\Z)")
"""An FS that looks like the end of a record: a tagged record or nothing follows."""

_IMAGE_TAG = re.compile(rb"\x1d(\d{1,2})\.0{0,6}999:")
_IMAGE_NUMBER = b"999:"
_MOST_BEFORE = len(b"\x1d10.000000")


@cache
def later_tags(type: int) -> re.Pattern[bytes]:
    """A pattern for each GS in a record of this type.

    Its group is the field number after the GS without leading zeros, empty if no tag of that type follows.
    """
    return re.compile(rb"\x1d(?:%s%d\.0{0,8}([1-9]\d{0,8}):)?" % (b"0?" if type < 10 else b"", type))


def find_image(type: int, data: bytes, start: int, stop: int) -> re.Match[bytes] | None:
    """Find the GS and the tag of the image field of a record of this type, between two places in `data`."""
    if type not in IMAGE_TYPES:
        return None
    at = data.find(_IMAGE_NUMBER, start, stop)
    while at >= 0:
        gs = data.rfind(GS, max(start, at - _MOST_BEFORE), at)
        found = _IMAGE_TAG.match(data, gs) if gs >= 0 else None
        if found and found.end() == at + len(_IMAGE_NUMBER) and int(found[1]) == type:
            return found
        at = data.find(_IMAGE_NUMBER, at + 1, stop)
    return None


def tag(type: int, number: int) -> str:
    """The tag as the course writes it: two digits in Type-1, as in the packet, three elsewhere.

    >>> tag(1, 3), tag(2, 18), tag(10, 999)
    ('1.03', '2.018', '10.999')
    """
    return f"{type}.{number:02d}" if type == 1 else f"{type}.{number:03d}"


def whole_number(digits: bytes, most: int) -> int | None:
    """The number that `digits` spells, or None if it is not 1 to `most` ASCII digits."""
    return int(digits) if 0 < len(digits) <= most and digits.isdigit() else None
