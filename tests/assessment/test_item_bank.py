import json
from collections.abc import Callable

import pytest

from interop_course.assessment import (
    BANK,
    BrokenBank,
    Item,
    NoSuchItem,
    NoSuchLesson,
    NoSuchObjective,
    items,
    objective,
)
from interop_course.assessment.item_bank import read
from tests.assessment.conftest import MakeItem

Sources = dict[str, bytes]


def entry(item: Item) -> dict[str, object]:
    """An item as it stands in its file, where the lesson is given once at the head."""
    data = item.model_dump(mode="json")
    del data["lesson"]
    return data


@pytest.fixture
def sources(make_item: MakeItem) -> Sources:
    objectives = [
        {"id": "S4-a", "lesson": "step-4-match", "text": "You can say who asks."},
        {"id": "S3-a", "lesson": "step-3-no-match", "text": "You can read a no match."},
    ]
    return {
        "step-4-match.json": lesson("step-4-match", [entry(make_item())]),
        "objectives.json": json.dumps({"objectives": objectives}).encode(),
        "step-3-no-match.json": lesson("step-3-no-match", [entry(make_item("step-3/none", objective="S3-a"))]),
    }


def lesson(stem: str, entries: list[dict[str, object]]) -> bytes:
    return json.dumps({"lesson": stem, "items": entries}).encode()


def test_lessons_stand_in_the_order_of_the_objectives(sources: Sources) -> None:
    bank = read(sources)
    assert bank.lessons == ("step-4-match", "step-3-no-match")
    assert [item.id for item in bank.items] == ["step-4/who-asks", "step-3/none"]
    assert [item.lesson for item in bank.items] == ["step-4-match", "step-3-no-match"]


def test_items_and_objectives_are_found_by_name(sources: Sources) -> None:
    bank = read(sources)
    assert bank.item("step-4/who-asks").objective == "S4-a"
    assert bank.objective("S4-a").lesson == "step-4-match"
    assert [item.id for item in bank.of("step-4-match")] == ["step-4/who-asks"]


def test_a_name_that_is_not_there_gets_the_nearest_ones(sources: Sources) -> None:
    bank = read(sources)
    with pytest.raises(NoSuchItem, match="Did you mean step-4/who-asks"):
        bank.item("step-4/who-ask")
    with pytest.raises(NoSuchLesson, match="Did you mean step-4-match"):
        bank.of("step-4")
    with pytest.raises(NoSuchObjective, match=r"There are: S4-a, S3-a\."):
        bank.objective("QQ-z")


def test_a_lesson_may_still_be_without_items(sources: Sources) -> None:
    del sources["step-3-no-match.json"]
    assert read(sources).of("step-3-no-match") == ()


Spoil = Callable[[Sources], None]


def _set(name: str, data: bytes) -> Spoil:
    return lambda sources: sources.update({name: data})


def _change(path: tuple[str | int, ...], value: object) -> Spoil:
    def change(sources: Sources) -> None:
        data = json.loads(sources["step-4-match.json"])
        here = data
        for step in path[:-1]:
            here = here[step]
        here[path[-1]] = value
        sources["step-4-match.json"] = json.dumps(data).encode()

    return change


@pytest.mark.parametrize(
    ("spoil", "file", "said"),
    [
        (lambda sources: sources.pop("objectives.json"), "objectives.json", "it is missing"),
        (_set("objectives.json", b"{"), "objectives.json", "it is not JSON"),
        (_set("objectives.json", b'{"objectives": [{"id": "S4-a"}]}'), "objectives.json", "S4-a > lesson"),
        (_set("step-4-match.json", b""), "step-4-match.json", "it is not JSON"),
        (_set("step-4-match.json", b'"\xff"'), "step-4-match.json", "it is not JSON"),
        (_set("step-4-match.json", b"[]"), "step-4-match.json", "one JSON object"),
        (_set("step-4-match.json", b'{"lesson": "other"}'), "step-4-match.json", "not 'other'"),
        (_set("step-4-match.json", b'{"lesson": "step-4-match"}'), "step-4-match.json", "items: Field required"),
        (_set("step-9-x.json", lesson("step-9-x", [])), "step-9-x.json", "no objective"),
        (_change(("items", 0), 7), "step-4-match.json", "items > 0"),
        (_change(("items", 0, "stem"), ""), "step-4-match.json", "items > step-4/who-asks > stem"),
        (_change(("items", 0, "options", 1, "reason"), ""), "step-4-match.json", "who-asks > options > b > reason"),
        (_change(("items", 0, "answer"), "b"), "step-4-match.json", "who-asks > answer: Extra inputs"),
        (_change(("author",), "x"), "step-4-match.json", "author: Extra inputs"),
    ],
)
def test_a_broken_file_is_refused_with_its_name_and_place(sources: Sources, spoil: Spoil, file: str, said: str) -> None:
    spoil(sources)
    with pytest.raises(BrokenBank) as raised:
        read(sources)
    assert raised.value.file == file
    assert said in str(raised.value)


def test_every_fault_of_a_file_is_named_at_once(sources: Sources) -> None:
    _change(("items", 0, "options", 1, "reason"), "")(sources)
    _change(("items", 0, "difficulty"), 9)(sources)
    with pytest.raises(BrokenBank) as raised:
        read(sources)
    assert len(raised.value.faults) == 2


def test_the_bank_of_the_course_is_at_hand() -> None:
    assert items("capstone") == BANK.of("capstone") != ()
    assert objective("CS-a").lesson == "capstone"
