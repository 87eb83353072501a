"""A certificate of completion: what it says, computed from a record with a passed final.

`lines` gives the same content to every form of it: a page (`certificate_page`), a PDF (`certificate_pdf`) and
the sheet that a page of the course prints (``front/certificate.js``).
"""

from dataclasses import dataclass
from datetime import date

from interop_course.assessment.blueprint import BLUEPRINT, COURSE_VERSION, Blueprint, content_hash
from interop_course.assessment.days import day_in_words
from interop_course.assessment.errors import NotCertifiable
from interop_course.assessment.final import ByTopic, Result, draw, result
from interop_course.assessment.item_bank import BANK, Bank
from interop_course.assessment.lessons import COURSE_TITLE
from interop_course.assessment.pace import course_hours
from interop_course.assessment.record import LearningRecord
from interop_course.assessment.terms import LABELS, SELF_ATTESTED

HEADING = "Certificate of completion"
NOBODY = "The holder of this record"


@dataclass(frozen=True)
class Certificate:
    """What a certificate states.

    Attributes:
        name: the display name of the record, or None.
        course, content: the version and the content hash of the course that the final was drawn from.
        passed_on: the day on which the final ended, in UTC.
        right, of: right answers, and questions.
        topics: the score of each topic.
        hours: the time planned for the course, in words.
        sitting: the id of the final in the record.
    """

    name: str | None
    course: str
    content: str
    passed_on: date
    right: int
    of: int
    topics: tuple[ByTopic, ...]
    hours: str
    sitting: str


@dataclass(frozen=True)
class Lines:
    """A certificate in words, in the order in which it is read.

    Attributes:
        heading: what it is.
        holder: a sentence with the name, or without one.
        title: what the course is called.
        score: a sentence with day and score.
        topics: label and score of each topic.
        facts: label and value: planned time, version, content, final.
        statement: what a self-paced result is.
    """

    heading: str
    holder: str
    title: str
    score: str
    topics: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    statement: str


def certificate(
    record: LearningRecord, bank: Bank = BANK, blueprint: Blueprint = BLUEPRINT, course: str = COURSE_VERSION
) -> Certificate:
    """The certificate of the latest passed final of a record; every final is drawn and marked again.

    Raises:
        NotCertifiable: the record has no ended final, none that this version drew, or none that was passed; the
            message says which, and what to do.
    """
    ended = [sitting for sitting in record.sittings if sitting.ended is not None]
    if not ended:
        raise NotCertifiable("This record holds no finished final. Take the final first, and finish it.")
    content = content_hash(bank, blueprint, course)
    ours = [
        sitting
        for sitting in ended
        if sitting.content == content and draw(bank, blueprint, seed=sitting.seed).entries == sitting.draw
    ]
    if not ours:
        versions = ", ".join(sorted({sitting.course for sitting in ended}))
        raise NotCertifiable(
            f"No final of this record was drawn by this version of the course, {course}. Use the version that "
            f"drew it ({versions}), or take the final again."
        )
    results = [result(record, sitting, bank, blueprint) for sitting in ours]
    passed = [each for each in results if each.passed]
    if not passed:
        best = max(results, key=lambda each: each.right)
        raise NotCertifiable(
            f"No final of this record was passed; the best has {best.right} of {best.of} right and misses "
            f"{len(best.missed)} that had to be right. Read again what its report names, then take a new one."
        )
    latest = max(passed, key=lambda each: (each.sitting.ended or each.sitting.started, each.sitting.id))
    return _of(record, latest, course_hours(bank, blueprint))


def _of(record: LearningRecord, passed: Result, hours: str) -> Certificate:
    sitting = passed.sitting
    return Certificate(
        name=record.name,
        course=sitting.course,
        content=sitting.content,
        passed_on=(sitting.ended or sitting.started).date(),
        right=passed.right,
        of=passed.of,
        topics=passed.topics,
        hours=hours,
        sitting=sitting.id,
    )


def lines(certificate: Certificate) -> Lines:
    """A certificate in words."""
    day = day_in_words(certificate.passed_on)
    return Lines(
        heading=HEADING,
        holder=f"{certificate.name or NOBODY} has completed the course",
        title=COURSE_TITLE,
        score=f"and passed its final on {day}: {certificate.right} of {certificate.of} right.",
        topics=tuple((LABELS[line.topic], f"{line.right} of {line.of}") for line in certificate.topics),
        facts=(
            ("Time planned for the course", certificate.hours),
            ("Version of the course", certificate.course),
            ("Content", certificate.content),
            ("Final", certificate.sitting),
        ),
        statement=SELF_ATTESTED,
    )
