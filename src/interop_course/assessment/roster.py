"""Answer files of a sealed final, marked by its key: a row for each learner, and what the rows say of the questions.

Difficulty of a question is the share of learners who were right, 0 to 1. Discrimination is the point-biserial
correlation of being right here with the score on all other questions, -1 to 1: near 0 or below, the question does not
tell those who know from those who do not. With few learners both are chance more than anything else; the table says so.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import StatisticsError, correlation
from typing import Final

from interop_course.assessment.choosing import ChoiceItem
from interop_course.assessment.errors import AssessmentError, WrongKey
from interop_course.assessment.grading import grade
from interop_course.assessment.hours import minutes_of_work
from interop_course.assessment.item import Item
from interop_course.assessment.record import LearningRecord
from interop_course.assessment.record_parts import Sitting
from interop_course.assessment.sealing import AnswerKey, digest_of

ENOUGH_LEARNERS: Final = 30
"""With fewer, the analysis of a question carries a warning."""
COMMON_ANSWERS: Final = 5
"""How many different answers to a question without options are listed."""
NOTHING = "no answer"


@dataclass(frozen=True)
class Row:
    """One learner's sealed final.

    Attributes:
        source: the name of the answer file.
        name: the display name in it, or None.
        sitting: the id of the sitting.
        started, ended: when; None for an end that was never reached.
        minutes: whole minutes of work, pauses left out.
        given, rights: the answer to each question in the order of the key, and whether it is right.
        missed: the questions that had to be right and are not.
        passed: ended, enough right, nothing missed.
        remarks: what the instructor should know about the file.
    """

    source: str
    name: str | None
    sitting: str
    started: datetime
    ended: datetime | None
    minutes: int
    given: tuple[tuple[str, ...], ...]
    rights: tuple[bool, ...]
    missed: tuple[str, ...]
    passed: bool
    remarks: tuple[str, ...]

    @property
    def right(self) -> int:
        """How many answers are right."""
        return sum(self.rights)

    @property
    def percent(self) -> int:
        """The share of right answers, rounded down."""
        return self.right * 100 // len(self.rights)


@dataclass(frozen=True)
class ItemAnalysis:
    """What a group's answers say of one question.

    Attributes:
        item: the question.
        n: how many learners had it.
        right: how many were right.
        discrimination: see the module; None where everybody or nobody was right, or all others scores are equal.
        answers: each option with how many chose it, or the most common answers; then those who gave none.
        remarks: why to be careful with these figures, and what to look at.
    """

    item: Item
    n: int
    right: int
    discrimination: float | None
    answers: tuple[tuple[str, int], ...]
    remarks: tuple[str, ...]

    @property
    def difficulty(self) -> float:
        """The share of learners who were right."""
        return self.right / self.n


def mark(key: AnswerKey, record: LearningRecord, source: str) -> Row:
    """Mark one answer file. Of several sittings of this final in one file, the first counts.

    Raises:
        WrongKey: the file holds no sitting of the final that this key belongs to.
    """
    sittings = [sitting for sitting in record.sittings if digest_of(sitting) == key.digest]
    if not sittings:
        raise WrongKey(key.digest, (digest_of(sitting) for sitting in record.sittings))
    sitting = sittings[0]
    remarks = list(_remarks(sitting, len(sittings)))
    answers = record.counting(sitting)
    given = tuple(answers[item.id].given if item.id in answers else () for item in key.questions)
    rights = tuple(_is_right(item, texts, remarks) for item, texts in zip(key.questions, given, strict=True))
    missed = tuple(
        item.id for item, is_right in zip(key.questions, rights, strict=True) if key.is_must(item) and not is_right
    )
    return Row(
        source=source,
        name=record.name,
        sitting=sitting.id,
        started=sitting.started,
        ended=sitting.ended,
        minutes=minutes_of_work([*sitting.moments, *(answered.at for answered in answers.values())]),
        given=given,
        rights=rights,
        missed=missed,
        passed=sitting.ended is not None and key.is_enough(sum(rights), len(rights)) and not missed,
        remarks=tuple(remarks),
    )


def _remarks(sitting: Sitting, times: int) -> Iterable[str]:
    if times > 1:
        yield f"this final was begun {times} times in this file; the first time counts"
    if sitting.ended is None:
        yield "it was not finished"
    elif sitting.ended < sitting.started:
        yield "it ended before it began"


def _is_right(item: Item, given: Sequence[str], remarks: list[str]) -> bool:
    try:
        return grade(item, given).right
    except AssessmentError as error:
        remarks.append(str(error))
        return False


def doubles(rows: Iterable[Row]) -> tuple[str, ...]:
    """What looks like one learner twice: names that several files carry, and sittings that came in several files."""
    rows = tuple(rows)
    names = Counter(row.name for row in rows if row.name)
    sittings = Counter(row.sitting for row in rows)
    return tuple(
        [f"{times} answer files carry the name {name}" for name, times in names.items() if times > 1]
        + [f"{times} answer files hold the same sitting, {id}" for id, times in sittings.items() if times > 1]
    )


def analyse(key: AnswerKey, rows: Sequence[Row]) -> tuple[ItemAnalysis, ...]:
    """What the rows say of each question, in the order of the key. Nothing without rows."""
    return tuple(_analysis(place, item, rows) for place, item in enumerate(key.questions)) if rows else ()


def _analysis(place: int, item: Item, rows: Sequence[Row]) -> ItemAnalysis:
    rights = [row.rights[place] for row in rows]
    others = [row.right - row.rights[place] for row in rows]
    discrimination = _correlation(rights, others)
    right = sum(rights)
    return ItemAnalysis(
        item=item,
        n=len(rows),
        right=right,
        discrimination=discrimination,
        answers=_answers(item, [row.given[place] for row in rows]),
        remarks=tuple(_warnings(len(rows), right, discrimination)),
    )


def _correlation(rights: Sequence[bool], others: Sequence[int]) -> float | None:
    try:
        return correlation([float(right) for right in rights], [float(score) for score in others])
    except StatisticsError:
        return None


def _answers(item: Item, given: Sequence[tuple[str, ...]]) -> tuple[tuple[str, int], ...]:
    none = sum(not texts for texts in given)
    if isinstance(item, ChoiceItem):
        chosen = Counter(text for texts in given for text in texts)
        counts = [(f"{o.id}{' (right)' if o.right else ''}", chosen[o.id]) for o in item.choices]
    else:
        best = " ".join(item.best)
        common = Counter(" ".join(texts) for texts in given if texts).most_common(COMMON_ANSWERS)
        counts = [(f"{text}{' (right)' if text == best else ''}", times) for text, times in common]
    return (*counts, (NOTHING, none))


def _warnings(n: int, right: int, discrimination: float | None) -> Iterable[str]:
    if n < ENOUGH_LEARNERS:
        yield f"n is {n}; below {ENOUGH_LEARNERS} these figures are mostly chance"
    if right in (0, n):
        yield f"{'everybody' if right else 'nobody'} was right, so it tells nobody apart"
    elif discrimination is not None and discrimination < 0:
        yield "those who know more were right less often: look at its key and its wording"
