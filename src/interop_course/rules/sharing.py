"""Whom may I give it to?

Two layers: the sharing policy lets an agency share IDR information about a suspect with law enforcement on the same
case, and information from a visa record goes to nobody without the State Department's written consent.
"""

from dataclasses import dataclass
from enum import StrEnum

from interop_course.rules.decision import Decision, Outcome, Rule
from interop_course.rules.permitted_use import CONFIDENTIAL, FEDERAL, Agency, Material


class Recipient(StrEnum):
    """Who asks for the information."""

    CASE_AGENCY = "a law enforcement agency on the same case"
    TASK_FORCE = "a law enforcement agency in a joint task force"
    OTHER_AGENCY = "another law enforcement agency"
    NOT_LAW_ENFORCEMENT = "somebody outside law enforcement"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What would be passed on, and to whom. None means: not told.

    Attributes:
        recipient: to whom.
        material: which part of the DHS response.
        agency: who would pass it on.
        ground: whether the agency keeps it because the person is suspected or has a tie to a crime.
        visa_record: whether it comes from a visa record of the State Department.
        consent: whether the State Department has expressly consented in writing.
    """

    recipient: Recipient
    material: Material = Material.IDR
    agency: Agency = Agency.STATE_OR_LOCAL
    ground: bool | None = None
    visa_record: bool | None = None
    consent: bool | None = None


ON_THE_CASE = Rule(
    "SH-case",
    "An agency that keeps IDR information because of a suspicion or a tie to a crime may share it with law "
    "enforcement agencies on that case or in a joint task force.",
    ("idr-policy@58",),
    ("C09", "C10"),
)
CHANNELS = Rule(
    "SH-channels",
    "Every other law enforcement agency asks through the processes set up with the Departments of Justice and "
    "Homeland Security.",
    ("idr-policy@58",),
    ("C10",),
)
NOBODY_ELSE = Rule(
    "SH-nobody-else",
    "The policy's permission names law enforcement agencies and nobody else.",
    ("idr-policy@58", "idr-policy@57"),
)
VISA = Rule(
    "SH-visa",
    "Information from a visa record goes to nobody but the receiving agency without the State Department's express "
    "consent in writing.",
    ("sample-match@27",),
    ("C10",),
)
VISA_UNMARKED = Rule(
    "SH-visa-unmarked",
    "The sample IDR does not mark where its encounters come from, and the visa notice is printed in the no-match "
    "sample too, so neither tells whether a visa record is there. Check before passing anything on.",
    ("sample-match@27", "sample-match@28", "sample-no-match@30"),
    ("C10", "C11"),
)
IAR_SILENT = Rule(
    "SH-iar",
    "The sharing rule speaks of IDR information. The packet has no equal rule for the IAR.",
    ("idr-policy@58",),
    ("C87",),
)


def may_share(disclosure: Disclosure) -> Decision[Outcome]:
    """Decide whether the information may be passed on."""
    if disclosure.agency is Agency.FEDERAL:
        return Decision(Outcome.NOT_GOVERNED, (FEDERAL,))
    if disclosure.recipient is Recipient.NOT_LAW_ENFORCEMENT:
        return Decision(Outcome.NO, (CONFIDENTIAL, NOBODY_ELSE, VISA))
    if disclosure.material is Material.IAR:
        return Decision(Outcome.NOT_SAID, (IAR_SILENT, CONFIDENTIAL, VISA))
    if disclosure.recipient is Recipient.OTHER_AGENCY:
        way = "a request through the processes of the two Departments"
        return Decision(Outcome.NO, (CHANNELS, VISA), (way,))
    return _on_the_case(disclosure)


def _on_the_case(disclosure: Disclosure) -> Decision[Outcome]:
    ground = "the person being suspected or having a tie to the crime"
    consent = "the State Department's consent in writing"
    if disclosure.ground is False:
        return Decision(Outcome.NO, (ON_THE_CASE, NOBODY_ELSE), (ground,))
    if disclosure.visa_record and disclosure.consent is False:
        return Decision(Outcome.NO, (VISA, ON_THE_CASE), (consent,))
    lacking = []
    if disclosure.ground is None:
        lacking.append(ground)
    if disclosure.visa_record is None and not disclosure.consent:
        lacking.append("whether it comes from a visa record")
    if disclosure.visa_record and disclosure.consent is None:
        lacking.append(consent)
    if lacking:
        return Decision(Outcome.CONDITION, (ON_THE_CASE, VISA, VISA_UNMARKED), tuple(lacking))
    return Decision(Outcome.YES, (ON_THE_CASE, VISA))
