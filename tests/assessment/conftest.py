"""Items made to measure. A sound bank passes every check, so that a test can spoil one thing in it."""

from collections.abc import Callable

import pytest

from interop_course.assessment import ITEM, Bank, Item, Objective
from interop_course.assessment.coverage import elements
from interop_course.packet import REGISTER
from tests.assessment.kinds import DATA, item

MakeItem = Callable[..., Item]

STEMS = {
    "step-4/who-asks": "A match comes back to the bureau at night. Who wrote the query that follows it?",
    "step-4/how-many": "Seven encounters lie in the archive of one traveller. What number does the reply hold?",
    "step-4/what-it-says": "The desk reads an old birth date in an encounter. Which conclusion is sound?",
    "step-4/where-next": "After midnight the answer has left the center. Into whose hands does it go?",
}


def option(id: str, right: bool, text: str) -> dict[str, object]:
    return {
        "id": id,
        "text": text,
        "right": right,
        "reason": f"This is the reason that belongs to option {id} of the item, and it is long enough.",
        "cites": ["faq@11"],
    }


@pytest.fixture
def make_item() -> MakeItem:
    """A single choice between three options of one length, whose key is the letter given."""

    def make(id: str = "step-4/who-asks", key: str = "b", **changes: object) -> Item:
        texts = ("The local desk of the agency", "The division that got a match", "A center, at its own impulse")
        values: dict[str, object] = {
            "id": id,
            "lesson": "step-4-match",
            "objective": "S4-a",
            "kind": "single",
            "difficulty": 1,
            "topics": ["process"],
            "stem": STEMS.get(id, f"Here stands the stem of {id} alone."),
            "options": [option(letter, letter in key, text) for letter, text in zip("abc", texts, strict=True)],
        }
        made: Item = ITEM.validate_python(values | changes)
        return made

    return make


def of_everything(item: Item) -> Item:
    """The item, testing every use, limit and part of a complaint, with their places and what bears on them."""
    bearing = {id for element in elements().values() for id in element.register}
    options = [option.model_dump() for option in item.choices]  # type: ignore[attr-defined]
    options[0]["cites"] = sorted({ref for element in elements().values() for ref in element.refs})
    changed: Item = ITEM.validate_python(
        item.model_dump(mode="json")
        | {"options": options, "tests": list(elements()), "register": [e.id for e in REGISTER if e.id in bearing]}
    )
    return changed


@pytest.fixture
def sound_bank(make_item: MakeItem) -> Bank:
    """One lesson and two objectives: four choices whose keys are spread, and an item of every kind."""
    objectives = (
        Objective(id="S4-a", lesson="step-4-match", text="You can say who asks."),
        Objective(id="S4-b", lesson="step-4-match", text="You can use every kind of item."),
    )
    choices = [make_item(id, key) for id, key in zip(STEMS, "abcb", strict=True)]
    return Bank(
        objectives, (*map(of_everything, choices[:2]), *choices[2:], *(item(kind) for kind in (*DATA, "drawn")))
    )
