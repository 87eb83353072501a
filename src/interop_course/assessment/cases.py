"""Questions to the rules, each with the facts of a case, as data files write them.

Scenes and decision items name a question and its facts; what is right follows from the rules and is never typed in.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, NaiveDatetime

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
    Level,
    Outcome,
    Question,
    Reply,
    Rule,
    Situation,
    Submitter,
    Use,
    Wording,
    deadline,
    is_duty,
    level_of,
    may_act,
    may_concern,
    may_keep,
    may_search,
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


class Case(BaseModel, ABC):
    """A question to the rules with the facts of one case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @property
    @abstractmethod
    def outcome(self) -> Outcome:
        """Yes, no, on a condition, or nothing said."""

    @abstractmethod
    def decide(self) -> Decision[Any]:
        """Ask the rules."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """What the answer rests on, the weightiest first."""
        return self.decide().rules


class Asked(Case):
    """A question that the rules answer with an outcome."""

    @abstractmethod
    def decide(self) -> Decision[Outcome]:
        """Ask the rules."""

    @property
    def outcome(self) -> Outcome:
        return self.decide().outcome


class UseCase(Asked):
    """May this be used for that?"""

    question: Literal["may-use"]
    facts: Use

    def decide(self) -> Decision[Outcome]:
        return may_use(self.facts)


class KeepCase(Asked):
    """May this be kept?"""

    question: Literal["may-keep"]
    facts: Holding

    def decide(self) -> Decision[Outcome]:
        return may_keep(self.facts)


class ShareCase(Asked):
    """May this be passed on?"""

    question: Literal["may-share"]
    facts: Disclosure

    def decide(self) -> Decision[Outcome]:
        return may_share(self.facts)


class ActCase(Asked):
    """May somebody be held, arrested or questioned because of this?"""

    question: Literal["may-act"]
    facts: Situation

    def decide(self) -> Decision[Outcome]:
        return may_act(self.facts)


class ConcernCase(Asked):
    """May a complaint be about this?"""

    question: Literal["may-concern"]
    conduct: Conduct

    def decide(self) -> Decision[Outcome]:
        return may_concern(self.conduct)


class DutyCase(Asked):
    """Is this item of SOP 2.2 a duty?"""

    question: Literal["is-duty"]
    section: str

    def decide(self) -> Decision[Outcome]:
        return is_duty(self.section)


class SearchCase(Asked):
    """May this civil submission search IDENT?"""

    question: Literal["may-search"]
    submitter: Submitter

    def decide(self) -> Decision[Outcome]:
        return may_search(self.submitter)


_PLAIN: Mapping[str, Callable[[], Decision[Outcome]]] = {
    "may-select-by-origin": may_select_by_origin,
    "must-query-after-no-match": must_query_after_no_match,
    "silence-means-no-match": silence_means_no_match,
}


class PlainCase(Asked):
    """A question without facts."""

    question: Literal["may-select-by-origin", "must-query-after-no-match", "silence-means-no-match"]

    def decide(self) -> Decision[Outcome]:
        return _PLAIN[self.question]()


class DraftCase(Case):
    """Does this complaint have what is asked for? What is only recommended does not count here."""

    question: Literal["review"]
    draft: Draft

    def decide(self) -> Decision[Completeness]:
        return review(self.draft)

    @property
    def outcome(self) -> Outcome:
        return Outcome.NO if self.decide().outcome is Completeness.LACKS_REQUIRED else Outcome.YES


class OverCase(Asked):
    """Are the 48 hours of a detainer over at this time? Both are local times without a zone."""

    question: Literal["is-over"]
    wording: Wording
    start: NaiveDatetime
    at: NaiveDatetime

    def decide(self) -> Decision[Outcome]:
        ends = deadline(self.wording, self.start)
        return Decision(Outcome.YES if ends.passed(self.at) else Outcome.NO, ends.rules)


class Said(Case):
    """Is the rules' answer the one that ``says`` names?"""

    says: StrEnum

    @property
    def outcome(self) -> Outcome:
        return Outcome.YES if self.decide().outcome is self.says else Outcome.NO


class LevelCase(Said):
    """Is an offense with this NCIC code of this level?"""

    question: Literal["is-level"]
    code: Annotated[str, Field(pattern=r"^[0-9]{4}$")]
    says: Level

    def decide(self) -> Decision[Level]:
        return level_of(self.code)

    @property
    def outcome(self) -> Outcome:
        return Outcome.NOT_SAID if self.decide().outcome is Level.NOT_SAID else super().outcome


class ReplyCase(Said):
    """Is this message of a scenario this reply?"""

    question: Literal["tell-apart"]
    scenario: str
    kind: Kind
    says: Reply

    def decide(self) -> Decision[Reply]:
        message = scenario(self.scenario).find(self.kind).message
        assert isinstance(message, EbtsMessage)
        return tell_apart(read(message.to_bytes()))


class ContactCase(Said):
    """Is this the place to ask about that?"""

    question: Literal["whom-to-ask"]
    about: Question
    says: Contact

    def decide(self) -> Decision[Contact]:
        return whom_to_ask(self.about)


AnyCase = Annotated[
    UseCase
    | KeepCase
    | ShareCase
    | ActCase
    | ConcernCase
    | DutyCase
    | SearchCase
    | PlainCase
    | DraftCase
    | OverCase
    | LevelCase
    | ReplyCase
    | ContactCase,
    Field(discriminator="question"),
]
"""A question to the rules, told apart by its name."""
