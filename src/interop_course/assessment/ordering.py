"""Items whose steps are to be put in order.

The data holds the steps in their right order. They are shown in another one, which follows from the item's id alone,
so that it is the same on every page and on every day, and is never the right one.
"""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Literal, Self

from pydantic import model_validator

from interop_course.assessment.errors import UnknownOption, UnreadableAnswer
from interop_course.assessment.item import Item, Letter, Part, Reasoned, Remark, Text, in_number

FEWEST_STEPS, MOST_STEPS = 3, 5


class Step(Reasoned):
    """One step. The reason says why it stands where it stands."""

    id: Letter
    text: Text


class OrderingItem(Item):
    """Three to five steps, in their right order. An answer lists their ids in the order given."""

    kind: Literal["ordering"]
    steps: tuple[Step, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(step.id, step.text, step.reason, step.cites) for step in self.steps)

    @property
    def best(self) -> tuple[str, ...]:
        return tuple(step.id for step in self.steps)

    @property
    def shown(self) -> tuple[Step, ...]:
        """The steps in the order in which they are shown."""
        mixed = sorted(self.steps, key=lambda step: sha256(f"{self.id} {step.id}".encode()).digest())
        return tuple(mixed if tuple(mixed) != self.steps else [*mixed[1:], mixed[0]])

    def normal(self, given: Sequence[str]) -> tuple[str, ...]:
        known = [step.id for step in self.steps]
        if unknown := sorted(set(given).difference(known)):
            raise UnknownOption(self.id, unknown, known)
        if twice := [id for id, times in Counter(given).items() if times > 1]:
            raise UnreadableAnswer(self.id, f"step {twice[0]} stands in it twice")
        return tuple(given)

    def right(self, given: tuple[str, ...]) -> bool:
        return given == self.best

    def remarks(self, given: tuple[str, ...]) -> tuple[Remark, ...]:
        places = {id: str(place) for place, id in enumerate(given, 1)}
        return tuple(
            Remark(
                part=step.id,
                text=step.text,
                right=places.get(step.id) == str(place),
                given=places.get(step.id, ""),
                reason=step.reason,
                cites=step.cites,
            )
            for place, step in enumerate(self.steps, 1)
        )

    @model_validator(mode="after")
    def _orderable(self) -> Self:
        ids = [step.id for step in self.steps]
        in_number(ids, FEWEST_STEPS, MOST_STEPS, "steps")
        if len(set(ids)) < len(ids):
            raise ValueError("two steps have one id")
        return self
