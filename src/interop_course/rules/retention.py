"""How long may I keep it?

The sharing policy sets no number of days. It asks what ties the person to a crime or an investigation, and where
nothing does, it lets IDR information stay only as long as confirming the identity takes. On the IAR it is silent.
"""

from dataclasses import dataclass

from interop_course.rules.decision import Decision, Outcome, Rule
from interop_course.rules.permitted_use import FEDERAL, Agency, Material


@dataclass(frozen=True, slots=True)
class Holding:
    """What an agency holds on a person, and why. None means: not told.

    Attributes:
        material: which part of the DHS response.
        agency: who holds it.
        suspected: whether the person is suspected in a crime.
        convicted: whether the person was convicted of a crime.
        nexus: whether the person has a tie to a criminal investigation.
        identity_confirmed: whether it is settled who the person is.
    """

    material: Material = Material.IDR
    agency: Agency = Agency.STATE_OR_LOCAL
    suspected: bool | None = None
    convicted: bool | None = None
    nexus: bool | None = None
    identity_confirmed: bool | None = None


GROUNDS = Rule(
    "RT-grounds",
    "IDR information may be kept if the person is suspected in a crime, was convicted of one, or has a tie to a "
    "criminal investigation.",
    ("idr-policy@58",),
    ("C08", "C09"),
)
UNTIL_CONFIRMED = Rule(
    "RT-until-confirmed",
    "Without any such ground, IDR information may stay no longer than confirming the identity takes.",
    ("idr-policy@58",),
    ("C08", "C09"),
)
ANY_GROUND = Rule(
    "RT-any-ground",
    "Our reading of loose drafting: any one of the three grounds is enough. The second sentence of the policy, read "
    "to the letter, asks for more.",
    ("idr-policy@58",),
    ("C09",),
    reading=True,
)
NO_DAYS = Rule("RT-no-days", "No text of the packet sets a number of days.", ("idr-policy@58", "faq@11"), ("C08",))
FAQ = Rule(
    "RT-faq",
    "The FAQ says more broadly that the arresting agency may keep or destroy an IDR, and sends readers to the policy.",
    ("faq@11",),
    ("C08",),
)
IAR_SILENT = Rule(
    "RT-iar",
    "The policy says nothing on keeping an IAR. The FAQ alone says that the arresting agency may keep or destroy it.",
    ("idr-policy@58", "faq@11"),
    ("C08", "C87"),
)


def may_keep(holding: Holding) -> Decision[Outcome]:
    """Decide whether the information may be kept, under the sharing policy."""
    if holding.agency is Agency.FEDERAL:
        return Decision(Outcome.NOT_GOVERNED, (FEDERAL,))
    if holding.material is Material.IAR:
        return Decision(Outcome.NOT_SAID, (IAR_SILENT, NO_DAYS))
    if holding.suspected and holding.nexus:
        return Decision(Outcome.YES, (GROUNDS, NO_DAYS, FAQ), ("the suspicion and the tie falling away",))
    grounds = (holding.suspected, holding.convicted, holding.nexus)
    if any(grounds):
        return Decision(Outcome.YES, (GROUNDS, ANY_GROUND, NO_DAYS), ("the ground falling away",))
    ground = "a suspicion, a conviction or a tie to a criminal investigation"
    if None in grounds:
        return Decision(Outcome.CONDITION, (GROUNDS, UNTIL_CONFIRMED, NO_DAYS), (ground,))
    if holding.identity_confirmed:
        return Decision(Outcome.NO, (UNTIL_CONFIRMED, NO_DAYS, FAQ), (ground,))
    return Decision(Outcome.CONDITION, (UNTIL_CONFIRMED, NO_DAYS), ("the identity being confirmed", ground))
