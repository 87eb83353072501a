"""What the LESC answers: the Immigration Alien Response (IAR) and the statuses it can report."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any, ClassVar, Literal, Self

from interop_course.messages.base import TextMessage
from interop_course.messages.errors import UnreadableMessage
from interop_course.messages.iaq import IAQ
from interop_course.messages.kinds import Form, Kind
from interop_course.messages.notices import AMENABLE_TO_ARREST, INFORMATION_ONLY, REMOVED_BEFORE, is_notice
from interop_course.messages.values import Code, Day, Line, Name, Unread, spaced, unspaced, ymd

BEGINS = "**** QUERY MESSAGE TEXT ENDS - L.E.S.C. RESPONSE BEGINS ****"
NO_DETAINER = "THIS IS NOT A GOVERNMENT DETAINER!"
BASED_ON = "**** BASED ON THE INFORMATION PROVIDED *****"
RELATES = "THE FOLLOWING I.C.E. RECORD APPEARS TO RELATE:"
IMPORTANT = "IMPORTANT NOTICE"
ASKED_BY = ("REQUESTING ORI INFORMATION:", "AGENCY/FBI From US Visit", "PHONE/")
LIMITED = "*** LIMITED OFFICIAL USE ***"
ENDS = "END OF RESPONSE . . . ."
STARS = "*" * 53

_KNOWN = frozenset((NO_DETAINER, BASED_ON, RELATES, IMPORTANT, *ASKED_BY, ENDS))
_LABEL = re.compile(r"(NAM|DOB|POB)/ ?(.*)")
_QUERY_ID = re.compile(r"LESC QUERY ID: ?(\S+)(?: \*+ LIMITED OFFICIAL USE \*+)?")


class Status(StrEnum):
    """What an IAR of the course can say of a person. Only the first line is printed in the packet (p. 28)."""

    PREVIOUSLY_REMOVED = "previously-removed"
    LAWFUL_RESIDENT = "lawful-resident"
    NATURALIZED = "naturalized"
    VISITOR = "visitor"
    UNDETERMINED = "undetermined"

    @property
    def line(self) -> str:
        """The status line of the message; the course's own lines say that they are."""
        return _LINES[self]


_LINES = {
    Status.PREVIOUSLY_REMOVED: "SUBJECT APPEARS TO HAVE BEEN PREVIOUSLY REMOVED",
    Status.LAWFUL_RESIDENT: "[course] SUBJECT APPEARS TO BE A LAWFUL PERMANENT RESIDENT",
    Status.NATURALIZED: "[course] SUBJECT APPEARS TO BE A NATURALIZED CITIZEN",
    Status.VISITOR: "[course] SUBJECT APPEARS TO BE A LAWFULLY ADMITTED VISITOR",
    Status.UNDETERMINED: "[course] STATUS NOT DETERMINED FROM THE RECORDS FOUND",
}
_STATUSES = {line: status for status, line in _LINES.items()}


class IAR(TextMessage):
    """Immigration Alien Response: the LESC's word on a person's immigration status, as of when it was made.

    It goes to CJIS and to the ICE office at the same time (SOP 2.1.4, p. 47) and is no detainer. `query` is
    echoed above the answer; `nam`, `dob` and `pob` are those of the ICE record that appears to relate.

    Form: the second half of the sample match message (pp. 28 to 29), long notices restated. `unread` keeps
    lines of a text that could not be understood.
    """

    form: ClassVar[Form] = Form.PACKET
    kind: Literal[Kind.IAR] = Kind.IAR
    query: IAQ
    status: Status
    query_id: Code
    nam: Name
    dob: Day
    pob: Line
    unread: tuple[Unread, ...] = ()

    @property
    def text(self) -> str:
        removed = self.status is Status.PREVIOUSLY_REMOVED
        return self.query.text + "\n".join(
            (
                BEGINS,
                NO_DETAINER,
                *INFORMATION_ONLY,
                STARS,
                self.status.line,
                STARS,
                BASED_ON,
                RELATES,
                f"NAM/ {spaced(self.nam)}",
                f"DOB/ {ymd(self.dob)}",
                f"POB/ {self.pob}",
                *self.unread,
                *((*REMOVED_BEFORE, STARS, IMPORTANT, STARS, *AMENABLE_TO_ARREST) if removed else ()),
                STARS,
                *ASKED_BY,
                f"LESC QUERY ID:{self.query_id} {LIMITED}",
                ENDS,
                "",
            )
        )

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read an answer with the query above it; lines that are not understood are kept in `unread`."""
        echo, begins, answer = text.partition(BEGINS)
        if not begins:
            raise UnreadableMessage(cls.__name__, f"the line {BEGINS!r} is not in it", "Give query and answer together")
        values: dict[str, Any] = {}
        unread: list[str] = []
        for line in map(str.rstrip, answer.splitlines()):
            labelled, asked = _LABEL.fullmatch(line), _QUERY_ID.fullmatch(line)
            if line in _STATUSES and "status" not in values:
                values["status"] = _STATUSES[line]
            elif labelled and labelled[1].lower() not in values:
                values[labelled[1].lower()] = labelled[2]
            elif asked and "query_id" not in values:
                values["query_id"] = asked[1]
            elif line not in _KNOWN and not is_notice(line):
                unread.append(line.strip())
        if "status" not in values:
            raise UnreadableMessage(
                cls.__name__,
                "no line of it is a status that the course knows",
                f"Lines are: {'; '.join(_STATUSES)}",
            )
        if "nam" in values:
            values["nam"] = unspaced(values["nam"])
        return cls(query=IAQ.from_text(echo), **values, unread=tuple(unread))
