"""What can be asked of the rules through the door, and what they answer: a use, a deadline, a draft.

Uses and drafts are told by the ids of the widgets' questions and ticks, never by free text, so that nothing about a
real person passes through.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, NaiveDatetime, model_validator

from ..process import YEARS
from .counting import moment_state
from .deciding import ASKS, Verdict, judge_sharing, judge_use
from .drafting import CHANNELS, FILERS, LANGUAGES, PARTS, review_draft
from .practice_state import MomentState, RuleState
from .ruling import outcome_id, rule_state

Id = Annotated[str, Field(max_length=40)]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _known(answers: dict[str, str]) -> dict[str, str]:
    choices = {ask.id: {choice.id for choice in ask.choices} for ask in ASKS}
    for ask, answer in answers.items():
        if answer not in choices.get(ask, ()):
            raise ValueError(f"{answer!r} is no answer to {ask!r}. {_offer(choices.get(ask), choices)}")
    return answers


def _offer(answers: set[str] | None, asks: dict[str, set[str]]) -> str:
    return f"Its answers are {_listed(answers)}" if answers else f"The questions are {_listed(set(asks))}"


def _listed(ids: set[str]) -> str:
    return ", ".join(sorted(ids))


def _in_reach(start: NaiveDatetime) -> NaiveDatetime:
    if start.year not in YEARS:
        raise ValueError(f"the start is in the years {YEARS[0]} to {YEARS[-1]}, not in {start.year}")
    return start.replace(second=0, microsecond=0)


class JudgeRequest(_Value):
    """Judge a use, and the passing on, as "May I…?" describes them.

    Attributes:
        answers: for the id of a question the id of its answer; what is left out is not told.

    Refused: an unknown question or answer; the refusal lists those that there are.
    Source: the rules of use and sharing; each rule of the reply cites its page.
    """

    do: Literal["judge"] = "judge"
    answers: Annotated[dict[Id, Id], AfterValidator(_known)]


class DeadlineRequest(_Value):
    """Count 48 hours from a local time, as the packet's two sentences on detainers word them.

    Attributes:
        start: the moment from which to count, as ISO text without a zone, such as "2010-03-05T18:00"; seconds are
            left out.

    Refused: a time with a zone, and a year outside the course's calendar.
    Source: the rules of the detainer clock, and the federal holidays of that year. It is no legal advice.
    """

    do: Literal["deadline"] = "deadline"
    start: Annotated[NaiveDatetime, AfterValidator(_in_reach)]


class ReviewRequest(_Value):
    """Look at a draft of the practice complaint. It takes ids only, so nothing about a real person can be sent.

    Attributes:
        filer: who files.
        channel: how it is sent; empty where nothing was chosen.
        parts: what the draft holds.
        language: the language it is written in.

    Refused: an unknown id; the refusal lists those that there are.
    Source: the rules of the complaint; each rule of the reply cites its page.
    """

    do: Literal["review"] = "review"
    filer: Id
    channel: Id = ""
    parts: tuple[Id, ...] = ()
    language: Id = "english"

    @model_validator(mode="after")
    def _are_known(self) -> ReviewRequest:
        known = {
            "filer": ({filer.id for filer in FILERS}, [self.filer]),
            "channel": ({channel.id for channel in CHANNELS} | {""}, [self.channel]),
            "parts": ({part.id for part in PARTS}, self.parts),
            "language": ({language.id for language in LANGUAGES}, [self.language]),
        }
        for name, (ids, given) in known.items():
            if unknown := sorted(set(given) - ids):
                raise ValueError(f"{name} has no {unknown[0]!r}. It has {_listed(ids - {''})}")
        return self


class Ruling(_Value):
    """A decision.

    Attributes:
        outcome: the outcome as an id.
        word: the outcome in a word or two.
        rules: the rules it rests on.
        change: what would change it, a sentence each; for a draft what it lacks, what is asked for first.
        beside: rules that do not decide, to be kept in mind.
    """

    outcome: str
    word: str
    rules: tuple[RuleState, ...]
    change: tuple[str, ...]
    beside: tuple[RuleState, ...] = ()


class JudgeReply(_Value):
    """What the rules say.

    Attributes:
        use: of the use; null where too little was told.
        sharing: of the passing on; null where too little was told or nothing is passed on.
    """

    do: Literal["judge"] = "judge"
    ok: Literal[True] = True
    use: Ruling | None
    sharing: Ruling | None


class DeadlineReply(_Value):
    """The hours as counted.

    Attributes:
        moment: the start, the end by each of the two sentences, and the days between with their hours.
    """

    do: Literal["deadline"] = "deadline"
    ok: Literal[True] = True
    moment: MomentState


class ReviewReply(_Value):
    """How far the draft has come.

    Attributes:
        ruling: its outcome, and in ``change`` what the draft lacks.
    """

    do: Literal["review"] = "review"
    ok: Literal[True] = True
    ruling: Ruling


def judge(request: JudgeRequest) -> JudgeReply:
    """Answer a request to judge a use."""
    return JudgeReply(use=_ruling(judge_use(request.answers)), sharing=_ruling(judge_sharing(request.answers)))


def count(request: DeadlineRequest) -> DeadlineReply:
    """Answer a request to count. Raises NoCalendar where the library with the holidays is not installed."""
    return DeadlineReply(moment=moment_state(request.start))


def review(request: ReviewRequest) -> ReviewReply:
    """Answer a request to look at a draft."""
    decision = review_draft(request.filer, request.channel, request.parts, request.language)
    return ReviewReply(
        ruling=Ruling(
            outcome=outcome_id(decision.outcome),
            word=decision.outcome.value,
            rules=tuple(map(rule_state, decision.rules)),
            change=decision.would_change,
        )
    )


def _ruling(verdict: Verdict | None) -> Ruling | None:
    if verdict is None:
        return None
    return Ruling(
        outcome=outcome_id(verdict.decision.outcome),
        word=verdict.word,
        rules=tuple(map(rule_state, verdict.decision.rules)),
        change=verdict.decision.would_change,
        beside=tuple(map(rule_state, verdict.beside)),
    )
