"""Who sends and receives: the parties of the packet's process flow, and the course's invented agencies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .errors import UnknownAgency


class Party(StrEnum):
    """A party between which messages travel (process flow, p. 19; WIN is its note)."""

    LEA = "LEA"
    SIB = "SIB"
    WIN = "WIN"
    CJIS = "CJIS"
    IDENT = "IDENT"
    LESC = "LESC"
    ICE = "ICE"

    @property
    def label(self) -> str:
        """The name for readers, with the short form they will meet in messages."""
        return _LABELS[self]


_LABELS = {
    Party.LEA: "Local agency (LEA)",
    Party.SIB: "State bureau (SIB)",
    Party.WIN: "Western Identification Network (WIN)",
    Party.CJIS: "FBI CJIS (IAFIS)",
    Party.IDENT: "DHS IDENT",
    Party.LESC: "ICE support center (LESC)",
    Party.ICE: "Local ICE office",
}


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency that takes fingerprints. Both identifiers are invented; no real one begins with X and a letter.

    `ori` and `bureau` are nine characters each: the agency's own identifier and that of its state bureau.
    """

    ori: str
    name: str
    state: str
    bureau: str


AGENCIES = {
    a.ori: a
    for a in (
        Agency("XA0010000", "Sample County Sheriff's Office", "XA", "XA0000000"),
        Agency("XA0020000", "Exampleville Police Department", "XA", "XA0000000"),
        Agency("XB0010000", "Placeholder County Jail", "XB", "XB0000000"),
        Agency("XC0010000", "Specimen City Police Department", "XC", "XC0000000"),
        Agency("XX0FED000", "Federal personnel office (course example)", "XX", "XX0000000"),
    )
}


def agency(ori: str) -> Agency:
    """Return the invented agency with this nine-character ORI; raises UnknownAgency with the nearest names."""
    try:
        return AGENCIES[ori]
    except KeyError:
        raise UnknownAgency(ori, AGENCIES) from None
