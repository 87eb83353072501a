"""The values that messages are made of: identifiers, names, days, moments, and the shape each must have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from interop_course.messages.errors import Unfit


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value must look like, in words, for the error that says that it does not."""

    text: str


def ymd(day: date) -> str:
    """A day as messages write it: eight digits, year first.

    >>> ymd(date(2010, 3, 1))
    '20100301'
    """
    return day.isoformat().replace("-", "")


def spaced(nam: str) -> str:
    """A name as the LESC's texts write it, with a space after the comma.

    >>> spaced("SAMPLE,ALEX")
    'SAMPLE, ALEX'
    """
    return nam.replace(",", ", ")


def unspaced(nam: str) -> str:
    """A name from an LESC text as a field of a message has it."""
    return ",".join(part.strip() for part in nam.split(","))


def _day(value: Any) -> date:
    if type(value) is date:
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise Unfit(f"{value!r} is no day of the calendar", "Write it as in 20100301") from None
    raise Unfit(f"{value!r} is no day", "Give a datetime.date, or text such as 20100301")


def _moment(value: datetime) -> datetime:
    if value.tzinfo is not None or value.microsecond or not 2000 <= value.year < 2100:
        raise Unfit(
            f"{value.isoformat()} cannot be written: a message has whole seconds, local, and a two-digit year",
            "Give a datetime without time zone and microseconds, in the years 2000 to 2099",
        )
    return value


Day = Annotated[date, BeforeValidator(_day), Shape("a day of the calendar, as in 20100301")]
Moment = Annotated[datetime, AfterValidator(_moment), Shape("a time of day with its date")]

Ori = Annotated[str, Field(pattern=r"^[A-Z0-9]{9}$"), Shape("nine capital letters or digits, as in XA0010000")]
Tcn = Annotated[
    str,
    Field(pattern=r"^[A-Za-z0-9-]{10,40}$"),
    Shape("10 to 40 letters, digits or hyphens, as in TRN00000000001"),
]
Sid = Annotated[str, Field(pattern=r"^[A-Z0-9]{3,10}$"), Shape("3 to 10 capital letters or digits, as in XA00000101")]
Fbi = Annotated[str, Field(pattern=r"^[A-Z0-9]{1,9}$"), Shape("1 to 9 capital letters or digits, as in 000000XX1")]
Eid = Annotated[str, Field(pattern=r"^[0-9]{4,15}$"), Shape("4 to 15 digits, as in 1100000001")]
Phone = Annotated[str, Field(pattern=r"^[0-9]{10}$"), Shape("ten digits, as in 5550100000")]
Place = Annotated[str, Field(pattern=r"^[A-Z]{2}$"), Shape("a code of two capital letters; XX means unknown")]
Code = Annotated[str, Field(pattern=r"^[A-Z0-9]{1,12}$"), Shape("1 to 12 capital letters or digits")]
Sex = Annotated[Literal["F", "M", "X"], Shape("F, M or X; X means unknown")]
Finger = Annotated[int, Field(ge=1, le=10), Shape("a finger number from 1 (right thumb) to 10 (left little finger)")]

_WORDS = r"[A-Za-z'.-]+( [A-Za-z'.-]+)*"
# EBTS gave a name 30 characters until version 9.4 of 2012, which raised it to 50.
Name = Annotated[
    str,
    Field(pattern=rf"^{_WORDS}(,{_WORDS})?$", max_length=30),
    Shape("LAST,FIRST or LAST,FIRST MIDDLE in letters, at most 30 characters, as in SAMPLE,ALEX"),
]
Line = Annotated[
    str,
    Field(pattern=r"^[!-~]([ -~]*[!-~])?$", max_length=60),
    Shape("one line of plain characters, at most 60, with no space at either end"),
]
CaseNumber = Annotated[
    str,
    Field(pattern=r"^[!-~]([ -~]*[!-~])?$", max_length=20),
    Shape("one line of plain characters, at most 20, with no space at either end"),
]
Unread = Annotated[str, Field(pattern=r"^[^\x00-\x1f]+$"), Shape("one line of text")]
