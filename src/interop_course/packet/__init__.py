"""The source packet: its documents, how they are cited, where they disagree, and their acronyms."""

from interop_course.packet.citations import EBTS, Citation, cite
from interop_course.packet.documents import DOCUMENTS, Document, Numbering, Section, bates, document
from interop_course.packet.errors import PacketError, UnknownCitation, UnknownDisagreement, UnknownTerm
from interop_course.packet.facts import Fact, all_facts
from interop_course.packet.glossary import GLOSSARY, Expansion, Term, term
from interop_course.packet.register import REGISTER, Disagreement, DisagreementKind, Importance, disagreement
from interop_course.packet.since import SINCE_2010, Change, Known

__all__ = [
    "DOCUMENTS",
    "EBTS",
    "GLOSSARY",
    "REGISTER",
    "SINCE_2010",
    "Change",
    "Citation",
    "Disagreement",
    "DisagreementKind",
    "Document",
    "Expansion",
    "Fact",
    "Importance",
    "Known",
    "Numbering",
    "PacketError",
    "Section",
    "Term",
    "UnknownCitation",
    "UnknownDisagreement",
    "UnknownTerm",
    "all_facts",
    "bates",
    "cite",
    "disagreement",
    "document",
    "term",
]
