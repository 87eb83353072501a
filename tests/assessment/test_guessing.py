from math import comb

import pytest

from interop_course.assessment import Item
from interop_course.assessment.guessing import Outcome, outcomes
from tests.assessment.conftest import MakeItem, option
from tests.assessment.kinds import item, reasoned


def by_trick(items: list[Item]) -> dict[str, Outcome]:
    return {outcome.trick: outcome for outcome in outcomes(items)}


def test_hits_follow_the_binomial_law_when_all_items_are_alike(make_item: MakeItem) -> None:
    first = by_trick([make_item(f"step-4/n{chr(97 + n)}", "a" if n < 7 else "b") for n in range(12)])["option a"]
    assert (first.tried, first.hits, first.expected) == (12, 7, pytest.approx(4))
    luck = [comb(12, k) * (1 / 3) ** k * (2 / 3) ** (12 - k) for k in range(13)]
    assert first.at_least == pytest.approx(sum(luck[7:]))
    assert first.at_most == pytest.approx(sum(luck[:8]))


def test_a_choice_with_two_right_options_of_three_gives_luck_a_greater_part(make_item: MakeItem) -> None:
    outcome = by_trick([make_item(), make_item(kind="multiple", key="bc")])["option b"]
    assert outcome.expected == pytest.approx(1 / 3 + 2 / 3)
    assert outcome.at_least == pytest.approx(1 / 3 * 2 / 3)


@pytest.mark.parametrize("key", ["a", "b", "c"])
def test_a_key_that_never_moves_is_found(make_item: MakeItem, key: str) -> None:
    rare = {trick for trick, outcome in by_trick([make_item(key=key)] * 12).items() if outcome.rare}
    assert f"option {key}" in rare


def test_a_key_that_is_never_somewhere_is_found_too(make_item: MakeItem) -> None:
    outcome = by_trick([make_item(key="a"), make_item(key="b")] * 8)["option c"]
    assert outcome.hits == 0
    assert outcome.rare


def long_key(make_item: MakeItem, key: str) -> Item:
    texts = {letter: "Short" + " and long" * (letter == key) + letter for letter in "abc"}
    return make_item(key=key, options=[option(letter, letter == key, texts[letter]) for letter in "abc"])


def test_a_key_that_is_always_the_longest_is_found(make_item: MakeItem) -> None:
    outcome = by_trick([long_key(make_item, key) for key in "abcabcabc"])
    assert outcome["the longest option"].rare
    assert not any(outcome[f"option {letter}"].rare for letter in "abc")


def test_length_says_nothing_where_two_options_share_it(make_item: MakeItem) -> None:
    options = [option("a", True, "Same"), option("b", False, "Same"), option("c", False, "No")]
    outcome = by_trick([make_item(options=options)])
    assert outcome["the longest option"].tried == 0
    assert outcome["the shortest option"].tried == 1


def test_the_same_answer_to_every_case_is_found() -> None:
    outcome = by_trick([item("decision", id=f"step-4/n{n}") for n in range(6)])
    assert outcome['"no"'].rare
    assert outcome['"yes"'].hits == 0
    assert outcome["option b"].tried == 0


def test_steps_that_stand_in_the_order_of_their_length_are_found() -> None:
    steps = [reasoned(letter, text) for letter, text in zip("abc", ("A long step", "A step", "Done"), strict=True)]
    outcome = by_trick([item("ordering", id=f"step-4/n{n}", steps=steps) for n in range(8)])
    assert outcome["the longest step to begin with"].rare
    assert outcome["the shortest step to begin with"].hits == 0
    assert outcome["the step shown first to begin with"].tried == 8


def test_rows_that_stand_beside_their_choices_are_found() -> None:
    rows = [reasoned(letter, letter, choice=choice) for letter, choice in zip("abc", "pqr", strict=True)]
    assert by_trick([item("matching", rows=rows)] * 2)["for each row the choice beside it"].rare
    assert not by_trick([item("matching")] * 2)["for each row the choice beside it"].rare


def test_keys_that_are_spread_are_not_found(make_item: MakeItem) -> None:
    assert not any(outcome.rare for outcome in outcomes([make_item(key=key) for key in "abc" * 10]))
