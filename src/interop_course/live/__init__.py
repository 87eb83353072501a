"""The live door to everything a learner can make the course do, and the states that widgets draw."""

from .asking import question_state, quiz_state
from .door import answer, answer_json
from .errors import LiveError, NotAMessage
from .inspecting import inspector_state
from .replies import REPLY, ExplainReply, GradeReply, InspectReply, Refusal, Reply, RunReply
from .requests import (
    REQUEST,
    ExplainRequest,
    GradeRequest,
    InspectRequest,
    MessageData,
    Request,
    RunRequest,
)
from .scene_state import SceneState, scene_state
from .states import AnyState, InspectorState, QuestionState, QuizState, StepperState
from .walking import message_before, stepper_state

__all__ = [
    "REPLY",
    "REQUEST",
    "AnyState",
    "ExplainReply",
    "ExplainRequest",
    "GradeReply",
    "GradeRequest",
    "InspectReply",
    "InspectRequest",
    "InspectorState",
    "LiveError",
    "MessageData",
    "NotAMessage",
    "QuestionState",
    "QuizState",
    "Refusal",
    "Reply",
    "Request",
    "RunReply",
    "RunRequest",
    "SceneState",
    "StepperState",
    "answer",
    "answer_json",
    "inspector_state",
    "message_before",
    "question_state",
    "quiz_state",
    "scene_state",
    "stepper_state",
]
