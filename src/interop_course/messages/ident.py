"""IDENT's side: the query it receives, and its answer, the IDENT Data Response (IDR)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field

from interop_course.messages.base import CourseMessage, TextMessage
from interop_course.messages.encounter import Encounter, Photo
from interop_course.messages.errors import InvalidMessage, UnreadableMessage
from interop_course.messages.kinds import Form, Kind
from interop_course.messages.nff import CPI, CPI_DOB, CPI_NAME, CPI_SEX
from interop_course.messages.notices import IDENTIFICATION_ONLY, VISA_RECORDS, is_notice
from interop_course.messages.values import Day, Name, Ori, Sex, Shape, Tcn, Unread, ymd

MOST_ENCOUNTERS = 5
ALL_FINGERS = 10

TITLE = "IDENT Data Response (IDR)"
MATCH = "------ MATCH ------"
NO_MATCH = "- NO MATCH -"
PHOTO = "Photo Attached"
SENSITIVE = "*** LAW ENFORCEMENT SENSITIVE ***"

# Bounded, so that a text of nothing but hyphens costs no more than its length.
IDR_FOUND = re.compile(r"-{1,12} ?(NO )?MATCH ?-{1,12}")
_LINE = re.compile(r"(EID|NAME|DOB|POB|SEX) *= *(.*)")
_NAMES = {"EID": "eid", "NAME": "nam", "DOB": "dob", "POB": "pob", "SEX": "sex"}
_IMAGE = re.compile(r"\[image: (face|placeholder)\]")


def _zeros_are_none(value: Any) -> Any:
    return None if value == CPI_DOB else value


class IdentQuery(CourseMessage):
    """The search that CJIS asks of IDENT: prints, and the few words that must come with them.

    `prints` counts the fingers sent. For a booking they come from the submission, for a CPI from the FBI's
    master record (NFF sheet, p. 20), and CJIS then fills in default words; `dob` is None there and is written
    as six zeros.
    """

    kind: Literal[Kind.IDENT_QUERY] = Kind.IDENT_QUERY
    tcn: Tcn
    ori: Ori
    nam: Name
    dob: Annotated[Day | None, BeforeValidator(_zeros_are_none)]
    sex: Sex | Literal["XX"]
    prints: int = Field(ge=1, le=ALL_FINGERS)
    source: Literal["submission", "master-record"]

    @classmethod
    def from_cpi(cls, cpi: CPI, *, tcn: str) -> Self:
        """The search that a CPI starts: ten prints of the master record, and default words (p. 21)."""
        return cls(
            tcn=tcn,
            ori=cpi.ori,
            nam=CPI_NAME,
            dob=None,
            sex=CPI_SEX,
            prints=ALL_FINGERS,
            source="master-record",
        )

    def _written(self, name: str) -> str:
        return super()._written(name) or (CPI_DOB if name == "dob" else "")


class IDR(TextMessage):
    """IDENT Data Response: up to five encounters, the newest first, or none: a no-match.

    It tells identity as it was once given: no immigration status, nothing derogatory, no detainer (IDR sheet,
    p. 22). `unread` keeps lines of a text that could not be understood.

    Form: the sample messages (pp. 27 and 30). As text of its own an IDR names each image in brackets; inside
    a response the image is in a record, and its kind cannot be told from the words.
    """

    form: ClassVar[Form] = Form.PACKET
    kind: Literal[Kind.IDR] = Kind.IDR
    encounters: Annotated[
        tuple[Encounter, ...],
        Field(max_length=MOST_ENCOUNTERS),
        Shape("at most five encounters; IDR.of(history) takes the newest five"),
    ] = ()
    unread: tuple[Unread, ...] = ()

    @classmethod
    def of(cls, history: Iterable[Encounter]) -> Self:
        """The IDR about a person with this history, newest first: no more than the five newest encounters."""
        return cls(encounters=tuple(history)[:MOST_ENCOUNTERS])

    @property
    def match(self) -> bool:
        """Whether the prints matched a record in IDENT."""
        return bool(self.encounters)

    @property
    def photos(self) -> tuple[Photo, ...]:
        """The images that come with it, in the order of the encounters."""
        return tuple(each.photo for each in self.encounters if each.photo)

    @property
    def text(self) -> str:
        return self.words(name_images=True)

    def words(self, *, name_images: bool) -> str:
        """The text, with or without the course's note of which image comes with an encounter."""
        notices = (*IDENTIFICATION_ONLY, *VISA_RECORDS)
        if not self.match:
            return "\n".join((TITLE, *notices, NO_MATCH, *self.unread, ""))
        lines = [*notices, "", MATCH]
        for each in self.encounters:
            lines += (
                f"EID = {each.eid}", f"NAME = {each.nam}", f"DOB = {ymd(each.dob)}",
                f"POB = {each.pob}", f"SEX = {each.sex}",
            )  # fmt: skip
            if each.photo:
                lines.append(PHOTO)
                if name_images:
                    lines.append(f"[image: {each.photo}]")
        return "\n".join((*lines, *self.unread, "", SENSITIVE, ""))

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read an IDR, also one laid out as the printed sample is. An image without a note is taken for a face."""
        found = IDR_FOUND.search(text)
        if not found:
            raise UnreadableMessage(
                cls.__name__,
                f"neither {MATCH!r} nor {NO_MATCH!r} stands in it",
                "Give the whole text of the response",
            )
        before, after = text[: found.start()].splitlines(), text[found.end() :].splitlines()
        unread = [line.strip() for line in before if not _says_nothing(line)]
        encounters: list[Encounter] = []
        for group in _groups(after):
            encounter, rest = _encounter(group)
            if encounter:
                encounters.append(encounter)
            unread += (line.strip() for line in rest if not _says_nothing(line))
        if bool(found[1]) == bool(encounters):
            said = "no match" if found[1] else "a match"
            raise UnreadableMessage(
                cls.__name__,
                f"it says {said} and has {len(encounters)} readable encounters",
                "Check its encounters",
            )
        return cls(encounters=tuple(encounters), unread=tuple(unread))


def _says_nothing(line: str) -> bool:
    return is_notice(line) or line.strip() in (TITLE, SENSITIVE)


def _groups(lines: Iterable[str]) -> list[list[str]]:
    """The lines after MATCH, a new group at each EID."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.lstrip().startswith("EID"):
            groups.append([])
        groups[-1].append(line)
    return groups


def _encounter(lines: list[str]) -> tuple[Encounter | None, list[str]]:
    """The encounter that these lines tell and the lines left over; None and all lines if they tell none."""
    values: dict[str, Any] = {}
    rest: list[str] = []
    for line in lines:
        labelled, image = _LINE.fullmatch(line.strip()), _IMAGE.fullmatch(line.strip())
        if labelled and _NAMES[labelled[1]] not in values:
            values[_NAMES[labelled[1]]] = labelled[2].strip()
        elif line.strip() == PHOTO:
            values["photo"] = "face"
        elif image:
            values["photo"] = image[1]
        else:
            rest.append(line)
    try:
        return Encounter(**values), rest
    except InvalidMessage:
        return None, lines
