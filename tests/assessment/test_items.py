import pytest
from pydantic import ValidationError

from interop_course.assessment import Item, Objective, Topic
from tests.assessment.conftest import MakeItem, option


def test_an_item_is_read_from_its_data(make_item: MakeItem) -> None:
    item = make_item(topics=["message", "timing"], register=["C24", "C38"])
    assert item.key == {"b"}
    assert item.topics == (Topic.MESSAGE, Topic.TIMING)
    assert item.disagreements == ("C24", "C38")
    assert item.language == "en"
    assert Item.model_validate_json(item.model_dump_json()) == item


def test_an_item_writes_its_register_under_the_name_of_the_data_files(make_item: MakeItem) -> None:
    assert '"register":["C24"]' in make_item(register=["C24"]).model_dump_json()


@pytest.mark.parametrize("key", ["", "ab", "abc"])
def test_a_single_choice_has_exactly_one_right_option(make_item: MakeItem, key: str) -> None:
    with pytest.raises(ValidationError, match="a single choice has one right option"):
        make_item(key=key)


@pytest.mark.parametrize("key", ["", "abc"])
def test_a_multiple_choice_has_something_right_and_something_wrong(make_item: MakeItem, key: str) -> None:
    with pytest.raises(ValidationError, match="at least one right and at least one wrong"):
        make_item(key=key, kind="multiple")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": "step-4"}, "pattern"),
        ({"id": "Step-4/Who"}, "pattern"),
        ({"difficulty": 4}, "1, 2 or 3"),
        ({"kind": "ordering"}, "'single' or 'multiple'"),
        ({"topics": []}, "at least 1 item"),
        ({"topics": ["weather"]}, "permitted-use"),
        ({"stem": "  "}, "at least 1 character"),
        ({"register": ["24"]}, "pattern"),
        ({"key": "b"}, "Extra inputs"),
        ({"options": [option("a", True, "Yes"), option("b", False, "No")]}, "3 to 6 options, this one has 2"),
        ({"options": [option(letter, letter == "a", letter) for letter in "acb"]}, "are to be called a, b, c"),
        ({"options": [option("a", True, "Yes")] * 3}, "are to be called a, b, c"),
        ({"options": [option(letter, letter == "a", letter) for letter in "abcdefg"]}, "this one has 7"),
    ],
)
def test_an_item_out_of_form_is_refused(make_item: MakeItem, change: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Item.model_validate(make_item().model_dump(by_alias=True, mode="json") | change)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"cites": []}, "at least 1 item"),
        ({"reason": ""}, "at least 1 character"),
        ({"right": "yes"}, "valid boolean"),
        ({"right": 1}, "valid boolean"),
        ({"id": "1"}, "pattern"),
    ],
)
def test_an_option_out_of_form_is_refused(make_item: MakeItem, change: dict[str, object], said: str) -> None:
    options = [option("a", True, "Yes") | change, option("b", False, "No"), option("c", False, "Perhaps")]
    with pytest.raises(ValidationError, match=said):
        make_item(options=options)


def test_an_objective_says_what_you_can_do() -> None:
    with pytest.raises(ValidationError, match="You can"):
        Objective(id="S4-a", lesson="step-4-match", text="Knowledge of queries.")
