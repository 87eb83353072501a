"""On what the key of an item stands: rules, clocks, drawn values, and the register of what the packet leaves open.

Each check takes a bank, looks at the items that can be asked (of a parametrised one at all its instances), and yields
what it found.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from itertools import chain
from typing import Any

from pydantic import ValidationError

from interop_course.assessment.cases import Case
from interop_course.assessment.choosing import ChoiceItem, DecisionItem, SingleChoice
from interop_course.assessment.coverage import elements
from interop_course.assessment.drawing import DrawnItem, instances
from interop_course.assessment.errors import DrawError
from interop_course.assessment.item import Item, Topic
from interop_course.assessment.item_bank import Bank
from interop_course.assessment.measuring import MINUTES, NumericItem
from interop_course.assessment.pointing import FieldItem
from interop_course.packet import REGISTER, UnknownCitation, cite
from interop_course.process import SCENARIOS, ProcessError, scenario
from interop_course.rules import Decision, RulesError, Wording, deadline

Found = Iterator[tuple[str, str]]

_UNITS = r"(minutes?|hours?|days?|weeks?)"
_COUNTS = r"(\d+|two|three|four|seven|twenty-four|thirty|forty-eight)"
LIMIT = re.compile(rf"\b\d{{1,2}}:\d\d\b|\b\d{{1,2}} ?[ap]\.m\.|\b{_COUNTS}[ -]{_UNITS}\b", re.IGNORECASE)
"""A time of day, or a length of time, as it stands in a key."""

_OPEN = {entry.id for entry in REGISTER if entry.open}
_ENTRIES = {entry.id: entry for entry in REGISTER}


def asked(bank: Bank) -> Iterator[Item]:
    """Every item as it can be asked, once: of a parametrised one the first instance, if it can be drawn."""
    for item in bank.items:
        yield from forms(item)[:1]


def forms(item: Item) -> tuple[Item, ...]:
    """The instances of an item that can be drawn, or the item itself."""
    try:
        return instances(item)
    except (DrawError, ValidationError, RulesError, ProcessError):
        return ()


def draws(bank: Bank) -> Found:
    """A parametrised item can be drawn, shows another thing from each seed, and has no key that was typed in."""
    for item in bank.items:
        if not isinstance(item, DrawnItem):
            continue
        try:
            drawn = instances(item)
        except (DrawError, ValidationError, RulesError, ProcessError) as error:
            yield item.id, f"It cannot be drawn: {error}"
            continue
        for same in _alike(drawn):
            yield item.id, f"It shows the same from the seeds {', '.join(str(each.seed) for each in same)}."
        if not any("{" in text for text in _key(json.loads(item.template))):
            yield item.id, "Its key is typed in and not drawn."


def _alike(drawn: Iterable[Item]) -> list[list[Item]]:
    """Those instances that show the same, together."""
    groups: dict[object, list[Item]] = {}
    for each in drawn:
        groups.setdefault(_shown(each), []).append(each)
    return [group for group in groups.values() if len(group) > 1]


def _shown(item: Item) -> tuple[str, frozenset[str]]:
    """What a learner has before the answer, apart from the order of things."""
    if isinstance(item, DecisionItem):
        return item.stem, frozenset(f"{fact.label}: {fact.text}" for fact in item.facts)
    if isinstance(item, NumericItem | FieldItem):
        return item.stem, frozenset()
    return item.stem, frozenset(part.text for part in item.parts)


def _key(data: Mapping[str, object]) -> list[str]:
    """The texts of a template on which its key rests."""
    options = data.get("options")
    if isinstance(options, list) and data["kind"] != "decision":
        return [str(option.get("text")) for option in options if option.get("right")]
    return [json.dumps(data[name]) for name in ("case", "value", "field", "steps", "rows") if name in data]


def rules(bank: Bank) -> Found:
    """What an item names in ``tests`` exists, and its places are cited. The key to a case is what the rules say."""
    for item in bank.items:
        yield from dict.fromkeys(chain.from_iterable(map(_ruled, forms(item))))


def _ruled(item: Item) -> Found:
    pages = set(_pages(_cited(item)))
    for id in item.tests:
        element = elements().get(id)
        if element is None:
            yield item.id, f"The rules have no {id}."
        elif not pages & set(_pages(element.refs)):
            yield item.id, f"It cites no page of {id}: {', '.join(element.refs)}."
    if case := _case(item):
        yield from _decided(item, case)


def _case(item: Item) -> Case | None:
    """The case that an item puts to the rules, if it does."""
    return item.case if isinstance(item, DecisionItem | SingleChoice) else None


def _decided(item: Item, case: Case) -> Found:
    decision = case.decide()
    if decision.reading:
        yield item.id, "The rules answer with a reading of unclear words. Nobody is tested on that."
    if isinstance(item, SingleChoice):
        yield from _as_the_rules_say(item, case)
    elif isinstance(item, DecisionItem):
        yield from _by_the_rules_alone(item, decision)


def _as_the_rules_say(item: SingleChoice, case: Case) -> Found:
    (right,) = (option for option in item.options if option.right)
    if right.says is not case.outcome:
        yield f"{item.id} {right.id}", f'It is right and says "{right.says}", where the rules say "{case.outcome}".'
    if len({option.says for option in item.options}) == 1:
        yield item.id, "Every option says the same to its case, so the rules decide nothing."
    refs = sorted({ref for rule in case.rules for ref in rule.refs})
    if not set(_pages(refs)) & set(_pages(right.cites)):
        yield f"{item.id} {right.id}", f"It cites no page of the rules: {', '.join(refs)}."


def _by_the_rules_alone(item: DecisionItem, decision: Decision[Any]) -> Found:
    refs = {ref for rule in decision.rules for ref in rule.refs}
    for option in item.choices:
        if option.right and not refs & set(option.cites):
            yield f"{item.id} {option.id}", f"It cites none of the places of the rules: {', '.join(sorted(refs))}."
    for id in item.tests:
        if id not in decision.rule_ids and id.startswith(("PU-", "AU-", "CP-")):
            yield item.id, f"The case rests on {', '.join(decision.rule_ids)}, and not on {id}."


def clocks(bank: Bank) -> Found:
    """An item about a time limit says whose clock runs, and from when, in words that stand in its stem."""
    for item in asked(bank):
        if item.clock is None:
            if _is_limit(item):
                yield item.id, 'It asks about a time limit and names no "clock" with its start.'
            continue
        if item.clock.start not in item.stem:
            yield item.id, f"The stem does not say {item.clock.start!r}, from when the clock runs."
        if item.clock.id not in _limits() and item.clock.id not in _cited(item):
            known = ", ".join(_limits())
            yield item.id, f"{item.clock.id!r} is no clock ({known}) and no place that the item cites."


def _is_limit(item: Item) -> bool:
    if isinstance(item, NumericItem):
        return item.unit in MINUTES
    if not isinstance(item, ChoiceItem) or not {Topic.TIMING, Topic.DETAINER} & set(item.topics):
        return False
    return any(LIMIT.search(option.text) for option in item.choices if option.right)


@cache
def _limits() -> Mapping[str, frozenset[str]]:
    """Every clock of the process and of a detainer, with the entries of the register that bear on it."""
    clocks = {clock.id: frozenset(clock.open) for name in SCENARIOS for clock in scenario(name).clocks}
    starts = (deadline(wording, datetime(2010, 3, 1), lambda day: None) for wording in Wording)
    return clocks | {counted.rules[0].id: frozenset(counted.rules[0].register) for counted in starts}


def register(bank: Bank) -> Found:
    """An item names the open entries that bear on its rules and its clock, and no entry far from what it cites."""
    for item in asked(bank):
        named = set(item.disagreements)
        bearing = _bearing(item)
        for id in sorted(bearing & _OPEN - named):
            yield item.id, f"{id} bears on it and is not named: {_ENTRIES[id].title}"
        pages = set(_pages(_cited(item)))
        for id in sorted(named - bearing):
            if id not in _ENTRIES:
                yield item.id, f"The register has no entry {id}."
            elif not pages & {(place.document.id, place.page) for place in _ENTRIES[id].citations}:
                yield item.id, f"It names {id} and cites no page of it."


def _bearing(item: Item) -> set[str]:
    """The entries that bear on what an item tests, as the rules and clocks name them.

    A decision is as wide as its case. A single choice may ask for less, and what bears on it is the leading rule.
    """
    found = {id for tested in item.tests if tested in elements() for id in elements()[tested].register}
    if isinstance(item, DecisionItem):
        found |= set(item.case.decide().register)
    if isinstance(item, SingleChoice) and item.case:
        found |= set(item.case.rules[0].register)
    if item.clock is not None:
        found |= _limits().get(item.clock.id, frozenset())
    return found


def messages(bank: Bank) -> Found:
    """The message of an item exists, has the field asked for, and the fields of its near misses."""
    for item in asked(bank):
        if not isinstance(item, FieldItem):
            continue
        try:
            known = item.message.tags
        except (ProcessError, TypeError) as error:
            yield item.id, f"Its message cannot be shown: {error}"
            continue
        for tag in (item.field, *(wrong.field for wrong in item.near)):
            if tag not in known:
                yield item.id, f"The message has no field {tag}."
        if item.field in {wrong.field for wrong in item.near}:
            yield item.id, f"{item.field} is the right field, and no wrong one."


def _cited(item: Item) -> set[str]:
    return {text for part in item.parts for text in part.cites}


def _pages(cites: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The pages of those citations that resolve."""
    for text in cites:
        try:
            place = cite(text)
        except UnknownCitation:
            continue
        yield place.document.id, place.page
