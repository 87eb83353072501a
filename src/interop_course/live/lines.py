"""The lines of a text message, explained: labels with their values, fixed lines, notices.

Three notations occur. The IDR and the course's own messages write ``NAME = value``; the LESC's texts write
``NAM/ value``, several to a line; encounters inside an IAQ are items parted by semicolons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Label:
    """What a label means, and whether its value says something about a person."""

    meaning: str
    personal: bool = False


LABELS: dict[str, Label] = {
    "AGENCY": Label("who asked"),
    "ARN": Label("A-number, the number of an immigration file", True),
    "ATN": Label("for the attention of: the arresting agency"),
    "CHARGE": Label("the charge of this arrest"),
    "CUS": Label("in custody, yes or no; the packet does not explain the code"),
    "DAT": Label("date of the message"),
    "DOB": Label("date of birth, year first", True),
    "EID": Label("number of one encounter in IDENT; quote it when asking about the record", True),
    "FBI": Label("FBI number", True),
    "FNU": Label("FBI number of the record that was identified", True),
    "IDSM": Label("control number of the message that this belongs to"),
    "LESC QUERY ID": Label("the LESC's own number for this query"),
    "NAM": Label("name: last, first", True),
    "NAME": Label("name as given at this encounter; not verified", True),
    "OFF": Label("offense code, as in the sample; the packet does not explain it"),
    "ORI": Label("identifier of the agency that asks or sends"),
    "PHN": Label("telephone number for questions"),
    "PHONE": Label("telephone number"),
    "POB": Label("place of birth; XX means unknown", True),
    "PRINTS": Label("how many fingers are sent"),
    "PUR": Label("purpose code, as in the sample; the packet does not explain it"),
    "PURPOSE": Label("why the prints are sent"),
    "QUERY_ID": Label("the LESC's own number for this query"),
    "RECEIVED": Label("when the message arrived, local time"),
    "REM": Label("remarks"),
    "SEX": Label("sex: F, M, or X for unknown; XX where a CPI tells nothing", True),
    "SID": Label("state identification number", True),
    "SOC": Label("Social Security number", True),
    "SOURCE": Label("where the prints come from: this submission, or the FBI's master record"),
    "TCN": Label("control number: answers repeat it, so that they find their question"),
    "VIA": Label("the network that carries it"),
}

DIVIDER = "A dividing line."

_FIXED: tuple[tuple[str, str], ...] = (
    (r"-+ MATCH ?-+", "IDENT holds a record with these prints. A match says no more than that."),
    (r"- NO MATCH -", "IDENT found no record with these prints. That says nothing about a person's status."),
    (r"IDENT Data Response \(IDR\)", "What this message is."),
    (r"Photo Attached", "An image comes with this encounter, in a record of its own."),
    (r"\[image: face\]", "The course's note: the image is a photograph (here a drawing)."),
    (r"\[image: placeholder\]", "The course's note: the image only stands for a missing photograph and shows nobody."),
    (r"\*+ LAW ENFORCEMENT SENSITIVE \*+", "A marking: who may see this is restricted."),
    (r"IAQ RECEIVED:.*", "When the LESC received the query."),
    (r"INFO\[.*\]", "How the encounters below are written: number; last; first; middle name; birth; place; sex."),
    (
        r"\*+ QUERY MESSAGE TEXT ENDS - L\.E\.S\.C\. RESPONSE BEGINS \*+",
        "Above: the query, repeated. Below: the answer.",
    ),
    (r"THIS IS NOT A GOVERNMENT DETAINER!.*", "The answer is information. Nobody is to be held because of it."),
    (r"\*+ BASED ON THE INFORMATION PROVIDED \*+", "The LESC answers from what it was given."),
    (r"THE FOLLOWING I\.C\.E\. RECORD APPEARS TO RELATE:", "A record that appears to belong to the person."),
    (r"\[course\] .*", "The status reported. This line is the course's own: the packet prints only one status line."),
    (
        r"SUBJECT APPEARS TO HAVE BEEN PREVIOUSLY REMOVED",
        "The status reported: a removal before. It is the packet's line.",
    ),
    (r"IMPORTANT NOTICE", "Heading of a notice."),
    (r"REQUESTING ORI INFORMATION:", "Who asked."),
    (r"END OF RESPONSE[ .]*", "The answer ends here."),
    (r"\*+", DIVIDER),
    (r"\[restated\](?s:.*)", "A notice of the printed form, in the course's words."),
    (r"\[course notation\] .*", "The packet does not print this message. What follows is the course's own notation."),
)
_FIXED_PATTERNS = tuple((re.compile(pattern), meaning) for pattern, meaning in _FIXED)

_EQUALS = re.compile(r"([A-Z_]+) = ?(.*)")
_SLASH = re.compile(r"(?:^|(?<=\s))([A-Z]{3,6})/(.*?)(?=\s[A-Z]{3,6}/|$)")
_IDSM = re.compile(r"IDSM=(\S+)")
_QUERY = re.compile(r"(LESC QUERY ID):\s*(\S+)")
_PERSON = re.compile(r"(\d{4,});(.*);(.*);(.*);(\d{8});([A-Z]*);([A-Z]*)")
_CONTINUED = re.compile(r"  \S.*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text, the labels in it with their values, what it means, whether it is about a person.

    ``start`` and ``end`` count characters from the start of the text that the line was read from.
    """

    text: str
    parts: tuple[tuple[str, str], ...]
    meaning: str
    personal: bool
    start: int = 0
    end: int = 0


def read_lines(text: str) -> tuple[Line, ...]:
    """Every line of a text message that is not blank, with the indented lines that it goes on in."""
    places: list[tuple[int, int]] = []
    at = 0
    for whole in text.splitlines(keepends=True):
        line = whole.rstrip()
        if places and _CONTINUED.fullmatch(line):
            places[-1] = (places[-1][0], at + len(line))
        elif line:
            places.append((at, at + len(line)))
        at += len(whole)
    return tuple(replace(_line(_unended(text[start:end])), start=start, end=end) for start, end in places)


def _unended(text: str) -> str:
    """The lines of a text without the spaces at their ends."""
    return "\n".join(map(str.rstrip, text.splitlines()))


def _line(text: str) -> Line:
    parts = tuple(_parts(text))
    known = [(label, value, LABELS[label]) for label, value in parts if label in LABELS]
    if known:
        meaning = " ".join(f"{label}: {found.meaning}{'' if value else ' (empty)'}." for label, value, found in known)
        return Line(text, parts, meaning, any(found.personal and value for _, value, found in known))
    if found := _PERSON.fullmatch(text):
        return Line(text, _person(*found.groups()), "One encounter, item by item, as the line above names them.", True)
    return Line(text, (), _fixed(text), False)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    if found := _EQUALS.fullmatch(text):
        yield found[1], found[2].strip()
        return
    for found in _SLASH.finditer(text):
        yield found[1], found[2].strip()
    for pattern in (_IDSM, _QUERY):
        if found := pattern.search(text):
            yield (found[1], found[2]) if pattern is _QUERY else ("IDSM", found[1])


def _person(eid: str, last: str, first: str, middle: str, dob: str, pob: str, sex: str) -> tuple[tuple[str, str], ...]:
    """An encounter inside an IAQ, under the labels that the IDR has for the same values."""
    name = f"{last},{first} {middle}"
    return (("EID", eid), ("NAME", name), ("DOB", dob), ("POB", pob), ("SEX", sex))


def _fixed(text: str) -> str:
    for pattern, meaning in _FIXED_PATTERNS:
        if pattern.fullmatch(text.strip()):
            return meaning
    return ""
