"""Chance for draws: one small generator that gives the same numbers in Python and in a page.

The generator is mulberry32. All numbers are unsigned 32-bit integers, all sums and products are taken modulo
2**32. With the seed as its first state, each number is made so::

    state = state + 0x6D2B79F5
    a = (state ^ (state >> 15)) * (state | 1)
    b = a ^ (a + (a ^ (a >> 7)) * (a | 61))
    number = b ^ (b >> 14)

`below(n)` takes numbers until one is smaller than the largest multiple of n that is at most 2**32, and returns
its remainder by n. So every result is equally likely, and ``below(1)`` takes one number too. `shuffled` goes
from the last place down to the second, and exchanges each with place ``below(place + 1)``, places counted from 0.

``front/chance.js`` says the same in JavaScript; a test in a browser compares them.
"""

from collections.abc import Sequence
from typing import TypeVar

SEEDS = 2**32
"""A seed is a whole number from 0 up to this, exclusive."""

_ALL = SEEDS - 1

T = TypeVar("T")


class Chance:
    """A row of numbers that follows from its seed.

    Raises:
        ValueError: the seed is not a whole number from 0 to 4294967295.
    """

    def __init__(self, seed: int) -> None:
        if not 0 <= seed < SEEDS:
            raise ValueError(f"a seed is a whole number from 0 to {_ALL}, not {seed}")
        self._state = seed

    def number(self) -> int:
        """The next number, 0 to 4294967295."""
        self._state = state = (self._state + 0x6D2B79F5) & _ALL
        a = (state ^ state >> 15) * (state | 1) & _ALL
        b = a ^ (a + ((a ^ a >> 7) * (a | 61) & _ALL)) & _ALL
        return b ^ b >> 14

    def below(self, n: int) -> int:
        """One of 0 … n - 1, each as likely as the others; n is 1 to 2**32."""
        if not 0 < n <= SEEDS:
            raise ValueError(f"one of {n} cannot be drawn")
        fair = SEEDS - SEEDS % n
        while (number := self.number()) >= fair:
            pass
        return number % n

    def shuffled(self, values: Sequence[T]) -> list[T]:
        """The values in another order, each order as likely as the others; the values themselves stay."""
        order = list(values)
        for place in range(len(order) - 1, 0, -1):
            other = self.below(place + 1)
            order[place], order[other] = order[other], order[place]
        return order
