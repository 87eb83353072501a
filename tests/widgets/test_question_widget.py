"""A question and a quiz as widgets: their short names, what they share with the front end, and their one output."""

from __future__ import annotations

import re

import pytest

from interop_course.assessment import BANK, Item
from interop_course.widgets import Question, quiz

EXTENT = {
    "single": r"\d options",
    "multiple": r"\d options",
    "decision": r"3 options",
    "ordering": r"\d steps",
    "matching": r"\d rows, \d choices",
    "numeric": r"a number in [a-z]+( or [a-z]+)*",
    "field": r"\d+ fields",
}


def first(kind: str, *, drawn: bool) -> Item:
    return next(item for item in BANK.items if item.kind == kind and item.drawn == drawn)


@pytest.mark.parametrize("kind", EXTENT)
def test_a_question_says_what_there_is_to_do(kind: str) -> None:
    item = first(kind, drawn=False)
    assert re.fullmatch(f"<Question {item.id}, {EXTENT[kind]}>", repr(Question(item)))
    assert repr(Question(item)) == repr(Question(item))


def test_a_parametrised_question_counts_its_sets_of_numbers() -> None:
    item = first("numeric", drawn=True)
    assert repr(Question(item)) == f"<Question {item.id}, 8 sets of numbers>"


def test_what_is_given_is_shared_with_the_front_end() -> None:
    widget = quiz("start")
    assert widget.given == {}
    assert widget.traits()["given"].metadata["sync"] is True


@pytest.mark.parametrize("kind", EXTENT)
def test_the_output_of_every_kind_is_the_same_each_time(kind: str) -> None:
    one, other = (Question(first(kind, drawn=False)).fallback() for _ in range(2))
    assert one == other
