"""Branching scenes: somebody at a desk decides, sees what comes of it, and decides again.

A scene is a graph without circles. Each decision offers choices; a choice leads to another decision or to an
ending, has a consequence in the story, and a sourced reason. The files of ``scenes/`` hold one scene each.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from interop_course.assessment.errors import BrokenScene, NoSuchScene
from interop_course.assessment.item import RegisterId, Text
from interop_course.assessment.verdict import Ruled, Verdict
from interop_course.messages import Kind
from interop_course.process import Event, Party

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
Cites = Annotated[tuple[Text, ...], Field(min_length=1)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Origin(_Part):
    """The entry of a replayed booking that a fact is taken from: the first of its kind at this receiver.

    Attributes:
        scenario: the booking, by the name of its scenario.
        signal: what arrives, a message or an event.
        receiver: where.
        at: the time of arrival, "23:29".
    """

    scenario: Text
    signal: Kind | Event
    receiver: Party
    at: Annotated[str, StringConstraints(pattern=r"^[0-2][0-9]:[0-5][0-9]$")]


class Fact(_Part):
    """What lies on the desk at a decision, word for word.

    Attributes:
        title: what it is.
        lines: what it says. With an origin, each is a line of that message or the title of that event.
        origin: where it comes from; None for something that no message carries, such as a note.
    """

    title: Text
    lines: Annotated[tuple[Text, ...], Field(min_length=1)]
    origin: Origin | None = None


class Choice(_Part):
    """One way to decide.

    Attributes:
        id: unique in its decision.
        text: what the learner reads and chooses.
        to: the decision or the ending that follows.
        verdict: what it is worth.
        consequence: what comes of it in the story.
        reason: why it is right or not, in the course's words.
        cites: where the packet carries the reason.
        ruled: the question to the rules that decides the verdict; None where the rules have none.
    """

    id: Slug
    text: Text
    to: Slug
    verdict: Verdict
    consequence: Text
    reason: Text
    cites: Cites
    ruled: Ruled | None = None


class Decision(_Part):
    """A point at which somebody has to decide: what happens, what lies on the desk, and the choices."""

    id: Slug
    text: Text
    fact: Fact | None = None
    choices: tuple[Choice, ...]


class Ending(_Part):
    """How a scene ends: for whom the desk deals with, for those at the desk, and what to take away."""

    id: Slug
    title: Text
    person: Text
    desk: Text
    takeaway: Text
    cites: Cites


class Scene(_Part):
    """One scene.

    Attributes:
        id: the name of its file.
        title, role, setting: what it is called, who the learner is in it, where and when it plays.
        disagreements: entries of the packet's register that it touches; "register" in the data files. Verdicts
            rest only on what is settled there.
        decisions: the first one begins the scene.
        endings: every way in which it can end.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)

    id: Slug
    title: Text
    role: Text
    setting: Text
    disagreements: Annotated[tuple[RegisterId, ...], Field(alias="register")] = ()
    decisions: Annotated[tuple[Decision, ...], Field(min_length=1)]
    endings: Annotated[tuple[Ending, ...], Field(min_length=1)]

    @cached_property
    def places(self) -> Mapping[str, Decision | Ending]:
        """Every decision and ending by its id."""
        decisions: dict[str, Decision | Ending] = {decision.id: decision for decision in self.decisions}
        return decisions | {ending.id: ending for ending in self.endings}

    @model_validator(mode="after")
    def _walkable(self) -> Self:
        """Every choice leads somewhere, and no walk comes back to a decision: what ``walks`` relies on."""
        if len(self.places) < len(self.decisions) + len(self.endings):
            raise ValueError("two decisions or endings have the same id")
        for decision in self.decisions:
            ids = [choice.id for choice in decision.choices]
            if not ids:
                raise ValueError(f"{decision.id} has no choices")
            if len(set(ids)) < len(ids):
                raise ValueError(f"two choices of {decision.id} have the same id")
            for choice in decision.choices:
                if choice.to not in self.places:
                    raise ValueError(f"{decision.id} {choice.id} leads to {choice.to}, which is not there")
        if circle := _circle(self, self.decisions[0].id, (), set()):
            raise ValueError(f"a walk comes back to where it was: {' -> '.join(circle)}")
        return self


@dataclass(frozen=True, slots=True)
class Step:
    """A decision, and what was chosen."""

    decision: Decision
    choice: Choice


@dataclass(frozen=True, slots=True)
class Walk:
    """One way through a scene, from its first decision to an ending."""

    steps: tuple[Step, ...]
    ending: Ending

    @property
    def wrong(self) -> int:
        """How many of the choices were wrong."""
        return sum(step.choice.verdict is Verdict.WRONG for step in self.steps)


def walks(scene: Scene) -> Iterator[Walk]:
    """Every way through a scene, each once, in the order of its choices."""
    yield from _walks(scene, scene.decisions[0], ())


def _walks(scene: Scene, decision: Decision, taken: tuple[Step, ...]) -> Iterator[Walk]:
    for choice in decision.choices:
        steps = (*taken, Step(decision, choice))
        place = scene.places[choice.to]
        if isinstance(place, Ending):
            yield Walk(steps, place)
        else:
            yield from _walks(scene, place, steps)


def _circle(scene: Scene, id: str, path: tuple[str, ...], done: set[str]) -> tuple[str, ...]:
    """The ids of a walk that comes back to a decision, or nothing. ``done`` holds what no circle goes through."""
    if id in path:
        return (*path, id)
    if id in done:
        return ()
    place = scene.places[id]
    for choice in place.choices if isinstance(place, Decision) else ():
        if found := _circle(scene, choice.to, (*path, id), done):
            return found
    done.add(id)
    return ()


def read(name: str, data: bytes) -> Scene:
    """Read a scene from the text of its file, JSON in UTF-8.

    Raises:
        BrokenScene: it is not JSON, has not the form, or bears another name than its file; every fault is named.
    """
    try:
        found = Scene.model_validate_json(data)
    except ValidationError as error:
        faults = [f"{' > '.join(map(str, fault['loc'])) or 'the scene'}: {fault['msg']}" for fault in error.errors()]
        raise BrokenScene(name, faults) from None
    if f"{found.id}.json" != name:
        raise BrokenScene(name, [f"its id is to be that of its file, not {found.id!r}"])
    return found


def _packaged() -> Mapping[str, Scene]:
    folder = files("interop_course.assessment").joinpath("scenes")
    texts = {file.name: file.read_bytes() for file in folder.iterdir() if file.name.endswith(".json")}
    return MappingProxyType({(found := read(name, texts[name])).id: found for name in sorted(texts)})


SCENES: Mapping[str, Scene] = _packaged()
"""The scenes of the course by their ids."""


def scene(name: str) -> Scene:
    """The scene of this name: ``scene("night-desk")``.

    Raises:
        NoSuchScene: there is none.
    """
    if name not in SCENES:
        raise NoSuchScene(name, SCENES)
    return SCENES[name]
