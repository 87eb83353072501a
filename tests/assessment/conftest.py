"""Items made to measure. A sound bank passes every check, so that a test can spoil one thing in it."""

from collections.abc import Callable

import pytest

from interop_course.assessment import Bank, Item, Objective

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
        return Item.model_validate(values | changes)

    return make


@pytest.fixture
def sound_bank(make_item: MakeItem) -> Bank:
    """One lesson, one objective, four items whose keys are spread."""
    objective = Objective(id="S4-a", lesson="step-4-match", text="You can say who asks.")
    keys = ("a", "b", "c", "b")
    return Bank((objective,), tuple(make_item(id, key) for id, key in zip(STEMS, keys, strict=True)))
