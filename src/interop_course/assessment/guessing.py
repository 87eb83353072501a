"""Whether a key gives itself away: how often a learner who knows nothing, but has a trick, would be right.

A trick picks one option of every item without reading it: the longest, say, or the first. By luck alone it picks a
right option of an item as often as that item has right options among all. The number of its hits over a bank is
then a sum of independent draws of known chances, whose exact distribution is computed here. Far more hits than luck
gives mean that the bank rewards the trick; far fewer, that it rewards the contrary.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from interop_course.assessment.item import MOST_OPTIONS, Item, Option

RARE = 0.01
"""A trick whose hits luck would bring about less often than this is a finding. One bank in a hundred that is in
perfect order is found fault with by a given trick and side; shuffling its options is the remedy all the same."""

Trick = Callable[[Item], Option | None]


def _longest(item: Item) -> Option | None:
    return _alone(item, max(len(option.text) for option in item.options))


def _shortest(item: Item) -> Option | None:
    return _alone(item, min(len(option.text) for option in item.options))


def _alone(item: Item, length: int) -> Option | None:
    """The one option of this length; a trick that has to choose between two is not tried on the item."""
    found = [option for option in item.options if len(option.text) == length]
    return found[0] if len(found) == 1 else None


def _at(place: int) -> Trick:
    return lambda item: item.options[place] if place < len(item.options) else None


def _last(item: Item) -> Option | None:
    return item.options[-1]


TRICKS: Mapping[str, Trick] = {
    "the longest option": _longest,
    "the shortest option": _shortest,
    **{f"option {chr(ord('a') + place)}": _at(place) for place in range(MOST_OPTIONS)},
    "the last option": _last,
}
"""Each trick by what it chooses."""


@dataclass(frozen=True)
class Outcome:
    """What a trick came to over a bank.

    Attributes:
        trick: what it chooses.
        tried: the number of items on which it could choose.
        hits: on how many of these the option chosen is a right one.
        expected: the mean number of hits by luck.
        at_least, at_most: the chance of as many hits or more, and of as many or fewer, by luck.
    """

    trick: str
    tried: int
    hits: int
    expected: float
    at_least: float
    at_most: float

    @property
    def rare(self) -> bool:
        """Whether luck would hardly bring this about."""
        return min(self.at_least, self.at_most) < RARE


def outcomes(items: Sequence[Item]) -> tuple[Outcome, ...]:
    """Every trick tried on every item."""
    return tuple(_outcome(name, trick, items) for name, trick in TRICKS.items())


def _outcome(name: str, trick: Trick, items: Iterable[Item]) -> Outcome:
    picks = [(item, option) for item in items if (option := trick(item)) is not None]
    hits = sum(option.right for _, option in picks)
    chances = [len(item.key) / len(item.options) for item, _ in picks]
    spread = _distribution(chances)
    return Outcome(name, len(picks), hits, sum(chances), sum(spread[hits:]), sum(spread[: hits + 1]))


def _distribution(chances: Iterable[float]) -> list[float]:
    """The probability of 0, 1, 2 … hits in independent draws with these chances."""
    spread = [1.0]
    for chance in chances:
        missed = [probability * (1 - chance) for probability in spread] + [0.0]
        hit = [0.0] + [probability * chance for probability in spread]
        spread = [one + other for one, other in zip(missed, hit, strict=True)]
    return spread
