"""The bookings that the lessons replay: one for each route of the packet. People, numbers and times are invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Literal

from ..messages import Encounter, Status
from .booking import UNITED_STATES, Booking, FollowUp, OnFile, Purpose
from .errors import UnknownScenario
from .journal import Journal
from .run import run
from .setting import Delays, Setting

BOOKED = datetime(2010, 3, 1, 21, 10)


def encounters(count: int) -> tuple[Encounter, ...]:
    """Up to seven invented encounters, newest first. Names and dates differ: they are as once presented, unverified."""
    names = (
        "SAMPLE,ALEX",
        "SAMPLE,ALEX B",
        "SAMPEL,ALEX",
        "SAMPLE,A",
        "EXAMPLE,ALEX",
        "SAMPLE,ALEX",
        "SAMPLE,ALEX",
    )
    years = (1980, 1980, 1981, 1980, 1980, 1980, 1980)
    photos: tuple[Literal["face", "placeholder"] | None, ...] = ("face", None, "placeholder", None, None, None, None)
    return tuple(
        Encounter(
            eid=f"99000000{9 - i}0",
            nam=names[i],
            dob=date(years[i], 1, 15),
            pob="XX",
            sex="X",
            photo=photos[i],
        )
        for i in range(count)
    )


@dataclass(frozen=True, slots=True)
class Scenario:
    """One situation: a sentence about it, and what differs from an ordinary booking in an ordinary state."""

    name: str
    about: str
    on_file: Mapping[str, Any] = field(default_factory=dict)
    booking: Mapping[str, Any] = field(default_factory=dict)
    setting: Mapping[str, Any] = field(default_factory=dict)

    def start(self) -> tuple[Booking, Setting]:
        """The booking and the setting, ready for `run`."""
        values: dict[str, Any] = {"doa": BOOKED.date(), "booked": BOOKED, "on_file": OnFile(**self.on_file)}
        return Booking(**(values | dict(self.booking))), Setting(**self.setting)


_MATCH = {"encounters": encounters(2), "status": Status.LAWFUL_RESIDENT}
_KNOWN = {"fbi": "XF0000001"}

SCENARIOS: Mapping[str, Scenario] = MappingProxyType(
    {
        s.name: s
        for s in (
            Scenario("match", "The prints match a record in IDENT. The person lives here lawfully.", _MATCH),
            Scenario("no-match", "IDENT finds nothing."),
            Scenario(
                "five-encounters", "IDENT holds seven encounters; the reply brings the five most recent.",
                {"encounters": encounters(7), "status": Status.VISITOR},
            ),
            Scenario(
                "nff-first", "First arrest in a National Fingerprint File state: a CAR as anywhere.",
                _MATCH, {}, {"nff": True},
            ),
            Scenario(
                "nff-later", "Later arrest in a National Fingerprint File state: a CPI, stored prints, default values.",
                _MATCH | _KNOWN | {"arrested_before_here": True}, {}, {"nff": True},
            ),
            Scenario(
                "nff-later-old-arrest", "The same, with an arrest nine days back: a CPI has no seven-day filter.",
                _MATCH | _KNOWN | {"arrested_before_here": True}, {"doa": date(2010, 2, 20)}, {"nff": True},
            ),
            Scenario(
                "ivf", "IAFIS identifies the person, and the violator file holds the name. IDENT finds nothing.",
                _KNOWN | {"ivf": True},
            ),
            Scenario(
                "ivf-ngi", "The same after NGI: the agency is told of the hit too.",
                _KNOWN | {"ivf": True}, {}, {"ngi": True, "ndr": 9},
            ),
            Scenario("cannot-receive", "A match; the state cannot receive replies.", _MATCH, {}, {"receives": False}),
            Scenario(
                "cannot-receive-no-match", "No match, in a state that cannot receive DHS replies.",
                {}, {}, {"receives": False},
            ),
            Scenario(
                "does-not-route", "A match; the bureau does not route the reply.", _MATCH, {}, {"routes": False}
            ),
            Scenario("win", "A match, in a state of the Western Identification Network.", _MATCH, {}, {"win": True}),
            Scenario(
                "old-arrest", "A CAR with an arrest more than seven days back.", _MATCH, {"doa": date(2010, 2, 20)}
            ),
            Scenario("amputated", "A CAR with finger 2 marked amputated.", _MATCH, {"amp": (2,)}),
            Scenario("civil", "A civil submission of a local agency.", _MATCH, {"purpose": Purpose.CIVIL}),
            Scenario(
                "civil-opm", "A civil submission of the Office of Personnel Management.",
                _MATCH, {"purpose": Purpose.CIVIL_OPM, "agency": "XX0FED000"},
            ),
            Scenario("not-participating", "An agency that does not take part.", _MATCH, {}, {"participates": False}),
            Scenario("ngi-no-ndr", "After NGI, with no repository named.", _MATCH, {}, {"ngi": True}),
            Scenario("ngi-ndr-9", "After NGI, with repository 9 named.", _MATCH, {}, {"ngi": True, "ndr": 9}),
            Scenario(
                "foreign-birth-query", "No match; the person claims foreign birth; the agency sends a query by name.",
                {}, {"claims_foreign_birth": True}, {"name_query": True},
            ),
            Scenario(
                "foreign-birth-no-query", "No match; the person claims foreign birth; the agency leaves it there.",
                {}, {"claims_foreign_birth": True},
            ),
            Scenario(
                "blind-iaq-off", "A jurisdiction that had automated birthplace queries and may end them.",
                {}, {}, {"blind_iaq": True},
            ),
            Scenario(
                "blind-iaq-kept", "A jurisdiction that has no authority to end its automated birthplace queries.",
                {}, {}, {"blind_iaq": True, "may_discontinue": False},
            ),
            Scenario(
                "slow-lesc", "The LESC takes six hours: the four-hour limits are missed.",
                _MATCH, {}, {"delays": Delays(lesc=(360, 360))},
            ),
            Scenario(
                "detainer", "After a match ICE decides to lodge a detainer.",
                {"encounters": encounters(2), "status": Status.PREVIOUSLY_REMOVED, "follow_up": FollowUp.DETAINER},
            ),
            Scenario(
                "interview", "After a match ICE asks to interview the person.",
                {"encounters": encounters(1), "status": Status.UNDETERMINED, "follow_up": FollowUp.INTERVIEW},
            ),
            Scenario(
                "born-here-match", "Born in the United States, and yet a match: IDENT holds other records too.",
                {"encounters": encounters(1), "status": Status.NATURALIZED}, {"pob": UNITED_STATES},
            ),
        )
    }
)  # fmt: skip


def scenario(name: str, seed: int = 2010) -> Journal:
    """Replay one of the course's situations. Raises UnknownScenario with the nearest names."""
    if name not in SCENARIOS:
        raise UnknownScenario(name, SCENARIOS)
    booking, setting = SCENARIOS[name].start()
    return run(booking, setting, seed)


_SHIFT = (
    "no-match",
    "match",
    "old-arrest",
    "no-match",
    "nff-later",
    "cannot-receive",
    "detainer",
    "amputated",
)


def shift(seed: int = 2010) -> tuple[tuple[str, Journal], ...]:
    """One evening at the desks: eight bookings in order, each with the name of its situation."""
    return tuple((name, scenario(name, seed + n)) for n, name in enumerate(_SHIFT))
