"""What a National Fingerprint File (NFF) state sends for a later arrest in place of a CAR."""

from __future__ import annotations

from typing import Literal

from interop_course.messages.base import CourseMessage
from interop_course.messages.kinds import Kind
from interop_course.messages.values import Fbi, Line, Ori, Sid

CPI_NAME = "CPI,CPI"
CPI_DOB = "000000"
CPI_SEX: Literal["XX"] = "XX"
"""What CJIS fills in where a CPI has no words about a person (NFF sheet, p. 21; six digits as printed)."""


class CPI(CourseMessage):
    """Criminal Print Ident: a notice without prints and without a person's data (NFF sheet, pp. 20 to 21).

    `ori` is the arresting agency; `sid` and `fnu`, the FBI number, lead to the prints that CJIS then takes
    from its master record. `charge` is what the booking is for: only the SOP says that a CPI has it (SOP
    2.1.2.2, p. 47), and None leaves it out. The packet does not print how a CPI looks.
    """

    kind: Literal[Kind.CPI] = Kind.CPI
    ori: Ori
    sid: Sid
    fnu: Fbi
    charge: Line | None = None
