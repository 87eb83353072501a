"""What does the SOP ask of a local agency, and in which words?

Section 2.2 bears a heading and a lead-in that present its items as requests of ICE. Seven of them then say what the
agency will do, and the eighth encourages. Whether an agency that adopts the SOP is bound by "will" stays open.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from interop_course.rules.decision import Decision, Outcome, Rule
from interop_course.rules.errors import NotRequested


@dataclass(frozen=True, slots=True)
class Requested:
    """One item of SOP 2.2.

    Attributes:
        section: "2.2.3".
        text: what is asked, in the course's words.
        encouraged: whether it is worded as an encouragement rather than as something the agency will do.
    """

    section: str
    text: str
    encouraged: bool = False

    @property
    def rule(self) -> Rule:
        """The item as a rule."""
        verb = "encourages agencies to" if self.encouraged else "words this as something the agency will do:"
        return Rule(
            f"CO-{self.section}",
            f"SOP {self.section} {verb} {self.text}.",
            (f"sop-lea-actions/{self.section}@49",),
            ("C23",),
        )


REQUESTED: Mapping[str, Requested] = MappingProxyType(
    {
        item.section: item
        for item in (
            Requested("2.2.1", "abide by the conditions that the detainer form states"),
            Requested("2.2.2", "put the detainer into the person's file"),
            Requested("2.2.3", "tell ICE of a coming release or transfer, thirty days ahead or as soon as it is known"),
            Requested("2.2.4", "let ICE officers reach detained people, to interview them and to serve papers"),
            Requested("2.2.5", "find booking and detention data on a person with a detainer that ICE has lodged"),
            Requested("2.2.6", "follow the rules of CJIS and US-VISIT when it handles IDR and IAR messages"),
            Requested("2.2.7", "end automated birthplace queries to the LESC, where it has authority and discretion"),
            Requested("2.2.8", "explain the initiative in community outreach, with the local DRO office", True),
        )
    }
)
"""The items of SOP 2.2 by section."""

FRAMED_AS_REQUEST = Rule(
    "CO-request",
    "The heading and the lead-in of SOP 2.2 present its items as what ICE requests of local agencies.",
    ("sop-lea-actions/2.2@49",),
    ("C23",),
)
NO_CONSEQUENCE = Rule(
    "CO-consequence",
    "The packet states no penalty for declining, and does not say whether an agency that adopts the SOP is bound.",
    ("sop-lea-actions/2.2@49", "sop-intro@44"),
    ("C23",),
)
OPTIONAL_QUERY = Rule(
    "CO-optional-query",
    "After a no match the agency has the option, and not the duty, of a query by name to the LESC over NLETS.",
    ("sop-lea-actions/2.2.7@49",),
    ("C21", "C22"),
)


def is_duty(section: str) -> Decision[Outcome]:
    """Decide whether an item of SOP 2.2 is a legal duty of the agency.

    Args:
        section: the section, "2.2.1" to "2.2.8".

    Raises:
        NotRequested: SOP 2.2 has no such item.
    """
    if section not in REQUESTED:
        raise NotRequested(section)
    item = REQUESTED[section]
    if item.encouraged:
        return Decision(Outcome.NO, (item.rule, FRAMED_AS_REQUEST))
    return Decision(Outcome.NOT_SAID, (FRAMED_AS_REQUEST, item.rule, NO_CONSEQUENCE))


def must_query_after_no_match() -> Decision[Outcome]:
    """Decide whether an agency must send a query of its own when IDENT found nothing: it need not."""
    return Decision(
        Outcome.NO, (OPTIONAL_QUERY,), ("a duty from elsewhere, such as the existing policy that the FAQ points to",)
    )
