"""Questions, their grading, and the record of what a learner answered."""

from interop_course.assessment.errors import (
    AssessmentError,
    BrokenBank,
    CorruptRecord,
    DifferentNames,
    NewerRecord,
    NoSuchItem,
    NoSuchLesson,
    NoSuchObjective,
    RecordError,
    RecordUnreachable,
    UnknownOption,
)
from interop_course.assessment.grading import Answer, Mark, grade
from interop_course.assessment.item import Item, Objective, Option, Topic
from interop_course.assessment.item_bank import BANK, Bank, items, objective
from interop_course.assessment.record import Answered, LearningRecord

__all__ = [
    "BANK",
    "Answer",
    "Answered",
    "AssessmentError",
    "Bank",
    "BrokenBank",
    "CorruptRecord",
    "DifferentNames",
    "Item",
    "LearningRecord",
    "Mark",
    "NewerRecord",
    "NoSuchItem",
    "NoSuchLesson",
    "NoSuchObjective",
    "Objective",
    "Option",
    "RecordError",
    "RecordUnreachable",
    "Topic",
    "UnknownOption",
    "grade",
    "items",
    "objective",
]
