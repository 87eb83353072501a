"""From values to bytes: build records and transactions, and write them.

`record` computes LEN and `transaction` computes CNT and fills in each IDC, so a built value is always whole
and `write` has only to join. What was read is joined as it was read.

Building refuses a separator inside a value, a character outside the declared sets (field 1.15) and a value longer than
the field dictionary allows. For a lesson on faults, `as_given` leaves all that to the caller: nothing is refused,
computed or put right, and `Transaction` called directly takes records as they are.

Source: EBTS 9.1 (IAFIS-DOC-01078-9.1).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from interop_course.wire.charset import CharacterSet, Sets, declared_sets, set_for_text
from interop_course.wire.checks import character_faults
from interop_course.wire.contents import Entry, format_contents, parse_contents
from interop_course.wire.errors import UnwritableValue
from interop_course.wire.facts import number_of
from interop_course.wire.grammar import (
    CNT,
    CNT_SWALLOWED_TAG,
    DCS,
    FS,
    GS,
    IDC,
    IMAGE,
    IMAGE_TYPES,
    LEN,
    TAGGED_TYPES,
    VER,
    tag,
    whole_number,
)
from interop_course.wire.records import Field, Record, Transaction
from interop_course.wire.values import Value, checked_field, field_as_given

__all__ = ["record", "transaction", "with_field", "without_field", "write"]

_FIRST = ((IDC,), (VER, CNT))
"""The fields that follow LEN in this order, in other records and in Type-1."""


def write(transaction: Transaction) -> bytes:
    """The bytes of a message.

    LEN and CNT are right in what `transaction` built; what `read` read gives back the bytes that were read. A
    `Transaction` put together by hand is written as it is, right or wrong.
    """
    return b"".join([each.raw for each in transaction.records])


def record(
    type: int,
    fields: Iterable[tuple[int | str, Value]],
    *,
    charset: CharacterSet = CharacterSet.ASCII,
    as_given: bool = False,
) -> Record:
    """Build a tagged record (Types 1, 2, 9 to 99) from field numbers or mnemonics and their values.

    A value is text, bytes, or a list of subfields; a subfield is text, bytes, or a list of its items.
    LEN is computed and not given. LEN comes first, then IDC (in Type-1: VER, CNT), field 999 last; the rest
    stays in the order given. Text is written in `charset`, which field 1.15 of the message must then declare; Type-1
    is ASCII always. Raises UnwritableValue and UnknownField.

    With `as_given` the record is just these fields in this order: LEN is written if given, with the value given, a
    field may come twice, and no value is refused.
    """
    charset = CharacterSet.ASCII if type == 1 else charset
    if as_given:
        given = [field_as_given(type, _number(type, which, True), value, charset) for which, value in fields]
        return _as_given(type, given, charset)
    made: dict[int, Field] = {}
    for which, value in fields:
        number = _number(type, which)
        if number in made:
            name = tag(type, number)
            raise UnwritableValue(f"field {name} is given twice; give its values as subfields", name)
        made[number] = checked_field(type, number, value, charset)
    _require_tagged(type)
    first = [made.pop(number) for number in _FIRST[type == 1] if number in made]
    last = [made.pop(IMAGE)] if IMAGE in made else []
    return _composed(type, [*first, *made.values(), *last], charset)


def transaction(*records: Record) -> Transaction:
    """Build a message from its records, the Type-1 record first.

    Each record without an IDC gets one: 00 for Type-2, the next free number from 01 for the others. LEN and
    CNT are put right where they are not. Records are kept as they are in all else. Raises UnwritableValue, also where
    a value holds what no set of field 1.15 has.
    """
    if not records or records[0].type != 1 or any(each.type == 1 for each in records[1:]):
        raise UnwritableValue("a message has one Type-1 record, and it comes first")
    header = records[0]
    declared = header.get(DCS)
    sets = declared_sets(declared.value if declared else None)
    taken = {each.idc for each in records[1:]}
    free = (number for number in count(1) if number not in taken)
    whole: list[Record] = []
    entries: list[Entry] = []
    for each in records[1:]:
        if each.type == 0:
            raise UnwritableValue("bytes that belong to no record cannot be part of a new message")
        if each.type in TAGGED_TYPES and each.get(IDC) is None:
            idc = 0 if each.type == 2 and 0 not in taken else next(free)
            taken.add(idc)
            each = with_field(each, IDC, f"{idc:02d}")
        if each.idc is None:
            name = tag(each.type, IDC)
            raise UnwritableValue(f"field {name} is no number, so field 1.03 cannot name the record", name)
        whole.append(_measured(each, sets))
        entries.append((each.type, each.idc))
    stated = header.get(CNT)
    if stated is None or parse_contents(stated.value) != parse_contents(format_contents(entries)):
        opening = b"%s:" % tag(1, CNT).encode()
        header = _with(header, Field(1, CNT, opening, format_contents(entries)))
    return Transaction((_measured(header, declared_sets(None)), *whole))


def with_field(record: Record, which: int | str, value: Value, *, as_given: bool = False) -> Record:
    """The same record with one field set: changed where it stands, or added; LEN is computed again.

    The field is named by its number, mnemonic ("NAM") or tag ("2.018"). Raises UnwritableValue and UnknownField. With
    `as_given` no value is refused, LEN can be set too, and is otherwise left as it is.
    """
    number = _number(record.type, which, as_given)
    if as_given:
        return _with(record, field_as_given(record.type, number, value, record.charset), as_given=True)
    return _with(record, checked_field(record.type, number, value, record.charset))


def without_field(record: Record, which: int | str, *, as_given: bool = False) -> Record:
    """The same record without that field, if it has it; LEN is computed again, or with `as_given` left as it is.

    Raises UnknownField, and UnwritableValue for LEN, which every record needs.
    """
    number = _number(record.type, which, as_given)
    kept = [each for each in record.fields if each.number != number]
    return _again(record, kept, as_given)


def _number(type: int, which: int | str, as_given: bool = False) -> int:
    """The number of a field that can be set: LEN cannot, for it is computed."""
    _require_tagged(type)
    number = which if isinstance(which, int) else number_of(type, which)
    if number == LEN and not as_given:
        raise UnwritableValue(f"field {tag(type, LEN)} is the length, which is computed", tag(type, LEN))
    if not 0 < number < 10**9:
        raise UnwritableValue(f"{number} is no field number")
    return number


def _require_tagged(type: int) -> None:
    if type not in TAGGED_TYPES:
        raise UnwritableValue(f"a record of Type-{type} has no tagged fields; Types 1, 2 and 9 to 99 have")


def _with(record: Record, field: Field, as_given: bool = False) -> Record:
    """The record with that field in place of those with its number, or added where it must stand."""
    fields, number = list(record.fields), field.number
    if number in [each.number for each in fields]:
        fields = [field if each.number == number else each for each in fields]
    else:
        fields.insert(_place(fields, field), field)
    return _again(record, fields, as_given)


def _again(record: Record, fields: list[Field], as_given: bool = False) -> Record:
    """A record with other fields, and LEN computed unless it is to stay as given."""
    if as_given:
        return _as_given(record.type, fields, record.charset)
    kept = [each for each in fields if each.number != LEN]
    if record.offset is not None:
        kept = [each._replace(offset=None) for each in kept]
    return _composed(record.type, kept, record.charset)


def _place(fields: list[Field], added: Field) -> int:
    """Where a field must be added: the fixed ones stand first, the image last, the others between as they come."""
    first = (LEN, *_FIRST[added.type == 1])
    if added.number in first:
        before = first[: first.index(added.number)]
        return sum([each.number in before for each in fields])
    return len(fields) - (added.number != IMAGE and bool(fields) and fields[-1].number == IMAGE)


def _as_given(type: int, fields: list[Field], charset: CharacterSet) -> Record:
    """A record of just these fields."""
    return Record(type, GS.join([each.raw for each in fields]) + FS, None, charset)


def _composed(type: int, fields: list[Field], charset: CharacterSet) -> Record:
    """A record of LEN and these fields; the digits of LEN count too."""
    opening = b"%s:" % tag(type, LEN).encode()
    rest = len(opening) + 1 + sum([1 + len(each.prefix) + len(each.value) for each in fields])
    length = rest + 1
    while rest + len(str(length)) != length:
        length = rest + len(str(length))
    digits = b"%d" % length
    parts = [opening, digits]
    for each in fields:
        parts += (GS, each.prefix, each.value)
    made = Record(type, b"".join([*parts, FS]), None, charset)
    if _is_plain(made, fields):
        made.keep_fields((Field(type, LEN, opening, digits, None, charset), *fields))
    return made


def _is_plain(made: Record, fields: list[Field]) -> bool:
    """Whether the bytes of a record split into these fields and no others, so that it need not be tried."""
    pictured = made.type in IMAGE_TYPES and bool(fields) and fields[-1].number == IMAGE
    before = len(fields[-1].value) if pictured else 0
    if made.raw.find(FS, 0, len(made.raw) - before - 1) >= 0:
        return False
    if made.type == 1:
        return not CNT_SWALLOWED_TAG.search(made.raw)
    return not any(each.number == IMAGE for each in fields[:-1])


def _measured(record: Record, sets: Sets) -> Record:
    """The record as part of a message with these character sets, with the right LEN and no offset."""
    for fault in () if record.is_ascii else character_faults(record, 0, sets):
        raise UnwritableValue(
            f"field {fault.field}: {fault.found} is no character of {fault.expected}, all that field 1.15 allows",
            fault.field,
        )
    charset, stated = set_for_text(sets), record.get(LEN)
    if record.type in TAGGED_TYPES and not (stated and whole_number(stated.value, 18) == record.length):
        record = _again(record, list(record.fields))
    if record.offset is None and record.charset is charset:
        return record
    return record._replace(offset=None, charset=charset)
