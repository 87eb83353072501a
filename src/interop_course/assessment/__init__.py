"""Questions, their grading, and the record of what a learner answered."""

from interop_course.assessment.choosing import ChoiceItem, DecisionItem, MultipleChoice, Option, SingleChoice
from interop_course.assessment.drawing import ITEM, DrawnItem, instance, instances
from interop_course.assessment.errors import (
    AnswerError,
    AssessmentError,
    BrokenBank,
    BrokenScene,
    CorruptRecord,
    DifferentNames,
    DrawError,
    MissingValue,
    NewerRecord,
    NoSuchDraw,
    NoSuchItem,
    NoSuchLesson,
    NoSuchObjective,
    NoSuchScene,
    RecordError,
    RecordUnreachable,
    UnknownOption,
    UnreadableAnswer,
    WrongSeed,
)
from interop_course.assessment.grading import Mark, grade
from interop_course.assessment.item import INSTANCES, Given, Item, Objective, Part, Remark, Topic
from interop_course.assessment.item_bank import BANK, Bank, items, objective
from interop_course.assessment.matching import MatchingItem
from interop_course.assessment.measuring import NumericItem
from interop_course.assessment.ordering import OrderingItem
from interop_course.assessment.pointing import FieldItem
from interop_course.assessment.record import LearningRecord
from interop_course.assessment.record_parts import Answered
from interop_course.assessment.scene import SCENES, Scene, Walk, scene, walks
from interop_course.assessment.verdict import Verdict

__all__ = [
    "BANK",
    "INSTANCES",
    "ITEM",
    "SCENES",
    "AnswerError",
    "Answered",
    "AssessmentError",
    "Bank",
    "BrokenBank",
    "BrokenScene",
    "ChoiceItem",
    "CorruptRecord",
    "DecisionItem",
    "DifferentNames",
    "DrawError",
    "DrawnItem",
    "FieldItem",
    "Given",
    "Item",
    "LearningRecord",
    "Mark",
    "MatchingItem",
    "MissingValue",
    "MultipleChoice",
    "NewerRecord",
    "NoSuchDraw",
    "NoSuchItem",
    "NoSuchLesson",
    "NoSuchObjective",
    "NoSuchScene",
    "NumericItem",
    "Objective",
    "Option",
    "OrderingItem",
    "Part",
    "RecordError",
    "RecordUnreachable",
    "Remark",
    "Scene",
    "SingleChoice",
    "Topic",
    "UnknownOption",
    "UnreadableAnswer",
    "Verdict",
    "Walk",
    "WrongSeed",
    "grade",
    "instance",
    "instances",
    "items",
    "objective",
    "scene",
    "walks",
]
