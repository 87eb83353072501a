"""Spaced review: what a learner missed comes back about a day, a week and a month later.

Only practice counts: answers that belong to no sitting and were graded. Each item has a course of its own, whatever
numbers a parametrised one was asked with. Its answers are taken in the order of time:

- A wrong answer, at any time, puts the item at step 0: it is due `WAITS[0]` later. `sure` says whether the learner
  had said "sure".
- A right answer moves an item on only if it is in review and due at that time or before: to the next step, due
  ``WAITS[step]`` after this answer, or out of review after the last step.
- Every other right answer changes nothing. Who tries until it fits learns the answer for a minute; the item still
  comes back tomorrow.

What is due comes in this order: first what was wrong and sure, then what has been due longest, then by id.
``front/review.js`` says the same in JavaScript; a test in a browser compares them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from interop_course.assessment.record import LearningRecord
from interop_course.assessment.record_parts import Answered

WAITS: Final = (timedelta(days=1), timedelta(days=7), timedelta(days=30))


@dataclass(frozen=True)
class Review:
    """An item in review.

    Attributes:
        item: its id.
        due: from when on it is asked again.
        step: how many times it was right since it was missed, each time when it was due.
        sure: whether the learner was sure of the wrong answer that put it here.
    """

    item: str
    due: datetime
    step: int
    sure: bool


def in_review(record: LearningRecord) -> tuple[Review, ...]:
    """Every item in review, due or not, in the order in which they are asked."""
    reviews: dict[str, Review] = {}
    for answered in record.answers:
        if answered.sitting is not None or answered.right is None:
            continue
        after = _after(reviews.pop(answered.item, None), answered)
        if after is not None:
            reviews[answered.item] = after
    return tuple(sorted(reviews.values(), key=lambda review: (not review.sure, review.due, review.item)))


def due(record: LearningRecord, now: datetime) -> tuple[Review, ...]:
    """What is to be asked again by now, in the order in which it is asked."""
    return tuple(review for review in in_review(record) if review.due <= now)


def _after(review: Review | None, answered: Answered) -> Review | None:
    if not answered.right:
        return Review(answered.item, answered.at + WAITS[0], step=0, sure=answered.confidence == "sure")
    if review is None or answered.at < review.due:
        return review
    step = review.step + 1
    return Review(review.item, answered.at + WAITS[step], step, review.sure) if step < len(WAITS) else None
