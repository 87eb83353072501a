"""What can be wrong with a message, and how the wire package says so.

Exceptions::

    WireError
    ├── MalformedMessage   the bytes are not a well-formed message; carries every fault found
    ├── UnwritableValue    a value cannot be written as it is; names the field and the place in the value
    ├── UnknownField       no field of that number, tag or mnemonic is known
    ├── UnknownProfile     no profile of that type of transaction is known
    └── MissingRecord      the transaction has no such record

A `Fault` is a value, not an exception: reading collects all of them before anything is raised, and validation
returns all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from interop_course.wire.sentences import SENTENCES

__all__ = [
    "Code",
    "Fault",
    "MalformedMessage",
    "MissingRecord",
    "Severity",
    "UnknownField",
    "UnknownProfile",
    "UnwritableValue",
    "WireError",
]


class Severity(StrEnum):
    """How much a fault weighs: an error makes strict reading refuse, a remark does not."""

    ERROR = "error"
    REMARK = "remark"


class Code(StrEnum):
    """The kinds of fault: those of reading, then those of validation (`is_of_reading` tells them apart)."""

    EMPTY = "empty"
    NO_HEADER = "no-header"
    SECOND_HEADER = "second-header"
    STRAY_BYTES = "stray-bytes"
    TOO_MANY_RECORDS = "too-many-records"
    TOO_MANY_FIELDS = "too-many-fields"
    TOO_MANY_FAULTS = "too-many-faults"

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
    CHARACTER_SET = "character-set"

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

    NO_PROFILE = "no-profile"
    RECORDS_FEW = "records-few"
    RECORDS_MANY = "records-many"
    RECORD_NOT_LISTED = "record-not-listed"
    FIELD_MISSING = "field-missing"
    FIELD_NOT_LISTED = "field-not-listed"
    FIELD_OPEN = "field-open"
    FIELDS_LEFT_OUT = "fields-left-out"
    VALUE_SHORT = "value-short"
    VALUE_LONG = "value-long"
    VALUES_FEW = "values-few"
    VALUES_MANY = "values-many"
    VALUE_CHARACTERS = "value-characters"
    VALUE_NOT_ALLOWED = "value-not-allowed"
    NOT_A_DATE = "not-a-date"

    NOT_FROM_IDENT = "not-from-ident"
    TCR_DIFFERS = "tcr-differs"
    NAM_DIFFERS = "nam-differs"
    IDR_UNREADABLE = "idr-unreadable"
    FINDING_DIFFERS = "finding-differs"
    ENCOUNTERS_COUNT = "encounters-count"
    PHOTO_NOT_LISTED = "photo-not-listed"

    @property
    def is_of_reading(self) -> bool:
        """Whether reading finds it; if not, validation does, in a message that may be read without fault."""
        return self not in _OF_VALIDATION

    @property
    def severity(self) -> Severity:
        """The weight of this kind of fault."""
        return Severity.REMARK if self in _REMARKS else Severity.ERROR


_ALL = tuple(Code)
_OF_VALIDATION = frozenset(_ALL[_ALL.index(Code.NO_PROFILE) : _ALL.index(Code.PHOTO_NOT_LISTED) + 1])

_REMARKS = frozenset(
    {
        Code.TOO_MANY_FAULTS,
        Code.LEADING_SPACE,
        Code.LONG_LINES,
        Code.DATE_AFTER_MESSAGE,
        Code.NO_PROFILE,
        Code.FIELD_NOT_LISTED,
        Code.FIELD_OPEN,
        Code.FIELDS_LEFT_OUT,
    }
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a message, and the exact place of it.

    `offset` and `length` count bytes from the start of the message. The place lies in the record at position
    `record` of `Transaction.records` (0 is the first; None only if the message is empty) and, where one field
    is meant, in the field with the tag `field` ("1.03"), which may be the field that is missing: the place is then
    where it would stand, with length 0. `found` and `expected` are short texts; `sentence` says it in plain words.

    Faults of validation also say in `source` where the rule comes from (a compact packet citation, or EBTS), and in
    `register` which entry of the register says that the packet leaves it open; both are empty otherwise.
    """

    code: Code
    record: int | None
    field: str | None
    offset: int
    length: int
    found: str
    expected: str
    sentence: str
    source: str = ""
    register: str = ""

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
        return cls(code, record, field, offset, length, found, expected, SENTENCES[code].format_map(given))

    def citing(self, source: str, register: str = "") -> Fault:
        """The same fault with the source of the rule, and the entry of the register that it touches, if any."""
        return replace(self, source=source, register=register)

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


class UnknownProfile(WireError):
    """No profile of that type of transaction is known."""


class MissingRecord(WireError):
    """The transaction has no such record; `Transaction.header` asks for the Type-1 record."""
