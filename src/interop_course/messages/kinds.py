"""The kinds of message the course knows, and whose form their bytes have."""

from enum import StrEnum


class Form(StrEnum):
    """Whose form a message has: it says how far a reader may take its layout for the real one."""

    PACKET = "packet"
    """As in the packet's printed sample, long notices restated."""
    EBTS = "ebts"
    """As the transmission specification has it; the packet prints no sample."""
    COURSE = "course"
    """The course's own notation: the packet says that the message exists, not how it looks."""
    NONE = "none"
    """No message at all, as for a decision or a telephone call."""


class Kind(StrEnum):
    """The kinds of message, named as the packet names them where it does."""

    CAR = "car"
    CPI = "cpi"
    CIVIL = "civil"
    IDENT_QUERY = "ident-query"
    IAFIS_SRE = "iafis-sre"
    IDR = "idr"
    IAQ = "iaq"
    IAQ_RECEIPT = "iaq-receipt"
    IAR = "iar"
    DHS_SRE = "dhs-sre"
    ERRT = "errt"
    IVF_NOTICE = "ivf-notice"
    NAME_QUERY = "name-query"
