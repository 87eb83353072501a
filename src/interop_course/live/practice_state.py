"""The states of the three widgets that practise a rule: "May I…?", the detainer clock, the complaint.

They hold what the rules decided when the state was made, so that a page needs no Python: a decision is looked up, and
never made, in the front end. Texts that recur stand once and are named by their place in a tuple.
"""

from __future__ import annotations

from typing import Literal

from .states import AnyState, Source, State


class RuleState(State):
    """One statement of the packet.

    Attributes:
        id: the id of the rule.
        text: what it says.
        sources: the pages that say it.
        entries: entries of the register that bear on it.
        reading: whether it is the course's own reading of unclear words.
    """

    id: str
    text: str
    sources: tuple[Source, ...]
    entries: tuple[Source, ...] = ()
    reading: bool = False


class ChoiceState(State):
    """One answer to a question; answers of one ``group`` stand together in a long list."""

    id: str
    label: str
    group: str = ""


class AskState(State):
    """A question of a widget. ``first`` is the answer that is chosen at the start; empty where there is none."""

    id: str
    legend: str
    choices: tuple[ChoiceState, ...]
    hint: str = ""
    first: str = ""


class NodeState(State):
    """A place in a decision diagram.

    ``decision`` is what holds with what has been told so far, or None where that is too little. ``ask`` is the next
    question that matters, and ``then`` leads from each answer to the next node; both are empty at an end.
    """

    decision: int | None
    ask: str
    then: dict[str, int]


class DecisionState(State):
    """A decision: ``outcome`` is an id for looks, ``word`` says it. ``rules`` and ``beside`` are places in the rules.

    ``beside`` are rules that do not make the decision and are to be kept in mind with it.
    """

    outcome: str
    word: str
    rules: tuple[int, ...]
    change: tuple[str, ...] = ()
    beside: tuple[int, ...] = ()


class BranchState(State):
    """One of the two questions of "May I…?": its name, the questions that it asks in order, and where it starts."""

    id: str
    title: str
    asks: tuple[str, ...]
    start: int


class MayIState(AnyState):
    """A use to be described, and every decision about it.

    Each branch is walked from its ``start`` through ``nodes`` by the answers; the same answers serve both branches.
    """

    widget: Literal["may-i"] = "may-i"
    title: str
    intro: str
    asks: tuple[AskState, ...]
    branches: tuple[BranchState, ...]
    nodes: tuple[NodeState, ...]
    decisions: tuple[DecisionState, ...]
    rules: tuple[RuleState, ...]


class WordingState(State):
    """One of the packet's two sentences about 48 hours: where it stands, what it is about, from what it counts.

    ``counts_from`` is the kind of moment from which it counts. It is empty for a sentence that names none; then a
    count is only what would follow if the hours began there.
    """

    id: str
    where: str
    about: str
    rule: RuleState
    starts: str
    counts_from: str = ""


class DayState(State):
    """A day between start and end.

    Attributes:
        day: the day, in words.
        hours: how much of it is counted, in words; empty where nothing is.
        why: why nothing of it is counted; empty otherwise.
    """

    day: str
    hours: str = ""
    why: str = ""


class MomentState(State):
    """48 hours counted from a moment.

    Attributes:
        at: that moment as ISO text, without a zone.
        label: what the moment is called.
        start: the moment in words.
        ends: the end in words by each of the packet's two sentences: "holding" and "custody".
        days: the days between.
    """

    at: str
    label: str
    start: str
    ends: dict[str, str]
    days: tuple[DayState, ...]


class ClockDeskState(AnyState):
    """The detainer clock: kinds of moments, two wordings, worked moments, and which of these is shown first."""

    widget: Literal["clock"] = "clock"
    title: str
    intro: str
    kinds: tuple[ChoiceState, ...]
    wordings: tuple[WordingState, ...]
    moments: tuple[MomentState, ...]
    notes: tuple[RuleState, ...]
    at: int = 0


class FilerState(State):
    """Who files in the invented case, and how that person's letter begins and ends."""

    id: str
    label: str
    opening: str
    closing: str


class ChannelState(State):
    """A way to send the letter: what stands at the head of the letter, and a remark; no head where it is no letter."""

    id: str
    label: str
    remark: str
    sources: tuple[Source, ...]
    entries: tuple[Source, ...] = ()
    head: tuple[str, ...] = ()


class PartState(State):
    """Something that a draft can hold: a tick, and the sentence that it adds to the letter of each filer."""

    id: str
    label: str
    sentences: dict[str, str]


class ElementState(State):
    """What is asked for or recommended: whose letter needs it, and the answers any of which makes it be there."""

    id: str
    label: str
    required: bool
    filers: tuple[str, ...]
    by: tuple[str, ...]


class ComplaintState(AnyState):
    """A complaint to be drafted on an invented case.

    ``words`` says how far a draft has come: "lacks-required", "lacks-recommended", "complete". ``asked`` are the rules
    on what is asked for, ``after`` those on what follows and what is not promised.
    """

    widget: Literal["complaint"] = "complaint"
    title: str
    safety: str
    case: str
    mark: str
    worksheet: Source
    filers: tuple[FilerState, ...]
    channels: tuple[ChannelState, ...]
    languages: tuple[ChoiceState, ...]
    parts: tuple[PartState, ...]
    elements: tuple[ElementState, ...]
    words: dict[str, str]
    asked: tuple[RuleState, ...]
    after: tuple[RuleState, ...]
