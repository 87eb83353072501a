"""Three rules to practise on: "May I…?", the detainer clock, the complaint."""

from __future__ import annotations

from datetime import datetime

from ..live import ClockDeskState, ComplaintState, MayIState, clock_state, complaint_state, may_i_state
from .errors import NothingToShow
from .host import Host


class MayI(Host):
    """A use to be described, and the decision as it grows."""

    def __init__(self) -> None:
        super().__init__(may_i_state())

    def __repr__(self) -> str:
        state = self._shown
        assert isinstance(state, MayIState)
        uses = next(len(ask.choices) for ask in state.asks if ask.id == "purpose")
        return f"<MayI {uses} uses, {len(state.decisions)} decisions, {len(state.rules)} rules>"


class DetainerClock(Host):
    """48 hours counted from a moment, by both wordings of the packet."""

    def __init__(self, start: datetime | None = None) -> None:
        super().__init__(clock_state(start))

    def __repr__(self) -> str:
        state = self._shown
        assert isinstance(state, ClockDeskState)
        shown = state.moments[state.at]
        return f"<DetainerClock {shown.start}: 48 counted hours end {shown.ends['custody']}>"


class ComplaintPractice(Host):
    """A complaint to be drafted on an invented case."""

    def __init__(self) -> None:
        super().__init__(complaint_state())

    def __repr__(self) -> str:
        state = self._shown
        assert isinstance(state, ComplaintState)
        required = sum(element.required for element in state.elements)
        return f"<ComplaintPractice {len(state.filers)} filers, {len(state.elements)} elements, {required} required>"


def may_i() -> MayI:
    """Describe a use of a reply, and see what the packet answers, why, and what would change the answer."""
    return MayI()


def detainer_clock(start: datetime | str | None = None) -> DetainerClock:
    """Count the 48 hours of a detainer, by the packet's two wordings. The packet's text of 2010, and no legal advice.

    Args:
        start: a local time without a zone that is shown first, as a datetime or as ISO text, "2010-02-12T14:00".

    Raises:
        NothingToShow: the start is no such time.
        NoCalendar: the library with the federal holidays is not installed.
    """
    try:
        return DetainerClock(datetime.fromisoformat(start) if isinstance(start, str) else start)
    except ValueError:
        raise NothingToShow(
            f"{start!r} is no local time without a zone. Write it so: detainer_clock('2010-02-12T14:00')"
        ) from None


def complaint_practice() -> ComplaintPractice:
    """Draft a complaint on an invented case: see what it lacks, and how the letter grows. Nothing is typed or kept."""
    return ComplaintPractice()
