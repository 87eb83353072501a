"""How much time to plan: for a question, for a final, for the course. Estimates, and said to be such.

A question takes its words, read at `WORDS_A_MINUTE`, and time to think that grows with its difficulty. In practice
its reasons are read too.
"""

from collections.abc import Iterable
from typing import Final

from interop_course.assessment.blueprint import BLUEPRINT, Blueprint, pools
from interop_course.assessment.hours import in_words
from interop_course.assessment.item import Item
from interop_course.assessment.item_bank import BANK, Bank
from interop_course.assessment.lessons import LESSONS

WORDS_A_MINUTE: Final = 180
SECONDS_TO_THINK: Final = 20
"""For each step of difficulty."""


def seconds(item: Item, *, with_reasons: bool = False) -> float:
    """Time for one question, with its reasons or without."""
    texts = [item.stem, *(part.text for part in item.parts)]
    if with_reasons:
        texts += (part.reason for part in item.parts)
    words = sum(len(text.split()) for text in texts)
    return words * 60 / WORDS_A_MINUTE + SECONDS_TO_THINK * item.difficulty


def final_minutes(items: Iterable[Item]) -> int:
    """Time for these questions without reasons, in minutes, rounded up to five."""
    return _rounded_up(sum(seconds(item) for item in items) / 60, 5)


def expected_minutes(bank: Bank = BANK, blueprint: Blueprint = BLUEPRINT) -> int:
    """Time for a final that is not drawn yet: each stratum at the mean of its pool, rounded up to five minutes."""
    means = (
        pool.count * sum(seconds(item) for item in pool.items) / len(pool.items)
        for pool in pools(bank, blueprint)
        if pool.items
    )
    return _rounded_up(sum(means) / 60, 5)


def course_hours(bank: Bank = BANK, blueprint: Blueprint = BLUEPRINT) -> str:
    """Time planned for the whole course, in words: lessons, every question once in practice, and one final."""
    lessons = sum(lesson.minutes for lesson in LESSONS.values())
    practice = sum(seconds(item, with_reasons=True) for item in bank.items) / 60
    return in_words(_rounded_up(lessons + practice + expected_minutes(bank, blueprint), 30))


def _rounded_up(minutes: float, step: int) -> int:
    return int(-(-minutes // step)) * step
