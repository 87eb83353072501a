"""What a learner touches: inspector, stepper, question cards, rules to practise, the final, the review, the record."""

from .errors import BundleError, NothingToShow, WidgetError
from .final import Final, final
from .inspector import Inspector, inspect
from .playground import Playground, playground
from .practice import ComplaintPractice, DetainerClock, MayI, complaint_practice, detainer_clock, may_i
from .questions import Question, Quiz, quiz
from .record import RecordPanel, my_record
from .review import Review, review
from .scene import Scene, decide
from .stepper import Stepper, walk

__all__ = [
    "BundleError",
    "ComplaintPractice",
    "DetainerClock",
    "Final",
    "Inspector",
    "MayI",
    "NothingToShow",
    "Playground",
    "Question",
    "Quiz",
    "RecordPanel",
    "Review",
    "Scene",
    "Stepper",
    "WidgetError",
    "complaint_practice",
    "decide",
    "detainer_clock",
    "final",
    "inspect",
    "may_i",
    "my_record",
    "playground",
    "quiz",
    "review",
    "walk",
]
