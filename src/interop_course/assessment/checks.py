"""What must hold over the whole item bank. Each check is a function of the bank, and returns what it found.

``guessing`` looks at what a trick would win, ``likeness`` at items that are alike, ``grounds`` at what keys stand on,
and ``coverage`` at what the bank tests.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from interop_course.assessment import grounds
from interop_course.assessment.choosing import DecisionItem
from interop_course.assessment.coverage import of_elements, of_objectives
from interop_course.assessment.grounds import asked, forms
from interop_course.assessment.guessing import outcomes
from interop_course.assessment.item import Item, Part
from interop_course.assessment.item_bank import BANK, Bank
from interop_course.assessment.likeness import alike, words
from interop_course.assessment.matching import MatchingItem
from interop_course.packet import EBTS, UnknownCitation, cite

SHORTEST_REASON = 20
"""Characters. A shorter text can hardly say why."""
CATCH_ALLS = ("all of the above", "none of the above", "all of these", "none of these", "both of these")
MARKUP = ("**", "`", "](", "</", "{", "}")


@dataclass(frozen=True)
class Finding:
    """Something a check found.

    Attributes:
        check: the name of the check.
        where: the item, option, objective or lesson it is about; "the bank" for the whole.
        problem: one sentence.
    """

    check: str
    where: str
    problem: str

    def __str__(self) -> str:
        return f"{self.check}: {self.where}: {self.problem}"


Found = Iterator[tuple[str, str]]


def _ids(bank: Bank) -> Found:
    for id, times in Counter(item.id for item in bank.items).items():
        if times > 1:
            yield id, f"{times} items have this id."
    for id, times in Counter(objective.id for objective in bank.objectives).items():
        if times > 1:
            yield id, f"{times} objectives have this id."
    for item in bank.items:
        prefix = item.id.split("/")[0]
        if item.seed is not None:
            yield item.id, "A seed is drawn, and never written into the bank."
        if prefix != item.lesson and not item.lesson.startswith(f"{prefix}-"):
            yield item.id, f"The id is to begin with the name of its lesson, {item.lesson}."


def _objectives(bank: Bank) -> Found:
    lessons = {objective.id: objective.lesson for objective in bank.objectives}
    for item in bank.items:
        lesson = lessons.get(item.objective)
        if lesson is None:
            yield item.id, f"There is no objective {item.objective}."
        elif lesson != item.lesson:
            yield item.id, f"Objective {item.objective} belongs to {lesson}, the item to {item.lesson}."


def _coverage(bank: Bank) -> Found:
    for covered in (*of_objectives(bank), *of_elements(bank)):
        if covered.lacking:
            yield covered.id, f"{len(covered.items)} items test it, and {covered.needed} are needed: {covered.text}"


def _citations(bank: Bank) -> Found:
    for item, part in _parts(bank):
        for text in part.cites:
            if text == EBTS:
                continue
            try:
                cite(text)
            except UnknownCitation as error:
                yield f"{item.id} {part.id}", str(error)


def _reasons(bank: Bank) -> Found:
    for item, part in _parts(bank):
        if len(part.reason) < SHORTEST_REASON:
            yield f"{item.id} {part.id}", f"A reason of {len(part.reason)} characters can hardly say why."
        if words(part.reason) == words(part.text):
            yield f"{item.id} {part.id}", "The reason only repeats the text."
    for item in asked(bank):
        for first, second in combinations(item.parts, 2):
            if words(first.reason) == words(second.reason):
                yield f"{item.id} {first.id} {second.id}", "Two parts give the same reason."
            if words(first.text) == words(second.text):
                yield f"{item.id} {first.id} {second.id}", "Two parts say the same."


def _wording(bank: Bank) -> Found:
    for item in bank.items:
        for form in forms(item)[:1]:
            for text in _texts(form):
                if any(mark in text for mark in MARKUP):
                    yield form.id, f"Items are plain text, without markup: {text!r}."
            for part in form.parts:
                if any(phrase in part.text.lower() for phrase in CATCH_ALLS):
                    yield f"{form.id} {part.id}", "A part names what it says, without reference to the others."


def _texts(item: Item) -> Iterator[str]:
    yield item.stem
    yield from (text for part in item.parts for text in (part.text, part.reason))
    if isinstance(item, DecisionItem):
        yield from (text for fact in item.facts for text in (fact.label, fact.text))
    if isinstance(item, MatchingItem):
        yield from (choice.text for choice in item.choices)


def _keys(bank: Bank) -> Found:
    for item in bank.items:
        for form in forms(item):
            if not form.right(form.normal(form.best)):
                yield form.id, f"Its own key {form.best} is graded as wrong."
            if form.right(()):
                yield form.id, "To give no answer is graded as right."
            if isinstance(form, MatchingItem) and _side_by_side(form):
                yield form.id, "Each row belongs to the choice beside it."


def _side_by_side(item: MatchingItem) -> bool:
    return all(row.choice == choice.id for row, choice in zip(item.rows, item.choices, strict=False))


def _guessing(bank: Bank) -> Found:
    for outcome in outcomes(tuple(asked(bank))):
        if outcome.rare:
            yield (
                "the bank",
                f"Who always chooses {outcome.trick} is right {outcome.hits} times of {outcome.tried}, "
                f"where luck gives {outcome.expected:.1f}.",
            )


def _parts(bank: Bank) -> Iterator[tuple[Item, Part]]:
    """Every part of every item; of a parametrised one, whose parts differ in their values alone, those of one form."""
    return ((item, part) for item in asked(bank) for part in item.parts)


CHECKS: Mapping[str, Callable[[Bank], Found]] = {
    "ids": _ids,
    "objectives": _objectives,
    "coverage": _coverage,
    "citations": _citations,
    "reasons": _reasons,
    "wording": _wording,
    "keys": _keys,
    "draws": grounds.draws,
    "messages": grounds.messages,
    "rules": grounds.rules,
    "clocks": grounds.clocks,
    "register": grounds.register,
    "alike": alike,
    "guessing": _guessing,
}
"""Every check by its name."""


def check_bank(bank: Bank = BANK, names: Iterable[str] = tuple(CHECKS)) -> tuple[Finding, ...]:
    """Run checks over a bank.

    Args:
        bank: the bank, that of the course by default.
        names: the checks to run, all of them by default.

    Returns:
        What was found, in the order of the checks; nothing for a bank in order.
    """
    return tuple(Finding(name, *found) for name in names for found in CHECKS[name](bank))
