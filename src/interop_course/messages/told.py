"""What field 2.075 of a response tells, as far as it can be understood, and all the lines that were not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interop_course.messages.errors import MessageError
from interop_course.messages.iaq import IAQ, RECEIVED
from interop_course.messages.iar import BEGINS, IAR
from interop_course.messages.ident import IDR, IDR_FOUND
from interop_course.messages.responses import ERS
from interop_course.wire import Transaction

__all__ = ["Told", "told"]

MOST_CHARACTERS = 200_000
"""The longest text that field 2.075 may hold (EBTS 9.1, IAFIS-DOC-01078-9.1)."""


@dataclass(frozen=True, slots=True)
class Told:
    """The IDR and the IAR in the text of 2.075; None where the text has none, or none that can be read.

    `query` is the query above an IAR, also where the answer after it is missing. `notices` are the lines above the
    verdict of an IDR, `unread` all others that were not taken apart, in their order: every line is either in a model
    or in one of these. `problems` say, in a sentence each, why a part could not be read.
    """

    idr: IDR | None
    query: IAQ | None
    iar: IAR | None
    notices: tuple[str, ...]
    unread: tuple[str, ...]
    problems: tuple[str, ...]


def told(transaction: Transaction) -> Told | None:
    """Read the text of 2.075, whatever state it is in; None where the message has no such field.

    Nothing is raised. Field 2.075 of a response from IAFIS is a record of arrests, which is no IDR: its lines are
    all unread.
    """
    field = next((found for record in transaction.of_type(2) if (found := record.get(ERS))), None)
    if field is None:
        return None
    text = field.text
    if len(text) > MOST_CHARACTERS:
        problem = f"The text has {len(text):,} characters, more than the {MOST_CHARACTERS:,} that are taken apart."
        return Told(None, None, None, (), tuple(_lines(text)), (problem,))
    cut = text.find(RECEIVED)
    first, rest = (text, "") if cut < 0 else (text[:cut], text[cut:])
    problems: list[str] = []
    idr, query, iar = _idr(first, problems), None, None
    notices: tuple[str, ...] = ()
    unread = tuple(_lines(first))
    if idr:
        verdict = IDR_FOUND.search(first)
        above = set(_lines(first[: verdict.start()])) if verdict else set()
        notices = tuple(line for line in idr.unread if line in above)
        unread = tuple(line for line in idr.unread if line not in above)
    if rest:
        query, iar = _query(rest, problems)
        unread += (
            (*iar.query.unread, *iar.unread)
            if iar
            else (*query.unread, *_lines(rest.partition(BEGINS)[2]))
            if query
            else tuple(_lines(rest))
        )
    return Told(idr, query, iar, notices, unread, tuple(problems))


def _idr(text: str, problems: list[str]) -> IDR | None:
    if not IDR_FOUND.search(text):
        return None
    try:
        return IDR.from_text(text)
    except MessageError as error:
        problems.append(" ".join(str(error).split()))
        return None


def _query(text: str, problems: list[str]) -> tuple[IAQ | None, IAR | None]:
    """The query and the answer; the query alone if the answer is missing or cannot be read."""
    try:
        iar = IAR.from_text(text)
    except MessageError as error:
        problems.append(" ".join(str(error).split()))
    else:
        return iar.query, iar
    try:
        return IAQ.from_text(text.partition(BEGINS)[0]), None
    except MessageError:
        return None, None


def _lines(text: str) -> Iterator[str]:
    return filter(None, map(str.strip, text.splitlines()))
