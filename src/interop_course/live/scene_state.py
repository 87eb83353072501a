"""From a branching scene to its state, which holds the whole graph: a page walks it with no Python."""

from __future__ import annotations

from typing import Literal

from ..assessment.scene import Choice, Decision, Ending, Fact, Scene, scene
from ..process import Event
from .states import AnyState, Source, State
from .words import BANNER, register_entry, source

INVENTED = "An invented story of 2010, with invented people. Each verdict rests on the packet."


class FactState(State):
    """What lies on the desk, word for word. ``banner`` marks what is a message; an event has none."""

    title: str
    lines: tuple[str, ...]
    banner: str = ""


class SceneChoiceState(State):
    """One way to decide: where it leads, what it is worth, what comes of it and why."""

    id: str
    text: str
    to: str
    verdict: Literal["right", "wrong", "ask-first"]
    consequence: str
    reason: str
    sources: tuple[Source, ...]


class SceneDecisionState(State):
    """A point at which somebody has to decide."""

    id: str
    text: str
    fact: FactState | None
    choices: tuple[SceneChoiceState, ...]


class EndingState(State):
    """A way in which the scene ends, on both sides of the desk."""

    id: str
    title: str
    person: str
    desk: str
    takeaway: str
    sources: tuple[Source, ...]


class SceneState(AnyState):
    """A scene. It begins with the first decision; ids are unique among decisions and endings together.

    ``note`` says that the story is invented. ``open`` are entries of the register of disagreements that the scene
    touches.
    """

    widget: Literal["scene"] = "scene"
    name: str
    title: str
    role: str
    setting: str
    note: str
    decisions: tuple[SceneDecisionState, ...]
    endings: tuple[EndingState, ...]
    open: tuple[Source, ...]


def scene_state(name: str) -> SceneState:
    """The state of the scene of this name. Raises NoSuchScene."""
    return state_of(scene(name))


def state_of(shown: Scene) -> SceneState:
    """The state of a scene."""
    return SceneState(
        name=shown.id,
        title=shown.title,
        role=shown.role,
        setting=shown.setting,
        note=INVENTED,
        decisions=tuple(map(_decision, shown.decisions)),
        endings=tuple(map(_ending, shown.endings)),
        open=tuple(map(register_entry, shown.disagreements)),
    )


def _decision(decision: Decision) -> SceneDecisionState:
    return SceneDecisionState(
        id=decision.id,
        text=decision.text,
        fact=_fact(decision.fact) if decision.fact else None,
        choices=tuple(map(_choice, decision.choices)),
    )


def _fact(fact: Fact) -> FactState:
    event = fact.origin is not None and isinstance(fact.origin.signal, Event)
    return FactState(title=fact.title, lines=fact.lines, banner="" if event else BANNER)


def _choice(choice: Choice) -> SceneChoiceState:
    return SceneChoiceState(
        id=choice.id,
        text=choice.text,
        to=choice.to,
        verdict=choice.verdict.value,
        consequence=choice.consequence,
        reason=choice.reason,
        sources=tuple(map(source, choice.cites)),
    )


def _ending(ending: Ending) -> EndingState:
    return EndingState(
        id=ending.id,
        title=ending.title,
        person=ending.person,
        desk=ending.desk,
        takeaway=ending.takeaway,
        sources=tuple(map(source, ending.cites)),
    )
