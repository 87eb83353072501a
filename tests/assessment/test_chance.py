"""The numbers are pinned: a page draws the same ones, and a draw of today has to come back in ten years."""

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interop_course.assessment.chance import SEEDS, Chance

seeds = st.integers(0, SEEDS - 1)


@pytest.mark.parametrize(
    ("seed", "numbers"),
    [
        (0, [1144304738, 1416247, 958946056, 627933444, 2007157716]),
        (1, [2693262067, 11749833, 2265367787, 4213581821, 4159151403]),
        (2010, [595232243, 1047316768, 1644083350, 2020914134, 3633766406]),
        (SEEDS - 1, [3850105811, 813802916, 3073704848, 4054706436, 3630262831]),
    ],
)
def test_the_numbers_of_a_seed_are_those_of_mulberry32(seed: int, numbers: list[int]) -> None:
    chance = Chance(seed)
    assert [chance.number() for _ in numbers] == numbers


def test_a_hundred_thousand_numbers_are_as_a_javascript_engine_made_them() -> None:
    chance, sum_ = Chance(7), 0
    for _ in range(100_000):
        sum_ = (sum_ * 31 + chance.number()) % SEEDS
    assert sum_ == 2414591256


def test_what_is_drawn_from_the_numbers_is_pinned_too() -> None:
    chance = Chance(2010)
    assert chance.shuffled("abcdefgh") == list("hagcfebd")
    assert [chance.below(6) for _ in range(10)] == [2, 0, 2, 5, 4, 0, 4, 5, 1, 2]


def test_a_number_beyond_the_largest_multiple_is_thrown_away() -> None:
    # Of the first numbers of seed 1, the fourth and fifth lie above 3 * 2**30 and would make low results likelier.
    chance = Chance(1)
    assert [chance.below(3 * 2**30) for _ in range(4)] == [2693262067, 11749833, 2265367787, 1207330352]


def test_so_is_the_first_number_that_is_one_too_many() -> None:
    # The largest multiple of 2693262067 below 2**32 is that number itself, which is the first one of seed 1.
    assert Chance(1).below(2693262067) == 11749833


def test_one_of_one_takes_a_number() -> None:
    chance, other = Chance(5), Chance(5)
    assert chance.below(1) == 0
    other.number()
    assert chance.number() == other.number()


@given(seeds, st.integers(1, SEEDS))
def test_a_result_is_below_its_limit(seed: int, n: int) -> None:
    assert 0 <= Chance(seed).below(n) < n


@given(seeds, st.lists(st.integers()))
def test_shuffling_keeps_what_is_there_and_changes_nothing_else(seed: int, values: list[int]) -> None:
    before = list(values)
    assert Counter(Chance(seed).shuffled(values)) == Counter(before)
    assert values == before
    assert Chance(seed).shuffled(values) == Chance(seed).shuffled(values)


def test_every_order_comes_about_as_often_as_the_others() -> None:
    times = Counter("".join(Chance(seed).shuffled("abcd")) for seed in range(24_000))
    assert set(times) == {"".join(order) for order in permutations("abcd")}
    # Chi-square with 23 degrees of freedom: above 49.7 once in a thousand.
    assert sum((count - 1000) ** 2 / 1000 for count in times.values()) < 49.7


@pytest.mark.parametrize("seed", [-1, SEEDS])
def test_a_seed_out_of_range_is_refused(seed: int) -> None:
    with pytest.raises(ValueError, match="from 0 to 4294967295"):
        Chance(seed)


@pytest.mark.parametrize("n", [0, -3, SEEDS + 1])
def test_one_of_none_or_of_too_many_cannot_be_drawn(n: int) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        Chance(1).below(n)
