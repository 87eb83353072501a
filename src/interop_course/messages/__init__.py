"""What a record says: every message of the process, as a frozen model that is written and read back."""

from interop_course.messages.base import CourseMessage, Message, TextMessage
from interop_course.messages.conditions import CONDITIONS, Condition, all_faults, response_faults
from interop_course.messages.ebts import EbtsMessage
from interop_course.messages.encounter import Encounter
from interop_course.messages.errors import (
    InvalidMessage,
    MessageError,
    MessageFault,
    UnreadableMessage,
    WrongKind,
)
from interop_course.messages.iaq import IAQ, IaqReceipt, IvfNotice, NameQuery
from interop_course.messages.iar import IAR, Status
from interop_course.messages.ident import IDR, IdentQuery
from interop_course.messages.kinds import Form, Kind
from interop_course.messages.nff import CPI
from interop_course.messages.parsing import MODELS, AnyMessage, parse
from interop_course.messages.pictures import Picture, image
from interop_course.messages.responses import ERRT, IAFIS_ORI, IDENT_ORI, DhsSRE, ErrorCode, IafisSRE
from interop_course.messages.submission import CAR, CivilSubmission
from interop_course.messages.told import Told, told

__all__ = [
    "CAR",
    "CONDITIONS",
    "CPI",
    "ERRT",
    "IAFIS_ORI",
    "IAQ",
    "IAR",
    "IDENT_ORI",
    "IDR",
    "MODELS",
    "AnyMessage",
    "CivilSubmission",
    "Condition",
    "CourseMessage",
    "DhsSRE",
    "EbtsMessage",
    "Encounter",
    "ErrorCode",
    "Form",
    "IafisSRE",
    "IaqReceipt",
    "IdentQuery",
    "InvalidMessage",
    "IvfNotice",
    "Kind",
    "Message",
    "MessageError",
    "MessageFault",
    "NameQuery",
    "Picture",
    "Status",
    "TextMessage",
    "Told",
    "UnreadableMessage",
    "WrongKind",
    "all_faults",
    "image",
    "parse",
    "response_faults",
    "told",
]
