"""The fallbacks of question cards: what is asked, to be read, with the answer and every reason folded away.

A parametrised question shows its first instance. A sealed question has nothing to fold away.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ..live.question_states import (
    AnyQuestionState,
    ChoiceState,
    DrawnState,
    MatchingState,
    MessageState,
    NumericState,
    OrderingState,
    PlainRecordState,
    PointingState,
    QuizState,
)
from ..live.states import Source
from .markup import Html, element, join
from .pieces import sources, table

HINTS = {
    "single": "Choose one answer.",
    "multiple": "Choose every answer that is right.",
    "decision": "Judge the case by the rules of the packet. Choose one answer.",
}


def quiz(state: QuizState) -> Html:
    """The questions of a lesson, one after the other."""
    return element("ol", (element("li", question(each)) for each in state.questions), class_="ic-cards-plain")


def question(state: AnyQuestionState) -> Html:
    """One question of any kind."""
    match state:
        case ChoiceState():
            return _choice(state)
        case OrderingState():
            return _ordering(state)
        case MatchingState():
            return _matching(state)
        case NumericState():
            return _numeric(state)
        case PointingState():
            return _pointing(state)
        case DrawnState():
            return join([question(state.instances[0]), element("p", _drawn(state), class_="ic-facts")])


def _drawn(state: DrawnState) -> str:
    return f"The numbers are one set of {len(state.instances)}. The others come up where the page is alive."


def _choice(state: ChoiceState) -> Html:
    facts = [join([element("dt", fact.label), element("dd", fact.text)]) for fact in state.facts]
    return join(
        [
            _asked(state.stem, HINTS[state.kind]),
            element("dl", facts, class_="ic-case") if facts else None,
            element("ul", (element("li", option.text) for option in state.options)),
            _answers(
                _because(f"{'Right' if option.right else 'Not right'}: {option.text}", option.reason, option.sources)
                for option in state.options
                if option.right is not None
            ),
        ]
    )


def _ordering(state: OrderingState) -> Html:
    placed = sorted((step.place, step) for step in state.steps if step.place is not None)
    return join(
        [
            _asked(state.stem, "Put the steps in order."),
            element("ul", (element("li", step.text) for step in state.steps)),
            _answers((_because(step.text, step.reason, step.sources) for _, step in placed), "ol"),
        ]
    )


def _matching(state: MatchingState) -> Html:
    texts = {choice.id: choice.text for choice in state.choices}
    return join(
        [
            _asked(state.stem, f"Match each line with one of these: {'; '.join(texts.values())}."),
            element("ul", (element("li", row.text) for row in state.rows)),
            _answers(
                _because(f"{row.text}: {texts[row.choice]}.", row.reason, row.sources)
                for row in state.rows
                if row.choice is not None
            ),
        ]
    )


def _numeric(state: NumericState) -> Html:
    *others, last = (unit.label for unit in state.units)
    units = f"{', '.join(others)} or {last}" if others else last
    answers = []
    if state.key:
        answers.append(_because(f"Right: {state.key.number} {state.key.unit}.", state.reason, state.sources))
    answers += (_because(f"Not right: {near.number} {near.unit}.", near.reason, near.sources) for near in state.near)
    return join([_asked(state.stem, f"Write a number, in {units}."), _answers(answers)])


def _pointing(state: PointingState) -> Html:
    answers = []
    if state.key:
        answers.append(_because(f"Right: {', '.join(state.key)}.", state.reason, state.sources))
    answers += (_because(f"Not right: {near.tag}.", near.reason, near.sources) for near in state.near)
    return join(
        [
            _asked(state.stem, "Choose the field of the message that answers the question."),
            _message(state.message),
            _answers(answers),
        ]
    )


def _message(message: MessageState) -> Html:
    return join(
        [
            element("p", message.banner, class_="ic-banner"),
            element("p", f"{message.title}. {message.summary}", class_="ic-facts"),
            [_records(list(alike)) for _, alike in groupby(message.records, key=lambda record: record.type)],
        ]
    )


def _records(alike: list[PlainRecordState]) -> Html:
    """The first record of a type. Its like are counted."""
    first, *more = alike
    name = f"Type-{first.type} record: {first.name}"
    rows = (
        element(
            "tr",
            element("th", element("span", field.tag, class_="ic-tag"), f" {field.mnemonic}", scope="row"),
            element("td", field.name),
            element("td", element("code", field.value, class_="ic-value")),
        )
        for field in first.fields
    )
    count = f"And {len(more)} more Type-{first.type} {'record' if len(more) == 1 else 'records'}."
    return element(
        "details",
        element("summary", name, class_="ic-record-name"),
        table(name, ("Field", "Name", "Value"), rows),
        element("p", count, class_="ic-facts") if more else None,
        class_="ic-record",
        open=True,
    )


def _asked(stem: str, hint: str) -> Html:
    return element("p", element("strong", stem), f" {hint}")


def _because(answer: str, reason: str, cited: Iterable[Source]) -> Html:
    return element("li", element("strong", answer), f" {reason}", sources(cited))


def _answers(reasons: Iterable[Html], kind: str = "ul") -> Html | None:
    told = list(reasons)
    if not told:
        return None
    return element("details", element("summary", "Answers and reasons"), element(kind, told))
