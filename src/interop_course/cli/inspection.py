"""One message looked into: what was read, all that is wrong with it, what its text tells; and that as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..messages import Told, all_faults, told
from ..wire import (
    PROFILES,
    Fault,
    Field,
    Profile,
    Record,
    Severity,
    Transaction,
    UnknownField,
    describe,
    excerpt,
    read,
    validate,
)
from ..wire.validation import located

IMAGE = 999
PRINT_HEADER = 18
"""The bytes before the image of a Type-4 record (EBTS 9.1, IAFIS-DOC-01078-9.1)."""

RECORDS = {
    0: "bytes of no record",
    1: "transaction information",
    2: "descriptive text",
    4: "fingerprint image, binary",
    7: "user-defined image, binary",
    9: "minutiae",
    10: "photo",
    13: "latent image",
    14: "fingerprint image",
    15: "palm print image",
}

_FORMATS = ((b"\xff\xd8\xff", "jpg"), (b"\x89PNG", "png"), (b"\0\0\0\x0cjP", "jp2"), (b"\xff\xa0", "wsq"))


@dataclass(frozen=True, slots=True)
class Image:
    """The bytes of one image, the position of its record, and the file type that its first bytes show."""

    position: int
    type: int
    data: bytes

    @property
    def suffix(self) -> str:
        """jpg, png, jp2 or wsq; bin where the first bytes are none of these."""
        return next((name for begins, name in _FORMATS if self.data.startswith(begins)), "bin")


@dataclass(frozen=True, slots=True)
class Inspection:
    """A message with its faults: `data` are the bytes read, `name` is the file's, `profile` what it was held to."""

    name: str
    data: bytes
    transaction: Transaction
    faults: tuple[Fault, ...]
    told: Told | None
    profile: str | None

    @classmethod
    def of(cls, name: str, data: bytes, profile: Profile | None, plain: bool, asked: Transaction | None) -> Inspection:
        """Read and check a message.

        `profile` is one to hold it to in place of that of its type; `plain` asks for the faults of reading only;
        `asked` is the submission that it answers.
        """
        message = read(data, strict=False)
        if plain:
            faults = message.faults
        elif profile:
            faults = tuple(sorted((*message.faults, *validate(message, profile)), key=lambda fault: fault.offset))
        else:
            faults = all_faults(message, asked)
        held_to = None if plain else profile or PROFILES.get((message.tot or "").strip())
        return cls(name, data, message, faults, told(message), held_to.tot if held_to else None)

    @property
    def usable(self) -> bool:
        """Whether any record could be read."""
        return any(record.type for record in self.transaction.records)

    @property
    def errors(self) -> int:
        """How many faults are errors."""
        return sum(fault.severity is Severity.ERROR for fault in self.faults)

    @property
    def remarks(self) -> int:
        """How many faults are remarks."""
        return len(self.faults) - self.errors

    @property
    def refused(self) -> bool:
        """Whether strict reading refuses the message."""
        return any(fault.severity is Severity.ERROR and fault.code.is_of_reading for fault in self.faults)

    @property
    def images(self) -> tuple[Image, ...]:
        """Every image in it: field 999 of tagged records, and what follows the header of a Type-4 record."""
        return tuple(_images(self.transaction))

    def excerpt(self, fault: Fault) -> list[str]:
        """The bytes around a fault, separators visible, and a line of carets under the place."""
        return excerpt(self.data, fault.offset, fault.length).splitlines()

    def as_json(self) -> dict[str, Any]:
        """The whole inspection, in the shape that `inspect --help` documents."""
        text = self.told
        return {
            "file": self.name,
            "bytes": len(self.data),
            "usable": self.usable,
            "strict": not self.refused and self.usable,
            "tot": self.transaction.tot,
            "profile": self.profile,
            "errors": self.errors,
            "remarks": self.remarks,
            "records": [_record(place.record, place.offset, place.fields) for place in located(self.transaction)],
            "text": {
                "idr": text.idr.model_dump(mode="json") if text.idr else None,
                "query": text.query.model_dump(mode="json") if text.query else None,
                "iar": text.iar.model_dump(mode="json") if text.iar else None,
                "notices": list(text.notices),
                "unread": list(text.unread),
                "problems": list(text.problems),
            }
            if text
            else None,
            "faults": [
                {
                    "code": fault.code.value,
                    "severity": fault.severity.value,
                    "record": fault.record,
                    "field": fault.field,
                    "offset": fault.offset,
                    "length": fault.length,
                    "found": fault.found,
                    "expected": fault.expected,
                    "sentence": fault.sentence,
                    "source": fault.source,
                    "register": fault.register,
                    "excerpt": self.excerpt(fault),
                }
                for fault in self.faults
            ],
        }


def _record(record: Record, offset: int, fields: tuple[tuple[int, Field], ...]) -> dict[str, Any]:
    return {
        "type": record.type,
        "name": RECORDS.get(record.type, ""),
        "idc": record.idc,
        "offset": offset,
        "length": record.length,
        "fields": [_field(field, at) for at, field in fields],
    }


def _field(field: Field, offset: int) -> dict[str, Any]:
    try:
        fact = describe(field.tag)
    except UnknownField:
        fact = None
    image = field.number == IMAGE
    return {
        "tag": field.tag if field.number else None,
        "mnemonic": fact.mnemonic if fact else None,
        "name": fact.name if fact else None,
        "personal": fact.personal if fact else None,
        "offset": offset,
        "length": field.length,
        "value": None if image else field.text,
        "values": None if image else [list(items) for items in field.subfields],
        "image_bytes": len(field.value) if image else None,
    }


def _images(transaction: Transaction) -> Iterator[Image]:
    for position, record in enumerate(transaction.records):
        field = record.get(IMAGE) if record.type >= 10 else None
        if field and field.value:
            yield Image(position, record.type, field.value)
        elif record.type == 4 and record.length > PRINT_HEADER:
            yield Image(position, record.type, record.raw[PRINT_HEADER:])
