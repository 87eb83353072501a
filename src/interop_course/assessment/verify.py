"""A learning record checked again without a network: every mark, every draw, every final.

What this proves is that a record is consistent: its marks follow from its answers, its finals were drawn from their
seeds by this version of the course, and its results follow from both. `CANNOT_PROVE` says what it does not prove.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from interop_course.assessment.blueprint import BLUEPRINT, COURSE_VERSION, Blueprint, content_hash
from interop_course.assessment.errors import AssessmentError
from interop_course.assessment.final import Result, asked, draw, result
from interop_course.assessment.grading import grade
from interop_course.assessment.hours import minutes_of_work
from interop_course.assessment.item_bank import BANK, Bank
from interop_course.assessment.record import LearningRecord
from interop_course.assessment.record_parts import Answered, Drawn, Sitting

PROVES: Final = (
    "every mark follows from its answer",
    "every final drawn by this version of the course follows from its seed",
    "every result follows from both",
)
CANNOT_PROVE: Final = (
    "who answered, whether somebody helped, or what else was open at the time",
    "that the record was not written by hand: its answers can be read in the pages of the course",
    "the times, which are those of the learner's own clock",
)


@dataclass(frozen=True)
class Verification:
    """What came of checking a record.

    Attributes:
        course, content: the version and content hash that it was checked with.
        answers: how many answers the record holds.
        checked: how many of them could be marked again.
        faults: what does not fit together, a sentence each; none in a record that the course wrote.
        unchecked: what this version of the course cannot check, a sentence each.
        results: what each ended sitting came to that could be checked, in the order in which they began.
        minutes: whole minutes of work that the record shows, pauses left out (`hours`).
    """

    course: str
    content: str
    answers: int
    checked: int
    faults: tuple[str, ...]
    unchecked: tuple[str, ...]
    results: tuple[Result, ...]
    minutes: int

    @property
    def passed(self) -> bool:
        """Whether one of the finals was passed."""
        return any(result.passed for result in self.results)


def verify(
    record: LearningRecord,
    *,
    now: datetime,
    bank: Bank = BANK,
    blueprint: Blueprint = BLUEPRINT,
    course: str = COURSE_VERSION,
) -> Verification:
    """Check a record. `now` is the time at which it is checked: nothing in it can be later."""
    content = content_hash(bank, blueprint, course)
    findings = _Findings()
    redrawn = [sitting for sitting in record.sittings if findings.is_redrawn(sitting, content, bank, blueprint)]
    for answered in record.answers:
        findings.mark_again(answered, bank)
    for problem in _out_of_place(record, now):
        findings.faults.append(problem)
    moments = [*(answered.at for answered in record.answers), *(read.at for read in record.read)]
    for sitting in record.sittings:
        moments += sitting.moments
    return Verification(
        course=course,
        content=content,
        answers=len(record.answers),
        checked=findings.checked,
        faults=tuple(findings.faults),
        unchecked=tuple(findings.unchecked),
        results=tuple(result(record, sitting, bank, blueprint) for sitting in redrawn if sitting.ended),
        minutes=minutes_of_work(moments),
    )


class _Findings:
    """Gathers what the checks of one record find."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.unchecked: list[str] = []
        self.checked = 0

    def is_redrawn(self, sitting: Sitting, content: str, bank: Bank, blueprint: Blueprint) -> bool:
        """Whether the draw was made again and is the one in the record."""
        if sitting.content != content:
            self.unchecked.append(
                f"Final {sitting.id} was drawn by version {sitting.course} (content {sitting.content}). To check it, "
                "use that version."
            )
            return False
        if draw(bank, blueprint, seed=sitting.seed).entries == sitting.draw:
            return True
        self.faults.append(f"Final {sitting.id}: its questions are not those that its seed {sitting.seed} draws.")
        return False

    def mark_again(self, answered: Answered, bank: Bank) -> None:
        """Compare what the record says of an answer with what grading says now."""
        try:
            item = asked(bank, Drawn(item=answered.item, seed=answered.seed))
        except AssessmentError as error:
            self.unchecked.append(f"{_named(answered)}: {error}")
            return
        self.checked += 1
        try:
            right = grade(item, answered.given).right
        except AssessmentError as error:
            self.faults.append(f"{_named(answered)}: {error}")
            return
        if answered.right is not None and answered.right is not right:
            says, is_now = ("right", "not right") if answered.right else ("not right", "right")
            self.faults.append(f"{_named(answered)}: the record says it is {says}, and it is {is_now}.")


def _out_of_place(record: LearningRecord, now: datetime) -> Iterator[str]:
    sittings = {sitting.id: sitting for sitting in record.sittings}
    for sitting in record.sittings:
        if sitting.ended is not None and sitting.ended < sitting.started:
            yield f"Final {sitting.id} ended before it began."
        if max(sitting.moments) > now:
            yield f"Final {sitting.id} lies in the future."
    for answered in record.answers:
        if answered.at > now:
            yield f"{_named(answered)} lies in the future."
        if answered.sitting is None:
            continue
        of = sittings.get(answered.sitting)
        if of is None:
            yield f"{_named(answered)} names final {answered.sitting}, which the record does not have."
        elif Drawn(item=answered.item, seed=answered.seed) not in of.draw:
            yield f"{_named(answered)} answers a question that final {of.id} did not draw."
        elif answered.at < of.started:
            yield f"{_named(answered)} was given before final {of.id} began."
        elif of.ended is not None and answered.at > of.ended:
            yield f"{_named(answered)} was given after final {of.id} had ended; it does not count."


def _named(answered: Answered) -> str:
    return f"The answer to {answered.item} at {answered.at:%Y-%m-%d %H:%M:%S}"
