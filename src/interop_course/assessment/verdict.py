"""The verdict on a choice in a scene, and the question to the rules that it must agree with.

Where ``rules`` can decide what somebody chooses to do, the choice names the question, the facts and what the
choice says to it. The verdict is then no matter of taste: ``checks`` asks the rules again and compares.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from interop_course.assessment.cases import (
    ActCase,
    Asked,
    Case,
    ConcernCase,
    ContactCase,
    DraftCase,
    DutyCase,
    KeepCase,
    PlainCase,
    ReplyCase,
    Said,
    ShareCase,
    UseCase,
)
from interop_course.rules import Completeness, Outcome


class Verdict(StrEnum):
    """What a choice is worth."""

    RIGHT = "right"
    WRONG = "wrong"
    ASK_FIRST = "ask-first"
    """Neither right nor wrong as it stands: it hangs on something that is not known yet, or not said."""


Says = Literal["yes", "no", "ask"]
"""What a choice answers to a question that begins with "may": it goes ahead, holds back, or finds out first."""

_OF_OUTCOME: Mapping[tuple[Outcome, Says], Verdict] = {
    (Outcome.YES, "yes"): Verdict.RIGHT,
    (Outcome.YES, "no"): Verdict.WRONG,
    (Outcome.NO, "yes"): Verdict.WRONG,
    (Outcome.NO, "no"): Verdict.RIGHT,
    (Outcome.NO, "ask"): Verdict.WRONG,
    (Outcome.CONDITION, "yes"): Verdict.ASK_FIRST,
    (Outcome.CONDITION, "no"): Verdict.ASK_FIRST,
    (Outcome.CONDITION, "ask"): Verdict.RIGHT,
    (Outcome.NOT_SAID, "yes"): Verdict.ASK_FIRST,
    (Outcome.NOT_SAID, "no"): Verdict.ASK_FIRST,
    (Outcome.NOT_SAID, "ask"): Verdict.RIGHT,
}
"""To ask about what is plainly forbidden is wrong too: no answer would change it."""

_OF_DRAFT: Mapping[tuple[Completeness, str], Verdict] = {
    (Completeness.COMPLETE, "send"): Verdict.RIGHT,
    (Completeness.COMPLETE, "wait"): Verdict.WRONG,
    (Completeness.LACKS_RECOMMENDED, "send"): Verdict.ASK_FIRST,
    (Completeness.LACKS_RECOMMENDED, "wait"): Verdict.RIGHT,
    (Completeness.LACKS_REQUIRED, "send"): Verdict.WRONG,
    (Completeness.LACKS_REQUIRED, "wait"): Verdict.RIGHT,
}


class _Ruled(Case):
    """A case with the id of the rule that the choice turns on."""

    rule: str


class _Outcome(_Ruled, Asked):
    """A question that is answered with yes, no, a condition, or not at all."""

    says: Says

    @property
    def verdict(self) -> Verdict | None:
        """What the rules make of the choice; None where a choice cannot be judged by their outcome."""
        return _OF_OUTCOME.get((self.outcome, self.says))


class _Named(_Ruled, Said):
    """A question whose answer the choice names."""

    @property
    def verdict(self) -> Verdict | None:
        """Right if the rules give the same answer."""
        return Verdict.RIGHT if self.outcome is Outcome.YES else Verdict.WRONG


class UseQuestion(UseCase, _Outcome):
    """May this be used for that?"""


class KeepQuestion(KeepCase, _Outcome):
    """May this be kept?"""


class ShareQuestion(ShareCase, _Outcome):
    """May this be passed on?"""


class ActQuestion(ActCase, _Outcome):
    """May somebody be held, arrested or questioned because of this?"""


class ConcernQuestion(ConcernCase, _Outcome):
    """May a complaint be about this?"""


class DutyQuestion(DutyCase, _Outcome):
    """Is this item of SOP 2.2 a duty?"""


class PlainQuestion(PlainCase, _Outcome):
    """A question without facts."""


class DraftQuestion(DraftCase, _Ruled):
    """Is this complaint to be sent as it is?"""

    says: Literal["send", "wait"]

    @property
    def verdict(self) -> Verdict | None:
        """To send what lacks only something recommended is neither right nor wrong."""
        return _OF_DRAFT[self.decide().outcome, self.says]


class ContactQuestion(ContactCase, _Named):
    """Who is to be asked about this?"""


class ReplyQuestion(ReplyCase, _Named):
    """Which reply is this message of a scenario?"""


Ruled = Annotated[
    UseQuestion
    | KeepQuestion
    | ShareQuestion
    | ActQuestion
    | ConcernQuestion
    | DutyQuestion
    | PlainQuestion
    | DraftQuestion
    | ContactQuestion
    | ReplyQuestion,
    Field(discriminator="question"),
]
"""A question to the rules, with what a choice answers to it."""
