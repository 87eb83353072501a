"""How the room decided, beside each option with its reason: what instructor and learners look at together.

Every kind of question is told in one shape, a list of groups with lines. A choice has one group with a line for each
option; a number or a field one group with the answers that were given; an ordering has a group for each step, with its
places; a matching one for each row, with its choices. The key is in it only where it is asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import singledispatch
from typing import TypeVar

from ..assessment import ChoiceItem, FieldItem, Item, MatchingItem, NumericItem, OrderingItem, grade
from ..assessment.matching import Row
from ..assessment.ordering import Step
from ..live.states import Source, State
from ..live.words import source
from ..wire import UnknownField, describe
from .session import Asked, Phase, Votes

T = TypeVar("T")

MOST_LINES = 6
"""Answers that are listed where everything could be given; the rest is counted."""

MOST_IN_GROUP = 2
"""The same, of one step or row: what is right, and what was chosen most instead."""


class Line(State):
    """One answer. ``counts`` has its votes by round, and is empty where votes are covered; ``right`` is None before
    the answer is shown."""

    id: str
    text: str
    right: bool | None
    counts: tuple[int, ...]
    reason: str = ""
    sources: tuple[Source, ...] = ()


class Group(State):
    """The answers to one part of a question; ``text`` is empty where the question is one part. ``more`` counts the
    answers that are not listed, by round."""

    id: str
    text: str
    lines: tuple[Line, ...]
    more: tuple[int, ...] = ()
    reason: str = ""
    sources: tuple[Source, ...] = ()


class Outcome(State):
    """All of it. ``answered`` counts the answers by round, ``right`` the right ones, None before the answer is shown
    or where votes are covered."""

    answered: tuple[int, ...]
    right: tuple[int, ...] | None
    groups: tuple[Group, ...]


def outcome(asked: Asked) -> Outcome | None:
    """What the room may see of a question: None before its votes or its answer are shown."""
    key = asked.phase is Phase.SHOWN
    if asked.phase not in (Phase.CLOSED, Phase.SHOWN) or not (key or asked.uncovered):
        return None
    rounds = asked.rounds if asked.uncovered else ()
    return Outcome(
        answered=tuple(len(votes) for votes in asked.rounds),
        right=tuple(right_in(asked.item, votes) for votes in rounds) if key and asked.uncovered else None,
        groups=tuple(_groups(asked.item, rounds, key)),
    )


def right_in(item: Item, votes: Votes) -> int:
    """How many answers of a round are right."""
    return sum(item.right(given) for given in votes.values())


def mine(item: Item, given: Sequence[str]) -> tuple[str, ...]:
    """The lines that an answer stands in, each as "group/line"."""
    if not given:
        return ()
    if isinstance(item, MatchingItem):
        return tuple(pair.replace("=", "/") for pair in given)
    if isinstance(item, OrderingItem):
        return tuple(f"{id}/{place}" for place, id in enumerate(given, 1))
    if isinstance(item, ChoiceItem):
        return tuple(f"/{id}" for id in given)
    return (f"/{' '.join(given)}",)


@singledispatch
def _groups(item: Item, rounds: Sequence[Votes], key: bool) -> Iterable[Group]:
    raise TypeError(f"{type(item).__name__} is no kind of item")


@_groups.register
def _choice(item: ChoiceItem, rounds: Sequence[Votes], key: bool) -> Iterable[Group]:
    def counts(id: str) -> tuple[int, ...]:
        return tuple(sum(id in given for given in votes.values()) for votes in rounds)

    yield Group(
        id="",
        text="",
        lines=tuple(
            Line(
                id=option.id,
                text=option.text,
                right=option.right if key else None,
                counts=counts(option.id),
                reason=option.reason if key else "",
                sources=_sources(option.cites) if key else (),
            )
            for option in item.choices
        ),
    )


@_groups.register
def _number(item: NumericItem, rounds: Sequence[Votes], key: bool) -> Iterable[Group]:
    known = [item.best, *(near.quantity for near in item.near)] if key else []
    yield _written(item, rounds, key, known, " ".join)


@_groups.register
def _field(item: FieldItem, rounds: Sequence[Votes], key: bool) -> Iterable[Group]:
    known = [item.best, *((near.field,) for near in item.near)] if key else []
    yield _written(item, rounds, key, known, lambda given: _field_text(given[0]))


def _written(
    item: Item,
    rounds: Sequence[Votes],
    key: bool,
    known: Sequence[tuple[str, ...]],
    text: Callable[[tuple[str, ...]], str],
) -> Group:
    """What was written, the key and the typical errors first, then what was given most."""
    by_round = [Counter(votes.values()) for votes in rounds]
    listed = list(dict.fromkeys((*known, *_most(by_round))))[: max(MOST_LINES, len(known))]

    def line(given: tuple[str, ...]) -> Line:
        [remark] = grade(item, given).remarks
        return Line(
            id=" ".join(given),
            text=text(given),
            right=remark.right if key else None,
            counts=tuple(counted[given] for counted in by_round),
            reason=remark.reason if key else "",
            sources=_sources(remark.cites) if key else (),
        )

    return Group(id="", text="", lines=tuple(line(given) for given in listed), more=_more(by_round, listed))


@_groups.register
def _ordering(item: OrderingItem, rounds: Sequence[Votes], key: bool) -> Iterable[Group]:
    for step in item.steps if key else item.shown:
        by_round = [
            Counter(str(given.index(step.id) + 1) for given in votes.values() if step.id in given) for votes in rounds
        ]
        place = str(item.steps.index(step) + 1)
        yield _part(step, by_round, place if key else None, "place {}".format)


@_groups.register
def _matching(item: MatchingItem, rounds: Sequence[Votes], key: bool) -> Iterable[Group]:
    texts = {choice.id: choice.text for choice in item.choices}
    for row in item.rows:
        by_round = [
            Counter(pair.partition("=")[2] for given in votes.values() for pair in given if pair[0] == row.id)
            for votes in rounds
        ]
        yield _part(row, by_round, row.choice if key else None, texts.__getitem__)


def _part(part: Step | Row, by_round: Sequence[Counter[str]], right: str | None, text: Callable[[str], str]) -> Group:
    """One step or row: what is right, None before the answer is shown, and what was chosen most beside it."""
    listed = list(dict.fromkeys((*(() if right is None else (right,)), *_most(by_round))))[:MOST_IN_GROUP]
    return Group(
        id=part.id,
        text=part.text,
        lines=tuple(
            Line(
                id=each,
                text=text(each),
                right=None if right is None else each == right,
                counts=tuple(counted[each] for counted in by_round),
            )
            for each in listed
        ),
        more=_more(by_round, listed),
        reason="" if right is None else part.reason,
        sources=() if right is None else _sources(part.cites),
    )


def _most(by_round: Sequence[Counter[T]]) -> list[T]:
    """What was given, most often first; what was given equally often in an order that follows from itself."""
    total: Counter[T] = Counter()
    for counted in by_round:
        total.update(counted)
    return sorted(total, key=lambda each: (-total[each], str(each)))


def _more(by_round: Sequence[Counter[T]], listed: Sequence[T]) -> tuple[int, ...]:
    more = tuple(counted.total() - sum(counted[each] for each in listed) for counted in by_round)
    return more if any(more) else ()


def _field_text(tag: str) -> str:
    try:
        fact = describe(tag)
    except UnknownField:
        return tag
    return f"{tag} {fact.mnemonic}, {fact.name}"


def _sources(cites: Iterable[str]) -> tuple[Source, ...]:
    return tuple(source(text) for text in cites)
