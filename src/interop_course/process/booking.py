"""A booking: one invented person at one desk, and what the systems already hold about them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from ..messages import Encounter, Status
from .errors import UnknownAgency
from .parties import AGENCIES

UNKNOWN_BIRTHPLACE = "XX"
UNITED_STATES = "US"
YEARS = range(2000, 2100)
"""The course's calendar."""


class Purpose(StrEnum):
    """Why the prints are sent. Only criminal bookings of agencies that take part are searched in IDENT."""

    CRIMINAL = "criminal"
    CIVIL = "civil"
    CIVIL_OPM = "civil-opm"


class FollowUp(StrEnum):
    """What the local ICE office does after it has the IAR. ICE alone decides (SOP 3.2.1, p. 51)."""

    NONE = "none"
    INTERVIEW = "interview"
    DETAINER = "detainer"


class OnFile(BaseModel):
    """What IAFIS, the state, IDENT, the violator file and the LESC would find. It decides the route.

    The desk does not see it.

    Attributes:
        fbi: the FBI number, where IAFIS will identify the person.
        sid: the state identification number.
        arrested_before_here: whether the state has an earlier arrest, which needs an FBI number.
        encounters: what IDENT holds, newest first; there may be more than five.
        ivf: whether the person is in the violator file, which needs an FBI number.
        status: what the LESC finds on the person's immigration status.
        follow_up: what the local ICE office does after it has the IAR.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    fbi: str | None = None
    sid: str = "XA00000101"
    arrested_before_here: bool = False
    encounters: tuple[Encounter, ...] = ()
    ivf: bool = False
    status: Status = Status.UNDETERMINED
    follow_up: FollowUp = FollowUp.NONE

    @model_validator(mode="after")
    def _consistent(self) -> OnFile:
        if self.ivf and self.fbi is None:
            raise ValueError("the violator file is searched from an FBI record: give an FBI number (fbi) with ivf=True")
        if self.arrested_before_here and self.fbi is None:
            raise ValueError("a later arrest in the same state needs an FBI number (fbi) from the first one")
        return self


class Booking(BaseModel):
    """One booking as the desk enters it. Every person is invented.

    Unknown fields, a missing date and an unknown agency are refused in plain words.

    Attributes:
        agency: the identifier (ORI) of one of the course's agencies.
        nam: the name, family name first.
        dob: the date of birth.
        sex: the sex, in one letter.
        pob: the birthplace, a two-letter code; XX if unknown.
        doa: the date of arrest.
        booked: the local time at which the prints leave the desk.
        asl: the charge, in words.
        oca: the agency's own case number.
        amp: the fingers, 1 to 10, that are marked as amputated.
        purpose: why the prints are sent.
        claims_foreign_birth: whether the person says that they were born abroad.
        on_file: what the systems hold about the person already.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    agency: str = "XA0010000"
    nam: str = "SAMPLE,ALEX"
    dob: date = date(1980, 1, 15)
    sex: Literal["F", "M", "X"] = "X"
    pob: str = Field(default=UNKNOWN_BIRTHPLACE, pattern="^[A-Z]{2}$")
    doa: date
    booked: datetime
    asl: str = "COURSE EXAMPLE CHARGE"
    oca: str = "TRAINING01"
    amp: tuple[int, ...] = ()
    purpose: Purpose = Purpose.CRIMINAL
    claims_foreign_birth: bool = False
    on_file: OnFile = OnFile()

    @model_validator(mode="before")
    @classmethod
    def _dated(cls, values: Any) -> Any:
        if isinstance(values, dict):
            for name, what in (("doa", "date of arrest"), ("booked", "time of booking")):
                if values.get(name) is None:
                    raise ValueError(
                        f"the booking has no {what} ({name}). Without it no submission can be sent: add {name}=…"
                    )
        return values

    @field_validator("agency")
    @classmethod
    def _known(cls, ori: str) -> str:
        if ori not in AGENCIES:
            raise ValueError(str(UnknownAgency(ori, AGENCIES)))
        return ori

    @field_validator("amp")
    @classmethod
    def _fingers(cls, amp: tuple[int, ...]) -> tuple[int, ...]:
        if any(not 1 <= finger <= 10 for finger in amp):
            raise ValueError(f"fingers are numbered 1 to 10, not {amp}")
        return tuple(sorted(set(amp)))

    @model_validator(mode="after")
    def _in_order(self) -> Booking:
        if self.booked.tzinfo is not None:
            raise ValueError("the time of booking is local time: leave out the time zone")
        if self.booked.year not in YEARS:
            reach = f"from {YEARS[0]} to {YEARS[-1]}"
            raise ValueError(f"the year of booking is {self.booked.year}: the course's calendar runs {reach}")
        if self.doa > self.booked.date():
            raise ValueError(
                f"the date of arrest {self.doa} is later than the booking {self.booked:%Y-%m-%d}: check both"
            )
        return self

    @property
    def arrest_age(self) -> timedelta:
        """Whole days between the date of arrest and the day on which the prints are sent."""
        return self.booked.date() - self.doa

    @property
    def criminal(self) -> bool:
        """True for a criminal booking, the only kind that a local agency may have searched in IDENT."""
        return self.purpose is Purpose.CRIMINAL
