"""The item bank: the data files of ``bank/``, one a lesson, and the objectives that they test.

``objectives.json`` lists the objectives; the order of their lessons is that of the course. Every other file
is named after its lesson and holds ``{"lesson": stem, "items": [...]}``. Each item is read by its kind, or as the
template of a parametrised one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, from_json

from interop_course.assessment.drawing import ASKED, DRAWN, AnyItem
from interop_course.assessment.errors import BrokenBank, NoSuchItem, NoSuchLesson, NoSuchObjective
from interop_course.assessment.item import Item, Objective

OBJECTIVES = "objectives.json"


class _Objectives(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    objectives: tuple[Objective, ...]


class _Lesson(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    lesson: str
    items: tuple[AnyItem, ...]


Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True)
class Bank:
    """All objectives and items. What must hold across items is not enforced here; ``checks`` finds it."""

    objectives: tuple[Objective, ...]
    items: tuple[Item, ...]

    @cached_property
    def lessons(self) -> tuple[str, ...]:
        """The stems of the lessons that have objectives, in the order of the course."""
        return tuple(dict.fromkeys(objective.lesson for objective in self.objectives))

    def of(self, lesson: str) -> tuple[Item, ...]:
        """The items of a lesson, in the order of its file.

        Raises:
            NoSuchLesson: no objective belongs to a lesson of that name.
        """
        if lesson not in self.lessons:
            raise NoSuchLesson(lesson, self.lessons)
        return tuple(item for item in self.items if item.lesson == lesson)

    def item(self, id: str) -> Item:
        """The item with this id.

        Raises:
            NoSuchItem: there is none.
        """
        for item in self.items:
            if item.id == id:
                return item
        raise NoSuchItem(id, (item.id for item in self.items))

    def objective(self, id: str) -> Objective:
        """The objective with this id.

        Raises:
            NoSuchObjective: there is none.
        """
        for objective in self.objectives:
            if objective.id == id:
                return objective
        raise NoSuchObjective(id, (objective.id for objective in self.objectives))


def read(sources: Mapping[str, bytes]) -> Bank:
    """Read a bank from its files.

    Args:
        sources: the content of each file, JSON in UTF-8, by the name of the file.

    Raises:
        BrokenBank: a file is missing, is not JSON, or has not the form; every fault of that file is named.
    """
    if OBJECTIVES not in sources:
        raise BrokenBank(OBJECTIVES, ["it is missing"])
    objectives = _shaped(_Objectives, OBJECTIVES, _parsed(OBJECTIVES, sources[OBJECTIVES])).objectives
    order = list(dict.fromkeys(objective.lesson for objective in objectives))
    lessons = []
    for name in sorted(sources.keys() - {OBJECTIVES}):
        lesson = _lesson(name, sources[name])
        if lesson.lesson not in order:
            raise BrokenBank(name, [f"no objective in {OBJECTIVES} belongs to this lesson"])
        lessons.append(lesson)
    lessons.sort(key=lambda lesson: order.index(lesson.lesson))
    return Bank(objectives, tuple(item for lesson in lessons for item in lesson.items))


def _lesson(name: str, data: bytes) -> _Lesson:
    raw = _parsed(name, data)
    stem = name.removesuffix(".json")
    if raw.get("lesson") != stem:
        fault = f'"lesson" is to be "{stem}", as the file is called, not {raw.get("lesson")!r}'
        raise BrokenBank(name, [fault])
    items = raw.get("items")
    if isinstance(items, list):
        raw["items"] = [{"lesson": stem} | item if isinstance(item, dict) else item for item in items]
    return _shaped(_Lesson, name, raw)


def _parsed(name: str, data: bytes) -> dict[str, Any]:
    try:
        raw = from_json(data)
    except ValueError as error:
        raise BrokenBank(name, [f"it is not JSON: {error}"]) from None
    if not isinstance(raw, dict):
        raise BrokenBank(name, ["it is to hold one JSON object"])
    return raw


def _shaped(shape: type[Shape], name: str, raw: dict[str, Any]) -> Shape:
    try:
        return shape.model_validate(raw)
    except ValidationError as error:
        raise BrokenBank(name, [_sentence(fault, raw) for fault in error.errors()]) from None


def _sentence(fault: ErrorDetails, raw: Any) -> str:
    """One fault in words; a position in a list is given as the id of what stands there."""
    place: list[str] = []
    here: Any = raw
    for step in fault["loc"]:
        if isinstance(here, dict) and step not in here and step in _models(here):
            continue
        here = here[step] if _holds(here, step) else None
        place.append(str(here["id"] if isinstance(here, dict) and "id" in here else step))
    return f"{' > '.join(place) or 'the file'}: {fault['msg']}"


def _models(data: dict[str, Any]) -> tuple[object, ...]:
    """Names of the models by which a part was read. They stand in the place of a fault, and nowhere in the file."""
    return (ASKED, DRAWN, data.get("kind"), data.get("question"))


def _holds(container: Any, step: str | int) -> bool:
    if isinstance(container, dict):
        return step in container
    return isinstance(container, Sequence) and isinstance(step, int) and step < len(container)


def _packaged() -> dict[str, bytes]:
    folder = files("interop_course.assessment").joinpath("bank")
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name.endswith(".json")}


BANK: Bank = read(_packaged())
"""The bank of the course."""


def items(lesson: str) -> tuple[Item, ...]:
    """The questions of a lesson, by the stem of its notebook: ``items("step-4-match")``.

    Raises:
        NoSuchLesson: no lesson with questions has that name.
    """
    return BANK.of(lesson)


def objective(id: str) -> Objective:
    """The objective with this id: ``objective("S4-b")``.

    Raises:
        NoSuchObjective: there is none.
    """
    return BANK.objective(id)
