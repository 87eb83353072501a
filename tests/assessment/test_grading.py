from itertools import chain, combinations

import pytest

from interop_course.assessment import BANK, Answer, Item, Mark, UnknownOption, grade
from tests.assessment.conftest import MakeItem


def answers(item: Item) -> list[frozenset[str]]:
    """Every set of options, the empty one included."""
    ids = [option.id for option in item.options]
    return [frozenset(some) for some in chain(*(combinations(ids, n) for n in range(len(ids) + 1)))]


@pytest.mark.parametrize(
    ("kind", "key", "chosen", "right", "missed"),
    [
        ("single", "b", "b", True, ""),
        ("single", "b", "a", False, "b"),
        ("single", "b", "", False, "b"),
        ("single", "b", "ab", False, ""),
        ("single", "b", "abc", False, ""),
        ("multiple", "ac", "ac", True, ""),
        ("multiple", "ac", "ca", True, ""),
        ("multiple", "ac", "aac", True, ""),
        ("multiple", "ac", "a", False, "c"),
        ("multiple", "ac", "abc", False, ""),
        ("multiple", "ac", "b", False, "ac"),
        ("multiple", "ac", "", False, "ac"),
        ("multiple", "b", "b", True, ""),
    ],
)
def test_an_answer_is_right_when_it_is_the_set_of_right_options(
    make_item: MakeItem, kind: str, key: str, chosen: str, right: bool, missed: str
) -> None:
    mark = grade(make_item(kind=kind, key=key), Answer.of(*chosen))
    assert mark.right is right
    assert [option.id for option in mark.chosen] == sorted(set(chosen))
    assert "".join(option.id for option in mark.missed) == missed


def test_a_mark_gives_the_reason_of_what_was_chosen_and_of_what_was_missed(make_item: MakeItem) -> None:
    item = make_item(key="b")
    mark = grade(item, Answer.of("c"))
    assert [option.reason for option in mark.chosen] == [item.options[2].reason]
    assert [option.reason for option in mark.missed] == [item.options[1].reason]
    assert mark.missed[0].cites == ("faq@11",)
    assert Mark.model_validate_json(mark.model_dump_json()) == mark


def test_an_option_that_the_item_lacks_is_refused(make_item: MakeItem) -> None:
    with pytest.raises(UnknownOption, match=r"step-4/who-asks has no option 'd', 'e'. It has: a, b, c\."):
        grade(make_item(), Answer.of("e", "b", "d"))


@pytest.mark.parametrize("item", BANK.items, ids=lambda item: item.id)
def test_of_all_sets_of_options_exactly_one_is_right(item: Item) -> None:
    right = [chosen for chosen in answers(item) if grade(item, Answer.of(*chosen)).right]
    assert right == [item.key]
