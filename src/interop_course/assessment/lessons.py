"""The lessons as a certificate and a report name them: title, and minutes to read and try them.

``lessons.json`` lists them in the order of the course. A test compares the titles with the notebooks' headings, and
the minutes with their length.
"""

from collections.abc import Mapping
from importlib.resources import files
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from interop_course.assessment.errors import NoSuchLesson

COURSE_TITLE = "IDENT/IAFIS interoperability, step by step"


class Lesson(BaseModel):
    """A lesson: the stem of its notebook, its heading, and how many minutes to plan for it without its questions."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    stem: str
    title: str
    minutes: Annotated[int, Field(ge=1, le=240)]


class _Lessons(BaseModel):
    lessons: tuple[Lesson, ...]


def _packaged() -> Mapping[str, Lesson]:
    text = files("interop_course.assessment").joinpath("lessons.json").read_bytes()
    return {lesson.stem: lesson for lesson in _Lessons.model_validate_json(text).lessons}


LESSONS: Mapping[str, Lesson] = _packaged()
"""The lessons by their stems, in the order of the course."""


def title(stem: str) -> str:
    """What a lesson is called: ``title("step-4-match")`` is "Step 4: a match".

    Raises:
        NoSuchLesson: there is none of that stem.
    """
    if stem not in LESSONS:
        raise NoSuchLesson(stem, LESSONS)
    return LESSONS[stem].title
