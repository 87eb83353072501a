"""One definition of a right answer: what the page says of an answer at once, and what Python says of it, are equal.

Every item of the bank is asked, a parametrised one fifty times, with every answer that its kind allows, or every one at
a boundary where there are too many. The page gets all of them at a stroke, so that this takes seconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from importlib.resources import files
from itertools import chain, combinations, islice, permutations, product
from re import fullmatch
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from interop_course.assessment import (
    BANK,
    ChoiceItem,
    DrawnItem,
    FieldItem,
    Item,
    MatchingItem,
    NumericItem,
    OrderingItem,
    grade,
    instances,
)
from interop_course.assessment.computing import draw
from interop_course.assessment.drawing import CONCRETE
from interop_course.assessment.errors import UnreadableAnswer
from interop_course.assessment.measuring import MINUTES, NUMBER
from interop_course.live import question_state
from interop_course.widgets import bundle

FIFTY = 50
MOST_MATCHINGS = 400
STEPS = (Decimal("-1"), Decimal("-0.01"), Decimal(0), Decimal("0.01"), Decimal(1))
MALFORMED = (
    "",
    " ",
    "-4",
    "+4",
    "4,5",
    "1,000",
    "4.",
    ".5",
    "4.000",
    "12345.5",
    "1234567",
    "4e1",
    "0x4",
    "٤",
    "½",
    "4 5",
    "∞",
)

MIXED = NumericItem.model_validate({
    "id": "start/mixed", "lesson": "start", "objective": "ST-a", "kind": "numeric", "difficulty": 1,
    "topics": ["message"], "stem": "How long?", "value": "0.3", "unit": "characters",
    "units": ["bytes", "characters", "minutes", "weeks"], "reason": "So it is.", "cites": ["faq@11"],
    "near": [{"value": "0.1", "unit": "weeks", "reason": "Too long.", "cites": ["faq@11"]}],
})  # fmt: skip
"""Measures side by side that no item of the bank offers together: equal numbers of unlike units are not equal."""

Given = Sequence[str]
Question = tuple[Item, list[Given]]


def sets(ids: Sequence[str]) -> Iterator[Given]:
    return chain.from_iterable(combinations(ids, size) for size in range(len(ids) + 1))


def orders(ids: Sequence[str]) -> Iterator[Given]:
    """Every order of all steps, and every beginning of the right one."""
    return chain(permutations(ids), (ids[:size] for size in range(len(ids))))


def matchings(item: MatchingItem) -> Iterator[Given]:
    """Matchings spread over all that there are, rows without a match among them, and all that are one row off."""
    choices = ["", *(choice.id for choice in item.choices)]
    every = product(choices, repeat=len(item.rows))
    step = max(1, len(choices) ** len(item.rows) // MOST_MATCHINGS)
    key = tuple(row.choice for row in item.rows)
    near = ((*key[:n], other, *key[n + 1 :]) for n in range(len(key)) for other in choices)
    for chosen in chain([key], islice(every, 0, None, step), near):
        yield [f"{row.id}={choice}" for row, choice in zip(item.rows, chosen, strict=True) if choice]


def quantities(item: NumericItem) -> Iterator[Given]:
    """The key and every typical mistake, in every unit offered, exactly and one step, small or whole, beside it."""
    yield ()
    for text, unit in _quantities(item):
        if fullmatch(NUMBER, text.strip()):
            yield [text, unit]


def _quantities(item: NumericItem) -> Iterator[tuple[str, str]]:
    for number, unit in (item.best, *((near.value, near.unit) for near in item.near)):
        yield from ((text, unit) for text in (number, f" {number} ", f"00{number}"[:4], f"{Decimal(number):.2f}"))
        for other in item.units:
            amount = Decimal(number) * MINUTES.get(unit, 1) / MINUTES.get(other, 1)
            for text in (f"{abs(amount + step):.2f}" for step in STEPS):
                yield text, other
                yield text.rstrip("0").rstrip("."), other
    yield from ((text, unit) for text in ("0", "0.01", "999999", "9999.99") for unit in item.units)


def answers(item: Item) -> Iterable[Given]:
    match item:
        case ChoiceItem():
            return sets([option.id for option in item.choices])
        case OrderingItem():
            return orders(item.best)
        case MatchingItem():
            return matchings(item)
        case NumericItem():
            return quantities(item)
        case FieldItem():
            return ((), *((tag,) for tag in item.message.tags))
    raise TypeError(item)


def fifty(item: DrawnItem) -> Iterator[Item]:
    """What the item is with each of fifty seeds, of which pages and finals use the first eight."""
    for seed in range(1, FIFTY + 1):
        data = json.loads(item.template)
        yield CONCRETE.validate_python(filled(data, draw(data.pop("draw"), seed)))


def filled(data: Any, values: Any) -> Any:
    if isinstance(data, dict):
        return {name: filled(each, values) for name, each in data.items()}
    if isinstance(data, list):
        return [filled(each, values) for each in data]
    return data.format_map(values) if isinstance(data, str) else data


def questions() -> Iterator[Question]:
    for item in (*BANK.items, MIXED):
        forms = chain(instances(item), fifty(item) if isinstance(item, DrawnItem) else ())
        for form in forms:
            yield form, list(answers(form))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page with the front end's grading and nothing else."""
    source = files("interop_course.widgets").joinpath("front/grading.js").read_text("utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.add_script_tag(content=f"{bundle.join({'grading': source}, 'grading')} window.grading = $grading;")
    yield page
    context.close()


PAGE_GRADES = """text => JSON.stringify(JSON.parse(text).map(([state, answers]) => answers.map(given => {
  const { item, seed, right, given: normal, remarks } = grading.grade(state, given);
  return [item, seed, right, normal, remarks.map(({ part, text, right, given, reason, sources }) =>
    [part, text, right, given, reason, sources.length])];
})))"""


def page_grades(page: Page, asked: list[tuple[Any, list[Given]]]) -> list[Any]:
    """What the page says of each answer to each state. All goes as one text, which is much the fastest."""
    said: list[Any] = json.loads(page.evaluate(PAGE_GRADES, json.dumps(asked)))
    return said


def python_grades(item: Item, given: Given) -> list[Any]:
    mark = grade(item, given)
    remarks = [[each.part, each.text, each.right, each.given, each.reason, len(each.cites)] for each in mark.remarks]
    return [mark.item, mark.seed, mark.right, list(mark.given), remarks]


def test_the_page_grades_as_python_does_every_answer_to_every_item(page: Page) -> None:
    asked = list(questions())
    said = page_grades(page, [(question_state(item).model_dump(mode="json"), given) for item, given in asked])
    rights = 0
    for (item, given), marks in zip(asked, said, strict=True):
        expected = [python_grades(item, each) for each in given]
        assert marks == expected, item.id
        rights += any(mark[2] for mark in expected)
    assert rights == len(asked), "among the answers to each item is a right one"


def test_the_page_reads_a_number_as_python_does(page: Page) -> None:
    unit = MIXED.units[0]
    for text in MALFORMED:
        assert page.evaluate("text => grading.numberText(text)", text) is None, text
        with pytest.raises(UnreadableAnswer):
            grade(MIXED, [text, unit])
    for text in ("4", " 4\t", "0004", "0.5", "1234.12", "123456"):
        assert page.evaluate("text => grading.numberText(text)", text) == grade(MIXED, [text, unit]).given[0]


def test_a_difference_is_found(page: Page) -> None:
    """The comparison above can fail: a state whose key is another one is graded otherwise."""
    item = next(each for each in BANK.items if each.kind == "single")
    state = question_state(item).model_dump(mode="json")
    for option in state["options"]:
        option["right"] = not option["right"]
    (marks,) = page_grades(page, [(state, list(answers(item)))])
    assert marks != [python_grades(item, given) for given in answers(item)]


def test_a_sealed_state_is_known_as_one(page: Page) -> None:
    forms = [form for item in BANK.items for form in instances(item)]
    for sealed in (True, False):
        states = [question_state(form, sealed=sealed).model_dump(mode="json") for form in forms]
        assert page.evaluate("states => states.map(state => grading.isSealed(state))", states) == [sealed] * len(forms)
