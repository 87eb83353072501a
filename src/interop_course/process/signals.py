"""What can arrive: a message of some kind, or an event that needs no message."""

from __future__ import annotations

from enum import StrEnum

from ..messages import Kind


class Event(StrEnum):
    """What happens without a message: a search ends, a party decides, a reply stops."""

    BOOKED = "booked"
    KNOWN_HERE = "known-here"
    IAFIS_DONE = "iafis-done"
    NOT_SEARCHED = "not-searched"
    REJECTED = "rejected"
    KEPT = "kept"
    NOT_KEPT = "not-kept"
    NOT_SENT = "not-sent"
    NOT_ROUTED = "not-routed"
    IAQ_OFF = "iaq-off"
    REVIEW = "review"
    INTERVIEW = "interview"
    DETAINER = "detainer"
    UNDESCRIBED = "undescribed"


Signal = Kind | Event
