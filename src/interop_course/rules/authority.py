"""May we hold, arrest or question somebody because of a match?

State and local officers have no authority to act against suspected immigration violators, unless an exception
applies, and Secure Communities, an IDR or an IAR is none. The packet words the exceptions in two answers of the FAQ,
and they are kept apart here. This is the packet's text of March 2010 and no legal advice.
"""

from dataclasses import dataclass
from enum import StrEnum

from interop_course.rules.decision import Decision, Outcome, Rule


class Action(StrEnum):
    """What an officer would do because of the paper in hand."""

    HOLD = "hold"
    ARREST = "arrest"
    QUESTION = "question about immigration status"


class Basis(StrEnum):
    """What the officer has in hand."""

    IDR = "a match IDR"
    IAR = "an IAR"
    EXPECTED_DETAINER = "a detainer that may still come"
    DETAINER = "a detainer that was received"


class Exemption(StrEnum):
    """The exceptions as the two answers of the FAQ word them."""

    PROGRAM_287G = "participation in the 287(g) Program of ICE"
    STATE_REGULATION = "a requirement of State regulation"
    DHS_AUTHORIZATION = "authorization by DHS immigration officials"


@dataclass(frozen=True, slots=True)
class Situation:
    """What would be done, because of what, and which exceptions apply to the agency."""

    action: Action
    basis: Basis
    exemptions: frozenset[Exemption] = frozenset()


NO_AUTHORITY = Rule(
    "AU-none",
    "State and local officers are not authorized to act against suspected immigration violators.",
    ("faq@11", "faq@12"),
    ("C14",),
)
PROGRAM_GIVES_NONE = Rule(
    "AU-program",
    "Secure Communities gives local officers no authority to enforce immigration law. It is separate from 287(g).",
    ("le-overview@13", "sop-intro/1.0@46"),
    ("C14",),
)
IDR_GIVES_NONE = Rule(
    "AU-idr",
    "An IDR ties prints to an earlier record. It states no immigration status, is no detainer and is not to be read as "
    "derogatory.",
    ("idr-overview@22", "idr-overview@23", "sample-match@27"),
    ("C15", "C74"),
)
IAR_GIVES_NONE = Rule(
    "AU-iar",
    "An IAR informs as of its date and is no detainer. The words that a person may be amenable to arrest name a "
    "possibility and give a local agency no authority.",
    ("sample-match@28", "sample-match@29", "faq@11"),
    ("C16", "C87"),
)
ICE_ALONE = Rule(
    "AU-ice-alone",
    "ICE alone determines alienage and removability, and interviews the person where that is needed.",
    ("sop-ice-actions/3.2.1@51",),
    ("C15", "C16"),
)
NOT_THE_AGENCY = Rule(
    "AU-not-the-agency",
    "Under the agreement neither the bureau nor the local agency determines anybody's immigration status, nor whether "
    "a conviction makes somebody removable.",
    ("moa/III@35",),
)
NO_WAITING = Rule(
    "AU-no-waiting",
    "Nothing in the packet lets an agency hold a person while it waits for a detainer. The SOP foresees that release "
    "may come first, and that ICE may then ask for identity and location.",
    ("sop-process/2.1.5@48", "le-overview/footnote 3@14"),
    ("C26",),
)
DETAINER_HOLD = Rule(
    "AU-detainer",
    "The handout ties local holding to receiving a detainer, and limits it to 48 hours without weekends and holidays.",
    ("le-overview/footnote 3@14",),
    ("C24",),
)
DETAINER_ONLY_HOLD = Rule(
    "AU-detainer-only-hold",
    "What the packet ties to a received detainer is holding, and nothing else. The form itself is missing.",
    ("le-overview/footnote 3@14", "sop-app-c@54"),
    ("C24", "C84"),
)
TODAY = Rule(
    "AU-today",
    "This is a text of March 2010. Current rules on detainers are to be taken from counsel.",
    ("le-overview/footnote 3@14",),
    ("C24",),
)
EXCEPT_287G = Rule(
    "AU-287g",
    "One answer of the FAQ excepts agencies that participate in the 287(g) Program of ICE.",
    ("faq@11",),
    ("C14",),
)
EXCEPT_REGULATION = Rule(
    "AU-regulation",
    "Another answer of the FAQ excepts what State regulation requires, DHS immigration officials authorize, or both.",
    ("faq@12",),
    ("C14",),
)
FROM_ELSEWHERE = Rule(
    "AU-elsewhere",
    "Any such authority comes from elsewhere. The packet does not say how far it reaches.",
    ("faq@11", "faq@12", "sop-intro/1.0@46"),
    ("C14",),
)
PROFILING = Rule(
    "AU-profiling",
    "The agreement and the SOP do not permit using the systems for racial or ethnic profiling, or for anything else "
    "that violates the Fourth Amendment.",
    ("moa/VIII@38", "sop-intro/1.0@46"),
    ("C34",),
)
SUSPENSION = Rule(
    "AU-suspension",
    "Such use may bring the suspension of the local jurisdiction. The packet does not say who suspends; ICE reserves "
    "remedial action.",
    ("moa/VIII@38", "sop-intro/1.0@46"),
    ("C89",),
)

_EXCEPTION = {
    Exemption.PROGRAM_287G: EXCEPT_287G,
    Exemption.STATE_REGULATION: EXCEPT_REGULATION,
    Exemption.DHS_AUTHORIZATION: EXCEPT_REGULATION,
}

_BECAUSE = {
    Basis.IDR: (IDR_GIVES_NONE, ICE_ALONE, NOT_THE_AGENCY),
    Basis.IAR: (IAR_GIVES_NONE, ICE_ALONE, NOT_THE_AGENCY),
    Basis.EXPECTED_DETAINER: (NO_WAITING,),
    Basis.DETAINER: (DETAINER_ONLY_HOLD, ICE_ALONE),
}

_EXCEPTIONS = tuple(f"an exception that comes from elsewhere: {exemption.value}" for exemption in Exemption)
_CRIMINAL_LAW = "a ground of its own in criminal law, which is no matter of the packet"


def may_act(situation: Situation) -> Decision[Outcome]:
    """Decide whether the paper in hand gives a State or local officer authority for the action."""
    if situation.action is Action.HOLD and situation.basis is Basis.DETAINER:
        return Decision(Outcome.CONDITION, (DETAINER_HOLD, TODAY), ("more than 48 hours having passed",))
    if situation.exemptions:
        named = dict.fromkeys(_EXCEPTION[exemption] for exemption in Exemption if exemption in situation.exemptions)
        return Decision(Outcome.CONDITION, (FROM_ELSEWHERE, *named, NO_AUTHORITY))
    rules = (NO_AUTHORITY, *_BECAUSE[situation.basis], PROGRAM_GIVES_NONE)
    return Decision(Outcome.NO, rules, (*_EXCEPTIONS, _CRIMINAL_LAW))


def may_select_by_origin() -> Decision[Outcome]:
    """Decide whether the systems may be used to pick out people by race or ethnicity: they may not."""
    return Decision(Outcome.NO, (PROFILING, SUSPENSION))
