"""Why things are sent: the rules of the process in the course's words, each with the pages it rests on.

Sources: process flow (p. 19), National Fingerprint File (pp. 20-21), FAQ (pp. 8-12), information sheet (p. 23),
sample errors (p. 31), MOA (p. 36), SOP 2 and 3 (pp. 46-51).
"""

from __future__ import annotations

from .journal import Rule

SUBMIT = Rule(
    "submit-through-bureau",
    "A local agency sends the prints of a criminal booking through its state bureau. Nothing new is asked of the desk.",
    ("process-flow/step 1@19", "sop-process/2.1.1@47"),
)
FORWARD = Rule(
    "bureau-forwards",
    "The state bureau sends the prints on to the FBI's CJIS Division electronically.",
    ("sop-process/2.1@46", "moa/IV.A@36"),
)
IAFIS = Rule(
    "iafis-as-always",
    "IAFIS is searched as before and answers as before, through the state bureau.",
    ("process-flow/step 1@19", "sop-process/2.1.3@47"),
)
COPY = Rule(
    "copy-to-ident",
    "While IAFIS is searched, CJIS sends a copy of the prints to IDENT for a search there.",
    ("process-flow/step 2@19", "sop-identification/3.1.2@50"),
)
SEVEN_DAYS = Rule(
    "car-seven-days",
    "A CAR with an arrest more than seven days back is filtered, and an error comes back. A CPI has no such filter.",
    ("nff@20", "sample-errors@31"),
)
AMPUTATED = Rule(
    "finger-amputated",
    "A submission with a finger marked amputated can come back as an error that names the finger.",
    ("sample-errors@31",),
)
TAKES_PART = Rule(
    "participating-only",
    "Only submissions of agencies that take part in interoperability are searched in IDENT.",
    ("faq@8",),
)
NO_CIVIL = Rule(
    "no-civil-search",
    "Civil submissions of state and local agencies are not searched in IDENT.",
    ("faq@8", "idr-overview@23"),
)
OPM = Rule(
    "civil-opm",
    "Of all civil submitters only the Office of Personnel Management had been approved to search all of IDENT.",
    ("faq@8",),
)
NFF_LATER = Rule(
    "nff-later-arrest",
    "In a National Fingerprint File state a later arrest of the same person brings a CPI notice, not a CAR.",
    ("nff@20", "sop-process/2.1.2@47"),
)
NFF_MASTER = Rule(
    "nff-master-prints",
    "From the FBI number in the CPI, CJIS takes the prints of its master record and fills in default values.",
    ("nff@20", "nff@21", "sop-process/2.1.2.2@47"),
)
IVF = Rule(
    "violator-file",
    "After an IAFIS identification the FBI record is searched by name in the violator file; a hit notifies the LESC.",
    ("faq@12",),
)
KEEP = Rule(
    "ident-keeps-on-match",
    "IDENT keeps a submission only when it matches a record that IDENT already holds.",
    ("faq@9",),
)
NO_MATCH = Rule(
    "no-match-idr",
    "With nothing found, IDENT returns a no-match reply to CJIS. No query to the LESC follows.",
    ("process-flow/step 3@19", "sop-identification/3.1.4@50"),
)
MATCH = Rule(
    "match-idr",
    "With a match, IDENT returns the identity data of up to five recent encounters to CJIS.",
    ("process-flow/step 4@19", "faq@10"),
)
IAQ = Rule(
    "cjis-makes-iaq",
    "CJIS itself builds the query to the LESC from the reply it has received. The desk does nothing.",
    ("process-flow/step 4@19", "sop-process/2.1.4@47"),
)
RECEIPT = Rule(
    "iaq-receipt",
    "A computer acknowledges the query to the inquiring agency.",
    ("faq@11",),
)
IAR = Rule(
    "iar-to-two",
    "The LESC sends its answer to CJIS and to the local ICE office at the same time.",
    ("process-flow/step 5@19", "sop-process/2.1.4@47"),
)
CAPABLE = Rule(
    "capable-state",
    "CJIS sends the DHS reply to a state bureau that is able to receive it, and the bureau passes it on if it can.",
    ("process-flow/step 3@19", "process-flow/step 6@19", "faq@10"),
)
WIN = Rule(
    "through-win",
    "For a state in the Western Identification Network the reply goes there, and the network sees to the rest.",
    ("faq@10", "process-flow@19"),
)
NDR = Rule(
    "ngi-repository-9",
    "As planned for NGI, a reply from IDENT comes only when the submission names repository 9.",
    ("faq@10",),
)
FOLLOW_UP = Rule(
    "ice-decides",
    "The local ICE office looks at the answer and alone decides what follows, if anything.",
    ("process-flow/step 7@19", "sop-ice-actions/3.2.1@51"),
)
DETAINER = Rule(
    "ice-lodges-detainer",
    "If ICE finds a detainer appropriate, its field office lodges it with the agency. A match alone lodges nothing.",
    ("sop-identification/3.1.7@50",),
)
INTERVIEW = Rule(
    "ice-interviews",
    "Where it needs to, ICE interviews the person, in place, by telephone or by video.",
    ("sop-ice-actions/3.2.2@51",),
)
NAME_QUERY = Rule(
    "optional-name-query",
    "After a no-match the agency may, and need not, send a query by name to the LESC through NLETS.",
    ("sop-lea-actions/2.2.7@49", "faq@11"),
)
BLIND = Rule(
    "birthplace-query-ends",
    "Where it has the authority, an agency is asked to end automated queries by birthplace: the match does their work.",
    ("sop-lea-actions/2.2.7@49",),
)
ERROR_REPLY = Rule(
    "error-reply",
    "A refused submission is reported as an error whose originator is the one of DHS replies.",
    ("sample-errors@31",),
)
