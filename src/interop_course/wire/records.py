"""The values that a message is made of: Transaction, Record, Field.

A `Record` is its own bytes and nothing else; its fields are a view that is made when first asked for, and
subfields are split when asked for. So whatever was read can be written back byte for byte, in any padding and
order, and reading costs little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from interop_course.wire.charset import CharacterSet
from interop_course.wire.errors import Fault, MissingRecord
from interop_course.wire.facts import fact, number_of
from interop_course.wire.grammar import (
    BINARY_HEADER,
    BINARY_TYPES,
    CNT,
    CNT_SWALLOWED_TAG,
    FS,
    GS,
    IDC,
    TAG,
    TAGGED_TYPES,
    find_image,
    tag,
    whole_number,
)

__all__ = ["Field", "Record", "Transaction"]

_NO_TAG = (0, 0, b"")
_LONGEST_TAG = 20


class Field(NamedTuple):
    """One field of a tagged record, with its original bytes.

    `prefix` is the tag as it stands in the message, colon included (b"2.018:"), and `value` what follows it.
    `offset` counts bytes from the start of the message to the tag; it is None in a record that was built.
    `charset` is what `text` is read by. Both are left out of comparisons. Bytes without a readable tag are a
    field with number 0 and an empty prefix.
    """

    type: int
    number: int
    prefix: bytes
    value: bytes
    offset: int | None = None
    charset: CharacterSet = CharacterSet.ASCII

    def __eq__(self, other: object) -> bool:
        """Whether two fields have the same tag, as written, and the same value."""
        return isinstance(other, Field) and self[:4] == other[:4]

    def __ne__(self, other: object) -> bool:
        """The opposite of equality; without this it would be that of tuples."""
        return not self == other

    def __hash__(self) -> int:
        """A hash to go with equality."""
        return hash(self[:4])

    @property
    def tag(self) -> str:
        """The tag in the course's form, whatever its padding in the message: "1.03", "2.018"."""
        return tag(self.type, self.number)

    @property
    def mnemonic(self) -> str | None:
        """The field's short name ("NAM"), or None if the dictionary has no such field."""
        found = fact(self.type, self.number)
        return found.mnemonic if found else None

    @property
    def length(self) -> int:
        """The bytes of tag, colon and value, without the separator after them."""
        return len(self.prefix) + len(self.value)

    @property
    def raw(self) -> bytes:
        """Tag, colon and value as they stand in the message."""
        return self.prefix + self.value

    @property
    def text(self) -> str:
        """The value as text; a byte that is no character shows as an escape like \\x93."""
        return self.charset.decode(self.value)

    @property
    def subfields(self) -> tuple[tuple[str, ...], ...]:
        """The value as subfields (parted by RS), each a tuple of its items (parted by US), as text."""
        return tuple(tuple(subfield.split("\x1f")) for subfield in self.text.split("\x1e"))


class _Bytes(NamedTuple):
    """What a record is."""

    type: int
    raw: bytes
    offset: int | None = None
    charset: CharacterSet = CharacterSet.ASCII


class Record(_Bytes):
    """One record: its type and its bytes, separators and FS included.

    `offset` counts bytes from the start of the message; it is None in a record that was built. `charset` is what
    the text of its fields is read and written by. Both are left out of comparisons. Type 0 stands for bytes that
    belong to no record, which lenient reading keeps in place.
    """

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a record is a value."""
        raise AttributeError(f"a record cannot be changed, so {name} cannot be set; make a new one")

    def __eq__(self, other: object) -> bool:
        """Whether two records have the same type and the same bytes."""
        return isinstance(other, Record) and self[:2] == other[:2]

    def __ne__(self, other: object) -> bool:
        """The opposite of equality; without this it would be that of tuples."""
        return not self == other

    def __hash__(self) -> int:
        """A hash to go with equality."""
        return hash(self[:2])

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields in their order; none in a binary record (Types 3 to 8)."""
        return _split(self) if self.type in TAGGED_TYPES else ()

    @property
    def is_ascii(self) -> bool:
        """Whether the record is 7-bit ASCII, its image left aside."""
        if self.raw.isascii():
            return True
        image = _image(self)
        return image is not None and self.raw[: image.start()].isascii()

    def keep_fields(self, fields: tuple[Field, ...]) -> None:
        """Keep the fields that the bytes would be split into, where they are known already."""
        self.__dict__["fields"] = fields

    @property
    def length(self) -> int:
        """The bytes of the record as counted, whatever its LEN field says."""
        return len(self.raw)

    @property
    def idc(self) -> int | None:
        """The number that tells the record from others; None in Type-1, or if it cannot be read."""
        if self.type in BINARY_TYPES:
            return self.raw[BINARY_HEADER - 1] if len(self.raw) >= BINARY_HEADER else None
        found = None if self.type == 1 else self.get(IDC)
        return whole_number(found.value, 3) if found else None

    def get(self, which: int | str) -> Field | None:
        """The first field of that number, mnemonic ("NAM") or tag ("2.018"), or None if the record has none.

        Raises UnknownField for a name that the dictionary does not have for this record type.
        """
        number = which if isinstance(which, int) else number_of(self.type, which)
        for each in self.fields:
            if each.number == number and each.type == self.type:
                return each
        return None

    def value(self, which: int | str) -> str | None:
        """The text of that field, or None if the record has none; see `get`."""
        found = self.get(which)
        return found.text if found else None


@dataclass(frozen=True, slots=True)
class Transaction:
    """One message: its records in order, and what reading found wrong with them.

    Made by `read` or by `transaction`. Called directly it takes the records as they are, right or wrong.
    """

    records: tuple[Record, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def header(self) -> Record:
        """The Type-1 record; MissingRecord is raised if there is none."""
        found = next((each for each in self.records if each.type == 1), None)
        if found is None:
            raise MissingRecord("the message has no Type-1 record, so nothing says what it is")
        return found

    @property
    def tot(self) -> str | None:
        """The type of transaction, field 1.04 ("SRE"), or None if it is not stated."""
        return next((each.value(4) for each in self.records if each.type == 1), None)

    def of_type(self, type: int) -> tuple[Record, ...]:
        """The records of one type, in order."""
        return tuple(each for each in self.records if each.type == type)


def _image(record: Record) -> re.Match[bytes] | None:
    """The GS and the tag of the image field, which an FS may follow but not precede."""
    raw = record.raw
    first = raw.find(FS)
    return find_image(record.type, raw, 0, len(raw) if first < 0 else first)


def _split(record: Record) -> tuple[Field, ...]:
    """Split a tagged record on GS; an image field takes all that is left before the last FS."""
    type, raw, at, charset = record.type, record.raw, record.offset, record.charset
    end = len(raw) - raw.endswith(FS)
    image = _image(record)
    pieces = raw[: image.start() if image else end].split(GS)
    if image:
        pieces.append(raw[image.start() + 1 : end])
    if type == 1 and CNT_SWALLOWED_TAG.search(raw):
        pieces = [part for piece in pieces for part in _unswallowed(piece)]
    fields: list[Field] = []
    for piece in pieces:
        head, colon, value = piece.partition(b":")
        stated, number, prefix = _tag(head) if colon and len(head) <= _LONGEST_TAG else _NO_TAG
        fields.append(Field(stated or type, number, prefix, value if number else piece, at, charset))
        if at is not None:
            at += len(piece) + 1
    return tuple(fields)


@lru_cache(4096)
def _tag(head: bytes) -> tuple[int, int, bytes]:
    """Record type, field number, and the bytes of a tag with its colon; nothing of them if it is no tag."""
    matched = TAG.fullmatch(head + b":")
    number = int(matched[2]) if matched else 0
    return (int(head.partition(b".")[0]), number, head + b":") if number else _NO_TAG


def _unswallowed(piece: bytes) -> list[bytes]:
    """Part field 1.03 from a field that fell into it because RS stands where GS is needed."""
    inner = CNT_SWALLOWED_TAG.search(piece)
    matched = TAG.match(piece)
    if not inner or not matched or int(matched[2]) != CNT:
        return [piece]
    return [piece[: inner.start()], piece[inner.start() + 1 :]]
