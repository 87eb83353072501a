"""What CJIS sends back to the state bureau: the usual IAFIS response, the DHS response, and errors."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal, NotRequired, Self, TypedDict, Unpack

from pydantic import model_validator

from interop_course.messages.ebts import EbtsMessage
from interop_course.messages.encounter import Photo
from interop_course.messages.errors import Unfit, UnreadableMessage
from interop_course.messages.iaq import RECEIVED
from interop_course.messages.iar import IAR
from interop_course.messages.ident import IDR
from interop_course.messages.kinds import Form, Kind
from interop_course.messages.pictures import image
from interop_course.messages.tags import Tag, Written
from interop_course.messages.values import CaseNumber, Day, Fbi, Line, Name, Ori, Sid, Tcn, ymd
from interop_course.wire import Field, Record, Transaction, record

IDENT_ORI = "USVISIT0Z"
"""Field 1.08 of every response with information from IDENT (Shared Services sheet, p. 26)."""

IAFIS_ORI = "XXIAFIS00"
"""The course's invented identifier of IAFIS: the packet does not print the real one."""

SRF = 59
ERS = 75
_FINDINGS = {True: "I", False: "N"}


def _finding(field: Field) -> bool | str:
    return {"I": True, "N": False}.get(field.text, field.text)


class IafisSRE(EbtsMessage):
    """Submission Results Electronic, from IAFIS: the usual response, the same with and without IDENT.

    `srf` is true if the prints identified a person already on file (2.059 is I) and false if not (N); `tcr`
    repeats the submission's control number.

    Source: SOP 2.1.3, p. 47; EBTS 9.1 (IAFIS-DOC-01078-9.1).
    """

    form: ClassVar[Form] = Form.EBTS
    tot: ClassVar[str] = "SRE"
    kind: Literal[Kind.IAFIS_SRE] = Kind.IAFIS_SRE
    dat: Annotated[Day, Tag(1, 5)]
    dai: Annotated[Ori, Tag(1, 7)]
    ori: Annotated[Ori, Tag(1, 8)]
    tcn: Annotated[Tcn, Tag(1, 9)]
    tcr: Annotated[Tcn, Tag(1, 10)]
    oca: Annotated[CaseNumber | None, Tag(2, 9)] = None
    fbi: Annotated[Fbi | None, Tag(2, 14)] = None
    sid: Annotated[Sid, Tag(2, 15)]
    nam: Annotated[Name, Tag(2, 18)]
    srf: Annotated[bool, Tag(2, SRF, _FINDINGS.__getitem__, _finding)]
    cri: Annotated[Ori, Tag(2, 73)]

    @model_validator(mode="after")
    def _not_from_ident(self) -> IafisSRE:
        if self.ori == IDENT_ORI:
            raise Unfit(f"{IDENT_ORI} in 1.08 marks a response from IDENT", f"Give IAFIS's identifier, {IAFIS_ORI}")
        return self


class DhsSRE(EbtsMessage):
    """The second response: an IDR and, after a match, the IAR, in one SRE (process flow, p. 19, step 6).

    1.08 is USVISIT0Z; 2.059 says I for a match and N for none; `nam` is the name of the submission, not one
    from IDENT; `tcr` repeats the submission's control number; 2.075 holds the words, and each image has a
    Type-10 record (Shared Services sheet, p. 26).

    Form: the samples (pp. 27 to 30), long notices restated.
    """

    form: ClassVar[Form] = Form.PACKET
    tot: ClassVar[str] = "SRE"
    fixed: ClassVar[tuple[tuple[int, str], ...]] = ((8, IDENT_ORI),)
    kind: Literal[Kind.DHS_SRE] = Kind.DHS_SRE
    dat: Annotated[Day, Tag(1, 5)]
    dai: Annotated[Ori, Tag(1, 7)]
    tcn: Annotated[Tcn, Tag(1, 9)]
    tcr: Annotated[Tcn, Tag(1, 10)]
    sid: Annotated[Sid, Tag(2, 15)]
    nam: Annotated[Name, Tag(2, 18)]
    cri: Annotated[Ori, Tag(2, 73)]
    idr: IDR
    iar: IAR | None

    @model_validator(mode="after")
    def _answer_goes_with_match(self) -> DhsSRE:
        if self.idr.match and self.iar is None:
            raise Unfit("the IDR is a match and the IAR is missing", "Give the LESC's answer as iar")
        if not self.idr.match and self.iar is not None:
            raise Unfit("the IDR is a no-match, and after that nobody asks the LESC", "Leave the IAR out: iar=None")
        return self

    def _written(self, type: int) -> dict[int, Written]:
        written = super()._written(type)
        if type == 2:
            answer = "\n" + self.iar.text if self.iar else ""
            written[SRF] = _FINDINGS[self.idr.match]
            written[ERS] = (self.idr.words(name_images=False) + answer).encode()
        return written

    def _images(self) -> Iterable[Record]:
        day = ymd(self.dat)
        return (_photo_record(idc, photo, day) for idc, photo in enumerate(self.idr.photos, 1))

    @classmethod
    def _read_rest(cls, message: Transaction, values: dict[str, Any]) -> None:
        body = message.of_type(2)[0]
        words, finding = body.value(ERS), body.value(SRF)
        if words is None:
            raise UnreadableMessage(cls.__name__, "it has no field 2.075", "An IDR is told there")
        cut = words.find(RECEIVED)
        idr = IDR.from_text(words if cut < 0 else words[:cut])
        if finding != _FINDINGS[idr.match]:
            raise UnreadableMessage(
                cls.__name__,
                f"2.059 is {finding!r} and the text of 2.075 is a {'match' if idr.match else 'no-match'}",
                "Ask who sent it: the two must agree",
            )
        values["idr"] = _with_images(idr, message.of_type(10))
        values["iar"] = None if cut < 0 else IAR.from_text(words[cut:])


@lru_cache(maxsize=1000)
def _photo_record(idc: int, photo: Photo, day: str) -> Record:
    """A Type-10 record with the course's face or placeholder, a JPEG drawing of about 1 kB.

    The encounter's own date is not told in an IDR, so the day of sending stands in for the day of the photo.
    """
    drawing = image(photo)
    return record(
        10,
        [
            (2, f"{idc:02}"),  # IDC
            (3, "FACE"),  # IMT
            (4, IDENT_ORI),  # SRC
            (5, day),  # PHD
            (6, f"{drawing.width:03}"),  # HLL
            (7, f"{drawing.height:03}"),  # VLL
            (8, "0"),  # SLC: no scale given, so HPS and VPS tell the shape of a pixel
            (9, "1"),  # HPS
            (10, "1"),  # VPS
            (11, "JPEGB"),  # CGA
            (12, "GRAY"),  # CSP
            (999, drawing.data),
        ],
    )


def _with_images(idr: IDR, records: tuple[Record, ...]) -> IDR:
    """The IDR with each image told by its record: a placeholder by its bytes, anything else is a face."""
    shown = [each for each in idr.encounters if each.photo]
    if len(shown) != len(records):
        raise UnreadableMessage(
            "DhsSRE",
            f"2.075 tells of {len(shown)} images and there are {len(records)} Type-10 records",
            "Ask for the whole message",
        )
    images = iter(records)
    encounters = []
    for each in idr.encounters:
        if each.photo:
            data = next(images).get(999)
            blank = data is not None and data.value == image("placeholder").data
            each = each.model_copy(update={"photo": "placeholder" if blank else "face"})
        encounters.append(each)
    return idr.model_copy(update={"encounters": tuple(encounters)})


class ErrorCode(StrEnum):
    """The two errors that the packet prints (p. 31)."""

    L0013 = "L0013"
    """The date of arrest is more than seven days old. A CPI is not refused for that (NFF sheet, p. 20)."""
    S0002 = "S0002"
    """A finger is marked amputated."""


class _Rest(TypedDict):
    """The fields of an error that do not depend on what went wrong."""

    dat: date
    dai: str
    tcn: str
    tcr: str
    oca: NotRequired[str | None]
    cri: str


class ERRT(EbtsMessage):
    """An error in place of a DHS response. It tells neither a match nor a no-match.

    `msg` is the text of 2.060 and begins with the code; `oca` is the agency's case number.

    Form: the sample errors (p. 31).
    """

    form: ClassVar[Form] = Form.PACKET
    tot: ClassVar[str] = "ERRT"
    fixed: ClassVar[tuple[tuple[int, str], ...]] = ((8, IDENT_ORI),)
    kind: Literal[Kind.ERRT] = Kind.ERRT
    dat: Annotated[Day, Tag(1, 5)]
    dai: Annotated[Ori, Tag(1, 7)]
    tcn: Annotated[Tcn, Tag(1, 9)]
    tcr: Annotated[Tcn, Tag(1, 10)]
    oca: Annotated[CaseNumber | None, Tag(2, 9)] = None
    code: ErrorCode
    msg: Annotated[Line, Tag(2, 60)]
    cri: Annotated[Ori, Tag(2, 73)]

    @model_validator(mode="after")
    def _code_first(self) -> ERRT:
        if not self.msg.startswith(self.code):
            raise Unfit(f"the text {self.msg!r} does not begin with its code", f"Begin it with {self.code}")
        return self

    @classmethod
    def too_old(cls, doa: date, **rest: Unpack[_Rest]) -> Self:
        """The error for a date of arrest, `doa`, that is more than seven days before the message."""
        return cls(code=ErrorCode.L0013, msg=f"L0013 DOA/DPR of [{ymd(doa)}] older than 7 days", **rest)

    @classmethod
    def amputated(cls, finger: int, **rest: Unpack[_Rest]) -> Self:
        """The error for a finger (1 to 10) that is marked amputated."""
        return cls(code=ErrorCode.S0002, msg=f"S0002 [EFTS-1031] Fingerprint {finger} is amputated", **rest)

    @classmethod
    def _read_rest(cls, message: Transaction, values: dict[str, Any]) -> None:
        # The samples print a space after the text; it says nothing.
        values["msg"] = str(values.get("msg", "")).strip()
        values["code"] = values["msg"].partition(" ")[0]
