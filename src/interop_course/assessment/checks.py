"""What must hold over the whole item bank. Each check is a function of the bank, and returns what it found."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from interop_course.assessment.guessing import outcomes
from interop_course.assessment.item import Item
from interop_course.assessment.item_bank import BANK, Bank
from interop_course.packet import EBTS, REGISTER, UnknownCitation, cite

POLICY_LESSONS = frozenset({"permitted-uses", "authority", "complaint"})
FEWEST_ITEMS, FEWEST_POLICY_ITEMS = 3, 8
SHORTEST_REASON = 20
"""Characters. A shorter text can hardly say why."""
ALIKE = 0.6
"""Two stems are alike if they share more than this part of their pairs of neighbouring words."""
CATCH_ALLS = ("all of the above", "none of the above", "all of these", "none of these", "both of these")
MARKUP = ("**", "`", "](", "</")


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
    for id, items in coverage(bank).items():
        if not items:
            yield id, "No item tests this objective."


def _amounts(bank: Bank) -> Found:
    for lesson in bank.lessons:
        needed = FEWEST_POLICY_ITEMS if lesson in POLICY_LESSONS else FEWEST_ITEMS
        there = len(bank.of(lesson))
        if there < needed:
            yield lesson, f"It has {there} items and needs at least {needed}."


def _citations(bank: Bank) -> Found:
    for item in bank.items:
        for option in item.options:
            for text in option.cites:
                if text == EBTS:
                    continue
                try:
                    cite(text)
                except UnknownCitation as error:
                    yield f"{item.id} {option.id}", str(error)


def _register(bank: Bank) -> Found:
    known = {entry.id for entry in REGISTER}
    for item in bank.items:
        for id in item.disagreements:
            if id not in known:
                yield item.id, f"The register has no entry {id}."


def _reasons(bank: Bank) -> Found:
    for item in bank.items:
        for option in item.options:
            where = f"{item.id} {option.id}"
            if len(option.reason) < SHORTEST_REASON:
                yield where, f"A reason of {len(option.reason)} characters can hardly say why."
            if _words(option.reason) == _words(option.text):
                yield where, "The reason only repeats the option."
        for first, second in combinations(item.options, 2):
            if _words(first.reason) == _words(second.reason):
                yield f"{item.id} {first.id} {second.id}", "Two options give the same reason."
            if _words(first.text) == _words(second.text):
                yield f"{item.id} {first.id} {second.id}", "Two options say the same."


def _wording(bank: Bank) -> Found:
    for item in bank.items:
        texts = [item.stem, *(text for option in item.options for text in (option.text, option.reason))]
        for text in texts:
            if any(mark in text for mark in MARKUP):
                yield item.id, f"Items are plain text, without markup: {text!r}."
        for option in item.options:
            if any(phrase in option.text.lower() for phrase in CATCH_ALLS):
                yield f"{item.id} {option.id}", "An option names what it says, without reference to the others."


def _stems(bank: Bank) -> Found:
    pairs = {item: _pairs(item.stem) for item in bank.items}
    for first, second in combinations(bank.items, 2):
        shared, total = len(pairs[first] & pairs[second]), len(pairs[first] | pairs[second])
        if shared > ALIKE * total:
            yield f"{first.id} and {second.id}", f"Their stems share {shared} of {total} pairs of words."


def _guessing(bank: Bank) -> Found:
    for outcome in outcomes(bank.items):
        if outcome.rare:
            yield (
                "the bank",
                f"Who always chooses {outcome.trick} is right in {outcome.hits} of {outcome.tried} items, "
                f"where luck gives {outcome.expected:.1f}.",
            )


CHECKS: Mapping[str, Callable[[Bank], Found]] = {
    "ids": _ids,
    "objectives": _objectives,
    "amounts": _amounts,
    "citations": _citations,
    "register": _register,
    "reasons": _reasons,
    "wording": _wording,
    "stems": _stems,
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


def coverage(bank: Bank) -> dict[str, tuple[Item, ...]]:
    """The items that test each objective, by the objective's id, in the order of the course."""
    return {
        objective.id: tuple(item for item in bank.items if item.objective == objective.id)
        for objective in bank.objectives
    }


def _words(text: str) -> tuple[str, ...]:
    kept = (character if character.isalnum() else " " for character in text.casefold())
    return tuple("".join(kept).split())


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    words = _words(text)
    return frozenset(pairwise(words))
