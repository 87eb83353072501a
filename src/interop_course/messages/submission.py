"""What an agency sends: the criminal ten-print submission, and a civil one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from interop_course.messages.base import CourseMessage
from interop_course.messages.ebts import EbtsMessage
from interop_course.messages.errors import Unfit
from interop_course.messages.kinds import Form, Kind
from interop_course.messages.pictures import image
from interop_course.messages.tags import Tag, Written
from interop_course.messages.values import (
    CaseNumber,
    Day,
    Fbi,
    Finger,
    Line,
    Name,
    Ori,
    Place,
    Sex,
    Shape,
    Sid,
    Tcn,
    ymd,
)
from interop_course.wire import Field as WireField
from interop_course.wire import Record, Transaction, record

ALL_FINGERS = tuple(range(1, 11))


def _offense(literal: str) -> Written:
    # 2.047 is a date of offense and its words; the course leaves the date out rather than invent one.
    return [("", literal)]


def _offense_words(field: WireField) -> str:
    return field.subfields[0][-1]


def _amputations(fingers: Iterable[int]) -> Written:
    return [(f"{finger:02}", "XX") for finger in fingers]


def _amputated_fingers(field: WireField) -> list[str]:
    return [subfield[0] for subfield in field.subfields]


class CAR(EbtsMessage):
    """Criminal Ten-Print Submission (Answer Required): one booking, sent through the state bureau.

    It starts the search in IAFIS and the one in IDENT (SOP 2.1.1, p. 47). The course's CAR has one Type-14
    record for each finger in `prints`; a finger in `amp` is marked amputated and has none. `ndr` is the
    repository asked for a reply under NGI (9 is the DHS one: FAQ, p. 10). Real submissions also describe a
    person's body; no rule of the packet reads that, so the course leaves it out.

    Source: EBTS 9.1 (IAFIS-DOC-01078-9.1).
    """

    form: ClassVar[Form] = Form.EBTS
    tot: ClassVar[str] = "CAR"
    kind: Literal[Kind.CAR] = Kind.CAR
    dat: Annotated[Day, Tag(1, 5)]
    dai: Annotated[Ori, Tag(1, 7)]
    ori: Annotated[Ori, Tag(1, 8)]
    tcn: Annotated[Tcn, Tag(1, 9)]
    ret: Annotated[bool, Tag(2, 5)] = True
    oca: Annotated[CaseNumber | None, Tag(2, 9)] = None
    fbi: Annotated[Fbi | None, Tag(2, 14)] = None
    sid: Annotated[Sid | None, Tag(2, 15)] = None
    nam: Annotated[Name, Tag(2, 18)]
    pob: Annotated[Place, Tag(2, 20)]
    dob: Annotated[Day, Tag(2, 22)]
    sex: Annotated[Sex, Tag(2, 24)]
    doa: Annotated[Day, Tag(2, 45)]
    asl: Annotated[Line, Tag(2, 47, _offense, _offense_words)]
    rap: Annotated[bool, Tag(2, 70)] = True
    cri: Annotated[Ori, Tag(2, 73)]
    amp: Annotated[tuple[Finger, ...], Tag(2, 84, _amputations, _amputated_fingers)] = ()
    ndr: Annotated[int | None, Field(ge=1, le=999), Shape("a repository number from 1 to 999"), Tag(2, 98)] = None
    prints: tuple[Finger, ...] = Field(
        default_factory=lambda values: tuple(n for n in ALL_FINGERS if n not in values.get("amp", ()))
    )

    @model_validator(mode="after")
    def _fingers(self) -> CAR:
        seen = (*self.prints, *self.amp)
        if len(set(seen)) != len(seen):
            twice = sorted({finger for finger in seen if seen.count(finger) > 1})
            raise Unfit(
                f"finger {', '.join(map(str, twice))} is listed twice in prints and amp",
                "Give each finger once: in prints, or in amp if it is amputated",
            )
        return self

    def _images(self) -> Iterable[Record]:
        day = ymd(self.dat)
        return (_print_record(idc, finger, day, self.ori) for idc, finger in enumerate(self.prints, 1))

    @classmethod
    def _read_rest(cls, message: Transaction, values: dict[str, Any]) -> None:
        values["prints"] = tuple(each.value(13) for each in message.of_type(14))


@lru_cache(maxsize=1000)
def _print_record(idc: int, finger: int, day: str, ori: str) -> Record:
    """A Type-14 record with the course's drawing of that finger.

    Real prints are compressed with WSQ at 500 pixels an inch; these are drawings of a few hundred bytes, in
    JPEG so that every viewer opens them. The day of sending stands in for the day of capture.
    """
    drawing = image(f"print-{finger:02}")
    return record(
        14,
        [
            (2, f"{idc:02}"),  # IDC
            (3, "1"),  # IMP: rolled, live scan
            (4, ori),  # SRC
            (5, day),  # TCD
            (6, f"{drawing.width:03}"),  # HLL
            (7, f"{drawing.height:03}"),  # VLL
            (8, "1"),  # SLC: pixels an inch
            (9, "500"),  # HPS
            (10, "500"),  # VPS
            (11, "JPEGB"),  # CGA
            (12, "8"),  # BPX
            (13, f"{finger:02}"),  # FGP
            (999, drawing.data),
        ],
    )


class CivilSubmission(CourseMessage):
    """Prints sent for a purpose other than a criminal booking, such as a licence or a job.

    Apart from those of one federal office, civil submissions were not searched in IDENT (FAQ, p. 8).
    """

    kind: Literal[Kind.CIVIL] = Kind.CIVIL
    ori: Ori
    tcn: Tcn
    dat: Day
    nam: Name
    dob: Day
    sex: Sex
    purpose: Line
