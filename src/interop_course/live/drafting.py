"""From the rules on complaints to the state of the practice letter: an invented case, and what its draft can hold.

The case is the one of the complaint lesson. Its people, streets and numbers are invented. Nothing is typed: what a
draft holds is ticked, so that nothing about real people is asked for or kept.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ..rules import Channel, Completeness, Conduct, Decision, Draft, may_concern, review
from ..rules.complaint import ELEMENTS, NO_RIGHTS_IN_AGREEMENT, Element
from .practice_state import (
    ChannelState,
    ChoiceState,
    ComplaintState,
    ElementState,
    FilerState,
    PartState,
)
from .ruling import outcome_id, rule_state
from .states import Source
from .words import register_entry, source

FILERS: tuple[FilerState, ...] = (
    FilerState(
        id="self",
        label="Robin Sample, for Robin",
        opening="I write to complain of a violation of my civil rights.",
        closing="[signature of the person who files]",
    ),
    FilerState(
        id="relative",
        label="Morgan Case, a cousin, for Robin",
        opening="I write for my cousin, to complain of a violation of my cousin's civil rights.",
        closing="[signature of the cousin who files]",
    ),
    FilerState(
        id="organization",
        label="Example Community Aid, for Robin",
        opening="We write for a person who asked us for help, to complain of a violation of the person's civil rights.",
        closing="[signature for the organization that files]",
    ),
)

_CHANNELS = {
    "letter": Channel.LETTER, "fax": Channel.FAX, "e-mail": Channel.EMAIL, "telephone": Channel.TELEPHONE,
}  # fmt: skip
_OFFICE = ("U.S. Department of Homeland Security", "Office for Civil Rights and Civil Liberties")
_CHECK = "The address is the packet's, of 2010: check it before you send anything."


def _channel(id: str, label: str, remark: str, *head: str, entries: tuple[str, ...] = ()) -> ChannelState:
    return ChannelState(
        id=id,
        label=label,
        remark=remark,
        sources=(source("complaint@63"),),
        entries=tuple(map(register_entry, entries)),
        head=head,
    )


CHANNELS: tuple[ChannelState, ...] = (
    _channel(
        "letter",
        "by letter",
        _CHECK,
        *_OFFICE,
        "Review & Compliance Unit",
        "245 Murray Lane, SW",
        "Building 410, Mail Stop #0800",
        "Washington, DC 20528",
    ),
    _channel(
        "fax",
        "by fax",
        "The number is the packet's, of 2010. Its sheet lists the labels and the numbers apart, and this pair is put "
        "together by their order. Check it before you send anything.",
        *_OFFICE,
        "Fax (202) 401-4708",
        entries=("C82",),
    ),
    _channel("e-mail", "by e-mail", _CHECK, *_OFFICE, "civil.liberties@dhs.gov"),
    _channel(
        "telephone",
        "by telephone, on the toll-free number",
        "That number is for information. Nothing says that a call is a filed complaint.",
        entries=("C32",),
    ),
)

LANGUAGES = (
    ChoiceState(id="english", label="in English"),
    ChoiceState(id="other", label="in another language"),
)

_WORDS = "“I stop people like you to see what the fingerprints bring up.”"


def _part(id: str, label: str, own: str, relative: str, organization: str) -> PartState:
    said = {"self": own, "relative": relative, "organization": organization}
    return PartState(id=id, label=label, sentences={filer: text for filer, text in said.items() if text})


def _same(id: str, label: str, text: str) -> PartState:
    return _part(id, label, text, text, text)


PARTS: tuple[PartState, ...] = (
    _part(
        "name",
        "the name of the person concerned",
        "My name is Robin Sample.",
        "My cousin's name is Robin Sample.",
        "The person's name is Robin Sample.",
    ),
    _part(
        "birth_date",
        "the date of birth",
        "I was born on 3 May 1981.",
        "My cousin was born on 3 May 1981.",
        "The person was born on 3 May 1981.",
    ),
    _part(
        "a_number",
        "a word on the A-number",
        "I have no A-number that I know of.",
        "My cousin has no A-number that we know of.",
        "There is no A-number that we know of.",
    ),
    _part(
        "contact",
        "how to reach the person concerned",
        "You can reach me care of Morgan Case, 12 Sample Street, Exampleville, XA 00000.",
        "You can reach my cousin through me: Morgan Case, 12 Sample Street, Exampleville, XA 00000.",
        "You can reach the person care of Morgan Case, 12 Sample Street, Exampleville, XA 00000.",
    ),
    _part(
        "organization",
        "name and address of the organization",
        "",
        "",
        "We are Example Community Aid, 1 Example Square, Exampleville, XA 00000.",
    ),
    _part(
        "consent",
        "Robin's signed consent, enclosed",
        "",
        "My cousin agrees to this complaint. A page that says so, with my cousin's signature, is enclosed.",
        "The person agrees to this complaint. A page that says so, with the person's signature, is enclosed.",
    ),
    _same("date", "the date", "It happened on Saturday, 6 March 2010."),
    _same("time", "the time", "The time was about 11:30 p.m."),
    _same("place", "the place", "The place was Sample Street at Third, in Exampleville."),
    _part(
        "what",
        "what happened, in order",
        f"An officer of the Exampleville police stopped my car. The officer said: {_WORDS} I was booked and "
        "fingerprinted. On Monday the charge was dropped.",
        f"An officer of the Exampleville police stopped my cousin's car. By my cousin's account the officer said: "
        f"{_WORDS} My cousin was booked and fingerprinted. On Monday the charge was dropped.",
        f"An officer of the Exampleville police stopped the person's car. By the person's account the officer said: "
        f"{_WORDS} The person was booked and fingerprinted. On Monday the charge was dropped.",
    ),
    _same("patrol_car", "the number of the town's patrol car", "The number on the patrol car was 000."),
    _part(
        "program_link",
        "how it has to do with a DHS program",
        "My prints were checked against the system of DHS through Secure Communities. On Sunday an ICE officer "
        "interviewed me by video.",
        "My cousin's prints were checked against the system of DHS through Secure Communities. On Sunday an ICE "
        "officer interviewed my cousin by video.",
        "The prints were checked against the system of DHS through Secure Communities. On Sunday an ICE officer "
        "interviewed the person by video.",
    ),
    _same("witnesses", "who saw or heard it", "Jordan Case, a passenger, heard it: 14 Sample Street, Exampleville."),
    _same(
        "papers",
        "copies of papers, enclosed",
        "Copies of the booking receipt and of the notice that the charge was dropped are enclosed.",
    ),
    _part(
        "other_steps",
        "what else was tried",
        "I wrote to the chief of police on 10 March and have had no answer.",
        "We wrote to the chief of police on 10 March and have had no answer.",
        "The family wrote to the chief of police on 10 March and has had no answer.",
    ),
)
"""What a draft can hold, in the order of the letter. An id is the name of a field of the rules' draft, if it is one."""

_FIELDS = frozenset(Draft.__dataclass_fields__)
_MARKED = frozenset({"a_number", "consent", "papers"})


def draft_of(filer: str, channel: str, parts: Collection[str], language: str = "english") -> Draft:
    """The draft that the ticks make, as the rules look at it."""
    held: dict[str, Any] = {
        part.id: True if part.id in _MARKED else part.sentences[filer]
        for part in PARTS
        if part.id in parts and part.id in _FIELDS and filer in part.sentences
    }
    return Draft(
        channel=_CHANNELS.get(channel),
        language=language,
        for_other=filer != "self",
        organization_files=filer == "organization",
        **held,
    )


def review_draft(filer: str, channel: str, parts: Collection[str], language: str = "english") -> Decision[Completeness]:
    """What the rules say of the draft that the ticks make."""
    return review(draft_of(filer, channel, parts, language))


def complaint_state() -> ComplaintState:
    """The practice letter, with all that the rules ask of each filer's draft."""
    asked = dict.fromkeys(rule for filer in FILERS for rule in review_draft(filer.id, "", ()).rules)
    local, *_ = may_concern(Conduct.LOCAL_OFFICER).rules
    after = [rule for rule in asked if rule.id in ("CP-referral", "CP-privacy")]
    return ComplaintState(
        title="A complaint, drafted on an invented case",
        safety=(
            "This is practice. The case and its people are invented. Nothing is typed here and nothing is kept. For a "
            "real complaint print the blank worksheet and write on paper."
        ),
        case=(
            "The case: Robin Sample was stopped by a town officer in Exampleville, booked on a minor charge and "
            "fingerprinted. The prints matched a record in the system of DHS, and an ICE officer interviewed Robin by "
            "video. The charge was dropped. Robin says that the officer stops people for their looks."
        ),
        mark="PRACTICE LETTER. The case and the people are invented. Do not send.",
        worksheet=Source(label="Blank worksheet to print", href="worksheet.html"),
        filers=FILERS,
        channels=CHANNELS,
        languages=LANGUAGES,
        parts=PARTS,
        elements=tuple(map(_element, ELEMENTS)),
        words={outcome_id(outcome): _sentence(outcome.value) for outcome in Completeness},
        asked=tuple(rule_state(rule) for rule in asked if rule not in after),
        after=tuple(map(rule_state, (after[0], local, NO_RIGHTS_IN_AGREEMENT, *after[1:]))),
    )


def _sentence(clause: str) -> str:
    return f"{clause[0].upper()}{clause[1:]}."


def _element(element: Element) -> ElementState:
    """Whose letter needs it, and which single answers make it be there, as the rules see it."""
    filers = tuple(filer.id for filer in FILERS if element.applies(draft_of(filer.id, "", ())))
    ways = [(channel.id, draft_of(filer, channel.id, ())) for channel in CHANNELS for filer in filers]
    ways += [(part.id, draft_of(filer, "", (part.id,))) for part in PARTS for filer in filers]
    return ElementState(
        id=element.id,
        label=element.label,
        required=element.required,
        filers=filers,
        by=tuple(dict.fromkeys(id for id, draft in ways if element.there(draft))),
    )
