"""The fallbacks of the widgets that practise a rule: every decision, worked moment and element, to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..live.practice_state import (
    ClockDeskState,
    ComplaintState,
    DecisionState,
    ElementState,
    FilerState,
    MayIState,
    MomentState,
    NodeState,
    RuleState,
)
from .markup import Html, element, join
from .pieces import BOOK, sources, table

UNTOLD = "unknown"
"""The answer "I do not know" leads where no answer leads; the fallback leaves it out."""

PLAIN = frozenset({"purpose", "recipient"})
"""Questions whose answers can be read without them."""

REGISTER = "Register"

Told = tuple[tuple[str, str], ...]


def may_i(state: MayIState) -> Html:
    """Every described use with its decision, then the rules that the decisions name."""
    use, sharing = state.branches
    local = {"agency": "state-or-local", "material": "idr"}
    parts = (
        ("Using details from an IDR, or its photo: a State or local agency", use.start, local),
        ("Using an IAR: a State or local agency", use.start, local | {"material": "iar"}),
        ("Using any part: a federal agency", use.start, {"agency": "federal"}),
        ("Passing on IDR information: a State or local agency", sharing.start, local),
        ("Passing on an IAR: a State or local agency", sharing.start, local | {"material": "iar"}),
    )
    return join(
        [
            element("p", state.title, class_="ic-title"),
            element("p", state.intro, class_="ic-facts"),
            [_decisions(state, caption, start, given) for caption, start, given in parts],
            element(
                "p", "For a tribal agency each answer on an IDR is the same, and PU-tribal is added.", class_="ic-facts"
            ),
            _rules("The rules that these answers name", state.rules),
        ]
    )


def _decisions(state: MayIState, caption: str, start: int, given: dict[str, str]) -> Html:
    """One row for each decision, with every description that leads to it."""
    labels = {(ask.id, choice.id): choice.label for ask in state.asks for choice in ask.choices}
    legends = {ask.id: ask.legend for ask in state.asks}
    by_decision: dict[int, list[str]] = {}
    for told, decision in _paths(state.nodes, start, given):
        said = [labels[pair] if pair[0] in PLAIN else f"{legends[pair[0]]} {labels[pair]}" for pair in told]
        by_decision.setdefault(decision, []).append(". ".join(said) or "whatever it is, and whatever for")
    rows = (
        element(
            "tr",
            element("th", [element("span", line, class_="ic-name") for line in lines], scope="row"),
            element("td", element("strong", state.decisions[decision].word), _change(state.decisions[decision])),
            element("td", ", ".join(state.rules[rule].id for rule in _named(state.decisions[decision]))),
        )
        for decision, lines in by_decision.items()
    )
    return join([element("p", element("strong", caption)), table(caption, ("Described", "Answer", "Rules"), rows)])


def _paths(nodes: tuple[NodeState, ...], at: int, given: dict[str, str], told: Told = ()) -> Iterator[tuple[Told, int]]:
    """Every way to an end of the diagram that has a decision; what is given is not said again."""
    node = nodes[at]
    if not node.ask:
        if node.decision is not None:
            yield told, node.decision
    elif node.ask in given:
        yield from _paths(nodes, node.then[given[node.ask]], given, told)
    else:
        for answer, next_node in node.then.items():
            if answer != UNTOLD:
                yield from _paths(nodes, next_node, given, (*told, (node.ask, answer)))


def _named(decision: DecisionState) -> tuple[int, ...]:
    return decision.rules + decision.beside


def _change(decision: DecisionState) -> Html | None:
    if not decision.change:
        return None
    return element("span", f"What would change it: {'; '.join(decision.change)}", class_="ic-name")


def clock(state: ClockDeskState) -> Html:
    """The two sentences side by side, then every worked moment."""
    wordings = (
        element(
            "tr",
            element("th", wording.where, element("span", wording.about, class_="ic-name"), scope="row"),
            element("td", wording.rule.text, sources(wording.rule.sources), sources(wording.rule.entries, REGISTER)),
            element("td", wording.starts),
        )
        for wording in state.wordings
    )
    moments = (_moment(moment) for moment in state.moments)
    return join(
        [
            element("p", state.title, class_="ic-title"),
            element("p", state.intro, class_="ic-facts"),
            table("Two wordings", ("Where, and about what", "What it says", "Counts from"), wordings),
            element("p", element("strong", "Worked moments"), ", if the hours began to run there"),
            table("Worked moments", ("Moment", "Not counted", "48 counted hours end"), moments),
            _rules("To be kept in mind", state.notes),
        ]
    )


def _moment(moment: MomentState) -> Html:
    skipped = [day.day if day.day.startswith(day.why) else f"{day.day}: {day.why}" for day in moment.days if day.why]
    return element(
        "tr",
        element("th", moment.start, element("span", moment.label, class_="ic-name"), scope="row"),
        element("td", "; ".join(skipped) or "no day"),
        element("td", "; ".join(dict.fromkeys(moment.ends.values()))),
    )


def complaint(state: ComplaintState) -> Html:
    """What each filer's letter needs, a whole letter, and what follows."""
    *_, filer = state.filers
    return join(
        [
            element("p", state.title, class_="ic-title"),
            element("p", state.safety, " ", element("a", state.worksheet.label, href=BOOK + state.worksheet.href)),
            element("p", state.case),
            table("What a complaint needs", ("Part", "Asked for?", "Whose letter"), _elements(state)),
            element("p", element("strong", f"The whole letter, where this one files: {filer.label}")),
            element("blockquote", _letter(state, filer)),
            element("p", element("strong", "Ways to send it")),
            table("Ways to send it", ("Way", "What to know"), _channels(state)),
            _rules("What is asked for", state.asked),
            _rules("What follows, and what is not promised", state.after),
        ]
    )


def _elements(state: ComplaintState) -> Iterator[Html]:
    for each in state.elements:
        yield element(
            "tr",
            element("th", each.label, scope="row"),
            element("td", "required" if each.required else "recommended"),
            element("td", _whose(state, each)),
        )


def _channels(state: ComplaintState) -> Iterator[Html]:
    for each in state.channels:
        known = (each.remark, sources(each.sources), sources(each.entries, REGISTER))
        yield element("tr", element("th", each.label, scope="row"), element("td", known))


def _whose(state: ComplaintState, each: ElementState) -> str:
    if len(each.filers) == len(state.filers):
        return "everybody's"
    return "; ".join(filer.label for filer in state.filers if filer.id in each.filers)


def _letter(state: ComplaintState, filer: FilerState) -> Html:
    first, *_ = state.channels
    sentences = [part.sentences[filer.id] for part in state.parts if filer.id in part.sentences]
    return join(
        [
            element("p", element("strong", state.mark)),
            element("p", [element("span", line, class_="ic-address") for line in first.head]),
            [element("p", text) for text in (filer.opening, *sentences, filer.closing)],
        ]
    )


def _rules(caption: str, rules: Iterable[RuleState]) -> Html:
    rows = (
        element(
            "tr",
            element("th", rule.id, scope="row"),
            element(
                "td",
                element("p", rule.text, " (our reading)" if rule.reading else None),
                sources(rule.sources),
                sources(rule.entries, REGISTER),
            ),
        )
        for rule in rules
    )
    return join(
        [
            element("p", element("strong", caption)),
            table(caption, ("Rule", "What it says"), rows, "ic-table ic-rule-table"),
        ]
    )
