"""What can be wrong with a message, and how the wire package says so.

Exceptions::

    WireError
    ├── MalformedMessage   the bytes are not a well-formed message; carries every fault found
    ├── UnwritableValue    a value cannot be written as it is; names the field and the place in the value
    ├── UnknownField       no field of that number, tag or mnemonic is known
    └── MissingRecord      the transaction has no such record

A `Fault` is a value, not an exception: reading collects all of them before anything is raised.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = [
    "Code",
    "Fault",
    "MalformedMessage",
    "MissingRecord",
    "Severity",
    "UnknownField",
    "UnwritableValue",
    "WireError",
]


class Severity(StrEnum):
    """How much a fault weighs: an error makes strict reading refuse, a remark does not."""

    ERROR = "error"
    REMARK = "remark"


class Code(StrEnum):
    """The kinds of fault; the last three are remarks, the others errors."""

    EMPTY = "empty"
    NO_HEADER = "no-header"
    SECOND_HEADER = "second-header"
    STRAY_BYTES = "stray-bytes"
    TOO_MANY_RECORDS = "too-many-records"
    TOO_MANY_FIELDS = "too-many-fields"

    LEN_MISSING = "len-missing"
    LEN_NOT_NUMBER = "len-not-number"
    LEN_TOO_MANY_DIGITS = "len-too-many-digits"
    LEN_WRONG = "len-wrong"
    LEN_PAST_END = "len-past-end"
    BINARY_LEN = "binary-len"
    NO_FS = "no-fs"
    FS_IN_VALUE = "fs-in-value"

    IDC_MISSING = "idc-missing"
    IDC_NOT_NUMBER = "idc-not-number"
    TAG_UNREADABLE = "tag-unreadable"
    TAG_OF_OTHER_TYPE = "tag-of-other-type"
    FIELD_EMPTY = "field-empty"
    FIELD_REPEATED = "field-repeated"

    CNT_MISSING = "cnt-missing"
    CNT_TOO_LONG = "cnt-too-long"
    CNT_ITEM = "cnt-item"
    CNT_COUNT = "cnt-count"
    CNT_ORDER = "cnt-order"
    CNT_IDC = "cnt-idc"
    RS_FOR_GS = "rs-for-gs"
    RECORD_MISSING = "record-missing"
    RECORD_UNANNOUNCED = "record-unannounced"

    LEADING_SPACE = "leading-space"
    LONG_LINES = "long-lines"
    DATE_AFTER_MESSAGE = "date-after-message"

    @property
    def severity(self) -> Severity:
        """The weight of this kind of fault."""
        return Severity.REMARK if self in _REMARKS else Severity.ERROR


_REMARKS = frozenset({Code.LEADING_SPACE, Code.LONG_LINES, Code.DATE_AFTER_MESSAGE})

_SENTENCES = {
    Code.EMPTY: "The message is empty.",
    Code.NO_HEADER: "A message starts with a Type-1 record, but this one starts with {found}.",
    Code.SECOND_HEADER: "A second Type-1 record stands here; only the first record of a message may be one.",
    Code.STRAY_BYTES: "These bytes ({length}) belong to no record.",
    Code.TOO_MANY_RECORDS: "There are more records than the limit of {most}, so reading stops here.",
    Code.TOO_MANY_FIELDS: "There are more fields than the limit of {most}, so reading stops here.",
    Code.LEN_MISSING: "A record starts with its length, {expected}, but this one starts with {found}.",
    Code.LEN_NOT_NUMBER: "Field {field} must say how many bytes the record has, but it holds no number.",
    Code.LEN_TOO_MANY_DIGITS: "Field {field} has {found}; no message is that long, so it is not believed.",
    Code.LEN_WRONG: "Field {field} says {says} bytes, but the record has {expected}.",
    Code.LEN_PAST_END: "Field {field} says {says} bytes, but the message ends after {expected} of them.",
    Code.BINARY_LEN: "The length before the Type-{type} record, {found}, cannot be: it must be {expected}.",
    Code.NO_FS: "The last record does not end in FS: its end is missing, or the message was cut off.",
    Code.FS_IN_VALUE: "An FS stands inside the Type-{type} record; FS may stand only at its end.",
    Code.IDC_MISSING: "The record has no field {field}, the number that tells it from other records.",
    Code.IDC_NOT_NUMBER: "Field {field} must be a number of one to three digits.",
    Code.TAG_UNREADABLE: "A field starts with its tag, such as {expected}, but this one does not.",
    Code.TAG_OF_OTHER_TYPE: "Field {field} stands in a Type-{type} record, where all tags start with {type}.",
    Code.FIELD_EMPTY: "Nothing stands between two separators here; a field that is not used is left out.",
    Code.FIELD_REPEATED: "Field {field} stands here again; more values go into one field, with RS between.",
    Code.CNT_MISSING: "The Type-1 record has no field 1.03, so nothing says what the message holds.",
    Code.CNT_TOO_LONG: "Field 1.03 announces {found}, more than the limit of {most}, so it is not read.",
    Code.CNT_ITEM: "This part of field 1.03 should be {expected}, but is {found}.",
    Code.CNT_COUNT: "Field 1.03 says that {found} records follow, but lists {expected}.",
    Code.CNT_ORDER: "Field 1.03 lists the records in another order than they come in.",
    Code.CNT_IDC: "Field 1.03 gives the Type-{type} record the IDC {found}, but the record has {expected}.",
    Code.RS_FOR_GS: "Field 1.03 ends in RS where GS is needed, so field {swallowed} falls into it.",
    Code.RECORD_MISSING: "Field 1.03 announces {expected} with IDC {idc}, but the message holds none.",
    Code.RECORD_UNANNOUNCED: "The message holds {found}, but field 1.03 does not announce it.",
    Code.LEADING_SPACE: "The value of field {field} starts with a space.",
    Code.LONG_LINES: "Lines of over 74 characters in field {field}: {found}; the longest has {longest}.",
    Code.DATE_AFTER_MESSAGE: "{what} in field {field} is {found}, {days} days after the message ({dat}).",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a message, and the exact place of it.

    `offset` and `length` count bytes from the start of the message. The place lies in the record at position
    `record` of `Transaction.records` (0 is the first; None only if the message is empty) and, where one field
    is meant, in the field with the tag `field` ("1.03"), which may be the field that is missing. `found` and
    `expected` are short texts; `sentence` says it in plain words.
    """

    code: Code
    record: int | None
    field: str | None
    offset: int
    length: int
    found: str
    expected: str
    sentence: str

    @classmethod
    def of(
        cls,
        code: Code,
        record: int | None,
        field: str | None,
        offset: int,
        length: int,
        found: str,
        expected: str,
        **words: object,
    ) -> Fault:
        """A fault with the sentence of its code, filled in with its figures and what other `words` it needs."""
        given = {"field": field, "length": length, "found": found, "expected": expected, **words}
        return cls(code, record, field, offset, length, found, expected, _SENTENCES[code].format_map(given))

    @property
    def severity(self) -> Severity:
        """Error or remark."""
        return self.code.severity

    def __str__(self) -> str:
        """The fault on one line: byte offset, field, sentence."""
        place = f"byte {self.offset}" + (f", field {self.field}" if self.field else "")
        return f"{place}: {self.sentence}"


class WireError(Exception):
    """Any error of the wire package."""


class MalformedMessage(WireError):
    """The bytes are not a well-formed message.

    `faults` holds every error found, in the order of their place; `excerpt` shows the bytes around the first.
    """

    def __init__(self, faults: tuple[Fault, ...], excerpt: str = "") -> None:
        self.faults = faults
        self.excerpt = excerpt
        super().__init__(faults, excerpt)

    def __str__(self) -> str:
        """A headline, the first faults, and the spot of the first."""
        count, most = len(self.faults), 5
        lines = [f"the message has {count} fault{'' if count == 1 else 's'}"]
        lines += [f"  {fault}" for fault in self.faults[:most]]
        if count > most:
            lines.append(f"  … and {count - most} more")
        return "\n".join([*lines, self.excerpt] if self.excerpt else lines)


class UnwritableValue(WireError):
    """A value cannot be written into its field.

    `field` is the tag, or None where the whole record is meant; `position` counts characters or bytes from
    the start of the value given, or is None.
    """

    def __init__(self, sentence: str, field: str | None = None, position: int | None = None) -> None:
        self.sentence = sentence
        self.field = field
        self.position = position
        super().__init__(sentence, field, position)

    def __str__(self) -> str:
        """The sentence."""
        return self.sentence


class UnknownField(WireError):
    """No field of that number, tag or mnemonic is known."""


class MissingRecord(WireError):
    """The transaction has no such record."""
