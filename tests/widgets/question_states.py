"""A question of every kind, made by hand: what a card must be able to draw, whatever the bank holds."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from interop_course.live import QuizState
from interop_course.live.question_states import (
    AnyQuestionState,
    ChoiceState,
    DrawnState,
    MatchingState,
    NumericState,
    OrderingState,
    PointingState,
)

FAQ = {"label": "FAQ, p. 11 (FOIA 0117642)", "href": "packet.html#faq"}
SPEC = {"label": "EBTS 9.1 (IAFIS-DOC-01078-9.1)"}

QUESTION: TypeAdapter[AnyQuestionState] = TypeAdapter(AnyQuestionState)


def _because(reason: str, source: dict[str, str] = FAQ) -> dict[str, Any]:
    return {"reason": reason, "sources": [source]}


SINGLE = ChoiceState.model_validate({
    "id": "step-1/route", "kind": "single", "objective": "S1-a",
    "stem": "Who sends the fingerprints to IAFIS?",
    "options": [
        {"id": "a", "text": "The state bureau.", "right": True, **_because("It relays them.")},
        {"id": "b", "text": "The local ICE office.", "right": False, **_because("It only receives.")},
        {"id": "c", "text": "The LESC.", "right": False, **_because("It answers queries.")},
    ],
})  # fmt: skip

MULTIPLE = ChoiceState.model_validate({
    "id": "step-1/parts", "kind": "multiple", "objective": "S1-b",
    "stem": "Which of these are part of a booking's submission?",
    "options": [
        {"id": "a", "text": "Ten prints.", "right": True, **_because("They are searched.")},
        {"id": "b", "text": "A name.", "right": True, **_because("Field 2.018.", SPEC)},
        {"id": "c", "text": "A detainer.", "right": False, **_because("Never part of it.")},
    ],
})  # fmt: skip

DECISION = ChoiceState.model_validate({
    "id": "permitted-uses/array", "kind": "decision", "objective": "PU-a",
    "stem": "A detective asks for the photo of an IDR, to show it to a witness among others. May she use it so?",
    "facts": [
        {"label": "Agency", "text": "a local police department"},
        {"label": "Material", "text": "the photo that came with an IDR"},
        {"label": "Purpose", "text": "a photo array in a burglary case"},
    ],
    "options": [
        {"id": "a", "text": "Yes, the packet permits it.", "right": False, **_because("The use is not on the list.")},
        {"id": "b", "text": "No, the packet rules it out.", "right": True, **_because("Photo arrays are ruled out.")},
        {"id": "c", "text": "The packet does not say.", "right": False, **_because("It names photo arrays.")},
    ],
})  # fmt: skip

ORDERING = OrderingState.model_validate({
    "id": "step-4/order", "objective": "S4-a",
    "stem": "Ten prints match a person known to IDENT. What happens in which order?",
    "steps": [
        {"id": "c", "text": "CJIS asks the LESC about the person.", "place": 3, **_because("A match calls for it.")},
        {"id": "a", "text": "The prints reach IAFIS.", "place": 1, **_because("Nothing begins without them.")},
        {"id": "d", "text": "The LESC answers CJIS and the local ICE office.", "place": 4, **_because("It was asked.")},
        {"id": "b", "text": "IDENT finds the person's prints.", "place": 2, **_because("IDENT gets a copy.")},
    ],
})  # fmt: skip

MATCHING = MatchingState.model_validate({
    "id": "step-5/senders", "objective": "S5-a",
    "stem": "Who writes each of these messages?",
    "rows": [
        {"id": "a", "text": "The CAR with ten prints", "choice": "p", **_because("The booking agency submits it.")},
        {"id": "b", "text": "The IAR about a person", "choice": "r", **_because("The LESC answers the query.")},
        {"id": "c", "text": "The reply of IAFIS", "choice": "q", **_because("CJIS runs IAFIS.", SPEC)},
        {"id": "d", "text": "The one combined response to the bureau", "choice": "q", **_because("CJIS joins them.")},
    ],
    "choices": [
        {"id": "p", "text": "the local agency"},
        {"id": "q", "text": "FBI CJIS"},
        {"id": "r", "text": "the LESC"},
        {"id": "s", "text": "the local ICE office"},
    ],
})  # fmt: skip

UNITS = [
    {"id": "minutes", "label": "minutes", "factor": 1},
    {"id": "hours", "label": "hours", "factor": 60},
    {"id": "days", "label": "days", "factor": 1440},
]

NUMERIC = NumericState.model_validate({
    "id": "step-4/four-hours", "objective": "S4-c",
    "stem": "For a criminal submission with a match: within what time after CJIS has the prints is the reply due?",
    "units": UNITS, "key": {"number": "4", "unit": "hours"}, **_because("Four hours, match or no match."),
    "near": [{"number": "2", "unit": "hours", **_because("Two hours are another system's goal.", SPEC)}],
})  # fmt: skip

BYTES = NumericState.model_validate({
    "id": "step-1/length", "objective": "S1-c", "stem": "How long may field 2.075 be?",
    "units": [{"id": "characters", "label": "characters", "factor": None}],
    "key": {"number": "200000", "unit": "characters"}, **_because("So the specification has it.", SPEC), "near": [],
})  # fmt: skip

DRAWN = DrawnState.model_validate({
    "id": "step-4/late", "objective": "S4-c",
    "stem": "A reply came 30 minutes after its limit. How late is it?",
    "instances": [
        {
            "id": "step-4/late", "kind": "numeric", "seed": seed, "objective": "S4-c",
            "stem": f"A reply came {30 * seed} minutes after its limit. How late is it?", "units": UNITS,
            "key": {"number": str(30 * seed), "unit": "minutes"}, **_because("It says so."), "near": [],
        }
        for seed in range(1, 9)
    ],
})  # fmt: skip

FIELD = PointingState.model_validate({
    "id": "step-6/who-answers", "objective": "S6-a",
    "stem": "Which field of this message tells that IDENT found a match?",
    "message": {
        "title": "Combined response (DHS SRE)", "banner": "Synthetic message — invented person",
        "summary": "2 records, 412 bytes",
        "records": [
            {
                "type": 1, "name": "Header",
                "fields": [
                    {"tag": "1.04", "mnemonic": "TOT", "name": "Type of transaction", "value": "SRE"},
                    {"tag": "1.08", "mnemonic": "ORI", "name": "Originating agency", "value": "USVISIT0Z"},
                ],
            },
            {
                "type": 2, "name": "Descriptive text",
                "fields": [
                    {"tag": "2.018", "mnemonic": "NAM", "name": "Name", "value": "SAMPLE,ALEX"},
                    {"tag": "2.059", "mnemonic": "SRF", "name": "Search results findings", "value": "I"},
                    {"tag": "2.073", "mnemonic": "CRI", "name": "Controlling agency", "value": "XA0010000␞XA0000000"},
                    {"tag": "2.075", "mnemonic": "ERS", "name": "Rap sheet", "value": "-- MATCH --\nEID = 9900000090"},
                ],
            },
        ],
    },
    "key": ["2.059"], **_because("I stands for identified.", SPEC),
    "near": [{"tag": "1.08", **_because("It says who answers, and not what was found.")}],
})  # fmt: skip

KINDS = (SINGLE, MULTIPLE, DECISION, ORDERING, MATCHING, NUMERIC, FIELD)
"""One question of every kind."""

RIGHT: dict[str, list[str]] = {
    "single": ["a"],
    "multiple": ["a", "b"],
    "decision": ["b"],
    "ordering": ["a", "b", "c", "d"],
    "matching": ["a=p", "b=r", "c=q", "d=q"],
    "numeric": ["240", "minutes"],
    "field": ["2.059"],
}
"""A right answer to each of them, by kind."""

WRONG: dict[str, list[str]] = {
    "single": ["c"],
    "multiple": ["a", "c"],
    "decision": ["c"],
    "ordering": ["a", "c", "b", "d"],
    "matching": ["a=p", "b=s", "c=q", "d=p"],
    "numeric": ["2", "hours"],
    "field": ["1.08"],
}
"""A wrong one."""

QUIZ = QuizState(lesson="step-1-submission", questions=(SINGLE, MULTIPLE))


def sealed(state: AnyQuestionState) -> Any:
    """The same question without its key and its reasons, as a final under supervision has it."""
    return QUESTION.validate_python(_without_key(state.model_dump()))


def _without_key(value: Any) -> Any:
    if isinstance(value, dict):
        empty = {"right": None, "place": None, "choice": None, "key": None, "reason": "", "sources": (), "near": ()}
        return {name: empty[name] if name in empty else _without_key(each) for name, each in value.items()}
    return [_without_key(each) for each in value] if isinstance(value, (list, tuple)) else value
