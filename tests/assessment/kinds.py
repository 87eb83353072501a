"""One item of each kind, made to measure: sound in itself, and with a stem unlike the others."""

from collections.abc import Sequence
from typing import Any

from interop_course.assessment import ITEM, Item

Data = dict[str, Any]


def reasoned(id: str, text: str, **more: object) -> Data:
    reason = f"This is the reason that belongs to {id}, {text}, and it is long enough."
    return {"id": id, "text": text, "reason": reason, "cites": ["faq@11"], **more}


def near(**what: object) -> Data:
    return {**what, "reason": f"Many would say {' '.join(map(str, what.values()))} here.", "cites": ["faq@10"]}


SAYS = {"y": "yes", "n": "no", "c": "only on a condition"}


def said(key: str, says: str, text: str = "The office", cites: Sequence[str] = ("faq@10", "faq@11")) -> Data:
    """A case for a single choice, which the rules answer with no, and options that say "y", "n" or "c" to it."""
    return {
        "case": {"question": "silence-means-no-match"},
        "options": [
            reasoned(letter, f"{text} {letter}", right=letter == key, says=SAYS[what]) | {"cites": list(cites)}
            for letter, what in zip("abc", says, strict=True)
        ],
        "register": ["C40"],
    }


SHARED: Data = {"lesson": "step-4-match", "objective": "S4-b", "difficulty": 1, "topics": ["process"]}

DATA: dict[str, Data] = {
    "single": {
        "id": "step-4/one",
        "stem": "Who of these three wrote the paper on the left?",
        "options": [reasoned(letter, f"The office {letter}", right=letter == "b") for letter in "abc"],
    },
    "multiple": {
        "id": "step-4/some",
        "stem": "Which drawers of this cabinet hold old forms?",
        "options": [reasoned(letter, f"Drawer {letter}", right=letter in "ac") for letter in "abc"],
    },
    "decision": {
        "id": "step-4/ruled",
        "stem": "May the chief show this face to reporters at nine?",
        "topics": ["permitted-use"],
        "facts": [{"label": "Purpose", "text": "A press conference"}],
        "case": {"question": "may-use", "facts": {"purpose": "show it at a press conference"}},
        "options": [
            reasoned(letter, text) | {"cites": ["idr-policy@58", "idr-policy@57"]}
            for letter, text in zip("abc", ("Yes, it is listed", "No, it is not", "Nothing is said"), strict=True)
        ],
        "register": ["C01", "C05"],
        "tests": ["PU-press"],
    },
    "ordering": {
        "id": "step-4/steps",
        "stem": "Bring what the machine does into the sequence of its manual.",
        "steps": [reasoned(letter, text) for letter, text in zip("cab", ("Wake", "Work", "Wait"), strict=True)],
    },
    "matching": {
        "id": "step-4/pairs",
        "stem": "Every tool hangs on a hook. Give each its own.",
        "rows": [
            reasoned(letter, f"Tool {letter}", choice=choice) for letter, choice in zip("abc", "qpq", strict=True)
        ],
        "choices": [{"id": letter, "text": f"Hook {letter}"} for letter in "pqr"],
    },
    "numeric": {
        "id": "step-4/much",
        "stem": "How long does the candle burn, counted from its lighting?",
        "value": "48",
        "unit": "hours",
        "units": ["minutes", "hours", "days", "bytes"],
        "reason": "Somebody has looked at the watch twice.",
        "cites": ["faq@11"],
        "near": [near(value="72", unit="hours"), near(value="48", unit="bytes")],
        "clock": {"id": "faq@11", "start": "from its lighting"},
    },
    "field": {
        "id": "step-4/point",
        "stem": "Where on this sheet is the finding?",
        "message": {"scenario": "match", "kind": "dhs-sre"},
        "field": "2.059",
        "reason": "The finding stands in this field alone.",
        "cites": ["faq@11"],
        "near": [near(field="1.08"), near(field="2.075")],
    },
}

DRAWN: Data = {
    "id": "step-4/drawn",
    "kind": "numeric",
    "draw": "hidden_encounters",
    "stem": "Of {history} pearls on a string some are hidden. What is their number?",
    "value": "{hidden}",
    "unit": "encounters",
    "units": ["encounters"],
    "reason": "The clasp shows {shown} of them at most.",
    "cites": ["faq@11"],
    "near": [near(value="{history}", unit="encounters")],
}
"""A parametrised item."""


def item(kind: str, /, **changes: object) -> Item:
    """The item of this kind ("drawn" for the parametrised one), changed as its test needs it."""
    data = DRAWN if kind == "drawn" else {"kind": kind, **DATA[kind]}
    made: Item = ITEM.validate_python(SHARED | data | changes)
    return made
