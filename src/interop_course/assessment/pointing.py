"""Items that ask to point at a field of a live message: "Where does it say that there was a match?" """

from collections.abc import Sequence
from functools import cache
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from interop_course.assessment.errors import UnknownOption, UnreadableAnswer
from interop_course.assessment.item import Cites, Item, Part, Reasoned, Remark, Text, Value
from interop_course.messages import EbtsMessage, Kind
from interop_course.process import scenario

NEUTRAL = "That is not the field asked for."
"""Said of a wrong field for which no reason was written."""

Tag = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,2}\.[0-9]{2,3}$")]


class Sent(Value):
    """A message of one of the course's scenarios, with the scenario's own seed: the first of its kind."""

    scenario: Text
    kind: Kind

    @property
    def message(self) -> EbtsMessage:
        """The message.

        Raises:
            UnknownScenario, NoSuchEntry: there is none.
            TypeError: it has no fields to point at.
        """
        return _message(self.scenario, self.kind)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of its fields, each once, in order."""
        return tuple(
            dict.fromkeys(field.tag for record in self.message.transaction().records for field in record.fields)
        )


@cache
def _message(name: str, kind: Kind) -> EbtsMessage:
    message = scenario(name).find(kind).message
    if not isinstance(message, EbtsMessage):
        raise TypeError(f"a message of kind {kind} has no fields to point at")
    return message


class NearField(Reasoned):
    """A wrong field that many would point at, and the reason for it."""

    field: Tag


class FieldItem(Item):
    """A field of a message. An answer is its tag.

    Attributes:
        message: the message shown.
        field: the key.
        reason, cites: why the key is right.
        near: typical wrong fields with their reasons.
    """

    kind: Literal["field"]
    message: Sent
    field: Tag
    reason: Text
    cites: Cites
    near: tuple[NearField, ...] = Field(default=())

    @property
    def parts(self) -> tuple[Part, ...]:
        near = (Part(f"near {n}", wrong.field, wrong.reason, wrong.cites) for n, wrong in enumerate(self.near, 1))
        return (Part("field", self.field, self.reason, self.cites), *near)

    @property
    def best(self) -> tuple[str, ...]:
        return (self.field,)

    def normal(self, given: Sequence[str]) -> tuple[str, ...]:
        if len(given) > 1:
            raise UnreadableAnswer(self.id, "it is to be one tag")
        known = self.message.tags
        if given and given[0] not in known:
            raise UnknownOption(self.id, given, known, "field")
        return tuple(given)

    def right(self, given: tuple[str, ...]) -> bool:
        return given == self.best

    def remarks(self, given: tuple[str, ...]) -> tuple[Remark, ...]:
        reason, cites = self._reason(given)
        said = " ".join(given)
        return (Remark(part="field", text=self.field, right=self.right(given), given=said, reason=reason, cites=cites),)

    def _reason(self, given: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        if self.right(given):
            return self.reason, self.cites
        for wrong in self.near:
            if given == (wrong.field,):
                return wrong.reason, wrong.cites
        return NEUTRAL, ()
