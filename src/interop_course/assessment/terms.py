"""What a learner is told before a final: its size, its time, what passes, and what happens if it is not passed."""

from collections.abc import Iterable

from interop_course.assessment.blueprint import BLUEPRINT, Blueprint
from interop_course.assessment.item import Topic
from interop_course.assessment.item_bank import BANK, Bank
from interop_course.assessment.pace import expected_minutes

SELF_ATTESTED = (
    "Self-paced and self-attested: nobody watched who answered or with what help. "
    "The record behind it can be checked again with the command interop-course verify."
)
"""What every self-paced certificate says about itself."""

RETRY_RULE = (
    "Not passed? Read again what the report names, then take a new final at any time, as often as you like. "
    "Each is a new draw. Earlier ones stay in your record."
)

LABELS = {
    Topic.PERMITTED_USE: "Permitted use",
    Topic.RETENTION: "Retention",
    Topic.SHARING: "Sharing",
    Topic.AUTHORITY: "Authority",
    Topic.DETAINER: "Detainer",
    Topic.COMPLAINT: "Complaint",
    Topic.PROCESS: "The process",
    Topic.MESSAGE: "Messages",
    Topic.TIMING: "Time limits",
    Topic.LEVELS: "Offense levels",
}
"""The topics as a learner reads them."""


def terms(bank: Bank = BANK, blueprint: Blueprint = BLUEPRINT) -> tuple[str, ...]:
    """The terms of the self-paced final, a paragraph each."""
    size, enough = blueprint.size, blueprint.enough
    return (
        f"{size} questions, drawn by chance from the {len(bank.items)} of the course, so many of each group of topics.",
        f"Plan about {expected_minutes(bank, blueprint)} minutes. There is no time limit. You can leave and come back: "
        "the questions and your answers stay as they are.",
        "Nothing is marked before you finish. You can change an answer until then.",
        f"You pass with at least {blueprint.percent} percent right ({enough} of {size}), if every question on "
        f"{listed(LABELS[topic].lower() for topic in blueprint.must)} is right.",
        RETRY_RULE,
    )


def supervised_terms(size: int, minutes: int, blueprint: Blueprint = BLUEPRINT) -> tuple[str, ...]:
    """The terms of a final under supervision, a paragraph each; its pages hold no key."""
    return (
        f"{size} questions. Plan about {minutes} minutes, unless your instructor sets another time.",
        "This page holds no answers: nothing is marked here. You can change an answer until you finish.",
        "When you finish, save your answer file and hand it to your instructor, who marks it.",
        f"You pass with at least {blueprint.percent} percent right, if every question on "
        f"{listed(LABELS[topic].lower() for topic in blueprint.must)} is right.",
        "Your instructor says when another final can be taken.",
    )


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    *first, last = [*words] or [""]
    return f"{', '.join(first)} and {last}" if first else last
