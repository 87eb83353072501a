"""What the bank has to cover: every objective, and every use, limit and part of a complaint that the rules know.

The lists of uses, limits and parts are not typed here. The rules are asked about every case there is, and what they
rest their answers on has to be tested.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations, product

from interop_course.assessment.item import Item
from interop_course.assessment.item_bank import Bank
from interop_course.rules import (
    Action,
    Basis,
    Conduct,
    Decision,
    Draft,
    Exemption,
    Outcome,
    Purpose,
    Rule,
    Situation,
    Standing,
    Use,
    lacking,
    may_act,
    may_concern,
    may_select_by_origin,
    may_use,
    review,
)

FEWEST_OF_AN_OBJECTIVE = 4
FEWEST_OF_AN_ELEMENT = 2


@dataclass(frozen=True)
class Element:
    """One thing that the rules know and that has to be tested.

    Attributes:
        id: the id that the rules give it, as items name it in ``tests``.
        group: "authorized use", "prohibited use", "limit of authority", "complaint" or "part of a complaint".
        text: what it is.
        refs: the places that carry it.
        register: entries of the register of disagreements that bear on it.
    """

    id: str
    group: str
    text: str
    refs: tuple[str, ...]
    register: tuple[str, ...] = ()


@cache
def elements() -> Mapping[str, Element]:
    """Everything that has to be tested, by its id, in the order of the groups."""
    groups: tuple[tuple[str, Iterable[Rule]], ...] = (
        ("authorized use", _leading(Outcome.YES)),
        ("prohibited use", _leading(Outcome.NO)),
        ("limit of authority", _of(*map(may_act, _situations()), may_select_by_origin())),
        ("complaint", chain(_of(*map(may_concern, Conduct)), review(_WIDEST).rules)),
    )
    found: dict[str, Element] = {}
    for group, rules in groups:
        for rule in rules:
            found.setdefault(rule.id, Element(rule.id, group, rule.text, rule.refs, rule.register))
    (sheet,) = {ref for rule in review(_WIDEST).rules for ref in rule.refs}
    for part in lacking(_WIDEST):
        found.setdefault(part.id, Element(part.id, "part of a complaint", part.label, (sheet,)))
    return found


_WIDEST = Draft(for_other=True, organization_files=True)
"""A draft that lacks every part there is: nothing is written, and an organization files for somebody."""


def _uses() -> Iterator[Use]:
    """Every use of an IDR by a State or local agency."""
    told = (None, True, False)
    for purpose, custody, related, standing, permission in product(Purpose, told, told, (None, *Standing), told):
        yield Use(purpose, in_custody=custody, related=related, standing=standing, permission=permission)


def _leading(outcome: Outcome) -> Iterator[Rule]:
    """The rule that comes first in each answer of this outcome; an authorized use is not prohibited for a condition."""
    decisions = [may_use(use) for use in _uses()]
    authorized = {decision.rules[0] for decision in decisions if decision.outcome is Outcome.YES}
    for decision in decisions:
        rule = decision.rules[0]
        if decision.outcome is outcome and (outcome is Outcome.YES or rule not in authorized):
            yield rule


def _situations() -> Iterator[Situation]:
    sets = chain.from_iterable(combinations(Exemption, size) for size in range(len(Exemption) + 1))
    for exemptions, action, basis in product(sets, Action, Basis):
        yield Situation(action, basis, frozenset(exemptions))


def _of(*decisions: Decision[Outcome]) -> Iterator[Rule]:
    return chain.from_iterable(decision.rules for decision in decisions)


@dataclass(frozen=True)
class Covered:
    """How many items test something, and how many are needed."""

    id: str
    group: str
    text: str
    items: tuple[Item, ...]
    needed: int

    @property
    def lacking(self) -> int:
        """How many items are missing."""
        return max(0, self.needed - len(self.items))


def of_objectives(bank: Bank) -> tuple[Covered, ...]:
    """The items of each objective, in the order of the course."""
    return tuple(
        Covered(
            objective.id,
            objective.lesson,
            objective.text,
            tuple(item for item in bank.items if item.objective == objective.id),
            FEWEST_OF_AN_OBJECTIVE,
        )
        for objective in bank.objectives
    )


def of_elements(bank: Bank) -> tuple[Covered, ...]:
    """The items that test each element, in the order of the groups."""
    return tuple(
        Covered(
            element.id,
            element.group,
            element.text,
            tuple(item for item in bank.items if element.id in item.tests),
            FEWEST_OF_AN_ELEMENT,
        )
        for element in elements().values()
    )
