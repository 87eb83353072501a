"""Is this complaint complete?

The complaint sheet takes complaints about violations of civil rights and civil liberties in connection with the
initiative. Two things are asked for: writing, and the express written consent of a person for whom somebody else
files. The list of contents is a recommendation. This module looks at drafts of fictional cases; it files nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from interop_course.rules.decision import Decision, Outcome, Rule


class Channel(StrEnum):
    """How a draft is to go out."""

    LETTER = "letter"
    FAX = "fax"
    EMAIL = "e-mail"
    TELEPHONE = "telephone"
    OTHER = "another way"


class Conduct(StrEnum):
    """Whose conduct a complaint is about."""

    DHS_EMPLOYEE = "that of a DHS employee or official"
    DHS_PROGRAM = "something done through a DHS program or activity"
    LOCAL_OFFICER = "that of a local officer, with no link to a DHS program shown"
    RECORDS = "wrong data in a record"


class Completeness(StrEnum):
    """How far a draft has come."""

    LACKS_REQUIRED = "something that is asked for is missing"
    LACKS_RECOMMENDED = "it can be filed; something that is recommended is missing"
    COMPLETE = "it has all that is asked for and recommended"


@dataclass(frozen=True, slots=True)
class Draft:
    """A complaint as drafted, on a fictional case. An empty text means: not yet written.

    Attributes:
        channel: how it is to be sent; None if that is not decided.
        language: the language it is written in; any is accepted.
        for_other: whether somebody else than the alleged victim files it.
        organization_files: whether an organization files it.
        consent: whether the alleged victim's express written consent is enclosed.
        name, birth_date, contact: of the alleged victim.
        a_number: whether the A-number was given, or there is none or none at hand.
        organization: name and contact of the organization that files.
        what, date, time, place: the description of the alleged violation.
        witnesses: their names and contacts, or a word that there were none.
        employee: name and contact of the DHS employee, as far as available.
        program_link: how the violation has to do with a DHS program.
        papers: whether copies of papers of the arrest and detention are enclosed, or there are none.
        other_steps: a summary of other steps taken, or a word that there were none.
    """

    channel: Channel | None = None
    language: str = "English"
    for_other: bool = False
    organization_files: bool = False
    consent: bool = False
    name: str = ""
    birth_date: str = ""
    contact: str = ""
    a_number: bool = False
    organization: str = ""
    what: str = ""
    date: str = ""
    time: str = ""
    place: str = ""
    witnesses: str = ""
    employee: str = ""
    program_link: str = ""
    papers: bool = False
    other_steps: str = ""


WRITING = Rule(
    "CP-writing",
    "A complaint is to be made in writing: by letter, fax or e-mail. Nothing says that a call is a filed complaint; "
    "the toll-free number is for information.",
    ("complaint@63",),
    ("C32",),
)
ANY_LANGUAGE = Rule("CP-language", "Complaints in other languages than English are accepted.", ("complaint@63",))
CONSENT = Rule(
    "CP-consent",
    "Whoever files for somebody else, an organization included, needs that person's express consent in writing.",
    ("complaint@63",),
    ("C33",),
)
RECOMMENDED = Rule(
    "CP-recommended",
    "The office recommends what a complaint should include. The list is no condition for taking it.",
    ("complaint@63",),
    ("C33",),
)
REMIT = Rule(
    "CP-remit",
    "The office may review, assess and investigate abuses of civil rights and civil liberties, and profiling by race, "
    "ethnicity or religion, by DHS employees and officials or through DHS programs and activities.",
    ("complaint@63",),
    ("C30", "C34"),
)
INVITATION = Rule(
    "CP-invitation",
    "ICE encourages reports of racial profiling, due process violations and other breaches of civil rights and "
    "liberties that have to do with the initiative.",
    ("complaint@63",),
    ("C30", "C34"),
)
LOCAL_OFFICER = Rule(
    "CP-local",
    "Local officers are not named in the office's authority. A complaint about one should explain the link to a DHS "
    "program; the packet does not say how the office acts on local conduct.",
    ("complaint@63",),
    ("C30",),
)
RECORDS = Rule(
    "CP-records",
    "Wrong records are a matter for the redress procedures of the two Departments, DOJ and DHS. The packet gives no "
    "address for them.",
    ("faq@12",),
    ("C36",),
)
REFERRAL = Rule(
    "CP-referral",
    "A complaint goes first to the DHS Inspector General's office. Later it may go to the component concerned, or the "
    "office may investigate it. No deadline and no outcome is promised.",
    ("complaint@63",),
    ("C31",),
)
NO_RIGHTS_IN_AGREEMENT = Rule(
    "CP-agreement",
    "The agreement creates no rights that anyone could enforce at law. That is no bar to a complaint, which is a "
    "process of DHS.",
    ("moa/XI@38", "complaint@63"),
    ("C35",),
)
PRIVACY = Rule(
    "CP-privacy",
    "What a complaint tells is used under the Freedom of Information Act, the Privacy Act and other laws. Some of it "
    "may have to be shared or released; personal details are then blacked out as far as permitted.",
    ("complaint@63",),
)


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a complaint.

    Attributes:
        id: its name.
        label: what is to be there.
        required: whether it is asked for, or else recommended.
        applies: whether a draft needs it.
        there: whether a draft has it.
    """

    id: str
    label: str
    required: bool
    there: Callable[[Draft], bool]
    applies: Callable[[Draft], bool] = field(default=lambda draft: True)


_WRITTEN = frozenset({Channel.LETTER, Channel.FAX, Channel.EMAIL})


def _for_another(draft: Draft) -> bool:
    return draft.for_other or draft.organization_files


def _text(attribute: str) -> Callable[[Draft], bool]:
    return lambda draft: bool(str(getattr(draft, attribute)).strip())


ELEMENTS: tuple[Element, ...] = (
    Element("writing", "a written channel: letter, fax or e-mail", True, lambda draft: draft.channel in _WRITTEN),
    Element("consent", "the person's express written consent", True, lambda draft: draft.consent, _for_another),
    Element("name", "the name of the alleged victim", False, _text("name")),
    Element("birth-date", "the date of birth", False, _text("birth_date")),
    Element("a-number", "the A-number, if there is one", False, lambda draft: draft.a_number),
    Element("contact", "the contact details of the alleged victim", False, _text("contact")),
    Element(
        "organization",
        "name and contact of the organization that files",
        False,
        _text("organization"),
        lambda draft: draft.organization_files,
    ),
    Element("what", "a description of what happened", False, _text("what")),
    Element("date", "the date", False, _text("date")),
    Element("time", "the time", False, _text("time")),
    Element("place", "the place", False, _text("place")),
    Element("witnesses", "names and contacts of witnesses", False, _text("witnesses")),
    Element(
        "who",
        "the DHS employee concerned, or the link to a DHS program",
        False,
        lambda draft: _text("employee")(draft) or _text("program_link")(draft),
    ),
    Element(
        "papers", "copies of the papers served or given in arrest and detention", False, lambda draft: draft.papers
    ),
    Element("other-steps", "a summary of other steps taken", False, _text("other_steps")),
)
"""All that is asked for or recommended, in the order of the sheet."""


def lacking(draft: Draft) -> tuple[Element, ...]:
    """What a draft still lacks, in the order of the sheet."""
    return tuple(element for element in ELEMENTS if element.applies(draft) and not element.there(draft))


def review(draft: Draft) -> Decision[Completeness]:
    """Judge a draft. ``would_change`` lists what it lacks; what is asked for comes first."""
    missing = lacking(draft)
    required = [element for element in missing if element.required]
    labels = tuple(element.label for element in missing)
    rules = (WRITING, *((CONSENT,) if _for_another(draft) else ()), RECOMMENDED, ANY_LANGUAGE, REFERRAL, PRIVACY)
    if required:
        return Decision(Completeness.LACKS_REQUIRED, rules, labels)
    if missing:
        return Decision(Completeness.LACKS_RECOMMENDED, rules, labels)
    return Decision(Completeness.COMPLETE, rules)


def may_concern(conduct: Conduct) -> Decision[Outcome]:
    """Decide whether a complaint to the office may be about this."""
    match conduct:
        case Conduct.DHS_EMPLOYEE | Conduct.DHS_PROGRAM:
            return Decision(Outcome.YES, (REMIT, INVITATION, NO_RIGHTS_IN_AGREEMENT))
        case Conduct.LOCAL_OFFICER:
            return Decision(Outcome.NOT_SAID, (LOCAL_OFFICER, INVITATION, REMIT), ("a link to a DHS program",))
        case Conduct.RECORDS:
            return Decision(Outcome.NO, (RECORDS, REMIT), ("a violation of civil rights or civil liberties",))
