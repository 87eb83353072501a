"""Parametrised items: a template whose values are drawn from a seed, and whose key is computed.

The data file writes such an item like any other of its kind, with ``{placeholders}`` in its texts and with ``draw``,
the name of a function of ``computing``. Its key is a placeholder as well, or a case for the rules, so that nobody
types it. A page without Python has the instances of the seeds 1 to 8.
"""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, TypeAdapter, model_serializer, model_validator

from interop_course.assessment.choosing import DecisionItem, MultipleChoice, SingleChoice
from interop_course.assessment.computing import draw
from interop_course.assessment.errors import MissingValue, WrongSeed
from interop_course.assessment.item import INSTANCES, Item, Part, Remark
from interop_course.assessment.matching import MatchingItem
from interop_course.assessment.measuring import NumericItem
from interop_course.assessment.ordering import OrderingItem
from interop_course.assessment.pointing import FieldItem

Kind = Literal["single", "multiple", "decision", "ordering", "matching", "numeric", "field"]

Concrete = Annotated[
    SingleChoice | MultipleChoice | DecisionItem | OrderingItem | MatchingItem | NumericItem | FieldItem,
    Field(discriminator="kind"),
]
"""An item that can be asked as it is."""

CONCRETE: TypeAdapter[Any] = TypeAdapter(Concrete)
"""Reads an item that can be asked as it is."""


class DrawnItem(Item):
    """A parametrised item: the template of an item of its kind. :func:`instance` makes one that can be asked.

    Attributes:
        draw: the name of the function that draws the values.
        template: the data of the item, with its placeholders, as JSON text.
    """

    kind: Kind
    draw: str
    template: str

    @model_validator(mode="before")
    @classmethod
    def _from_template(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        shared = {"register", *Item.model_fields} - {"disagreements"}
        kept = {name: value for name, value in data.items() if name in shared}
        return kept | {"draw": data.get("draw"), "template": json.dumps(data)}

    @model_serializer
    def _as_data(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self.template)
        return data

    @property
    def drawn(self) -> bool:
        return True

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the first instance."""
        return instance(self, 1).parts

    @property
    def best(self) -> tuple[str, ...]:
        raise self._undrawn()

    def normal(self, given: Sequence[str]) -> tuple[str, ...]:
        raise self._undrawn()

    def right(self, given: tuple[str, ...]) -> bool:
        raise self._undrawn()

    def remarks(self, given: tuple[str, ...]) -> tuple[Remark, ...]:
        raise self._undrawn()

    def _undrawn(self) -> WrongSeed:
        return WrongSeed(self.id, None, INSTANCES)


def _form(data: Any) -> str:
    """By which model an item of the bank is read: a template if it has a draw, else that of its kind."""
    drawn = "draw" in data if isinstance(data, dict) else isinstance(data, DrawnItem)
    return DRAWN if drawn else ASKED


ASKED, DRAWN = "asked", "drawn"

AnyItem = Annotated[
    Annotated[Concrete, Tag(ASKED)] | Annotated[DrawnItem, Tag(DRAWN)],
    Discriminator(_form),
]
"""An item as the bank holds it."""

ITEM: TypeAdapter[AnyItem] = TypeAdapter(AnyItem)
"""Reads an item of the bank."""


def instance(item: Item, seed: int | None = None) -> Item:
    """An item that can be asked: a parametrised one with its values drawn from a seed, any other one as it is.

    Equal item and seed give equal instances everywhere. The options of a choice stand in an order that follows from
    the seed.

    Args:
        item: the item as the bank has it.
        seed: 1 to 8 for a parametrised item, None for any other one.

    Raises:
        WrongSeed: there is a seed where none is needed, or none where one is.
        NoSuchDraw, MissingValue: the item is faulty; the checks of the bank find this for every seed.
    """
    if not isinstance(item, DrawnItem):
        if seed != item.seed:
            raise WrongSeed(item.id, seed, None)
        return item
    if seed is None or not 1 <= seed <= INSTANCES:
        raise WrongSeed(item.id, seed, INSTANCES)
    data = json.loads(item.template)
    values = draw(data.pop("draw"), seed)
    filled = _filled(data, values, item.id) | {"seed": seed}
    if item.kind in ("single", "multiple"):
        filled["options"] = _mixed(filled["options"], f"{item.id} {seed}")
    drawn: Item = CONCRETE.validate_python(filled)
    return drawn


def instances(item: Item) -> tuple[Item, ...]:
    """Every form in which an item can be asked: the eight instances of a parametrised one, or the item alone."""
    return tuple(instance(item, seed) for seed in range(1, INSTANCES + 1)) if item.drawn else (item,)


def _filled(data: Any, values: Mapping[str, str], item: str) -> Any:
    if isinstance(data, str):
        try:
            return data.format_map(values)
        except KeyError as error:
            raise MissingValue(item, str(error.args[0]), values) from None
    if isinstance(data, list):
        return [_filled(each, values, item) for each in data]
    if isinstance(data, dict):
        return {name: _filled(each, values, item) for name, each in data.items()}
    return data


def _mixed(options: list[dict[str, Any]], salt: str) -> list[dict[str, Any]]:
    """The options in another order, with their letters given anew."""
    order = sorted(options, key=lambda option: sha256(f"{salt} {option['id']}".encode()).digest())
    return [option | {"id": chr(ord("a") + place)} for place, option in enumerate(order)]
