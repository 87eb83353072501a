"""A scene without a script: numbered decisions, what follows each choice, and the endings, joined by links.

It reads as books do in which one turns to another page: a choice leads to what follows it, and that to the next
decision. On paper the numbers serve.
"""

from __future__ import annotations

from ..live.scene_state import EndingState, FactState, SceneChoiceState, SceneDecisionState, SceneState
from .markup import Html, element, join
from .pieces import sources

VERDICTS = {"right": "Right.", "wrong": "Not right.", "ask-first": "Ask first."}


def scene_body(state: SceneState) -> Html:
    """The whole scene, readable and printable."""
    return join(
        [
            element("p", state.title, class_="ic-title"),
            element("p", state.note, class_="ic-facts"),
            element("p", f"{state.role} {state.setting}"),
            element("p", "Decisions", class_="ic-title"),
            element("ol", (_decision(state, decision) for decision in state.decisions)),
            element("p", "What follows", class_="ic-title"),
            element("ul", (_outcome(state, *found) for found in _choices(state)), class_="ic-scene-plain"),
            element("p", "Endings", class_="ic-title"),
            element("ul", (_ending(state, ending) for ending in state.endings), class_="ic-scene-plain"),
            sources(state.open, "Open in the packet"),
        ]
    )


def _choices(state: SceneState) -> list[tuple[SceneDecisionState, SceneChoiceState]]:
    return [(decision, choice) for decision in state.decisions for choice in decision.choices]


def _decision(state: SceneState, decision: SceneDecisionState) -> Html:
    choices = (
        element("li", element("a", choice.text, href=f"#{_anchor(state, decision, choice)}"))
        for choice in decision.choices
    )
    return element(
        "li",
        element("p", decision.text),
        _fact(decision.fact) if decision.fact else None,
        element("ul", choices),
        id=_anchor(state, decision),
    )


def _fact(fact: FactState) -> Html:
    return element(
        "div",
        element("p", fact.title, f" ({fact.banner})" if fact.banner else None, class_="ic-facts"),
        element("ul", (element("li", element("code", line)) for line in fact.lines)),
        class_="ic-scene-fact",
    )


def _outcome(state: SceneState, decision: SceneDecisionState, choice: SceneChoiceState) -> Html:
    back = element("a", f"Back to decision {_number(state, decision)}", href=f"#{_anchor(state, decision)}")
    return element(
        "li",
        element("p", f"{_number(state, decision)}. {choice.text} ", element("strong", VERDICTS[choice.verdict])),
        element("p", choice.consequence),
        element("p", f"Why: {choice.reason}"),
        sources(choice.sources),
        element("p", _onward(state, choice.to), [". ", back] if choice.verdict != "right" else None, "."),
        id=_anchor(state, decision, choice),
    )


def _onward(state: SceneState, to: str) -> Html:
    decision = next((decision for decision in state.decisions if decision.id == to), None)
    if decision is not None:
        return element("a", f"Go on to decision {_number(state, decision)}", href=f"#{_anchor(state, decision)}")
    ending = next(ending for ending in state.endings if ending.id == to)
    return element("a", f"To the ending: {ending.title}", href=f"#{_anchor(state, ending)}")


def _ending(state: SceneState, ending: EndingState) -> Html:
    return element(
        "li",
        element("p", element("strong", f"{ending.title}.")),
        element("p", f"On the other side of the desk: {ending.person}"),
        element("p", f"On your side: {ending.desk}"),
        element("p", f"Take away: {ending.takeaway}"),
        sources(ending.sources),
        id=_anchor(state, ending),
    )


def _number(state: SceneState, decision: SceneDecisionState) -> int:
    return state.decisions.index(decision) + 1


def _anchor(state: SceneState, *parts: SceneDecisionState | SceneChoiceState | EndingState) -> str:
    return "-".join((state.name, *(part.id for part in parts)))
