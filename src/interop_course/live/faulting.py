"""All that is wrong with a message, each fault in its place, and what it states beside what can be computed."""

from __future__ import annotations

from collections.abc import Iterator

from ..messages import MessageError, parse
from ..messages.conditions import all_faults
from ..wire import Code, Fault, Record, Transaction, UnwritableValue, glyphs, record, transaction
from ..wire.contents import format_contents
from ..wire.grammar import CNT, LEN, TAGGED_TYPES
from .inspector_states import FaultState, Measure
from .showing import Shown
from .states import Source
from .words import register_entry, source

_TCN, _TCR, _NAM = 9, 10, 18
_OF_THE_COURSE = frozenset({Code.FIELDS_LEFT_OUT})
"""Remarks on what the course's own messages leave out on purpose: they say nothing of the message that is shown."""


def fault_states(shown: Shown, submission: Transaction | None = None) -> tuple[FaultState, ...]:
    """Everything wrong with a message, in the order of its place; see `submission_of` for what an answer answers."""
    if shown.transaction is None:
        return tuple(_of_text(shown))
    return tuple(_fault(each) for each in all_faults(shown.transaction, submission) if each.code not in _OF_THE_COURSE)


def submission_of(answer: Transaction) -> Transaction | None:
    """As much of a submission as an answer to it tells: its control number and its name. None if it is no answer."""
    header, body = (next(iter(answer.of_type(type)), None) for type in (1, 2))
    tcr, nam = (header.value(_TCR) if header else None), (body.value(_NAM) if body else None)
    if tcr is None:
        return None
    try:
        return transaction(record(1, [(_TCN, tcr)]), record(2, [(_NAM, nam)] if nam else []))
    except UnwritableValue:
        return None


def _of_text(shown: Shown) -> Iterator[FaultState]:
    """A text message is wrong as a whole: its model says what it does not understand."""
    try:
        parse(shown.kind, shown.data)
    except MessageError as error:
        yield FaultState(
            code="unreadable", severity="error", record=None, field="", offset=0, length=len(shown.data),
            found="this text", expected=f"a text of the kind {shown.kind}", sentence=f"{error}",
        )  # fmt: skip


def _fault(fault: Fault) -> FaultState:
    return FaultState(
        code=fault.code.value,
        severity="error" if fault.severity == "error" else "remark",
        record=fault.record,
        field=fault.field or "",
        offset=fault.offset,
        length=fault.length,
        found=fault.found,
        expected=fault.expected,
        sentence=fault.sentence,
        sources=tuple(_sources(fault)),
    )


def _sources(fault: Fault) -> Iterator[Source]:
    if fault.source:
        yield source(fault.source)
    if fault.register:
        yield register_entry(fault.register)


def measures(transaction: Transaction) -> tuple[Measure, ...]:
    """Each LEN and the contents in 1.03, as stated and as counted."""
    return tuple(
        measure for position, record in enumerate(transaction.records) for measure in _of(transaction, position, record)
    )


def _of(transaction: Transaction, position: int, record: Record) -> Iterator[Measure]:
    if record.type not in TAGGED_TYPES:
        return
    for number, computed in ((LEN, str(record.length)), (CNT, _contents(transaction) if record.type == 1 else "")):
        field = record.get(number) if computed else None
        if field:
            yield Measure(tag=field.tag, record=position, stated=glyphs(field.value), computed=computed)


def _contents(transaction: Transaction) -> str:
    """What 1.03 should say of the records that are there."""
    return glyphs(format_contents((each.type, each.idc or 0) for each in transaction.records if each.type > 1))
