"""What a learner touches: the inspector, the stepper, question cards, and the playground that links them."""

from .errors import BundleError, NothingToShow, WidgetError
from .inspector import Inspector, inspect
from .playground import Playground, playground
from .practice import ComplaintPractice, DetainerClock, MayI, complaint_practice, detainer_clock, may_i
from .questions import Question, Quiz, quiz
from .scene import Scene, decide
from .stepper import Stepper, walk

__all__ = [
    "BundleError",
    "ComplaintPractice",
    "DetainerClock",
    "Inspector",
    "MayI",
    "NothingToShow",
    "Playground",
    "Question",
    "Quiz",
    "Scene",
    "Stepper",
    "WidgetError",
    "complaint_practice",
    "decide",
    "detainer_clock",
    "inspect",
    "may_i",
    "playground",
    "quiz",
    "walk",
]
