"""The one definition of a right answer.

An answer is right when the options chosen are exactly the right options of the item, no more and no fewer.
For a single choice, which has one right option, that is: this option and nothing beside it. The definition
covers every set of options, the empty one included.
"""

from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict

from interop_course.assessment.errors import UnknownOption
from interop_course.assessment.item import Item, ItemId, Option, OptionId


def _as_set(chosen: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(chosen)))


Chosen = Annotated[tuple[OptionId, ...], AfterValidator(_as_set)]
"""Ids of options in the order of the alphabet, each once, so that equal choices are equal values."""


class Answer(BaseModel):
    """The options a learner chose; their order and repetitions mean nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    chosen: Chosen = ()

    @classmethod
    def of(cls, *chosen: str) -> Self:
        """``Answer.of("b")`` or ``Answer.of("a", "c")``; ``Answer.of()`` chooses nothing."""
        return cls(chosen=chosen)


class Mark(BaseModel):
    """What an answer was worth, and why.

    Attributes:
        item: the id of the item.
        right: whether the answer is right.
        chosen: the options chosen, with their reasons and citations, in the order of the item.
        missed: the right options that were not chosen, likewise.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    item: ItemId
    right: bool
    chosen: tuple[Option, ...]
    missed: tuple[Option, ...]


def grade(item: Item, answer: Answer) -> Mark:
    """Grade one answer.

    Raises:
        UnknownOption: the answer names an option that the item does not have.
    """
    chosen = frozenset(answer.chosen)
    known = [option.id for option in item.options]
    unknown = chosen.difference(known)
    if unknown:
        raise UnknownOption(item.id, sorted(unknown), known)
    return Mark(
        item=item.id,
        right=chosen == item.key,
        chosen=tuple(option for option in item.options if option.id in chosen),
        missed=tuple(option for option in item.options if option.right and option.id not in chosen),
    )
