"""May I use this IDR for that?

The sharing policy answers with a closed list: five uses are authorized, and every other one is prohibited. It also
names some prohibited uses, but these are examples; a use that nobody named is off the list all the same. The policy
speaks of IDR information and governs State, local and tribal agencies. What it says is not extended to the IAR.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from interop_course.rules.decision import Decision, Outcome, Rule


class Purpose(StrEnum):
    """What somebody wants to do with the information."""

    IDENTITY = "find out who a person in custody is"
    INVESTIGATION = "help an investigation"
    CASE_FILE = "put it into an investigative case file"
    ARRAY = "show the photo in an array or a lineup"
    POSTER = "print a wanted poster or flyer"
    BEYOND_COLLECTOR = "serve a purpose that its original collector did not intend"
    DATA_MINING = "search databases for patterns"
    DATABASE = "build a database"
    CREDENTIALS = "issue credentials to employees outside government"
    GOVERNMENT_CREDENTIALS = "issue credentials to government employees"
    SERVICE_ANNOUNCEMENT = "make a public service announcement"
    PRESS_CONFERENCE = "show it at a press conference"
    EDUCATION = "educate"
    TRAINING = "train staff"
    AWARENESS_CAMPAIGN = "run a crime awareness campaign"
    EMPLOYMENT_CHECK = "check a person who applies for a job"
    POLICE_JOB_CHECK = "check a person who applies for a job in law enforcement"
    OFFICER_SAFETY = "keep officers safe"
    SOCIAL_MEDIA = "post it on social media"
    OTHER = "do something else"


class Material(StrEnum):
    """Which part of the DHS response is to be used."""

    IDR = "IDENT Data Response"
    IAR = "Immigration Alien Response"


class Agency(StrEnum):
    """Who wants to use it."""

    STATE_OR_LOCAL = "State or local"
    TRIBAL = "tribal"
    FEDERAL = "federal"


class Standing(StrEnum):
    """What the person in the IDR is to the investigation."""

    SUSPECT = "its suspect"
    SUBJECT = "its subject, but no suspect"
    NEITHER = "neither its subject nor a suspect"


@dataclass(frozen=True, slots=True)
class Use:
    """A use as a learner describes it. None means: not told.

    Attributes:
        purpose: what for.
        material: of which part of the response.
        agency: by whom.
        in_custody: whether the person is detained or in custody.
        related: whether the investigation is ongoing and has to do with the person in custody.
        standing: what the person is to the investigation of an array or lineup.
        permission: whether the owner or owners of the data have permitted a poster or flyer.
    """

    purpose: Purpose
    material: Material = Material.IDR
    agency: Agency = Agency.STATE_OR_LOCAL
    in_custody: bool | None = None
    related: bool | None = None
    standing: Standing | None = None
    permission: bool | None = None


CLOSED_LIST = Rule(
    "PU-closed-list",
    "The sharing policy authorizes five uses of IDR information and prohibits every other one, named or not.",
    ("idr-policy@57", "faq@11"),
    ("C01",),
)
TRIBAL = Rule(
    "PU-tribal",
    "The policy governs tribal agencies as well, though the sentence before its list leaves out the word.",
    ("idr-policy@57", "faq@11"),
    ("C07",),
)
FEDERAL = Rule("PU-federal", "Use by federal agencies is outside the policy.", ("faq@11",), ("C07",))
IDENTITY = Rule(
    "PU-identity",
    "Finding out who a person detained or in custody is, is the first authorized use.",
    ("idr-policy@57",),
    ("C01",),
)
INVESTIGATION = Rule(
    "PU-investigation",
    "Helping an ongoing investigation is authorized where it has to do with the person in custody.",
    ("idr-policy@57",),
    ("C90",),
)
CASE_FILE = Rule(
    "PU-case-file", "IDR information may be part of an investigative case file of law enforcement.", ("idr-policy@57",)
)
ARRAY = Rule(
    "PU-array",
    "An array or lineup may hold the IDR photo of the person who is the suspect of its investigation.",
    ("idr-policy@57",),
    ("C02",),
)
FILLER = Rule(
    "PU-filler",
    "The IDR photo of anyone who is not the subject of the investigation is prohibited in an array or lineup, "
    "so it can never be a filler.",
    ("idr-policy@57",),
    ("C02",),
)
UNCLEAR_ARRAY = Rule(
    "PU-array-unclear",
    "The policy also speaks of arrays in which a witness identification is sought. What that adds beyond suspects is "
    "unclear; such cases go to afis@dhs.gov.",
    ("idr-policy@57", "idr-policy@58"),
    ("C02",),
)
POSTER = Rule(
    "PU-poster",
    "A wanted poster or flyer may carry IDR information once the owner or owners of the data have permitted it. "
    "The policy does not say who that is.",
    ("idr-policy/footnote 1@57",),
    ("C05", "C06"),
)
COLLECTOR = Rule(
    "PU-collector",
    "A purpose beyond the one that the original collector intended is prohibited. The term is not defined.",
    ("idr-policy@57",),
    ("C06",),
)
DATA_MINING = Rule(
    "PU-data-mining",
    "Data mining is prohibited. The definition, which the policy quotes in part, is about working through electronic "
    "databases by pattern, with queries, searches or other analysis.",
    ("idr-policy@57", "idr-policy/footnote 2@57"),
    ("C88",),
)
DATABASE = Rule(
    "PU-database",
    "No database is among the authorized uses. The policy names one kind as prohibited, of people who are neither "
    "suspected nor of interest and have no tie to a crime. The name is an example and permits no other kind.",
    ("idr-policy@58", "idr-policy@57"),
    ("C03",),
)
CREDENTIALS = Rule(
    "PU-credentials", "Credentialing employees outside government is prohibited by name.", ("idr-policy@58",), ("C13",)
)
GOVERNMENT_CREDENTIALS = Rule(
    "PU-government-credentials",
    "Only employees outside government are named. Credentialing others is off the list all the same: not named does "
    "not mean allowed.",
    ("idr-policy@57", "idr-policy@58"),
    ("C13",),
)
SERVICE_ANNOUNCEMENT = Rule(
    "PU-announcement", "Public service announcements are prohibited by name.", ("idr-policy@58",), ("C05",)
)
PRESS_CONFERENCE = Rule(
    "PU-press",
    "Press conferences are prohibited by name, also for an image that may stand on a poster.",
    ("idr-policy@58",),
    ("C05",),
)
EDUCATION = Rule(
    "PU-education",
    "Educational purposes are prohibited by name, and no exception is stated.",
    ("idr-policy@58",),
    ("C04",),
)
TRAINING = Rule(
    "PU-training",
    "Training is not among the five uses, and no exception to the ban on educational purposes is stated. Training "
    "takes invented data.",
    ("idr-policy@57", "idr-policy@58"),
    ("C04",),
)
AWARENESS = Rule("PU-awareness", "Crime awareness campaigns are prohibited by name.", ("idr-policy@58",), ("C05",))
CIVIL = Rule(
    "PU-civil",
    "A State or local agency may run no civil search, such as a background check for a job. Jobs in law enforcement "
    "are no exception.",
    ("idr-overview@23",),
    ("C01", "C12", "C13"),
)
OFFICER_SAFETY = Rule(
    "PU-officer-safety",
    "Officer safety is not among the five uses. The handout that mentions it speaks of immigration and criminal "
    "history information, not of the IDR as such.",
    ("idr-policy@57", "le-overview@14"),
    ("C90",),
)
IAR_NOT_LISTED = Rule(
    "PU-iar",
    "The policy's list speaks of IDR information only. The packet has no equal list for the IAR.",
    ("idr-policy@57",),
    ("C87",),
)
IAR_NATURE = Rule(
    "PU-iar-nature",
    "What the packet does say of an IAR: it is for law enforcement and for information, holds as of its date, is no "
    "detainer, and gives no authority to act against suspected immigration violators.",
    ("sample-match@28", "faq@11", "idr-overview@23"),
    ("C16", "C87"),
)
CONFIDENTIAL = Rule(
    "PU-confidential",
    "Every DHS response holds personal information, is confidential, and may not be shown or used outside the scope "
    "for which it was received.",
    ("idr-overview@23", "idr-overview@24"),
    ("C87",),
)

_PROHIBITED: Mapping[Purpose, Rule] = {
    Purpose.BEYOND_COLLECTOR: COLLECTOR,
    Purpose.DATA_MINING: DATA_MINING,
    Purpose.DATABASE: DATABASE,
    Purpose.CREDENTIALS: CREDENTIALS,
    Purpose.GOVERNMENT_CREDENTIALS: GOVERNMENT_CREDENTIALS,
    Purpose.SERVICE_ANNOUNCEMENT: SERVICE_ANNOUNCEMENT,
    Purpose.PRESS_CONFERENCE: PRESS_CONFERENCE,
    Purpose.EDUCATION: EDUCATION,
    Purpose.TRAINING: TRAINING,
    Purpose.AWARENESS_CAMPAIGN: AWARENESS,
    Purpose.EMPLOYMENT_CHECK: CIVIL,
    Purpose.POLICE_JOB_CHECK: CIVIL,
    Purpose.OFFICER_SAFETY: OFFICER_SAFETY,
}

PUBLICITY = frozenset(
    {Purpose.SERVICE_ANNOUNCEMENT, Purpose.PRESS_CONFERENCE, Purpose.AWARENESS_CAMPAIGN, Purpose.SOCIAL_MEDIA}
)
"""Purposes that show the information to the public at large."""


def may_use(use: Use) -> Decision[Outcome]:
    """Decide whether a use is authorized under the sharing policy."""
    if use.agency is Agency.FEDERAL:
        return Decision(Outcome.NOT_GOVERNED, (FEDERAL,), ("the user being a State, local or tribal agency",))
    if use.material is Material.IAR:
        return _of_the_iar(use.purpose)
    decision = _of_the_idr(use)
    if use.agency is Agency.TRIBAL:
        return Decision(decision.outcome, (*decision.rules, TRIBAL), decision.would_change)
    return decision


def _of_the_iar(purpose: Purpose) -> Decision[Outcome]:
    if purpose in (Purpose.EMPLOYMENT_CHECK, Purpose.POLICE_JOB_CHECK):
        return Decision(Outcome.NO, (CIVIL, IAR_NATURE))
    if purpose in PUBLICITY:
        return Decision(Outcome.NO, (CONFIDENTIAL, IAR_NATURE))
    return Decision(Outcome.NOT_SAID, (IAR_NOT_LISTED, IAR_NATURE, CONFIDENTIAL))


def _of_the_idr(use: Use) -> Decision[Outcome]:
    match use.purpose:
        case Purpose.IDENTITY:
            return _if(use.in_custody, IDENTITY, "the person being detained or in custody")
        case Purpose.INVESTIGATION:
            met = _all(use.in_custody, use.related)
            return _if(met, INVESTIGATION, "the investigation being ongoing and about the person in custody")
        case Purpose.CASE_FILE:
            return Decision(Outcome.YES, (CASE_FILE, CLOSED_LIST))
        case Purpose.ARRAY:
            return _array(use.standing)
        case Purpose.POSTER:
            return _if(use.permission, POSTER, "the permission of the owner or owners of the data")
        case Purpose.SOCIAL_MEDIA | Purpose.OTHER:
            return Decision(Outcome.NO, (CLOSED_LIST,), ("the use being one of the five on the list",))
        case purpose:
            return Decision(Outcome.NO, (_PROHIBITED[purpose], CLOSED_LIST))


def _all(*facts: bool | None) -> bool | None:
    """Whether all facts hold; None where that hangs on one that was not told."""
    if False in facts:
        return False
    return None if None in facts else True


def _if(met: bool | None, rule: Rule, condition: str) -> Decision[Outcome]:
    if met:
        return Decision(Outcome.YES, (rule, CLOSED_LIST))
    return Decision(Outcome.CONDITION if met is None else Outcome.NO, (rule, CLOSED_LIST), (condition,))


def _array(standing: Standing | None) -> Decision[Outcome]:
    suspect = "the person being the suspect of the investigation"
    match standing:
        case Standing.SUSPECT:
            return Decision(Outcome.YES, (ARRAY, FILLER, CLOSED_LIST))
        case Standing.NEITHER:
            return Decision(Outcome.NO, (FILLER, CLOSED_LIST), (suspect,))
        case Standing.SUBJECT:
            return Decision(Outcome.NOT_SAID, (UNCLEAR_ARRAY, FILLER), (suspect,))
        case None:
            return Decision(Outcome.CONDITION, (ARRAY, FILLER), (suspect,))
