"""EBTS messages in traditional encoding: bytes to records and back, with every fault explained.

`read` and `write` are the two doors; `record` and `transaction` build new values; `validate` holds a message to the
profile of its type; `describe` says what a field is; `glyphs` makes separators visible.
"""

from interop_course.wire.charset import CharacterSet
from interop_course.wire.errors import (
    Code,
    Fault,
    MalformedMessage,
    MissingRecord,
    Severity,
    UnknownField,
    UnknownProfile,
    UnwritableValue,
    WireError,
)
from interop_course.wire.facts import FieldFact, describe, lookup
from interop_course.wire.glyphs import GLYPHS, excerpt, glyphs
from interop_course.wire.limits import Limits
from interop_course.wire.profiles import PROFILES, FieldRule, Profile, RecordRule, Use, profile
from interop_course.wire.reader import read
from interop_course.wire.records import Field, Record, Transaction
from interop_course.wire.validation import validate
from interop_course.wire.writer import record, transaction, with_field, without_field, write

__all__ = [
    "GLYPHS",
    "PROFILES",
    "CharacterSet",
    "Code",
    "Fault",
    "Field",
    "FieldFact",
    "FieldRule",
    "Limits",
    "MalformedMessage",
    "MissingRecord",
    "Profile",
    "Record",
    "RecordRule",
    "Severity",
    "Transaction",
    "UnknownField",
    "UnknownProfile",
    "UnwritableValue",
    "Use",
    "WireError",
    "describe",
    "excerpt",
    "glyphs",
    "lookup",
    "profile",
    "read",
    "record",
    "transaction",
    "validate",
    "with_field",
    "without_field",
    "write",
]
