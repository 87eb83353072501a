"""EBTS messages in traditional encoding: bytes to records and back, with every fault explained.

`read` and `write` are the two doors; `record` and `transaction` build new values; `describe` says what a
field is; `glyphs` makes separators visible.
"""

from interop_course.wire.errors import (
    Code,
    Fault,
    MalformedMessage,
    MissingRecord,
    Severity,
    UnknownField,
    UnwritableValue,
    WireError,
)
from interop_course.wire.facts import FieldFact, describe
from interop_course.wire.glyphs import GLYPHS, excerpt, glyphs
from interop_course.wire.reader import Limits, read
from interop_course.wire.records import Field, Record, Transaction
from interop_course.wire.writer import record, transaction, with_field, without_field, write

__all__ = [
    "GLYPHS",
    "Code",
    "Fault",
    "Field",
    "FieldFact",
    "Limits",
    "MalformedMessage",
    "MissingRecord",
    "Record",
    "Severity",
    "Transaction",
    "UnknownField",
    "UnwritableValue",
    "WireError",
    "describe",
    "excerpt",
    "glyphs",
    "read",
    "record",
    "transaction",
    "with_field",
    "without_field",
    "write",
]
