"""Whether a key gives itself away: how often a learner who knows nothing, but has a trick, would be right.

A trick answers without reading: the longest option, say, or "no" in every case, or row by row the choice beside it.
By luck alone it is right as often as there are right answers among all. The number of its hits over a bank is then a
sum of independent draws of known chances, whose exact distribution is computed here. Far more hits than luck gives
mean that the bank rewards the trick; far fewer, that it rewards the contrary.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interop_course.assessment.choosing import ANSWERS, MOST_OPTIONS, ChoiceItem, DecisionItem
from interop_course.assessment.item import Item
from interop_course.assessment.matching import MatchingItem
from interop_course.assessment.ordering import OrderingItem

RARE = 0.01
"""A trick whose hits luck would bring about less often than this is a finding. One bank in a hundred that is in
perfect order is found fault with by a given trick and side; shuffling its options is the remedy all the same."""

Try = tuple[bool, float]
"""Whether a trick was right, and how likely that was by luck."""

Trick = Callable[[Item], Iterator[Try]]
"""What a trick comes to on an item: nothing where it cannot be tried."""

T = Sequence[str]


def _longest(texts: T) -> int | None:
    return _alone(texts, max(map(len, texts)))


def _shortest(texts: T) -> int | None:
    return _alone(texts, min(map(len, texts)))


def _alone(texts: T, length: int) -> int | None:
    """The place of the one text of this length; a trick that has to choose between two is not tried."""
    found = [place for place, text in enumerate(texts) if len(text) == length]
    return found[0] if len(found) == 1 else None


def _at(place: int) -> Callable[[T], int | None]:
    return lambda texts: place if place < len(texts) else None


def _option(choose: Callable[[T], int | None]) -> Trick:
    """A trick that takes one option of every single or multiple choice."""

    def trick(item: Item) -> Iterator[Try]:
        if isinstance(item, ChoiceItem) and not isinstance(item, DecisionItem):
            place = choose([option.text for option in item.choices])
            if place is not None:
                yield item.choices[place].right, len(item.key) / len(item.choices)

    return trick


def _answer(id: str) -> Trick:
    """A trick that gives the same answer in every case."""

    def trick(item: Item) -> Iterator[Try]:
        if isinstance(item, DecisionItem):
            yield id in item.key, 1 / len(ANSWERS)

    return trick


def _first_step(choose: Callable[[T], int | None]) -> Trick:
    """A trick that puts one of the steps first."""

    def trick(item: Item) -> Iterator[Try]:
        if isinstance(item, OrderingItem):
            place = choose([step.text for step in item.shown])
            if place is not None:
                yield item.shown[place] == item.steps[0], 1 / len(item.steps)

    return trick


def _beside(item: Item) -> Iterator[Try]:
    if isinstance(item, MatchingItem):
        for row, choice in zip(item.rows, item.choices, strict=False):
            yield row.choice == choice.id, 1 / len(item.choices)


TRICKS: Mapping[str, Trick] = {
    "the longest option": _option(_longest),
    "the shortest option": _option(_shortest),
    **{f"option {chr(ord('a') + place)}": _option(_at(place)) for place in range(MOST_OPTIONS)},
    "the last option": _option(lambda texts: len(texts) - 1),
    **{f'"{outcome.value}"': _answer(id) for outcome, id in ANSWERS.items()},
    "the step shown first to begin with": _first_step(_at(0)),
    "the step shown last to begin with": _first_step(lambda texts: len(texts) - 1),
    "the longest step to begin with": _first_step(_longest),
    "the shortest step to begin with": _first_step(_shortest),
    "for each row the choice beside it": _beside,
}
"""Each trick by what it chooses."""


@dataclass(frozen=True)
class Outcome:
    """What a trick came to over a bank.

    Attributes:
        trick: what it chooses.
        tried: how often it could choose.
        hits: how often that was right.
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
    """Every trick tried on every item that can be asked."""
    return tuple(_outcome(name, trick, items) for name, trick in TRICKS.items())


def _outcome(name: str, trick: Trick, items: Iterable[Item]) -> Outcome:
    tries = [each for item in items for each in trick(item)]
    hits = sum(hit for hit, _ in tries)
    chances = [chance for _, chance in tries]
    spread = _distribution(chances)
    return Outcome(name, len(tries), hits, sum(chances), sum(spread[hits:]), sum(spread[: hits + 1]))


def _distribution(chances: Iterable[float]) -> list[float]:
    """The probability of 0, 1, 2 … hits in independent draws with these chances."""
    spread = [1.0]
    for chance in chances:
        missed = [probability * (1 - chance) for probability in spread] + [0.0]
        hit = [0.0] + [probability * chance for probability in spread]
        spread = [one + other for one, other in zip(missed, hit, strict=True)]
    return spread
