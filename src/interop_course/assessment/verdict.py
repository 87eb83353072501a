"""The verdict on a choice in a scene, and the question to the rules that it must agree with.

Where ``rules`` can decide what somebody chooses to do, the choice names the question, the facts and what the
choice says to it. The verdict is then no matter of taste: ``checks`` asks the rules again and compares.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from interop_course.messages import EbtsMessage, Kind
from interop_course.process import scenario
from interop_course.rules import (
    Completeness,
    Conduct,
    Contact,
    Decision,
    Disclosure,
    Draft,
    Holding,
    Outcome,
    Question,
    Reply,
    Situation,
    Use,
    is_duty,
    may_act,
    may_concern,
    may_keep,
    may_select_by_origin,
    may_share,
    may_use,
    must_query_after_no_match,
    review,
    silence_means_no_match,
    tell_apart,
    whom_to_ask,
)
from interop_course.wire import read


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


class _Ruled(BaseModel):
    """A question to the rules. ``rule`` is the id of the rule that the choice turns on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str


class _Outcome(_Ruled, ABC):
    """A question that is answered with yes, no, a condition, or not at all."""

    says: Says

    @abstractmethod
    def decide(self) -> Decision[Outcome]:
        """Ask the rules."""

    @property
    def verdict(self) -> Verdict | None:
        """What the rules make of the choice; None where a choice cannot be judged by their outcome."""
        return _OF_OUTCOME.get((self.decide().outcome, self.says))


class UseQuestion(_Outcome):
    """May this be used for that?"""

    question: Literal["may-use"]
    facts: Use

    def decide(self) -> Decision[Outcome]:
        return may_use(self.facts)


class KeepQuestion(_Outcome):
    """May this be kept?"""

    question: Literal["may-keep"]
    facts: Holding

    def decide(self) -> Decision[Outcome]:
        return may_keep(self.facts)


class ShareQuestion(_Outcome):
    """May this be passed on?"""

    question: Literal["may-share"]
    facts: Disclosure

    def decide(self) -> Decision[Outcome]:
        return may_share(self.facts)


class ActQuestion(_Outcome):
    """May somebody be held, arrested or questioned because of this?"""

    question: Literal["may-act"]
    facts: Situation

    def decide(self) -> Decision[Outcome]:
        return may_act(self.facts)


class ConcernQuestion(_Outcome):
    """May a complaint be about this?"""

    question: Literal["may-concern"]
    conduct: Conduct

    def decide(self) -> Decision[Outcome]:
        return may_concern(self.conduct)


class DutyQuestion(_Outcome):
    """Is this item of SOP 2.2 a duty?"""

    question: Literal["is-duty"]
    section: str

    def decide(self) -> Decision[Outcome]:
        return is_duty(self.section)


_PLAIN: Mapping[str, Callable[[], Decision[Outcome]]] = {
    "may-select-by-origin": may_select_by_origin,
    "must-query-after-no-match": must_query_after_no_match,
    "silence-means-no-match": silence_means_no_match,
}


class PlainQuestion(_Outcome):
    """A question without facts."""

    question: Literal["may-select-by-origin", "must-query-after-no-match", "silence-means-no-match"]

    def decide(self) -> Decision[Outcome]:
        return _PLAIN[self.question]()


class DraftQuestion(_Ruled):
    """Is this complaint to be sent as it is?"""

    question: Literal["review"]
    draft: Draft
    says: Literal["send", "wait"]

    def decide(self) -> Decision[Completeness]:
        return review(self.draft)

    @property
    def verdict(self) -> Verdict | None:
        return _OF_DRAFT[self.decide().outcome, self.says]


class ContactQuestion(_Ruled):
    """Who is to be asked about this?"""

    question: Literal["whom-to-ask"]
    about: Question
    says: Contact

    def decide(self) -> Decision[Contact]:
        return whom_to_ask(self.about)

    @property
    def verdict(self) -> Verdict | None:
        return Verdict.RIGHT if self.decide().outcome is self.says else Verdict.WRONG


class ReplyQuestion(_Ruled):
    """Which reply is this message of a scenario?"""

    question: Literal["tell-apart"]
    scenario: str
    kind: Kind
    says: Reply

    def decide(self) -> Decision[Reply]:
        message = scenario(self.scenario).find(self.kind).message
        assert isinstance(message, EbtsMessage)
        return tell_apart(read(message.to_bytes()))

    @property
    def verdict(self) -> Verdict | None:
        return Verdict.RIGHT if self.decide().outcome is self.says else Verdict.WRONG


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
