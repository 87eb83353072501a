"""Whether two items are alike: in their stems, in all their words, or in the case that they put to the rules."""

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from interop_course.assessment.choosing import DecisionItem
from interop_course.assessment.grounds import asked
from interop_course.assessment.item import Item
from interop_course.assessment.item_bank import Bank

ALIKE = 0.6
"""Two texts are alike if they share more than this part of their pairs of neighbouring words."""

Pairs = frozenset[tuple[str, str]]


def words(text: str) -> tuple[str, ...]:
    """The words of a text, without case and signs."""
    kept = (character if character.isalnum() else " " for character in text.casefold())
    return tuple("".join(kept).split())


def alike(bank: Bank) -> Iterator[tuple[str, str]]:
    """Yield every two items that are alike, with what they share."""
    items = tuple(asked(bank))
    stems = [_pairs([item.stem]) for item in items]
    wholes = [_pairs([item.stem, *(part.text for part in item.parts)]) for item in items]
    for one, other in combinations(range(len(items)), 2):
        where = f"{items[one].id} and {items[other].id}"
        if shares := _shares(stems[one], stems[other]):
            yield where, f"Their stems share {shares} pairs of words."
        elif shares := _shares(wholes[one], wholes[other]):
            yield where, f"With all their parts they share {shares} pairs of words."
        elif _same_case(items[one], items[other]):
            yield where, "They put the same case to the rules."


def _pairs(texts: Iterable[str]) -> Pairs:
    return frozenset(pair for text in texts for pair in pairwise(words(text)))


def _shares(one: Pairs, other: Pairs) -> str:
    """How much two texts share, in words, if it is too much."""
    shared, total = len(one & other), len(one | other)
    return f"{shared} of {total}" if shared > ALIKE * total else ""


def _same_case(one: Item, other: Item) -> bool:
    """Whether two decisions are one. A single choice shows other options to its case, so it is no repetition."""
    return isinstance(one, DecisionItem) and isinstance(other, DecisionItem) and one.case == other.case
