"""Finals to try things on: a small bank whose answer is always "b", and sittings answered as a test needs it."""

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from interop_course.assessment import ITEM, Answered, Bank, Item, LearningRecord, Objective, instance
from interop_course.assessment.blueprint import Blueprint, content_hash
from interop_course.assessment.final import draw
from interop_course.assessment.record_parts import Drawn, Sitting

BEGUN = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
LATER = BEGUN + timedelta(days=1)
COURSE = "9.9.9"

PLAN = Blueprint.model_validate(
    {
        "strata": [
            {"topics": ["permitted-use"], "count": 2},
            {"topics": ["authority", "complaint"], "count": 2},
            {"topics": ["process", "message", "timing", "detainer", "levels", "retention", "sharing"], "count": 6},
        ],
        "percent": 80,
        "must": ["permitted-use"],
    }
)
"""Ten questions, two of which have to be right."""


def a_question(id: str, topic: str, **changes: object) -> Item:
    """A single choice whose right answer is "b"."""
    options = [
        {
            "id": letter,
            "text": f"The answer called {letter}",
            "right": letter == "b",
            "reason": f"The reason for {letter}, long enough to say why.",
            "cites": ["faq@11"],
        }
        for letter in "abcd"
    ]
    values: dict[str, object] = {
        "id": id,
        "lesson": "step-4-match",
        "objective": "S4-a" if topic == "process" else "S4-b",
        "kind": "single",
        "difficulty": 1,
        "topics": [topic],
        "stem": f"What is asked in {id}?",
        "options": options,
    }
    item: Item = ITEM.validate_python(values | changes)
    return item


SMALL = Bank(
    (
        Objective(id="S4-a", lesson="step-4-match", text="You can say who asks."),
        Objective(id="S4-b", lesson="step-4-match", text="You can say what it holds."),
    ),
    tuple(
        a_question(f"step-4/{topic}-{letter}", topic)
        for topic in ("process", "permitted-use", "authority", "message", "complaint", "timing")
        for letter in "abcd"
    ),
)


def begun(
    seed: int = 7,
    *,
    id: str = "00c0ffee",
    bank: Bank = SMALL,
    plan: Blueprint = PLAN,
    course: str = COURSE,
    at: datetime = BEGUN,
    minutes: int | None = 20,
) -> Sitting:
    """A sitting of what the seed draws, ended after so many minutes or not at all."""
    return Sitting(
        id=id,
        seed=seed,
        course=course,
        content=content_hash(bank, plan, course),
        started=at,
        ended=None if minutes is None else at + timedelta(minutes=minutes),
        draw=draw(bank, plan, seed=seed).entries,
    )


def best(bank: Bank, entry: Drawn) -> tuple[str, ...]:
    """The right answer to a drawn question."""
    return instance(bank.item(entry.item), entry.seed).best


def taken(
    sitting: Sitting,
    *,
    bank: Bank = SMALL,
    wrong: Collection[str] = (),
    unanswered: Collection[str] = (),
    name: str | None = None,
    say: Callable[[Drawn], Sequence[str]] | None = None,
) -> LearningRecord:
    """A record with one sitting, answered rightly but for some items; "wrong" is no answer that anything has as key."""
    answers = tuple(
        Answered(
            item=entry.item,
            seed=entry.seed,
            given=tuple(say(entry)) if say else () if entry.item in wrong else best(bank, entry),
            right=None,
            at=sitting.started + timedelta(minutes=1, seconds=n),
            sitting=sitting.id,
        )
        for n, entry in enumerate(sitting.draw)
        if entry.item not in unanswered
    )
    return LearningRecord(name=name, answers=answers, sittings=(sitting,))


def practised(item: str, right: bool, at: datetime, **changes: Any) -> Answered:
    """A graded answer in practice."""
    return Answered(item=item, given=("b",) if right else ("a",), right=right, at=at, **changes)
