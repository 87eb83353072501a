"""From the rules on use and sharing to the state of "May I…?": the questions, and every decision about the answers.

The questions say what a learner can describe; what follows is for the rules. The ids of questions and answers are
one vocabulary for the widget, for the door and for whoever else asks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from ..rules import (
    Agency,
    Decision,
    Disclosure,
    Material,
    Outcome,
    Purpose,
    Question,
    Recipient,
    Rule,
    Standing,
    Use,
    may_share,
    may_use,
    whom_to_ask,
)
from ..rules.sharing import VISA, VISA_UNMARKED
from .diagram import UNKNOWN, Answers, Diagram
from .practice_state import AskState, BranchState, ChoiceState, DecisionState, MayIState
from .ruling import Pool, outcome_id

_CASE, _PUBLIC, _JOBS, _DATA, _AGENCY = (
    "The person and the case", "Showing it to the public", "Jobs and passes", "Collections of data", "In the agency",
)  # fmt: skip

PURPOSES: dict[str, tuple[str, str, Purpose]] = {
    "identity": (_CASE, "find out who the person is", Purpose.IDENTITY),
    "investigation": (_CASE, "help an investigation", Purpose.INVESTIGATION),
    "case-file": (_CASE, "put it into an investigative case file", Purpose.CASE_FILE),
    "array": (_CASE, "show the photo in an array or a lineup", Purpose.ARRAY),
    "poster": (_PUBLIC, "print it on a wanted poster or flyer", Purpose.POSTER),
    "press": (_PUBLIC, "show it at a press conference", Purpose.PRESS_CONFERENCE),
    "announcement": (_PUBLIC, "use it in a public service announcement", Purpose.SERVICE_ANNOUNCEMENT),
    "campaign": (_PUBLIC, "use it in a crime awareness campaign", Purpose.AWARENESS_CAMPAIGN),
    "social-media": (_PUBLIC, "post it on social media (no wanted flyer)", Purpose.SOCIAL_MEDIA),
    "job": (_JOBS, "check a person who applies for a job", Purpose.EMPLOYMENT_CHECK),
    "government-job": (_JOBS, "check a person who applies for a government job", Purpose.EMPLOYMENT_CHECK),
    "police-job": (_JOBS, "check a person who applies for a job in law enforcement", Purpose.POLICE_JOB_CHECK),
    "credentials": (_JOBS, "issue credentials to employees outside government", Purpose.CREDENTIALS),
    "government-credentials": (_JOBS, "issue credentials to government employees", Purpose.GOVERNMENT_CREDENTIALS),
    "data-mining": (_DATA, "search databases for patterns", Purpose.DATA_MINING),
    "database": (_DATA, "build a database", Purpose.DATABASE),
    "beyond-collector": (
        _DATA, "serve a purpose that its original collector did not intend", Purpose.BEYOND_COLLECTOR,
    ),
    "officer-safety": (_AGENCY, "warn officers, for their safety", Purpose.OFFICER_SAFETY),
    "training": (_AGENCY, "train staff", Purpose.TRAINING),
    "education": (_AGENCY, "teach a class", Purpose.EDUCATION),
    "other": (_AGENCY, "do something else", Purpose.OTHER),
}  # fmt: skip
"""What for: id -> the group it stands in, its words, and what it is to the rules."""

_AGENCIES = {"state-or-local": Agency.STATE_OR_LOCAL, "tribal": Agency.TRIBAL, "federal": Agency.FEDERAL}
_MATERIALS = {"idr": Material.IDR, "photo": Material.IDR, "iar": Material.IAR}
_STANDINGS = {"suspect": Standing.SUSPECT, "subject": Standing.SUBJECT, "neither": Standing.NEITHER}
_RECIPIENTS = {
    "case-agency": Recipient.CASE_AGENCY, "task-force": Recipient.TASK_FORCE, "other-agency": Recipient.OTHER_AGENCY,
    "outside": Recipient.NOT_LAW_ENFORCEMENT,
}  # fmt: skip
_FACTS = {"yes": True, "no": False}


def _choices(*pairs: tuple[str, str]) -> tuple[ChoiceState, ...]:
    return tuple(ChoiceState(id=id, label=label) for id, label in pairs)


_DO_NOT_KNOW = (UNKNOWN, "I do not know")
_YES_NO = _choices(("yes", "yes"), ("no", "no"), _DO_NOT_KNOW)

ASKS: tuple[AskState, ...] = (
    AskState(
        id="agency",
        legend="Who wants to use it?",
        choices=_choices(
            ("state-or-local", "a State or local agency"),
            ("tribal", "a tribal agency"),
            ("federal", "a federal agency"),
        ),
        first="state-or-local",
    ),
    AskState(
        id="material",
        legend="What is to be used?",
        choices=_choices(
            ("idr", "details from an IDR: a name, a date, an encounter ID"),
            ("photo", "the photo in an IDR"),
            ("iar", "an IAR, the answer on status"),
        ),
        first="idr",
    ),
    AskState(
        id="purpose",
        legend="What for?",
        choices=tuple(ChoiceState(id=id, label=label, group=group) for id, (group, label, _) in PURPOSES.items()),
    ),
    AskState(id="in-custody", legend="Is the person detained or in custody?", choices=_YES_NO),
    AskState(
        id="related",
        legend="Is the investigation ongoing, and related to the person in custody?",
        choices=_YES_NO,
    ),
    AskState(
        id="standing",
        legend="What is the person in the IDR to the investigation?",
        choices=_choices(*((id, value.value) for id, value in _STANDINGS.items()), _DO_NOT_KNOW),
    ),
    AskState(
        id="permission",
        legend="Have the owner or owners of the data permitted it?",
        hint="The packet does not say who that is.",
        choices=_YES_NO,
    ),
    AskState(
        id="recipient",
        legend="Does any of it leave your agency?",
        choices=_choices(
            ("nobody", "no, it stays here"), *((id, f"yes, to {value.value}") for id, value in _RECIPIENTS.items())
        ),
        first="nobody",
    ),
    AskState(
        id="ground",
        legend="Do you keep it because the person is suspected in a crime or tied to one?",
        choices=_YES_NO,
    ),
    AskState(
        id="visa-record",
        legend="Does it come from a visa record of the State Department?",
        hint="The message does not mark it.",
        choices=_YES_NO,
    ),
    AskState(
        id="consent", legend="Has the State Department expressly consented to it in writing?", choices=_YES_NO
    ),
)  # fmt: skip
"""All questions, in the order in which they are put."""

USE = ("agency", "material", "purpose", "in-custody", "related", "standing", "permission")
SHARING = ("agency", "material", "recipient", "ground", "visa-record", "consent")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision, the word for it, and the rules to be kept in mind beside it."""

    decision: Decision[Outcome]
    word: str
    beside: tuple[Rule, ...] = ()


def use_of(answers: Answers) -> Use | None:
    """The use that the answers describe, or None where agency, material or purpose is missing."""
    if not {"agency", "material", "purpose"} <= answers.keys():
        return None
    return Use(
        PURPOSES[answers["purpose"]][2],
        _MATERIALS[answers["material"]],
        _AGENCIES[answers["agency"]],
        in_custody=_FACTS.get(answers.get("in-custody", "")),
        related=_FACTS.get(answers.get("related", "")),
        standing=_STANDINGS.get(answers.get("standing", "")),
        permission=_FACTS.get(answers.get("permission", "")),
    )


def disclosure_of(answers: Answers) -> Disclosure | None:
    """What the answers pass on; None where nothing leaves the agency, or too little was told."""
    recipient = _RECIPIENTS.get(answers.get("recipient", ""))
    if recipient is None or not {"agency", "material"} <= answers.keys():
        return None
    return Disclosure(
        recipient,
        _MATERIALS[answers["material"]],
        _AGENCIES[answers["agency"]],
        ground=_FACTS.get(answers.get("ground", "")),
        visa_record=_FACTS.get(answers.get("visa-record", "")),
        consent=_FACTS.get(answers.get("consent", "")),
    )


def judge_use(answers: Answers) -> Verdict | None:
    """What the rules say of the described use."""
    use = use_of(answers)
    if use is None:
        return None
    decision = may_use(use)
    return Verdict(decision, _word_for_use(use, decision.outcome), _beside(use, answers["material"], decision.outcome))


def judge_sharing(answers: Answers) -> Verdict | None:
    """What the rules say of the described passing on."""
    disclosure = disclosure_of(answers)
    if disclosure is None:
        return None
    decision = may_share(disclosure)
    return Verdict(decision, _SHARING_WORDS[decision.outcome])


_WORDS = {
    Outcome.YES: "Allowed",
    Outcome.NO: "Prohibited",
    Outcome.CONDITION: "On a condition",
    Outcome.NOT_SAID: "The packet does not say",
    Outcome.NOT_GOVERNED: "The policy does not govern this",
}
_SHARING_WORDS = _WORDS | {Outcome.YES: "May be passed on", Outcome.NO: "May not be passed on"}
_SHOWN_OUTSIDE = frozenset({Purpose.ARRAY, Purpose.POSTER})
"""Authorized uses that by their nature show the information outside the agency."""


def _word_for_use(use: Use, outcome: Outcome) -> str:
    if outcome is Outcome.CONDITION and use.purpose is Purpose.POSTER:
        return "Permission first"
    return _WORDS[outcome]


def _beside(use: Use, material: str, outcome: Outcome) -> tuple[Rule, ...]:
    """The limit on visa records where a use shows the information outside; the address for photos in an edge case."""
    rules: tuple[Rule, ...] = ()
    if use.purpose in _SHOWN_OUTSIDE and outcome in (Outcome.YES, Outcome.CONDITION):
        rules += (VISA, VISA_UNMARKED)
    if material == "photo" and outcome in (Outcome.CONDITION, Outcome.NOT_SAID):
        rules += whom_to_ask(Question.PHOTO_USE).rules
    return rules


@cache
def may_i_state() -> MayIState:
    """Every decision about every use that can be described."""
    diagram: Diagram[Verdict] = Diagram()
    branches = (
        _branch(diagram, "use", "May I use it so?", USE, judge_use),
        _branch(diagram, "sharing", "May I pass it on?", SHARING, judge_sharing),
    )
    pool = Pool()
    decisions = tuple(decision_state(verdict, pool) for verdict in diagram.verdicts)
    return MayIState(
        title="May I …?",
        intro=(
            "Describe what somebody wants to do with a reply from DHS, and see what the packet of March 2010 answers. "
            "Questions appear where they matter. This is practice, and no legal advice."
        ),
        asks=ASKS,
        branches=branches,
        nodes=tuple(diagram.nodes),
        decisions=decisions,
        rules=pool.states(),
    )


def decision_state(verdict: Verdict, pool: Pool) -> DecisionState:
    """A verdict as a widget shows it, its rules put into the pool."""
    decision = verdict.decision
    return DecisionState(
        outcome=outcome_id(decision.outcome),
        word=verdict.word,
        rules=pool.places(decision.rules),
        change=decision.would_change,
        beside=pool.places(verdict.beside),
    )


def _branch(
    diagram: Diagram[Verdict], id: str, title: str, asks: tuple[str, ...], judge: Callable[[Answers], Verdict | None]
) -> BranchState:
    answers = {ask.id: tuple(choice.id for choice in ask.choices) for ask in ASKS}
    start = diagram.grow([(ask, answers[ask]) for ask in asks], judge)
    return BranchState(id=id, title=title, asks=asks, start=start)
