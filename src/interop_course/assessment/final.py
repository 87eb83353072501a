"""The final: drawn from a seed by the blueprint, and what a sitting of it came to.

A draw, with one `Chance` of the seed from beginning to end:

1. For each stratum, in the order of the blueprint: take the items whose first topic is in the stratum, in the order
   of the bank; shuffle them; keep the first ``count``. Then, for each kept item in this order, if it is parametrised
   (``item.drawn``), its seed is ``1 + below(8)``; other items have the seed None and take no number.
2. Shuffle all entries, in the order in which they were kept.

The order in which options are shown does not depend on the bank. For the question at place n, counted from 0, the
options of a single or multiple choice stand in the order of the bank's options shuffled by a `Chance` of its own,
whose seed is ``(seed + 0x9E3779B9 * (n + 1)) mod 2**32`` (JavaScript: ``(seed + Math.imul(0x9e3779b9, n + 1)) >>> 0``).
Every other kind is shown as in practice: a decision's three answers have their usual order.

``front/drawing.js`` says the same in JavaScript; a test in a browser compares them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from interop_course.assessment.blueprint import BLUEPRINT, Blueprint, pools
from interop_course.assessment.chance import SEEDS, Chance
from interop_course.assessment.drawing import instance
from interop_course.assessment.errors import AssessmentError, UnfillableBlueprint
from interop_course.assessment.grading import grade
from interop_course.assessment.hours import minutes_of_work
from interop_course.assessment.item import INSTANCES, Item, ObjectiveId, Topic
from interop_course.assessment.item_bank import BANK, Bank
from interop_course.assessment.lessons import title
from interop_course.assessment.record import LearningRecord
from interop_course.assessment.record_parts import Drawn, Sitting

_STRIDE = 0x9E3779B9

T = TypeVar("T")


@dataclass(frozen=True)
class Draw:
    """The questions of a final, in the order in which they are asked.

    Attributes:
        seed: what they were drawn from.
        entries: each the id of an item and, of a parametrised one, the seed of its numbers.
    """

    seed: int
    entries: tuple[Drawn, ...]


def draw(bank: Bank = BANK, blueprint: Blueprint = BLUEPRINT, *, seed: int) -> Draw:
    """Draw a final: the same from the same bank, blueprint and seed, everywhere.

    Raises:
        ValueError: the seed is not a whole number from 0 to 4294967295.
        UnfillableBlueprint: the bank has too few items on some topic.
    """
    chance = Chance(seed)
    entries: list[Drawn] = []
    for stratum, pool in zip(blueprint.strata, pools(bank, blueprint), strict=True):
        kept = chance.shuffled(pool.items)[: pool.count]
        if len(kept) < pool.count:
            raise UnfillableBlueprint(stratum.topics, pool.count, len(kept))
        entries += (Drawn(item=item.id, seed=1 + chance.below(INSTANCES) if item.drawn else None) for item in kept)
    return Draw(seed, tuple(chance.shuffled(entries)))


def shown(options: Sequence[T], seed: int, place: int) -> list[T]:
    """Options in the order in which the question at this place of a draw shows them; the first place is 0."""
    return Chance((seed + _STRIDE * (place + 1)) % SEEDS).shuffled(options)


def asked(bank: Bank, entry: Drawn) -> Item:
    """The question of an entry, with its numbers put in.

    Raises:
        NoSuchItem, WrongSeed: the bank has no such item, or it is parametrised and the entry is not, or the reverse.
    """
    return instance(bank.item(entry.item), entry.seed)


@dataclass(frozen=True)
class Score:
    """So many right of so many questions on one topic or objective."""

    right: int
    of: int

    @property
    def full(self) -> bool:
        """Whether all were right."""
        return self.right == self.of


@dataclass(frozen=True)
class ByTopic(Score):
    """The score of a topic; ``must`` says whether every question of it has to be right."""

    topic: Topic
    must: bool


@dataclass(frozen=True)
class ByObjective(Score):
    """The score of an objective, and where to read about it again.

    Attributes:
        objective, text: its id and what it says.
        lesson, title: the stem of the lesson's notebook, and what the lesson is called.
    """

    objective: ObjectiveId
    text: str
    lesson: str
    title: str


@dataclass(frozen=True)
class Result:
    """What a sitting came to.

    Attributes:
        sitting: the sitting it is about.
        right, of: right answers, and questions. An unanswered question is not right.
        answered: questions with an answer.
        topics, objectives: the scores, in the order in which they first come in the draw.
        missed: the items that had to be right and are not, in the order of the draw.
        enough: whether the share of right answers that a pass needs is reached.
        minutes: whole minutes of work on it, pauses left out (`hours`).
    """

    sitting: Sitting
    right: int
    of: int
    answered: int
    topics: tuple[ByTopic, ...]
    objectives: tuple[ByObjective, ...]
    missed: tuple[str, ...]
    enough: bool
    minutes: int

    @property
    def passed(self) -> bool:
        """Ended, enough right, and everything right that had to be."""
        return self.sitting.ended is not None and self.enough and not self.missed

    @property
    def percent(self) -> int:
        """The share of right answers, rounded down, so that it never looks like a pass that is none."""
        return self.right * 100 // self.of

    @property
    def again(self) -> tuple[ByObjective, ...]:
        """The objectives with something missed: what to read again."""
        return tuple(line for line in self.objectives if not line.full)


def result(record: LearningRecord, sitting: Sitting, bank: Bank = BANK, blueprint: Blueprint = BLUEPRINT) -> Result:
    """Grade a sitting from the answers of a record; what the record says of right and wrong is not used.

    Raises:
        NoSuchItem, WrongSeed: the sitting was drawn from a bank with items that this one has not.
    """
    answers = record.counting(sitting)
    questions = [asked(bank, entry) for entry in sitting.draw]
    given = [answers[item.id].given if item.id in answers else () for item in questions]
    graded = [(item, _is_right(item, texts)) for item, texts in zip(questions, given, strict=True)]
    right = sum(is_right for _, is_right in graded)
    return Result(
        sitting=sitting,
        right=right,
        of=len(graded),
        answered=sum(bool(texts) for texts in given),
        topics=_by_topic(graded, blueprint),
        objectives=_by_objective(graded, bank),
        missed=tuple(item.id for item, is_right in graded if blueprint.is_must(item) and not is_right),
        enough=blueprint.is_enough(right, len(graded)),
        minutes=minutes_of_work([*sitting.moments, *(answered.at for answered in answers.values())]),
    )


def _is_right(item: Item, given: tuple[str, ...]) -> bool:
    """An answer that the item cannot have is not right; `verify` says so to who asks."""
    try:
        return grade(item, given).right
    except AssessmentError:
        return False


Graded = Iterable[tuple[Item, bool]]


def _by_topic(graded: Graded, blueprint: Blueprint) -> tuple[ByTopic, ...]:
    tally = _tally(graded, lambda item: item.topics[0])
    return tuple(
        ByTopic(right=right, of=of, topic=topic, must=topic in blueprint.must) for topic, (right, of) in tally.items()
    )


def _by_objective(graded: Graded, bank: Bank) -> tuple[ByObjective, ...]:
    lines = []
    for id, (right, of) in _tally(graded, lambda item: item.objective).items():
        objective = bank.objective(id)
        lines.append(
            ByObjective(
                right=right,
                of=of,
                objective=id,
                text=objective.text,
                lesson=objective.lesson,
                title=title(objective.lesson),
            )
        )
    return tuple(lines)


def _tally(graded: Graded, part: Callable[[Item], T]) -> dict[T, tuple[int, int]]:
    tally: dict[T, tuple[int, int]] = {}
    for item, is_right in graded:
        right, of = tally.get(part(item), (0, 0))
        tally[part(item)] = (right + is_right, of + 1)
    return tally
