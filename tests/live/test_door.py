"""The live door: typed requests in, typed replies out, and a reply for any text at all."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interop_course.assessment import BANK
from interop_course.live import (
    REPLY,
    ExplainReply,
    ExplainRequest,
    GradeReply,
    GradeRequest,
    InspectReply,
    InspectRequest,
    MessageData,
    Refusal,
    RunReply,
    RunRequest,
    answer,
    answer_json,
    inspector_state,
    stepper_state,
)
from interop_course.messages import Kind
from interop_course.process import Booking, run, scenario

JOURNAL = scenario("match")
BOOKING = {"doa": "2010-03-01", "booked": "2010-03-01T21:10:00"}

DRAWN = next(item for item in BANK.items if item.drawn)


def asked(request: Any) -> dict[str, Any]:
    """The reply to a request in JSON, checked against the replies' types."""
    text = answer_json(json.dumps(request))
    REPLY.validate_json(text)
    reply: dict[str, Any] = json.loads(text)
    return reply


def data_of(kind: Kind) -> dict[str, str]:
    return {"kind": kind.value, "data": b64encode(JOURNAL.find(kind).data).decode()}


@pytest.mark.parametrize("kind", sorted({entry.kind for entry in JOURNAL.entries if entry.kind}))
def test_inspect_shows_what_the_message_itself_shows(kind: Kind) -> None:
    message = JOURNAL.find(kind).message
    reply = asked({"do": "inspect", "message": data_of(kind)})
    assert message is not None
    assert reply["state"] == inspector_state(message).model_dump(mode="json")


def test_inspect_marks_changes_against_the_step_before() -> None:
    reply = asked({"do": "inspect", "message": data_of(Kind.DHS_SRE), "since": data_of(Kind.IAFIS_SRE)})
    fields = {f["tag"]: f for record in reply["state"]["records"] for f in record["fields"]}
    assert fields["1.08"]["change"] == "changed"
    assert fields["2.075"]["change"] == "new"


def test_run_gives_the_journal_of_the_process() -> None:
    reply = asked({"do": "run", "booking": BOOKING, "seed": 7})
    journal = run(Booking(doa=date(2010, 3, 1), booked=datetime(2010, 3, 1, 21, 10)), seed=7)
    assert reply["digest"] == journal.digest
    assert reply["state"] == stepper_state(journal).model_dump(mode="json")


def test_grade_knows_right_from_wrong() -> None:
    item = BANK.items[0]
    right = asked({"do": "grade", "item": item.id, "given": item.best})
    wrong = asked({"do": "grade", "item": item.id, "given": []})
    assert (right["ok"], right["mark"]["right"]) == (True, True)
    assert (wrong["ok"], wrong["mark"]["right"]) == (True, False)


def test_explain_gives_the_dictionary_entry_with_its_source() -> None:
    reply = asked({"do": "explain", "tag": "2.59"})
    assert (reply["tag"], reply["mnemonic"]) == ("2.059", "SRF")
    assert reply["source"]["label"]


def test_typed_requests_have_typed_replies() -> None:
    car = JOURNAL.find(Kind.CAR)
    message = MessageData(kind=Kind.CAR, data=car.data)
    assert isinstance(answer(InspectRequest(message=message)), InspectReply)
    assert isinstance(answer(RunRequest(booking=JOURNAL.booking)), RunReply)
    assert isinstance(answer(GradeRequest(item=BANK.items[0].id)), GradeReply)
    assert isinstance(answer(ExplainRequest(tag="1.04")), ExplainReply)


@pytest.mark.parametrize(
    ("request_", "says"),
    [
        ({"do": "explain", "tag": "2.9999"}, "2.9999"),
        ({"do": "grade", "item": "no/such", "given": []}, "no/such"),
        ({"do": "grade", "item": BANK.items[0].id, "given": ["z"]}, "z"),
        ({"do": "grade", "item": BANK.items[0].id, "given": ["a" * 41]}, "given"),
        ({"do": "grade", "item": BANK.items[0].id, "given": ["a"], "seed": 1}, "takes no seed"),
        ({"do": "grade", "item": DRAWN.id, "given": []}, "a seed of 1 to 8"),
        ({"do": "grade", "item": DRAWN.id, "given": [], "seed": 9}, "seed"),
        ({"do": "inspect", "message": {"kind": "car", "data": ""}}, "CAR"),
        ({"do": "inspect", "message": data_of(Kind.IDR) | {"kind": "iar"}}, "IAR"),
        ({"do": "inspect", "message": {"kind": "car", "data": "?"}}, "base64"),
        ({"do": "run", "booking": {}}, "date of arrest"),
        ({"do": "run", "booking": BOOKING | {"agency": "ZZ0000000"}}, "ZZ0000000"),
        ({"do": "run", "booking": BOOKING | {"nam": "1"}}, "nam"),
        ({"do": "run", "booking": BOOKING | {"booked": "9999-12-31T23:59:00"}}, "2000 to 2099"),
        ({"do": "run", "booking": BOOKING | {"booked": "2010-03-01T21:10:00Z"}}, "local time"),
        ({"do": "run", "booking": BOOKING, "setting": {"delays": {"lesc": [1, 10**15]}}}, "525600"),
        ({"do": "run", "booking": BOOKING, "setting": {"ndr": 9}}, "ngi"),
        ({"do": "fly"}, "fly"),
        ({}, "do"),
        ([], "object"),
        (None, "object"),
    ],
)
def test_a_refusal_is_a_reply_that_names_the_trouble(request_: Any, says: str) -> None:
    reply = asked(request_)
    assert reply["ok"] is False
    assert says in reply["error"]
    assert reply["hint"]


def test_a_request_without_end_is_refused_unread() -> None:
    assert "characters" in json.loads(answer_json(" " * 1_000_000))["error"]


@given(st.text())
@example("\ud800")
@example('{"do": "explain", "tag": "\\ud800"}')
@example("[" * 100_000)
@example("NaN")
@example('{"do": "run", "seed": 1e400}')
def test_any_text_has_a_reply(text: str) -> None:
    REPLY.validate_json(answer_json(text))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=8,
)
_GOOD: list[dict[str, Any]] = [
    {"do": "explain", "tag": "2.059"},
    {"do": "grade", "item": BANK.items[0].id, "given": ["a"]},
    {"do": "run", "booking": BOOKING, "setting": {"ngi": True}, "seed": 1},
    {"do": "inspect", "message": data_of(Kind.IDR), "since": data_of(Kind.IDENT_QUERY)},
]


@given(st.sampled_from(_GOOD), st.data())
def test_any_change_to_a_good_request_has_a_reply(good: dict[str, Any], data: st.DataObject) -> None:
    """One value, at any depth, is replaced by anything JSON can say."""
    request = json.loads(json.dumps(good))
    place = request
    while True:
        key = data.draw(st.sampled_from(sorted(place)))
        if isinstance(place[key], dict) and data.draw(st.booleans()):
            place = place[key]
        else:
            break
    place[key] = data.draw(_JSON)
    asked(request)


@given(kind=st.sampled_from(sorted(Kind)), noise=st.binary(max_size=60), cut=st.integers(0, 400))
def test_any_bytes_have_a_reply(kind: Kind, noise: bytes, cut: int) -> None:
    source = JOURNAL.find(Kind.DHS_SRE if cut % 2 else Kind.IAR).data
    bent = source[:cut] + noise + source[cut + len(noise) :]
    asked({"do": "inspect", "message": {"kind": kind.value, "data": b64encode(bent).decode()}})


def test_a_refusal_says_that_it_is_one() -> None:
    assert isinstance(REPLY.validate_json(answer_json("{")), Refusal)
