"""Which questions a session asks: a lesson's, some by their ids, or so many by chance."""

from __future__ import annotations

from collections.abc import Sequence

from ..assessment import BANK, INSTANCES, Bank, Item, instance
from ..assessment.chance import Chance
from .errors import NothingToAsk

DRAWN = 10
"""How many are drawn where nothing else is said: half an hour with talk."""


def select(
    lessons: Sequence[str] = (),
    ids: Sequence[str] = (),
    draw: int | None = None,
    *,
    seed: int,
    bank: Bank = BANK,
) -> tuple[Item, ...]:
    """The questions, ready to be asked. Equal arguments give equal questions.

    Args:
        lessons: lessons whose questions are taken, by the names of their notebooks.
        ids: questions by their ids, in this order.
        draw: how many of those to draw by chance. They stay in the order of the course.
        seed: what is drawn from, and what fills questions that come with numbers of their own.
        bank: where the questions are.

    Raises:
        NothingToAsk: ids beside lessons or a draw; or fewer questions than are to be drawn.
        NoSuchLesson, NoSuchItem: the bank has none of that name; the message has similar ones.
        ValueError: the seed is none.
    """
    chance = Chance(seed)
    if ids and (lessons or draw is not None):
        raise NothingToAsk("Name questions by their ids, or lessons and a number to draw; not both.")
    if ids:
        chosen = [bank.item(id) for id in dict.fromkeys(ids)]
    else:
        chosen = [item for lesson in dict.fromkeys(lessons) for item in bank.of(lesson)] or list(bank.items)
        if draw is None and not lessons:
            draw = DRAWN
    if draw is not None:
        chosen = _drawn(chosen, draw, chance)
    return tuple(instance(item, 1 + chance.below(INSTANCES)) if item.drawn else item for item in chosen)


def _drawn(items: Sequence[Item], many: int, chance: Chance) -> list[Item]:
    if not 1 <= many <= len(items):
        raise NothingToAsk(f"There are {len(items)} questions to draw from; {many} cannot be drawn.")
    places = sorted(chance.shuffled(range(len(items)))[:many])
    return [items[place] for place in places]
