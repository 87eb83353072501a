"""The one definition of a right answer, for every kind of item. Each kind says what of it is right, and why."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from interop_course.assessment.item import Given, Item, ItemId, Remark, Seed


class Mark(BaseModel):
    """What an answer was worth, and why.

    Attributes:
        item: the id of the item.
        seed: the seed of the instance, for a parametrised item.
        right: whether the answer is right.
        given: the answer in its normal form; empty if none was given.
        remarks: what the answer made of each part. Options that were rightly left alone have none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    item: ItemId
    seed: Seed | None = None
    right: bool
    given: Given
    remarks: tuple[Remark, ...]


def grade(item: Item, given: Sequence[str]) -> Mark:
    """Grade one answer: ``grade(item, ["b"])``, ``grade(item, ["48", "hours"])``, ``grade(item, [])``.

    Args:
        item: the item; of a parametrised one an :func:`instance`.
        given: what was given, in the form of the item's kind.

    Raises:
        UnknownOption: the answer names something that the item does not have.
        UnreadableAnswer: the answer has not the form of the item's kind.
        WrongSeed: no seed was chosen for a parametrised item.
    """
    answer = item.normal(given)
    return Mark(item=item.id, seed=item.seed, right=item.right(answer), given=answer, remarks=item.remarks(answer))
