"""Every kind: from values to bytes and back, and nothing but our own errors for any other bytes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from message_values import EXAMPLES, STRATEGIES
from pydantic import TypeAdapter

from interop_course.messages import MODELS, AnyMessage, Form, Kind, Message, MessageError, parse

ANY = TypeAdapter(AnyMessage)


def test_every_kind_has_a_model_an_example_and_a_strategy() -> None:
    assert set(MODELS) == set(EXAMPLES) == set(STRATEGIES) == set(Kind)
    for kind, model in MODELS.items():
        assert model.model_fields["kind"].default is kind
        assert model.form in (Form.PACKET, Form.EBTS, Form.COURSE)


def test_the_packet_s_form_is_claimed_only_where_the_packet_prints_a_sample() -> None:
    printed = {kind for kind, model in MODELS.items() if model.form is Form.PACKET}
    assert printed == {Kind.IDR, Kind.IAQ, Kind.IAR, Kind.DHS_SRE, Kind.ERRT}
    assert {kind for kind, model in MODELS.items() if model.form is Form.EBTS} == {Kind.CAR, Kind.IAFIS_SRE}


def _reads_back_equal(message: Message) -> None:
    written = message.to_bytes()
    again = parse(message.kind, written)
    assert again == message
    assert again.to_bytes() == written


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
@settings(max_examples=50, deadline=None)
def test_a_message_reads_back_equal(kind: Kind, data: st.DataObject) -> None:
    _reads_back_equal(data.draw(STRATEGIES[kind]))


@pytest.mark.slow
@given(message=st.one_of(*STRATEGIES.values()))
@settings(deadline=None)
def test_messages_of_all_kinds_read_back_equal(message: Message) -> None:
    _reads_back_equal(message)


@pytest.mark.parametrize("kind", Kind)
def test_json_leads_back_by_kind_alone(kind: Kind) -> None:
    message = EXAMPLES[kind]
    assert ANY.validate_json(message.model_dump_json()) == message


@pytest.mark.parametrize("kind", Kind)
def test_a_message_is_frozen_and_hashable(kind: Kind) -> None:
    message = EXAMPLES[kind]
    with pytest.raises(ValueError, match="frozen"):
        message.kind = Kind.CAR
    assert hash(message) == hash(parse(kind, message.to_bytes()))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("other", Kind)
def test_one_kind_is_not_read_as_another(kind: Kind, other: Kind) -> None:
    written = EXAMPLES[kind].to_bytes()
    # An IAR repeats its query and a query stands in it, so these two texts alone may hold one another.
    if kind is other or (kind, other) == (Kind.IAR, Kind.IAQ):
        return
    with pytest.raises(MessageError):
        parse(other, written)


def _only_our_errors(kind: Kind, data: bytes) -> Message | None:
    try:
        return parse(kind, data)
    except MessageError:
        return None


@pytest.mark.parametrize("kind", Kind)
@given(data=st.binary(max_size=80))
@settings(max_examples=40, deadline=None)
def test_any_bytes_give_a_message_or_an_error_of_ours(kind: Kind, data: bytes) -> None:
    _only_our_errors(kind, data)


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", [Kind.IDR, Kind.IAQ, Kind.IAR])
@pytest.mark.parametrize("filler", ["-", " ", "A", "A;", "*", "NAM/", "REM/ IDSM=", "\n", "EID = "])
def test_a_long_text_of_one_thing_is_read_in_time_linear_in_it(kind: Kind, filler: str) -> None:
    text = EXAMPLES[kind].to_bytes().decode()
    for place in (0, text.index("SAMPLE"), len(text)):
        hostile = text[:place] + filler * (100_000 // len(filler)) + text[place:]
        start = time.process_time()
        _only_our_errors(kind, hostile.encode())
        assert time.process_time() - start < 2


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.CAR])
def test_a_message_cut_short_gives_a_message_or_an_error_of_ours(kind: Kind) -> None:
    written = EXAMPLES[kind].to_bytes()
    for end in range(0, len(written), 7):
        _only_our_errors(kind, written[:end])


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_message_gives_a_message_or_an_error_of_ours(kind: Kind, data: st.DataObject) -> None:
    written = bytearray(EXAMPLES[kind].to_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, min(len(written), 2500) - 1))
        written[at] = data.draw(st.sampled_from(b"\x1c\x1d\x1e\x1f\nA1:;/[ \xff\x00"))
    _only_our_errors(kind, bytes(written))
