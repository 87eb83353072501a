"""What the Law Enforcement Support Center (LESC) receives: the Immigration Alien Query, and other notices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from interop_course.messages.base import CourseMessage, TextMessage
from interop_course.messages.encounter import Encounter
from interop_course.messages.errors import InvalidMessage, MessageFault, Unfit, UnreadableMessage
from interop_course.messages.ident import IDR, MOST_ENCOUNTERS
from interop_course.messages.kinds import Form, Kind
from interop_course.messages.values import (
    Code,
    Day,
    Fbi,
    Moment,
    Name,
    Ori,
    Phone,
    Place,
    Sex,
    Shape,
    Sid,
    Tcn,
    Unread,
    spaced,
    unspaced,
    ymd,
)

RECEIVED = "IAQ RECEIVED:"
INFO = "INFO[EID;LAST;FIRST;MIDDLE;DOB;POB;SEX]"

_MOMENT = re.compile(r"(\d\d?)/(\d\d?)/(\d\d) (\d\d?):(\d\d):(\d\d) ([AP])M")
_LABEL = re.compile(r"(?:^|(?<=\s))(ORI|ATN|PHN|NAM|DOB|CUS|OFF|PUR|POB|SEX|FBI|ARN|SOC|SID)/")
# What stands in the brackets is bounded, so that a text of nothing but brackets costs no more than its length.
_REMARK = re.compile(
    r"^REM/\s*IDSM=(\S+?)\s*(?:ENCOUNTER\s*INFO\s*\[[^\]]{0,200}\]|\s|\Z)(.*)", re.DOTALL | re.MULTILINE
)
_PERSON = re.compile(r"\b(\w+)\s*;([^;]*);([^;]*);([^;]*);\s*(\w*)\s*;\s*(\w*)\s*;\s*(\w+)")


class IAQ(TextMessage):
    """Immigration Alien Query: asks the LESC for a person's immigration status.

    CJIS makes it after a match, from what the IDR says (FAQ, p. 10); some agencies sent one of their own,
    without any encounter (SOP 2.2.7, p. 49). `ori` sends it, `atn` is the arresting agency, `tcn` the control
    number it refers to, `received` local time in whole seconds. `cus`, `off` and `pur` are in the sample,
    which does not explain them; they keep its values unless given. `unread` keeps what was not understood.

    Form: the query as the sample match message echoes it (p. 28).
    """

    form: ClassVar[Form] = Form.PACKET
    kind: Literal[Kind.IAQ] = Kind.IAQ
    received: Moment
    ori: Ori
    atn: Ori
    phn: Phone
    nam: Name
    dob: Day
    sex: Sex
    pob: Place
    tcn: Tcn
    encounters: Annotated[tuple[Encounter, ...], Field(max_length=MOST_ENCOUNTERS), Shape("at most five encounters")]
    fbi: Fbi | None = None
    sid: Sid | None = None
    cus: Literal["Y", "N"] = "Y"
    off: Code = "0399"
    pur: Code = "C"
    unread: tuple[Unread, ...] = ()

    @model_validator(mode="after")
    def _in_words_alone(self) -> IAQ:
        if any(each.photo for each in self.encounters):
            raise Unfit("an IAQ carries no photo", "Make it with IAQ.from_idr, which leaves photos out")
        return self

    @classmethod
    def from_idr(
        cls,
        idr: IDR,
        *,
        received: datetime,
        ori: str,
        atn: str,
        phn: str,
        tcn: str,
        nam: str | None = None,
        dob: date | None = None,
        sex: Sex | None = None,
        pob: str | None = None,
        fbi: str | None = None,
        sid: str | None = None,
    ) -> Self:
        """The query that CJIS makes of a match: name, birth and sex are the newest encounter's unless given.

        Raises InvalidMessage for a no-match, from which no query is made (SOP 3.1.4, p. 50).
        """
        if not idr.match:
            fault = MessageFault("idr", "it is a no-match, and CJIS makes no query of one", "Give an IDR with a match")
            raise InvalidMessage(cls.__name__, [fault])
        newest = idr.encounters[0]
        return cls(
            received=received, ori=ori, atn=atn, phn=phn, tcn=tcn, fbi=fbi, sid=sid,
            nam=nam or newest.nam, dob=dob or newest.dob, sex=sex or newest.sex, pob=pob or newest.pob,
            encounters=tuple(each.without_photo for each in idr.encounters),
        )  # fmt: skip

    @property
    def text(self) -> str:
        people = (";".join((e.eid, *_names(e.nam), ymd(e.dob), e.pob, e.sex)) for e in self.encounters)
        remark = [f"REM/ IDSM={self.tcn} ENCOUNTER", INFO] if self.encounters else [f"REM/ IDSM={self.tcn}"]
        return "\n".join(
            (
                f"{RECEIVED} {_clock(self.received)}",
                f"ORI/ {self.ori} ATN/ORI={self.atn}",
                f"PHN/{self.phn}",
                f"NAM/ {spaced(self.nam)}",
                f"DOB/ {ymd(self.dob)} CUS/ {self.cus} OFF/{self.off} PUR/ {self.pur} POB/{self.pob} SEX/{self.sex}",
                f"FBI/{self.fbi or ''}",
                "ARN/ SOC/",
                f"SID/{self.sid or ''}",
                *remark,
                *people,
                *self.unread,
                "",
            )
        )

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read a query, also one whose lines break elsewhere, as in the printed sample."""
        start = text.find(RECEIVED)
        remark = _REMARK.search(text, max(start, 0))
        if start < 0 or not remark:
            missing = RECEIVED if start < 0 else "REM/ IDSM="
            raise UnreadableMessage(
                cls.__name__, f"no line begins with {missing!r}", "Give the whole text of the query"
            )
        first, *lines = text[start : remark.start()].splitlines()
        values: dict[str, Any] = {"received": _moment(first.removeprefix(RECEIVED).strip()), "tcn": remark[1]}
        unread = [line.strip() for line in text[:start].splitlines() if line.strip()]
        for line in lines:
            head, *pieces = _LABEL.split(line)
            unread += [head.strip()] if head.strip() else []
            for label, value in zip(pieces[::2], map(str.strip, pieces[1::2]), strict=True):
                if value and (label in ("ARN", "SOC") or label.lower() in values):
                    unread.append(f"{label}/{value}")
                elif value:
                    values[label.lower()] = value
        if "nam" in values:
            values["nam"] = unspaced(values["nam"])
        if "atn" in values:
            values["atn"] = values["atn"].removeprefix("ORI=")
        encounters: list[Encounter] = []
        for piece in _people(remark[2]):
            if isinstance(piece, Encounter):
                encounters.append(piece)
            else:
                unread.append(piece)
        return cls(**values, encounters=tuple(encounters), unread=tuple(unread))


def _names(nam: str) -> tuple[str, str, str]:
    last, _, given = nam.partition(",")
    first, _, middle = given.partition(" ")
    return last, first, middle


def _clock(moment: datetime) -> str:
    """A moment in the sample's way: 10/14/08 10:47:42 PM."""
    hour = moment.hour % 12 or 12
    return f"{moment:%m/%d/%y} {hour:02}:{moment:%M:%S} {'AM' if moment.hour < 12 else 'PM'}"


def _moment(text: str) -> datetime | str:
    """The moment that `_clock` wrote; the text itself where it is none, for the model to refuse."""
    found = _MOMENT.fullmatch(text)
    if not found:
        return text
    month, day, year, hour, minute, second = map(int, found.groups()[:6])
    try:
        return datetime(2000 + year, month, day, hour % 12 + 12 * (found[7] == "P"), minute, second)
    except ValueError:
        return text


def _people(text: str) -> Iterator[Encounter | str]:
    """The encounters of a remark, and in their places the lines that tell none."""
    at = 0
    for found in _PERSON.finditer(text):
        yield from filter(None, map(str.strip, text[at : found.start()].splitlines()))
        eid, last, first, middle, dob, pob, sex = (" ".join(piece.split()) for piece in found.groups())
        given = " ".join(filter(None, (first, middle)))
        try:
            yield Encounter(eid=eid, nam=",".join(filter(None, (last, given))), dob=dob, pob=pob, sex=sex)  # type: ignore[arg-type]
        except InvalidMessage:
            yield " ".join(found[0].split())
        at = found.end()
    yield from filter(None, map(str.strip, text[at:].splitlines()))


class IaqReceipt(CourseMessage):
    """The computer's note that a query has arrived, sent back at once to who asked (FAQ, p. 11)."""

    kind: Literal[Kind.IAQ_RECEIPT] = Kind.IAQ_RECEIPT
    tcn: Tcn
    received: Moment


class IvfNotice(CourseMessage):
    """Word to the LESC that an FBI record identified by prints has an entry in the Immigration Violator File.

    The entry is found by name, from the FBI record; IDENT has no part in it (FAQ, p. 12).
    """

    kind: Literal[Kind.IVF_NOTICE] = Kind.IVF_NOTICE
    fbi: Fbi
    nam: Name
    tcn: Tcn


class NameQuery(CourseMessage):
    """A query by name that an agency may send to the LESC after a no-match (SOP 2.2.7, p. 49)."""

    kind: Literal[Kind.NAME_QUERY] = Kind.NAME_QUERY
    ori: Ori
    nam: Name
    dob: Day
    sex: Sex
    pob: Place
    via: Literal["NLETS"] = "NLETS"
