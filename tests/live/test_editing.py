"""Changing a message through the door: what is changed, what is then wrong, and where it stands in the bytes."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interop_course.live import answer_json
from interop_course.live.breaking import PRESETS
from interop_course.live.editing import MOST_EDITS
from interop_course.messages import Kind
from interop_course.packet import EBTS, cite
from interop_course.process import scenario
from interop_course.wire import read

MATCH = scenario("match")
NO_MATCH = scenario("no-match")
REPLY = MATCH.find(Kind.DHS_SRE)
MESSAGES = {
    "car": MATCH.find(Kind.CAR),
    "iafis-sre": MATCH.find(Kind.IAFIS_SRE),
    "match": REPLY,
    "no-match": NO_MATCH.find(Kind.DHS_SRE),
    "errt": scenario("old-arrest").find(Kind.ERRT),
}


def edited(*edits: dict[str, Any], data: bytes = REPLY.data, kind: Kind = Kind.DHS_SRE, **more: Any) -> dict[str, Any]:
    """The reply to a request for these edits."""
    message = {"kind": kind.value, "data": b64encode(data).decode()}
    reply: dict[str, Any] = json.loads(
        answer_json(json.dumps({"do": "edit", "message": message, "edits": edits, **more}))
    )
    return reply


def changed(*edits: dict[str, Any], **more: Any) -> bytes:
    reply = edited(*edits, **more)
    assert reply["ok"], reply
    return b64decode(reply["state"]["data"])


def codes(reply: dict[str, Any]) -> list[str]:
    return [fault["code"] for fault in reply["state"]["faults"]]


def put(tag: str, value: str, record: int = 1) -> dict[str, Any]:
    return {"op": "set", "record": record, "tag": tag, "value": value}


def test_no_edits_change_nothing_and_tell_the_presets() -> None:
    reply = edited()
    assert b64decode(reply["state"]["data"]) == REPLY.data
    assert codes(reply) == []
    assert {preset["id"] for preset in reply["presets"]} == set(PRESETS)


def test_a_value_is_set_and_its_record_measured_again() -> None:
    data = changed(put("2.018", "SAMPLE,ALEXANDRA"))
    assert b"2.018:SAMPLE,ALEXANDRA\x1d" in data
    assert len(data) == len(REPLY.data) + 5
    read(data)  # strict: the lengths are right


def test_a_field_is_added_in_its_place_and_left_out() -> None:
    data = changed(
        {"op": "add", "record": 1, "tag": "2.067", "value": "A␟B"}, {"op": "remove", "record": 1, "tag": "2.015"}
    )
    assert b"\x1d2.067:A\x1fB\x1d2.073:" in data
    assert b"2.015" not in data
    read(data)
    last = changed({"op": "remove", "record": 1, "tag": "2.075"})
    assert b"2.073:XA0010000\x1c10.001" in last


def test_lengths_that_are_given_stay() -> None:
    reply = edited(put("2.018", "SAMPLE,ALEXANDRA"), lengths="given")
    assert codes(reply) == ["len-wrong", "nam-differs"]
    (measure,) = [each for each in reply["state"]["measures"] if each["stated"] != each["computed"]]
    assert (measure["tag"], int(measure["computed"]) - int(measure["stated"])) == ("2.001", 5)
    assert codes(edited(put("2.001", "12"))) == ["len-wrong"], "a length that is set stays as it is set"


@pytest.mark.parametrize(
    ("edit", "code", "tag", "found"),
    [
        (put("2.059", "X"), "value-not-allowed", "2.059", b"X"),
        (put("2.059", "N"), "finding-differs", "2.059", b"N"),
        (put("1.10", "TRN00000000000", 0), "tcr-differs", "1.10", b"TRN00000000000"),
        (put("2.018", "SAMPLE,KIM"), "nam-differs", "2.018", b"SAMPLE,KIM"),
        (put("2.073", " XA0010000"), "leading-space", "2.073", b" "),
        (put("2.002", "07"), "cnt-idc", "1.03", b"2\x1f00"),
    ],
)
def test_a_fault_stands_on_its_bytes(edit: dict[str, Any], code: str, tag: str, found: bytes) -> None:
    reply = edited(edit)
    fault = next(each for each in reply["state"]["faults"] if each["code"] == code)
    data = b64decode(reply["state"]["data"])
    assert fault["field"] == tag
    assert data[fault["offset"] : fault["offset"] + fault["length"]] == found
    assert fault["sentence"]


def test_a_changed_message_is_compared_with_itself_as_it_was() -> None:
    state = edited(put("2.059", "N"), {"op": "remove", "record": 1, "tag": "2.015"})["state"]
    fields = {field["tag"]: field for record in state["records"] for field in record["fields"]}
    assert (fields["2.059"]["change"], fields["2.059"]["before"]) == ("changed", "I")
    assert [each["tag"] for each in state["missing"]] == ["2.015"]
    assert state["edited"]


@pytest.mark.parametrize(("name", "preset"), [(name, preset) for name in MESSAGES for preset in PRESETS])
def test_each_preset_makes_the_fault_that_it_names(name: str, preset: str) -> None:
    entry = MESSAGES[name]
    assert entry.kind is not None
    offered = {each["id"] for each in edited(data=entry.data, kind=entry.kind)["presets"]}
    reply = edited({"op": "break", "preset": preset}, data=entry.data, kind=entry.kind)
    assert reply["ok"] is (preset in offered)
    if reply["ok"]:
        assert set(codes(reply)) & set(PRESETS[preset].codes)
        assert b64decode(reply["state"]["data"]) != entry.data


def test_every_preset_fits_a_message_and_names_its_sources() -> None:
    for preset in PRESETS.values():
        assert preset.make(read(REPLY.data)) is not None
        assert all(text == EBTS or cite(text) for text in preset.cites)


@pytest.mark.parametrize(
    ("edits", "says"),
    [
        ([put("2.059", "N", 9)], "no record 10"),
        ([put("2.014", "X")], "no field 2.014"),
        ([put("1.08", "X")], "no tag of a Type-2 record"),
        ([put("nonsense", "X")], "no tag"),
        ([put("10.999", "X", 2)], "cannot be typed"),
        ([{"op": "break", "preset": "nonsense"}], "no preset"),
        ([{"op": "break", "preset": "no-end"}] * 2, "nothing that could be broken"),
        ([put("2.018", "A" * 30_000)], "at most"),
        ([put("2.018", "A")] * (MOST_EDITS + 1), "at most"),
    ],
)
def test_what_cannot_be_changed_is_refused_in_words(edits: list[dict[str, Any]], says: str) -> None:
    reply = edited(*edits)
    assert reply["ok"] is False
    assert says in reply["error"]


def test_a_text_message_has_no_fields_to_change() -> None:
    reply = edited(data=MATCH.find(Kind.IDR).data, kind=Kind.IDR)
    assert (reply["ok"], "no fields" in reply["error"]) == (False, True)


EDITS = st.one_of(
    st.builds(
        lambda op, record, tag, value: {"op": op, "record": record, "tag": tag, "value": value},
        st.sampled_from(["set", "add"]),
        st.integers(0, 3),
        st.sampled_from(
            ["1.01", "1.03", "1.04", "2.001", "2.002", "2.018", "2.059", "2.075", "2.200", "10.001", "10.999"]
        ),
        st.text("A0:.␜␝␞␟\\xff\n é", max_size=12),
    ),
    st.builds(
        lambda record, tag: {"op": "remove", "record": record, "tag": tag},
        st.integers(0, 3),
        st.sampled_from(["1.01", "1.03", "1.04", "2.001", "2.018", "2.075", "10.999"]),
    ),
    st.builds(lambda preset: {"op": "break", "preset": preset}, st.sampled_from(sorted(PRESETS))),
)


@given(st.lists(EDITS, max_size=4), st.sampled_from(["computed", "given"]))
def test_any_edits_have_a_reply_whose_places_lie_in_the_bytes(edits: list[dict[str, Any]], lengths: str) -> None:
    reply = edited(*edits, lengths=lengths)
    if not reply["ok"]:
        assert reply["hint"]
        return
    state = reply["state"]
    assert state["size"] == len(b64decode(state["data"]))
    for fault in state["faults"]:
        assert 0 <= fault["offset"] <= fault["offset"] + fault["length"] <= state["size"]
    for record in state["records"]:
        assert all(field["offset"] + field["length"] <= state["size"] for field in record["fields"])
