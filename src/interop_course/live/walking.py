"""From a journal to the state of a stepper."""

from __future__ import annotations

from datetime import timedelta

from ..process import Clock, Entry, Journal, Party, agency
from .states import ClockState, EntryState, PartyState, StepperState
from .words import FORMS, KINDS, moment, register_entry, source, span

_ALTERNATIVES = {
    3: "steps 3 and 4 exclude each other. Had IDENT found a match, step 4 would stand here.",
    4: "steps 3 and 4 exclude each other. Had IDENT found nothing, step 3 would stand here.",
}


def stepper_state(journal: Journal, at: int = 1) -> StepperState:
    """The state that walks through a journal, beginning at entry ``at`` (1 is the first)."""
    seen = {party for entry in journal.entries for party in (entry.sender, entry.receiver)}
    booked = journal.booking.booked
    reached = len(journal.seen_by(Party.LEA))
    return StepperState(
        title=f"Journal of one booking: {agency(journal.booking.agency).name}",
        summary=(
            f"Booked {moment(booked)}. Search in IDENT: {journal.outcome}. "
            f"{len(journal.entries)} entries, {reached} of them reach the local agency."
        ),
        parties=tuple(PartyState(id=party.value, label=party.label) for party in Party if party in seen),
        entries=tuple(_entry(entry, entry.at - booked) for entry in journal.entries),
        clocks=tuple(_clock(clock) for clock in journal.clocks),
        at=at,
    )


def _entry(entry: Entry, after: timedelta) -> EntryState:
    return EntryState(
        n=entry.n,
        step=entry.step,
        at=moment(entry.at),
        after=f"{span(after)} after the booking" if after else "At the time of booking",
        sender=entry.sender.value,
        receiver=entry.receiver.value,
        message=KINDS[entry.kind][0] if entry.kind else "",
        title=entry.title,
        form=FORMS[entry.form],
        why=entry.rule.text,
        sources=tuple(source(str(cited)) for cited in entry.rule.cites),
        open=tuple(register_entry(id) for id in entry.open),
        note=entry.note,
        alternative=_ALTERNATIVES.get(entry.step, ""),
    )


def _clock(clock: Clock) -> ClockState:
    return ClockState(
        label=clock.label,
        start=clock.start,
        end=clock.end,
        limit=span(clock.limit),
        elapsed=_elapsed(clock),
        outcome=clock.outcome,
        sources=tuple(source(str(cited)) for cited in clock.cites),
        open=tuple(register_entry(id) for id in clock.open),
    )


def _elapsed(clock: Clock) -> str:
    """The time that passed, in the unit of its limit: a limit in days is counted in whole days."""
    if clock.elapsed is None:
        return "—"
    if clock.limit > timedelta(days=1):
        return f"{clock.elapsed.days} day{'' if clock.elapsed.days == 1 else 's'}"
    return span(clock.elapsed)


def message_before(journal: Journal, entry: Entry) -> Entry | None:
    """The entry to compare with: the last message that this entry's sender had received, else the last one at all."""
    earlier = [other for other in journal.entries if other.n < entry.n and other.message is not None]
    received = [other for other in earlier if other.receiver is entry.sender]
    return next(reversed(received or earlier), None)
