"""What the views say in words: names of kinds, forms and records, times and spans, sources."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..assessment.days import day_in_words
from ..messages import Form, Kind
from ..packet import EBTS, cite, disagreement
from .states import Source

BANNER = "Synthetic message — invented person"

KINDS: dict[Kind, tuple[str, str]] = {
    Kind.CAR: ("CAR", "Criminal ten-print submission"),
    Kind.CPI: ("CPI", "Criminal Print Ident notice"),
    Kind.CIVIL: ("Civil", "Civil submission"),
    Kind.IDENT_QUERY: ("Query", "Query to IDENT"),
    Kind.IAFIS_SRE: ("IAFIS SRE", "The IAFIS response"),
    Kind.IDR: ("IDR", "IDENT Data Response"),
    Kind.IAQ: ("IAQ", "Immigration Alien Query"),
    Kind.IAQ_RECEIPT: ("Receipt", "Receipt for the query"),
    Kind.IAR: ("IAR", "Immigration Alien Response"),
    Kind.DHS_SRE: ("DHS SRE", "The response with the IDENT answer"),
    Kind.ERRT: ("ERRT", "Error reply"),
    Kind.IVF_NOTICE: ("IVF notice", "Notice of a hit in the violator file"),
    Kind.NAME_QUERY: ("Name query", "Query by name"),
}
"""The short name of each kind, as on an arrow, and its name for a title."""

FORMS: dict[Form, str] = {
    Form.PACKET: "Form: as the packet's sample prints it, long notices restated.",
    Form.EBTS: "Form: as the EBTS specification has it; the packet prints no sample.",
    Form.COURSE: "Form: the course's own notation; the packet does not print this message.",
    Form.NONE: "No message.",
}

RECORDS: dict[int, str] = {
    1: "transaction information",
    2: "descriptive text",
    10: "photograph",
    14: "fingerprint image",
}

FINGERS = (
    "right thumb", "right index finger", "right middle finger", "right ring finger", "right little finger",
    "left thumb", "left index finger", "left middle finger", "left ring finger", "left little finger",
)  # fmt: skip
"""Fingers 1 to 10, as field 14.013 numbers them."""


def moment(at: datetime) -> str:
    """A moment in words that are the same in every locale.

    >>> moment(datetime(2010, 3, 1, 21, 5))
    '1 March 2010, 21:05'
    """
    return f"{day_in_words(at)}, {at:%H:%M}"


def span(length: timedelta) -> str:
    """A length of time in words, to the minute; whole days of more than one as days.

    >>> span(timedelta(minutes=125)), span(timedelta(days=7)), span(timedelta(hours=24))
    ('2 h 5 min', '7 days', '24 h')
    """
    minutes = int(length.total_seconds()) // 60
    if minutes and minutes % 1440 == 0 and minutes > 1440:
        return f"{minutes // 1440} days"
    hours, rest = divmod(minutes, 60)
    return " ".join(
        part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "") if part
    )


def source(text: str) -> Source:
    """A compact citation of the packet, or the name of the specification, as a source."""
    if text == EBTS:
        return Source(label=EBTS)
    found = cite(text)
    return Source(label=found.label, href=found.href)


def register_entry(id: str) -> Source:
    """An entry of the register of disagreements as a source: number, title and link."""
    found = disagreement(id)
    return Source(label=f"{found.id}: {found.title}", href=f"disagreements.html#{found.anchor}")


def plural(count: int, noun: str) -> str:
    """A count and its noun.

    >>> plural(1, "record"), plural(1200, "byte")
    ('1 record', '1,200 bytes')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
