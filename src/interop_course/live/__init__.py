"""The live door to everything a learner can make the course do, and the states that widgets draw."""

from .asking import question_state, quiz_state
from .counting import clock_state
from .deciding import may_i_state
from .door import answer, answer_json
from .drafting import complaint_state
from .editing import EditReply, EditRequest
from .errors import LiveError, NotAMessage
from .inspecting import inspector_state
from .inspector_states import InspectorState
from .judging import DeadlineReply, DeadlineRequest, JudgeReply, JudgeRequest, ReviewReply, ReviewRequest
from .message_data import MessageData
from .practice_state import ClockDeskState, ComplaintState, MayIState
from .question_states import AnyQuestionState, QuestionState, QuizState
from .replies import REPLY, ExplainReply, GradeReply, InspectReply, Refusal, Reply, RunReply
from .requests import (
    REQUEST,
    ExplainRequest,
    GradeRequest,
    InspectRequest,
    Request,
    RunRequest,
)
from .scene_state import SceneState, scene_state
from .states import AnyState, StepperState
from .walking import message_before, stepper_state

__all__ = [
    "REPLY",
    "REQUEST",
    "AnyQuestionState",
    "AnyState",
    "ClockDeskState",
    "ComplaintState",
    "DeadlineReply",
    "DeadlineRequest",
    "EditReply",
    "EditRequest",
    "ExplainReply",
    "ExplainRequest",
    "GradeReply",
    "GradeRequest",
    "InspectReply",
    "InspectRequest",
    "InspectorState",
    "JudgeReply",
    "JudgeRequest",
    "LiveError",
    "MayIState",
    "MessageData",
    "NotAMessage",
    "QuestionState",
    "QuizState",
    "Refusal",
    "Reply",
    "Request",
    "ReviewReply",
    "ReviewRequest",
    "RunReply",
    "RunRequest",
    "SceneState",
    "StepperState",
    "answer",
    "answer_json",
    "clock_state",
    "complaint_state",
    "inspector_state",
    "may_i_state",
    "message_before",
    "question_state",
    "quiz_state",
    "scene_state",
    "stepper_state",
]
