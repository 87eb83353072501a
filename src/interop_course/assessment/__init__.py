"""Questions, their grading, and the record of what a learner answered."""

from interop_course.assessment.errors import (
    AssessmentError,
    BrokenBank,
    BrokenScene,
    CorruptRecord,
    DifferentNames,
    NewerRecord,
    NoSuchItem,
    NoSuchLesson,
    NoSuchObjective,
    NoSuchScene,
    RecordError,
    RecordUnreachable,
    UnknownOption,
)
from interop_course.assessment.grading import Answer, Mark, grade
from interop_course.assessment.item import Item, Objective, Option, Topic
from interop_course.assessment.item_bank import BANK, Bank, items, objective
from interop_course.assessment.record import Answered, LearningRecord
from interop_course.assessment.scene import SCENES, Scene, Walk, scene, walks
from interop_course.assessment.verdict import Verdict

__all__ = [
    "BANK",
    "SCENES",
    "Answer",
    "Answered",
    "AssessmentError",
    "Bank",
    "BrokenBank",
    "BrokenScene",
    "CorruptRecord",
    "DifferentNames",
    "Item",
    "LearningRecord",
    "Mark",
    "NewerRecord",
    "NoSuchItem",
    "NoSuchLesson",
    "NoSuchObjective",
    "NoSuchScene",
    "Objective",
    "Option",
    "RecordError",
    "RecordUnreachable",
    "Scene",
    "Topic",
    "UnknownOption",
    "Verdict",
    "Walk",
    "grade",
    "items",
    "objective",
    "scene",
    "walks",
]
