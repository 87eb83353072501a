"""From values to fields: what may be written into a field, and how.

A plain value is text or bytes in which no separator may stand. A value with parts is a list of subfields, each of
them plain or a tuple of plain items. Text is written in the character set of its record. Field 999 of Types 10 and up
takes bytes of any kind.

Source: EBTS 9.1 (IAFIS-DOC-01078-9.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from interop_course.wire.charset import CharacterSet
from interop_course.wire.errors import UnwritableValue
from interop_course.wire.facts import fact
from interop_course.wire.grammar import FS, GS, IMAGE, IMAGE_TYPES, RS, SEPARATORS, US, tag
from interop_course.wire.records import Field

__all__ = ["Plain", "Value", "checked_field", "field_as_given"]

Plain = str | bytes
Value = Plain | Sequence[Plain | Sequence[Plain]]

_PLAIN = (str, bytes)


class _Place(NamedTuple):
    """The field that a value is for: its tag, its tag as bytes, and the most characters of one value."""

    name: str
    prefix: bytes
    most: int | None


@lru_cache(1024)
def _place(type: int, number: int) -> _Place:
    name, known = tag(type, number), fact(type, number)
    return _Place(name, f"{name}:".encode(), known.most if known else None)


def checked_field(type: int, number: int, value: Value, charset: CharacterSet) -> Field:
    """The field with that value; raises UnwritableValue if it cannot stand there."""
    place = _place(type, number)
    if number == IMAGE and type in IMAGE_TYPES:
        if not isinstance(value, bytes):
            raise UnwritableValue(f"field {place.name} takes the bytes of an image", place.name)
        written = value
    elif isinstance(value, _PLAIN):
        written = _plain(place, value, charset)
        _require_size(place, len(value), value)
    else:
        written = RS.join([_subfield(place, each, charset) for each in value])
    return Field(type, number, place.prefix, written, None, charset)


def field_as_given(type: int, number: int, value: Value, charset: CharacterSet) -> Field:
    """The field with that value, whatever it is; a character that the set does not have is written in UTF-8."""
    if isinstance(value, _PLAIN):
        written = _bytes(value, charset)
    else:
        written = RS.join(
            _bytes(each, charset) if isinstance(each, _PLAIN) else US.join(_bytes(item, charset) for item in each)
            for each in value
        )
    return Field(type, number, _place(type, number).prefix, written, None, charset)


def _subfield(place: _Place, subfield: Plain | Sequence[Plain], charset: CharacterSet) -> bytes:
    """One subfield; its size is that of its items together, without the separators between them."""
    items = (subfield,) if isinstance(subfield, _PLAIN) else subfield
    _require_size(place, sum(map(len, items)), subfield)
    return US.join([_plain(place, each, charset) for each in items])


def _require_size(place: _Place, size: int, value: object) -> None:
    if place.most is not None and size > place.most:
        raise UnwritableValue(
            f"field {place.name}: the value has {size:,} characters, and may have {place.most:,} at most",
            place.name,
            place.most if isinstance(value, _PLAIN) else None,
        )


def _plain(place: _Place, value: Plain, charset: CharacterSet) -> bytes:
    """A plain value as bytes, refused if it holds a separator or, being text, what its set cannot say."""
    try:
        plain = value if isinstance(value, bytes) else charset.encode(value)
    except UnicodeEncodeError as error:
        what = f"{error.object[error.start]!r} is no character of {charset.label}, the set of the record"
        raise UnwritableValue(f"field {place.name}: {what}", place.name, error.start) from None
    if FS in plain or GS in plain or RS in plain or US in plain:
        raise _separator(place, value, plain)
    return plain


def _separator(place: _Place, value: Plain, plain: bytes) -> UnwritableValue:
    """Why a value with a separator in it cannot be written."""
    separator, label = next((each, label) for each, label in SEPARATORS.items() if each in plain)
    position = value.find(separator) if isinstance(value, bytes) else value.find(separator.decode())
    what = f"the value holds the separator {label}, which would start something new"
    return UnwritableValue(f"field {place.name}: {what}", place.name, position)


def _bytes(value: Plain, charset: CharacterSet) -> bytes:
    if isinstance(value, bytes):
        return value
    try:
        return charset.encode(value)
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogatepass")
