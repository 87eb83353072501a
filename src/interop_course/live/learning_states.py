"""The states of what reaches beyond a single question: the final, the review, and the panel of the record.

They hold every question of the bank, since a page draws, marks and reviews with no Python behind it. What a learner
did is in none of them: it stays in the learner's own record.
"""

from __future__ import annotations

from typing import Literal

from ..assessment import BANK, Bank
from ..assessment.blueprint import BLUEPRINT, COURSE_VERSION, Blueprint, content_hash
from ..assessment.certificate import HEADING, NOBODY
from ..assessment.final import asked
from ..assessment.lessons import COURSE_TITLE, LESSONS, title
from ..assessment.pace import course_hours, final_minutes
from ..assessment.sealing import SealedDraw
from ..assessment.terms import LABELS, SELF_ATTESTED, supervised_terms, terms
from .asking import question_state
from .question_states import AnyQuestionState
from .states import AnyState, Source, State

OPEN_BOOK = (
    "A page without a server has its answers inside: who looks for them in its source finds them. "
    "A final under supervision is taken from a page without them."
)


class ObjectiveState(State):
    """What a lesson enables its reader to do, and the lesson."""

    id: str
    text: str
    lesson: Source


class BankedState(State):
    """A question of the bank and the topic that it is drawn by."""

    topic: str
    question: AnyQuestionState


class StratumState(State):
    """So many questions of these topics."""

    topics: tuple[str, ...]
    count: int


class CertificateWords(State):
    """What every certificate says. ``hours`` is the time planned for the course."""

    heading: str
    nobody: str
    hours: str
    statement: str


class FinalState(AnyState):
    """The final: its terms, its plan, and the bank, in the bank's order.

    ``content`` is the hash of what a draw is made from; ``labels`` are the topics in words.
    """

    widget: Literal["final"] = "final"
    title: str
    course: str
    content: str
    terms: tuple[str, ...]
    percent: int
    must: tuple[str, ...]
    strata: tuple[StratumState, ...]
    labels: dict[str, str]
    objectives: tuple[ObjectiveState, ...]
    items: tuple[BankedState, ...]
    certificate: CertificateWords


class SealedFinalState(AnyState):
    """A sealed final: its questions in the order of the draw, without a key. ``digest`` ties it to the key."""

    widget: Literal["sealed"] = "sealed"
    title: str
    course: str
    content: str
    seed: int
    digest: str
    terms: tuple[str, ...]
    questions: tuple[AnyQuestionState, ...]


class ReviewState(AnyState):
    """The bank to review from. Which questions are due is in the learner's record."""

    widget: Literal["review"] = "review"
    objectives: tuple[ObjectiveState, ...]
    questions: tuple[AnyQuestionState, ...]


class RecordPanelState(AnyState):
    """The panel of the learning record, with the pages of the course that can be marked as done, by their names."""

    widget: Literal["record"] = "record"
    pages: dict[str, Source]


def final_state(bank: Bank = BANK, blueprint: Blueprint = BLUEPRINT) -> FinalState:
    """The state of the self-paced final."""
    return FinalState(
        title=COURSE_TITLE,
        course=COURSE_VERSION,
        content=content_hash(bank, blueprint),
        terms=(*terms(bank, blueprint), SELF_ATTESTED, OPEN_BOOK),
        percent=blueprint.percent,
        must=tuple(blueprint.must),
        strata=tuple(StratumState(topics=stratum.topics, count=stratum.count) for stratum in blueprint.strata),
        labels={topic.value: label for topic, label in LABELS.items()},
        objectives=_objectives(bank),
        items=tuple(BankedState(topic=item.topics[0], question=question_state(item)) for item in bank.items),
        certificate=CertificateWords(
            heading=HEADING, nobody=NOBODY, hours=course_hours(bank, blueprint), statement=SELF_ATTESTED
        ),
    )


def sealed_final_state(sealed: SealedDraw, bank: Bank = BANK, blueprint: Blueprint = BLUEPRINT) -> SealedFinalState:
    """The state of a sealed final. Raises NoSuchItem where the bank is not the one that it was drawn from."""
    questions = [asked(bank, entry) for entry in sealed.draw]
    return SealedFinalState(
        title=COURSE_TITLE,
        course=sealed.course,
        content=sealed.content,
        seed=sealed.seed,
        digest=sealed.digest,
        terms=supervised_terms(len(questions), final_minutes(questions), blueprint),
        questions=tuple(question_state(item, sealed=True) for item in questions),
    )


def review_state(bank: Bank = BANK) -> ReviewState:
    """The state of the review."""
    return ReviewState(objectives=_objectives(bank), questions=tuple(question_state(item) for item in bank.items))


def record_panel_state() -> RecordPanelState:
    """The state of the panel that shows the learning record."""
    return RecordPanelState(pages={stem: lesson_source(stem) for stem in LESSONS})


def lesson_source(stem: str) -> Source:
    """A lesson as something to read again, linked from the book's own pages. Raises NoSuchLesson."""
    return Source(label=title(stem), href=f"../notebooks/{stem}.html")


def _objectives(bank: Bank) -> tuple[ObjectiveState, ...]:
    return tuple(
        ObjectiveState(id=objective.id, text=objective.text, lesson=lesson_source(objective.lesson))
        for objective in bank.objectives
    )
