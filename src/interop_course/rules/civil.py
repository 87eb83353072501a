"""May a civil submission search IDENT?

For a State or local agency the answer is no, jobs in law enforcement included. The FAQ names one civil submitter that
had been approved, the Office of Personnel Management (OPM), a federal agency.
"""

from enum import StrEnum

from interop_course.rules.decision import Decision, Outcome, Rule
from interop_course.rules.permitted_use import CIVIL


class Submitter(StrEnum):
    """Who makes the civil submission."""

    STATE_OR_LOCAL = "a State or local agency"
    OPM = "the Office of Personnel Management"
    OTHER_FEDERAL = "another federal agency"


OPM_ONLY = Rule(
    "CV-opm",
    "Of civil submitters the FAQ names only the Office of Personnel Management as approved to search the full IDENT. "
    "Others were under review.",
    ("faq@8",),
    ("C12",),
)


def may_search(submitter: Submitter) -> Decision[Outcome]:
    """Decide whether a civil submission may search IDENT, as of the packet."""
    match submitter:
        case Submitter.STATE_OR_LOCAL:
            return Decision(Outcome.NO, (CIVIL, OPM_ONLY))
        case Submitter.OPM:
            return Decision(Outcome.YES, (OPM_ONLY,))
        case Submitter.OTHER_FEDERAL:
            return Decision(Outcome.NO, (OPM_ONLY,), ("an approval by the Departments that had it under review",))
