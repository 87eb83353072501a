"""Field 1.15, DCS: which character sets the values of a message may use.

Every message may use 7-bit ASCII (set 000), and Type-1, LEN and IDC use nothing else. Field 1.15 declares further
sets: a subfield each, of its three-digit number, its name and, if wanted, its version. The course knows 001 (8-bit
Latin, taken for ISO 8859-1), 002 (UTF-16) and 003 (UTF-8). A value is never judged by a set whose characters the
course cannot tell: 002 and those without a name. Values are taken as they stand: STX and ETX inside one switch nothing.

Source: EBTS 9.1 (IAFIS-DOC-01078-9.1) for the form of the field, and the draft of ANSI/NIST-ITL 1-2011 for Type-1 and
for 002 and 003. Set 001 is of older editions, which the course knows by name alone.
"""

from __future__ import annotations

import re
from enum import IntEnum

from interop_course.wire.grammar import RS, US, whole_number

__all__ = ["ASCII_ONLY", "CharacterSet", "Sets", "declared_sets", "misfit", "names", "set_for_text"]

Sets = frozenset[int]
"""The numbers of the sets that a message may use."""

_ABOVE_ASCII = re.compile(rb"[\x80-\xff]+")
_NOT_LATIN = re.compile(rb"[\x80-\x9f]+")


class CharacterSet(IntEnum):
    """A character set that the course knows."""

    ASCII = 0
    LATIN = 1
    UTF16 = 2
    UTF8 = 3

    @property
    def label(self) -> str:
        """Its name in words."""
        return ("7-bit ASCII", "8-bit Latin", "UTF-16", "UTF-8")[self]

    def decode(self, value: bytes) -> str:
        """The value as text; a byte that is no character shows as an escape like \\x93.

        UTF-8 is shown as UTF-8 even where it is not declared: to a reader that says more than escapes.
        """
        return value.decode("latin-1" if self is CharacterSet.LATIN else "utf-8", "backslashreplace")

    def encode(self, text: str) -> bytes:
        """The bytes of a text; raises UnicodeEncodeError at the first character that the set does not have.

        UTF-16 takes ASCII characters only: in two bytes a character, others can look like separators.
        """
        if text.isascii():
            return text.encode("ascii")
        codec = {CharacterSet.LATIN: "latin-1", CharacterSet.UTF8: "utf-8"}.get(self, "ascii")
        value = text.encode(codec)
        if self is CharacterSet.LATIN and (control := _NOT_LATIN.search(value)):
            raise UnicodeEncodeError(codec, text, control.start(), control.end(), "a control character")
        return value


ASCII_ONLY: Sets = frozenset({0})


def declared_sets(value: bytes | None) -> Sets:
    """The sets that a value of field 1.15 declares, ASCII among them; None stands for no such field.

    >>> sorted(declared_sets(b"003\\x1fUTF-8"))
    [0, 3]
    """
    if value is None:
        return ASCII_ONLY
    numbers = (whole_number(subfield.partition(US)[0], 3) for subfield in value.split(RS))
    return ASCII_ONLY.union(number for number in numbers if number is not None)


def set_for_text(sets: Sets) -> CharacterSet:
    """The set in which the text of a message with these sets is read and written."""
    order = (CharacterSet.UTF8, CharacterSet.LATIN, CharacterSet.UTF16)
    return next((each for each in order if each in sets), CharacterSet.ASCII)


def misfit(value: bytes, sets: Sets) -> tuple[int, int] | None:
    """Start and end of the first bytes of a value that none of the sets has as characters, or None.

    >>> misfit(b"A \\x93quoted\\x94 word", ASCII_ONLY)
    (2, 3)
    """
    named = {CharacterSet.ASCII, CharacterSet.LATIN, CharacterSet.UTF8}
    if value.isascii() or not sets <= named:
        return None
    wrong = (_NOT_LATIN if CharacterSet.LATIN in sets else _ABOVE_ASCII).search(value)
    if not wrong or CharacterSet.UTF8 not in sets:
        return wrong.span() if wrong else None
    try:
        value.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start, error.end
    return None


def names(sets: Sets) -> str:
    """The sets in words: "7-bit ASCII or UTF-8"."""
    return " or ".join(CharacterSet(each).label for each in sorted(sets) if each in set(CharacterSet))
