"""The long notices of the sample messages, in the course's own words, each marked `[restated]`.

Labels, codes and status lines of a message are facts of its form and stay as printed. The sentences between
them are not: the course says what they say, shorter. A line that goes on from the one before is indented.
"""

from __future__ import annotations

import re

IDENTIFICATION_ONLY = (
    "[restated] Sent to identify a person. It tells nothing of immigration",
    "  status and is no detainer.",
)
"""Top of every IDR (sample messages, pp. 27 and 30)."""

VISA_RECORDS = (
    "[restated] Visa records are confidential (INA 222(f)). They serve to make",
    "  and carry out federal law, no more. Use an attached one only for",
    "  the purpose it was shared for. Show it to nobody outside your agency",
    "  unless the Department of State (DOS) agrees in writing. Ask DOS what its",
    "  records mean, and DHS what a person's legal status is.",
)
"""Second notice of every IDR (pp. 27 to 28 and 30)."""

INFORMATION_ONLY = ("[restated] LAW ENFORCEMENT MAY USE THIS, AS INFORMATION AND NO MORE.",)
"""Top of every IAR, after the line that says it is no detainer (p. 28)."""

REMOVED_BEFORE = ("[restated] I.C.E. RECORDS SHOW A REMOVAL. THEY SHOW NO LAWFUL RETURN.",)
"""What the sample IAR adds for a person who appears to have been removed (p. 29)."""

AMENABLE_TO_ARREST = (
    "[restated] MAY BE AMENABLE TO ARREST UNDER FEDERAL CRIMINAL LAW,",
    "  IMMIGRATION LAW OR BOTH.",
)
"""What the sample prints under its heading IMPORTANT NOTICE (p. 29)."""

RESTATED = frozenset((*IDENTIFICATION_ONLY, *VISA_RECORDS, *INFORMATION_ONLY, *REMOVED_BEFORE, *AMENABLE_TO_ARREST))
"""Every line of every notice, so that a reader of messages can tell them from content."""

_ORNAMENT = re.compile(r"[*\s]*")


def is_notice(line: str) -> bool:
    """True for a line that tells nothing of the person: blank, stars, or part of a restated notice."""
    return line in RESTATED or _ORNAMENT.fullmatch(line) is not None
