"""From a transaction to what it lacks: `validate` holds it to the profile of its type.

Reading asks whether bytes are a message; validation asks whether the message is what its field 1.04 says, and finds
faults in messages that read well. What reading sees is not said twice: the value of LEN, and that LEN, IDC and field
1.03 are there at all; spaces around a value count for nothing here, and so do bytes above 127 where letters may stand.

Source: EBTS 9.1 (IAFIS-DOC-01078-9.1) and the packet; each fault names the source of its rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from interop_course.wire.checks import shown
from interop_course.wire.errors import Code, Fault
from interop_course.wire.facts import EBTS, FieldFact
from interop_course.wire.grammar import CNT, FS, IDC, IMAGE, IMAGE_TYPES, LEN, RS, TAGGED_TYPES, US, tag
from interop_course.wire.profiles import PROFILES, FieldRule, Profile, RecordRule, Use
from interop_course.wire.records import Field, Record, Transaction

__all__ = ["Located", "allowed_characters", "located", "validate"]

TOT = 4
_AGENCY_FIELDS = 100
"""From this number on, Type-2 fields are an agency's own and in no profile."""


_MOST_VALUES = 1_000
"""How many values of a field are looked at, where a rule bounds their number by nothing."""


class Located(NamedTuple):
    """A record, its position in the message, its offset, and its fields with theirs: in bytes from the start."""

    position: int
    record: Record
    offset: int
    fields: tuple[tuple[int, Field], ...]

    @property
    def end(self) -> int:
        """Where its FS stands, or where the record ends if it has none."""
        return self.offset + self.record.length - self.record.raw.endswith(FS)

    def get(self, number: int) -> tuple[int, Field] | None:
        """The offset and the first field of that number, or None."""
        return next((each for each in self.fields if each[1].number == number), None)

    def gap(self, number: int) -> int:
        """Where a field of that number would stand that is not there."""
        return next((at for at, field in self.fields if field.number > number), self.end)


def located(transaction: Transaction) -> tuple[Located, ...]:
    """The records and fields of a message with their places, also of one that was built and not read."""
    places, at = [], 0
    for position, record in enumerate(transaction.records):
        fields, start = [], at
        for field in record.fields:
            fields.append((start, field))
            start += field.length + 1
        places.append(Located(position, record, at, tuple(fields)))
        at += record.length
    return tuple(places)


def validate(transaction: Transaction, profile: Profile | None = None) -> tuple[Fault, ...]:
    """What is wrong with a message by the rules for its type, in the order of the places.

    The profile is that of field 1.04 unless one is given. A type of transaction without a profile brings a remark
    and no more. Nothing is raised, whatever the message holds.
    """
    places = located(transaction)
    header = next((each for each in places if each.record.type == 1), None)
    if header is None:
        return ()
    stated = header.get(TOT)
    if stated is None:
        return (_missing(header, TOT, "Type of Transaction", "every message", EBTS),)
    at, field = stated
    at, tot = at + len(field.prefix), field.text.strip()
    if profile is None:
        profile = PROFILES.get(tot)
    if profile is None:
        known = ", ".join(PROFILES)
        return (Fault.of(Code.NO_PROFILE, header.position, field.tag, at, len(field.value), shown(field.value), known),)
    faults = list(_record_faults(places, profile))
    if tot != profile.tot:
        found, length = shown(field.value), len(field.value)
        code = Code.VALUE_NOT_ALLOWED
        faults.append(Fault.of(code, header.position, field.tag, at, length, found, profile.tot).citing(EBTS))
    for place in places:
        rule = profile.record(place.record.type)
        if rule and rule.fields and place.record.type in TAGGED_TYPES:
            faults += _missing_fields(place, rule, profile)
            faults += _field_faults(place, rule, profile)
    return tuple(sorted(faults, key=lambda fault: fault.offset))


def _record_faults(places: Sequence[Located], profile: Profile) -> Iterator[Fault]:
    """Records that are too few, too many, or of a type that the profile does not have."""
    end = places[-1].offset + places[-1].record.length
    words = {"a_tot": profile.a_tot, "a_tot_first": profile.a_tot[0].upper() + profile.a_tot[1:]}
    for rule in profile.records:
        there = [each for each in places if each.record.type in rule.types]
        found = f"{len(there) or 'no'} {rule.name}{'s' if len(there) > 1 else ''}"
        if len(there) < rule.least:
            last, least = len(places) - 1, str(rule.least)
            yield Fault.of(Code.RECORDS_FEW, last, None, end, 0, found, least, **words).citing(rule.source)
        elif rule.most is not None and len(there) > rule.most:
            extra, most = there[rule.most], str(rule.most)
            at, length = extra.offset, extra.record.length
            yield Fault.of(Code.RECORDS_MANY, extra.position, None, at, length, found, most, **words).citing(
                rule.source
            )
    for each in places:
        if each.record.type and profile.record(each.record.type) is None:
            found, expected = f"Type-{each.record.type} record", "no such record"
            code, at, length = Code.RECORD_NOT_LISTED, each.offset, each.record.length
            yield Fault.of(code, each.position, None, at, length, found, expected, **words).citing(EBTS)


def _missing_fields(place: Located, rule: RecordRule, profile: Profile) -> Iterator[Fault]:
    """Fields that must be there and are not; those that EBTS wants and the course leaves out are one remark."""
    type = place.record.type
    there = {field.number for _, field in place.fields}
    of_reading = {LEN, CNT} if type == 1 else {LEN, IDC}
    wanted = [each for each in rule.fields if each.tag == tag(type, each.number) and each.number not in there]
    for each in wanted:
        if each.use is Use.MANDATORY and each.number not in of_reading:
            yield _missing(place, each.number, f"{each.fact.mnemonic} ({each.fact.name})", profile.a_tot, each.source)
    left_out = [each for each in wanted if each.use is Use.LEFT_OUT]
    if left_out:
        *first, last = [each.tag for each in left_out]
        expected = f"fields {', '.join(first)} and {last}" if first else f"field {last}"
        at = (place.position, left_out[0].tag, place.gap(left_out[0].number), 0)
        source, code = left_out[0].source, Code.FIELDS_LEFT_OUT
        yield Fault.of(code, *at, "no such field", expected, a_tot=profile.a_tot).citing(source)


def _missing(place: Located, number: int, name: str, a_tot: str, source: str) -> Fault:
    at = (place.position, tag(place.record.type, number), place.gap(number), 0)
    return Fault.of(Code.FIELD_MISSING, *at, "no such field", "the field", name=name, a_tot=a_tot).citing(source)


def _field_faults(place: Located, rule: RecordRule, profile: Profile) -> Iterator[Fault]:
    """What is wrong with the fields that are there."""
    rules = {each.tag: each for each in rule.fields}
    for at, field in place.fields:
        if field.type != place.record.type or not field.number:
            continue
        of_field = rules.get(field.tag)
        whole = (place.position, field.tag, at, field.length, shown(field.raw))
        if of_field is None:
            if rule.complete and field.number < _AGENCY_FIELDS:
                expected = "no such field"
                yield Fault.of(Code.FIELD_NOT_LISTED, *whole, expected, a_tot=profile.a_tot).citing(EBTS)
            continue
        if of_field.use is Use.OPEN:
            source, entry = of_field.source, of_field.register
            remark = Fault.of(Code.FIELD_OPEN, *whole, "an open point", a_tot=profile.a_tot, register=entry)
            yield remark.citing(source, entry)
        if field.number != LEN:
            yield from _value_faults(place.position, at + len(field.prefix), field, of_field)


def _value_faults(position: int, start: int, field: Field, rule: FieldRule) -> Iterator[Fault]:
    """What is wrong with the values of one field: their number, then each of them."""
    image = field.number == IMAGE and field.type in IMAGE_TYPES
    values = [field.value] if image else field.value.split(RS)
    count = len(values)
    if count < rule.fewest:
        at, found, expected = (start, len(field.value)), _many(count, "value"), str(rule.fewest)
        yield Fault.of(Code.VALUES_FEW, position, field.tag, *at, found, expected).citing(EBTS)
    if rule.many is not None and count > rule.many:
        kept = sum(len(value) + 1 for value in values[: rule.many])
        at, found, expected = (start + kept, len(field.value) - kept), _many(count, "value"), str(rule.many)
        yield Fault.of(Code.VALUES_MANY, position, field.tag, *at, found, expected).citing(EBTS)
    for value in values[: rule.many or _MOST_VALUES]:
        wrong = _wrong_value(value, rule, image)
        if wrong:
            code, found, expected, skip, length = wrong
            by = rule.values_source if code is Code.VALUE_NOT_ALLOWED else EBTS
            yield Fault.of(code, position, field.tag, start + skip, length, found, expected).citing(by)
        start += len(value) + 1


class _Wrong(NamedTuple):
    """What is wrong with a value, and where in it: bytes to skip, and length."""

    code: Code
    found: str
    expected: str
    skip: int
    length: int


def _wrong_value(value: bytes, rule: FieldRule, image: bool) -> _Wrong | None:
    """The first thing that is wrong with one value: what it may be, its size, its characters."""
    if image:
        return None if value else _Wrong(Code.VALUE_SHORT, "0 bytes", "1 byte", 0, 0)
    size, said = len(value), value.strip(b" ").replace(US, b"")
    if rule.values and said.decode("latin-1") not in rule.values:
        *first, last = rule.values
        expected = f"{', '.join(first)} or {last}" if first else last
        return _Wrong(Code.VALUE_NOT_ALLOWED, shown(said) or "empty", expected, 0, size)
    if rule.date and not _is_day(said):
        return _Wrong(Code.NOT_A_DATE, shown(said) or "empty", "a day as in 20100301", 0, size)
    count = len(said.decode("utf-8", "replace"))
    if count < rule.least:
        return _Wrong(Code.VALUE_SHORT, _many(count, "character"), str(rule.least), 0, size)
    if rule.most is not None and count > rule.most:
        return _Wrong(Code.VALUE_LONG, _many(count, "character"), str(rule.most), 0, size)
    pattern, words = allowed_characters(rule.fact)
    inner = value.strip(b" ")
    bad = pattern.search(inner) if pattern else None
    if not bad:
        return None
    skip = size - len(value.lstrip(b" ")) + bad.start()
    return _Wrong(Code.VALUE_CHARACTERS, shown(bad[0]), words, skip, 1)


def _is_day(digits: bytes) -> bool:
    if not re.fullmatch(rb"\d{8}", digits):
        return False
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


@cache
def allowed_characters(fact: FieldFact) -> tuple[re.Pattern[bytes] | None, str]:
    """A pattern for one character that a field may not hold, and in words those that it may; None if any will do.

    US may stand in any value, between its items.
    """
    kinds = fact.characters
    if not kinds or "B" in kinds:
        return None, ""
    if "S" in kinds and not fact.special:
        return re.compile(rb"[^ -~\x80-\xff\t\r\n\x1f]"), "characters that print"
    letters, digits = "A" in kinds, "N" in kinds
    allowed = ("A-Za-z\x80-\xff" if letters else "") + ("0-9" if digits else "") + re.escape(fact.special)
    names = [*(["letters"] if letters else []), *(["digits"] if digits else [])]
    names += ["the space" if each == " " else f"“{each}”" for each in fact.special]
    *first, last = names
    words = f"{', '.join(first)} and {last}" if first else last
    return re.compile(rb"[^\x1f%s]" % allowed.encode("latin-1")), words
