"""How long somebody worked on the course, as far as a record can tell.

A record holds moments: an answer was given, a sitting began or ended, a page was marked as read. Work is counted
from each moment to the next one, unless they lie further apart than `PAUSE`: then nobody can tell, and nothing is
counted. Minutes are whole, a begun one is dropped. So the figure is a lower bound that anybody can compute again.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

PAUSE: Final = timedelta(minutes=30)
"""A longer time without anything recorded counts as a pause."""


def minutes_of_work(moments: Iterable[datetime]) -> int:
    """Whole minutes from moment to moment, pauses left out. The order of the moments means nothing."""
    gaps = (later - earlier for earlier, later in pairwise(sorted(moments)))
    return sum((gap for gap in gaps if gap <= PAUSE), timedelta()) // timedelta(minutes=1)


def in_words(minutes: int) -> str:
    """A time in words: "45 minutes", "1 hour", "2 hours 5 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [_counted(hours, "hour"), _counted(rest, "minute")]
    return " ".join(part for part in parts if part) or "less than a minute"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}" if number else ""
