"""From bytes and a kind to the message: chosen by the kind, never by trying one after another."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from interop_course.messages.base import Message
from interop_course.messages.iaq import IAQ, IaqReceipt, IvfNotice, NameQuery
from interop_course.messages.iar import IAR
from interop_course.messages.ident import IDR, IdentQuery
from interop_course.messages.kinds import Kind
from interop_course.messages.nff import CPI
from interop_course.messages.responses import ERRT, DhsSRE, IafisSRE
from interop_course.messages.submission import CAR, CivilSubmission

AnyMessage = Annotated[
    CAR
    | CPI
    | CivilSubmission
    | IdentQuery
    | IafisSRE
    | IDR
    | IAQ
    | IaqReceipt
    | IAR
    | DhsSRE
    | ERRT
    | IvfNotice
    | NameQuery,
    Field(discriminator="kind"),
]
"""Any message, for a model that holds one and must read it back from JSON: `kind` decides which."""

MODELS: dict[Kind, type[Message]] = {
    Kind.CAR: CAR,
    Kind.CPI: CPI,
    Kind.CIVIL: CivilSubmission,
    Kind.IDENT_QUERY: IdentQuery,
    Kind.IAFIS_SRE: IafisSRE,
    Kind.IDR: IDR,
    Kind.IAQ: IAQ,
    Kind.IAQ_RECEIPT: IaqReceipt,
    Kind.IAR: IAR,
    Kind.DHS_SRE: DhsSRE,
    Kind.ERRT: ERRT,
    Kind.IVF_NOTICE: IvfNotice,
    Kind.NAME_QUERY: NameQuery,
}
"""The model of each kind."""


def parse(kind: Kind, data: bytes) -> Message:
    """Read a message of this kind; raises UnreadableMessage, WrongKind or InvalidMessage."""
    return MODELS[Kind(kind)].from_bytes(data)
