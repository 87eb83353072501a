"""What is this reply, what does it not say, why did nothing come, and whom do I ask?

A submission brings two SREs to the state: the usual one of IAFIS, and one with what IDENT and the LESC answered.
Their headers are alike. A state may change a reply before the local agency sees it, so what is told here from fields
holds for the form in which CJIS sends it.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from interop_course.rules.decision import Decision, Outcome, Rule
from interop_course.wire import Transaction


class Reply(StrEnum):
    """What a reply is."""

    IAFIS = "the reply of IAFIS"
    DHS_MATCH = "the DHS reply, reporting a match"
    DHS_NO_MATCH = "the DHS reply, reporting no match"
    ERROR = "an error"
    UNCLEAR = "not to be told from these fields"


class Question(StrEnum):
    """What somebody wants to know about a reply."""

    PHOTO_USE = "may I use the photo in this IDR?"
    IDR = "what does this IDR mean?"
    IAFIS_REPLY = "what does this IAFIS reply mean?"
    VISA_RECORD = "what does this visa record mean, and may it be disclosed?"
    LEGAL_STATUS = "what is this person's legal status?"


class Contact(StrEnum):
    """Whom to ask. Addresses are those of the packet, of 2010, and must be checked before use."""

    AFIS = "afis@dhs.gov, subject IDR Photo Request, with the EID, the agency and a contact"
    CJIS = "the CJIS Division of the FBI"
    STATE_DEPARTMENT = "the Department of State"
    DHS = "the Department of Homeland Security"
    NOT_SAID = "the packet names two places: the LESC and, with the EID at hand, the local ICE office"


DHS_ORIGIN = Rule(
    "RE-origin",
    "USVISIT0Z in 1.08 shows that a reply carries information from IDENT. It does not show a match.",
    ("shared-services@26", "sample-no-match@30"),
    ("C70",),
)
FINDING = Rule(
    "RE-finding",
    "In the DHS reply, 2.059 says I for a match and N for none.",
    ("shared-services@26",),
    ("C70",),
)
SAME_TYPE = Rule(
    "RE-same-type",
    "Both replies are SREs and have the same header, so neither tells them apart.",
    ("shared-services@26", "sample-match@27", "sample-no-match@30"),
    ("C42",),
)
ERROR = Rule(
    "RE-error",
    "ERRT in 1.04 marks an error, and 2.060 says which. It reports neither a match nor a no match.",
    ("sample-errors@31",),
    ("C75",),
)
ALTERED = Rule(
    "RE-altered",
    "A state may change the reply before it reaches the local agency.",
    ("shared-services@26",),
)
SILENCE = Rule(
    "RE-silence",
    "Hearing nothing shows neither a match nor a no match. A no-match IDR is a reply of its own.",
    ("process-flow/step 3@19", "faq@10"),
    ("C40",),
)
TRANSACTION_NUMBER = Rule(
    "RE-north-carolina",
    "North Carolina matches the DHS reply by a transaction number that its own system assigns.",
    ("nff@21",),
)
STATE_NUMBER = Rule("RE-florida", "Florida matches the DHS reply by the State identification number.", ("nff@21",))

CAUSES: tuple[Rule, ...] = (
    Rule(
        "RE-cannot-receive",
        "The bureau of the state may not be able to receive DHS replies.",
        ("faq@10", "moa/IV.B@36"),
        ("C40", "C41"),
    ),
    Rule(
        "RE-not-routed",
        "The state may not route them on to local agencies.",
        ("sop-process/2.1.4@47", "sop-identification/3.1.4@50"),
        ("C40", "C41"),
    ),
    Rule("RE-not-participating", "The agency may not take part.", ("faq@8", "nff@21"), ("C49",)),
    Rule("RE-civil", "The submission may be a civil one.", ("idr-overview@23", "faq@8"), ("C12",)),
    Rule(
        "RE-not-yet",
        "The reply may still be on its way: for a match the SOP gives four hours to send it to the bureau, counted "
        "from CJIS receiving the prints; for a no match 24 hours from submission.",
        ("sop-process/2.1.4@48",),
        ("C37", "C38"),
    ),
    Rule(
        "RE-ngi",
        "As planned for NGI, no reply comes unless the submission names repository 9 in its NDR field.",
        ("faq@10",),
        ("C54",),
    ),
)
"""Why no DHS reply may have come."""

STATES: Mapping[str, Rule] = MappingProxyType({"North Carolina": TRANSACTION_NUMBER, "Florida": STATE_NUMBER})
"""By what a state with a National Fingerprint File ties the DHS reply to its submission, as of August 2009."""

_ASK: Mapping[Question, tuple[Contact, Rule]] = MappingProxyType(
    {
        Question.PHOTO_USE: (
            Contact.AFIS,
            Rule(
                "RE-ask-photo",
                "Questions on the use of IDR photos go to afis@dhs.gov, with the subject line IDR Photo Request, the "
                "encounter ID, the agency's name and a contact.",
                ("idr-policy@58", "faq@11"),
                ("C80",),
            ),
        ),
        Question.IDR: (
            Contact.NOT_SAID,
            Rule(
                "RE-ask-idr",
                "For a general question on an IDR the FAQ names the LESC, whose details stand on the IAR, and the "
                "information sheet the local ICE office, with the EID at hand.",
                ("faq@11", "idr-overview@24"),
                ("C80",),
            ),
        ),
        Question.IAFIS_REPLY: (
            Contact.CJIS,
            Rule("RE-ask-iafis", "Questions on IAFIS replies go to the CJIS Division.", ("idr-overview@24",), ("C80",)),
        ),
        Question.VISA_RECORD: (
            Contact.STATE_DEPARTMENT,
            Rule(
                "RE-ask-visa",
                "The State Department answers on the meaning of visa records and on the limits to their disclosure.",
                ("sample-match@27",),
                ("C80",),
            ),
        ),
        Question.LEGAL_STATUS: (
            Contact.DHS,
            Rule(
                "RE-ask-status",
                "Questions of legal status that a visa record raises go to the Department of Homeland Security.",
                ("sample-match@27", "sample-match@28"),
                ("C80",),
            ),
        ),
    }
)


def tell_apart(transaction: Transaction) -> Decision[Reply]:
    """Tell which reply this is, by 1.04, 1.08 and 2.059.

    Args:
        transaction: a reply as CJIS sends it.

    Raises:
        MissingRecord: it has no Type-1 record.
    """
    header = transaction.header
    if header.value(4) == "ERRT":
        return Decision(Reply.ERROR, (ERROR, ALTERED))
    if header.value(4) != "SRE":
        return Decision(Reply.UNCLEAR, (ALTERED, SAME_TYPE))
    if (header.value(8) or "").strip() != "USVISIT0Z":
        return Decision(Reply.IAFIS, (DHS_ORIGIN, SAME_TYPE, ALTERED))
    findings = {record.value(59) for record in transaction.of_type(2)}
    if findings == {"I"}:
        return Decision(Reply.DHS_MATCH, (DHS_ORIGIN, FINDING, ALTERED))
    if findings == {"N"}:
        return Decision(Reply.DHS_NO_MATCH, (DHS_ORIGIN, FINDING, ALTERED))
    return Decision(Reply.UNCLEAR, (DHS_ORIGIN, FINDING, ALTERED))


def silence_means_no_match() -> Decision[Outcome]:
    """Decide whether hearing nothing from IDENT means that there was no match: it does not, for many causes."""
    return Decision(Outcome.NO, (SILENCE, *CAUSES))


def whom_to_ask(question: Question) -> Decision[Contact]:
    """Where the packet sends a question."""
    contact, rule = _ASK[question]
    return Decision(contact, (rule,))
