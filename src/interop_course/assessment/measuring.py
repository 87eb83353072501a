"""Items that ask for a number with its unit. Equal quantities are equal answers: 2 days are 48 hours.

Numbers are compared as exact decimal fractions. Only units of time are converted; a byte is no character.
"""

from collections.abc import Sequence
from decimal import Decimal
from re import fullmatch
from types import MappingProxyType
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from interop_course.assessment.errors import UnknownOption, UnreadableAnswer
from interop_course.assessment.item import Cites, Item, Part, Reasoned, Remark, Text

NUMBER = r"(?:[0-9]{1,4}(?:\.[0-9]{1,2})?|[0-9]{5,6})"
"""No sign, no comma, no exponent: what looks like a number in one country may be another one elsewhere. At most six
digits, so that a record, which takes no text of seven or more, can keep every answer."""

MINUTES = MappingProxyType({"minutes": 1, "hours": 60, "days": 1440, "weeks": 10080})
"""How many minutes each unit of time has."""

NEUTRAL = "That is not the number asked for."
"""Said of a wrong number for which no reason was written."""

Number = Annotated[str, StringConstraints(pattern=f"^{NUMBER}$")]
Unit = Annotated[str, StringConstraints(pattern=r"^[a-z]+$")]


def equal(one: Sequence[str], another: Sequence[str]) -> bool:
    """Whether two quantities, each a number and its unit, are equal.

    >>> equal(("2", "days"), ("48.0", "hours")), equal(("48", "bytes"), ("48", "characters"))
    (True, False)
    """
    (number, unit), (other, other_unit) = one, another
    if unit in MINUTES and other_unit in MINUTES:
        return Decimal(number) * MINUTES[unit] == Decimal(other) * MINUTES[other_unit]
    return unit == other_unit and Decimal(number) == Decimal(other)


class NearNumber(Reasoned):
    """A wrong answer that many would give, and the reason for it."""

    value: Number
    unit: Unit

    @property
    def quantity(self) -> tuple[str, str]:
        """The number and its unit."""
        return self.value, self.unit


class NumericItem(Item):
    """A number with its unit. An answer is the text of the number and the unit.

    Attributes:
        value, unit: the key.
        units: the units offered, the right one among them.
        reason, cites: why the key is right.
        near: typical wrong answers with their reasons.
    """

    kind: Literal["numeric"]
    value: Number
    unit: Unit
    units: Annotated[tuple[Unit, ...], Field(min_length=1, max_length=6)]
    reason: Text
    cites: Cites
    near: tuple[NearNumber, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        near = (
            Part(f"near {n}", f"{wrong.value} {wrong.unit}", wrong.reason, wrong.cites)
            for n, wrong in enumerate(self.near, 1)
        )
        return (Part("number", self.key, self.reason, self.cites), *near)

    @property
    def key(self) -> str:
        """The right quantity in words: "48 hours"."""
        return f"{self.value} {self.unit}"

    @property
    def best(self) -> tuple[str, str]:
        return self.value, self.unit

    def normal(self, given: Sequence[str]) -> tuple[str, ...]:
        if not given:
            return ()
        if len(given) != 2:
            raise UnreadableAnswer(self.id, "it is to be a number and a unit")
        number, unit = given[0].strip(), given[1]
        if not fullmatch(NUMBER, number):
            raise UnreadableAnswer(self.id, f"{number!r} is no number, such as 36 or 7.5")
        if unit not in self.units:
            raise UnknownOption(self.id, [unit], self.units, "unit")
        return number, unit

    def right(self, given: tuple[str, ...]) -> bool:
        return bool(given) and equal(given, self.best)

    def remarks(self, given: tuple[str, ...]) -> tuple[Remark, ...]:
        reason, cites = self._reason(given)
        said = " ".join(given)
        return (Remark(part="number", text=self.key, right=self.right(given), given=said, reason=reason, cites=cites),)

    def _reason(self, given: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        if self.right(given):
            return self.reason, self.cites
        for wrong in self.near:
            if given and equal(given, wrong.quantity):
                return wrong.reason, wrong.cites
        return NEUTRAL, ()

    @model_validator(mode="after")
    def _measurable(self) -> Self:
        if len(set(self.units)) < len(self.units):
            raise ValueError("a unit is offered twice")
        for unit in (self.unit, *(wrong.unit for wrong in self.near)):
            if unit not in self.units:
                raise ValueError(f"the unit {unit} is not offered")
        for wrong in self.near:
            if equal(wrong.quantity, self.best):
                raise ValueError(f"{wrong.value} {wrong.unit} is the right answer, and no wrong one")
        return self
