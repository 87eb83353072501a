"""What the packet asks of a response with information from IDENT, beyond the profile of an SRE.

`CONDITIONS` is the list, each with its source; `response_faults` says which a message breaks; `all_faults` puts these
together with the faults of reading and of validation.

A fault rests on what is settled in the packet only; `register` names the entry that says so, where there is one. What
is open there (how field 1.03 is punctuated: C71; where inside 2.075 the IDR ends: C74) is asked of no message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from interop_course.messages.iaq import RECEIVED
from interop_course.messages.ident import IDR_FOUND, MOST_ENCOUNTERS, PHOTO
from interop_course.messages.responses import ERS, IDENT_ORI, SRF
from interop_course.wire import Code, Fault, Field, Transaction, describe, glyphs, validate
from interop_course.wire.contents import parse_contents
from interop_course.wire.validation import Located, located

__all__ = ["CONDITIONS", "Condition", "all_faults", "response_faults"]

_CNT, _TOT, _ORI, _TCN, _TCR, _SID, _NAM = 3, 4, 8, 9, 10, 15, 18
_PHOTO_TYPE = 10
_REPLIES = frozenset({"SRE", "ERRT"})


@dataclass(frozen=True, slots=True)
class _Idr:
    """What 2.075 says as an IDR, and where, in bytes from the start of the message.

    `match` and `at` are of the line that says MATCH or NO MATCH; `encounters` and `photos` the places of the lines
    that begin one and that announce one.
    """

    match: bool
    at: int
    length: int
    encounters: tuple[int, ...]
    photos: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Reply:
    """A reply taken apart: its first two kinds of record, its IDR if it has one, and what it answers."""

    header: Located
    body: Located | None
    idr: _Idr | None
    submission: Transaction | None

    @property
    def from_ident(self) -> bool:
        """Whether it is an SRE that says, by 1.08 or by its text, that it comes from IDENT."""
        ori = _text(self.header, _ORI)
        return _text(self.header, _TOT) == "SRE" and (ori == IDENT_ORI or self.idr is not None)

    @property
    def is_reply(self) -> bool:
        """Whether it answers a submission."""
        return _text(self.header, _TOT) in _REPLIES

    def asked(self, type: int, number: int) -> str | None:
        """The text of a field of the submission, or None if that is not given or has no such field."""
        for record in self.submission.of_type(type) if self.submission else ():
            found = record.get(number)
            return found.text.strip() if found else None
        return None


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that the packet asks: `text` in our words, `source` as a compact citation.

    `register` names the entry of the register that settles it, where the packet is at odds with itself nearby.
    """

    text: str
    source: str
    check: Callable[[_Reply], Iterator[Fault]]
    register: str = ""


def response_faults(transaction: Transaction, submission: Transaction | None = None) -> tuple[Fault, ...]:
    """Which of the packet's conditions a reply breaks, in the order of the places; none for other messages.

    Two conditions, the control number and the name, compare with the submission and are asked only where it is
    given. Nothing is raised, whatever the message holds.
    """
    reply = _reply(transaction, submission)
    if reply is None:
        return ()
    found = [fault.citing(each.source) for each in CONDITIONS for fault in each.check(reply)]
    return tuple(sorted(found, key=lambda fault: fault.offset))


def all_faults(transaction: Transaction, submission: Transaction | None = None) -> tuple[Fault, ...]:
    """All that is wrong with a message: what lenient reading found, then validation, then the packet's conditions.

    In the order of the places; where a condition says what the profile has said, it is said once.
    """
    found = [*transaction.faults, *validate(transaction)]
    said = {(fault.code, fault.field, fault.offset) for fault in found}
    more = response_faults(transaction, submission)
    found += [fault for fault in more if (fault.code, fault.field, fault.offset) not in said]
    return tuple(sorted(found, key=lambda fault: fault.offset))


def _reply(transaction: Transaction, submission: Transaction | None) -> _Reply | None:
    """The message taken apart, or None if it has no header."""
    places = located(transaction)
    header = next((each for each in places if each.record.type == 1), None)
    body = next((each for each in places if each.record.type == 2), None)
    return _Reply(header, body, _idr(body), submission) if header else None


def _idr(body: Located | None) -> _Idr | None:
    found = body.get(ERS) if body else None
    if not found:
        return None
    at, field = found
    start, text = at + len(field.prefix), field.value.decode("latin-1").partition(RECEIVED)[0]
    verdict = IDR_FOUND.search(text)
    if not verdict:
        return None

    def lines(label: str) -> tuple[int, ...]:
        places, end = [], verdict.end()
        for line in text[verdict.end() :].splitlines(keepends=True):
            if line.lstrip().startswith(label):
                places.append(start + end + len(line) - len(line.lstrip()))
            end += len(line)
        return tuple(places)

    whole = verdict.end() - verdict.start()
    return _Idr(not verdict[1], start + verdict.start(), whole, lines("EID"), lines(PHOTO))


def _text(place: Located | None, number: int) -> str | None:
    found = place.get(number) if place else None
    return found[1].text.strip() if found else None


def _missing(place: Located, number: int) -> Fault:
    fact = describe(f"{place.record.type}.{number}")
    words = {"name": f"{fact.mnemonic} ({fact.name})", "a_tot": "a response from IDENT"}
    at = place.gap(number)
    return Fault.of(Code.FIELD_MISSING, place.position, fact.tag, at, 0, "no such field", "the field", **words)


def _value(code: Code, place: Located, found: tuple[int, Field], expected: str) -> Fault:
    """A fault on the value of a field."""
    at, field = found
    shown = glyphs(field.value.strip(b" ")[:40]) or "empty"
    return Fault.of(
        code, place.position, field.tag, at + len(field.prefix), len(field.value), shown, expected or "empty"
    )


def _comes_from_ident(reply: _Reply) -> Iterator[Fault]:
    found = reply.header.get(_ORI)
    if not reply.from_ident:
        return
    if not found:
        yield _missing(reply.header, _ORI)
    elif found[1].text.strip() != IDENT_ORI:
        yield _value(Code.NOT_FROM_IDENT, reply.header, found, IDENT_ORI)


def _echoes_number(reply: _Reply) -> Iterator[Fault]:
    found, asked = reply.header.get(_TCR), reply.asked(1, _TCN)
    if not found and reply.from_ident:
        yield _missing(reply.header, _TCR)
    elif found and reply.is_reply and asked is not None and found[1].text.strip() != asked:
        yield _value(Code.TCR_DIFFERS, reply.header, found, asked)


def _echoes_name(reply: _Reply) -> Iterator[Fault]:
    if not reply.from_ident or not reply.body:
        return
    found, asked = reply.body.get(_NAM), reply.asked(2, _NAM)
    if not found:
        yield _missing(reply.body, _NAM)
    elif asked is not None and found[1].text.strip() != asked:
        yield _value(Code.NAM_DIFFERS, reply.body, found, asked)


def _holds_sid(reply: _Reply) -> Iterator[Fault]:
    if reply.from_ident and reply.body and not reply.body.get(_SID):
        yield _missing(reply.body, _SID)


def _says_i_or_n(reply: _Reply) -> Iterator[Fault]:
    if not reply.from_ident or not reply.body:
        return
    found = reply.body.get(SRF)
    if not found:
        yield _missing(reply.body, SRF)
    elif found[1].text.strip() not in ("I", "N"):
        yield _value(Code.VALUE_NOT_ALLOWED, reply.body, found, "I or N")


def _holds_idr(reply: _Reply) -> Iterator[Fault]:
    if not reply.from_ident or not reply.body:
        return
    found = reply.body.get(ERS)
    if not found:
        yield _missing(reply.body, ERS)
    elif not reply.idr:
        yield _value(Code.IDR_UNREADABLE, reply.body, found, "MATCH or NO MATCH")


def _finding_agrees(reply: _Reply) -> Iterator[Fault]:
    found = reply.body.get(SRF) if reply.body else None
    if found and reply.body and reply.idr and found[1].text.strip() == ("N" if reply.idr.match else "I"):
        yield _value(Code.FINDING_DIFFERS, reply.body, found, "MATCH" if reply.idr.match else "NO MATCH")


def _has_one_to_five(reply: _Reply) -> Iterator[Fault]:
    idr = reply.idr
    if not idr or not reply.body or (1 if idr.match else 0) <= len(idr.encounters) <= MOST_ENCOUNTERS * idr.match:
        return
    count = len(idr.encounters)
    if not count:
        at, length = idr.at, idr.length
    else:
        at, length = idr.encounters[MOST_ENCOUNTERS if idr.match else 0], len("EID")
    found = f"{count or 'no'} encounter{'s' if count > 1 else ''}"
    says, expected = ("a match", "one to five") if idr.match else ("a no-match", "none")
    tag = f"{reply.body.record.type}.{ERS:03}"
    yield Fault.of(Code.ENCOUNTERS_COUNT, reply.body.position, tag, at, length, found, expected, says=says)


def _lists_photo(reply: _Reply) -> Iterator[Fault]:
    contents = reply.header.get(_CNT)
    if not (reply.idr and reply.idr.photos and reply.body and contents):
        return
    if any(type == _PHOTO_TYPE for type, _ in parse_contents(contents[1].value).entries):
        return
    tag, at = f"{reply.body.record.type}.{ERS:03}", reply.idr.photos[0]
    expected = "a 10 below the 2 in field 1.03"
    yield Fault.of(Code.PHOTO_NOT_LISTED, reply.body.position, tag, at, len(PHOTO), PHOTO, expected)


_SHEET = "shared-services@26"

CONDITIONS = (
    Condition("1.08 is USVISIT0Z: the information comes from IDENT", _SHEET, _comes_from_ident),
    Condition("1.10 repeats the control number, 1.09, of the submission", _SHEET, _echoes_number, "C72"),
    Condition("2.015 holds a state identification number", _SHEET, _holds_sid),
    Condition("2.018 is the name in the submission, not one from IDENT", _SHEET, _echoes_name),
    Condition("2.059 is I for a match or N for none", _SHEET, _says_i_or_n),
    Condition("2.075 holds the IDR, which says MATCH or NO MATCH", _SHEET, _holds_idr, "C74"),
    Condition("2.059 and the text of 2.075 say the same", _SHEET, _finding_agrees),
    Condition("a match tells of one to five encounters, a no-match of none", _SHEET, _has_one_to_five),
    Condition("a photo shows in 1.03 as a 10 below the 2", "ebts-fields@25", _lists_photo, "C71"),
)
"""Every condition, in the order of the fields."""
