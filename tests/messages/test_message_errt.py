"""Error responses: the packet's two texts, and the errors of the package itself."""

from __future__ import annotations

from datetime import date

import pytest
from message_values import errt_rest

from interop_course.messages import (
    ERRT,
    IDR,
    ErrorCode,
    InvalidMessage,
    MessageError,
    UnreadableMessage,
    WrongKind,
)
from interop_course.messages.parsing import MODELS
from interop_course.messages.tags import Tag
from interop_course.wire import describe, read, transaction, with_field, write


def test_too_old_has_the_printed_text() -> None:
    error = ERRT.too_old(date(2010, 3, 1), **errt_rest())
    message = read(error.to_bytes())
    assert (message.tot, message.header.value(8), message.header.value(10)) == ("ERRT", "USVISIT0Z", error.tcr)
    body = {field.number: field.text for field in message.of_type(2)[0].fields[1:]}
    assert body == {2: "00", 9: "TRAINING01", 60: "L0013 DOA/DPR of [20100301] older than 7 days", 73: "XA0010000"}
    assert error.code is ErrorCode.L0013


def test_amputated_has_the_printed_text() -> None:
    error = ERRT.amputated(2, **errt_rest())
    assert error.msg == "S0002 [EFTS-1031] Fingerprint 2 is amputated"
    assert error.code is ErrorCode.S0002


def test_the_space_that_the_samples_print_after_the_text_is_read_over() -> None:
    error = ERRT.amputated(2, **errt_rest())
    header, body = read(error.to_bytes()).records
    spaced = with_field(body, "MSG", f"{error.msg} ")
    assert ERRT.from_bytes(write(transaction(header, spaced))) == error


def test_the_text_begins_with_its_code() -> None:
    with pytest.raises(InvalidMessage, match="does not begin with its code"):
        ERRT(**errt_rest(), code=ErrorCode.L0013, msg="S0002 something")


def test_an_unknown_code_is_refused_on_reading() -> None:
    header, body = read(ERRT.amputated(2, **errt_rest()).to_bytes()).records
    with pytest.raises(InvalidMessage, match="Z9999"):
        ERRT.from_bytes(write(transaction(header, with_field(body, "MSG", "Z9999 unheard of"))))


def test_the_tree_of_errors() -> None:
    assert issubclass(MessageError, ValueError)
    assert issubclass(InvalidMessage, MessageError)
    assert issubclass(WrongKind, UnreadableMessage)
    assert issubclass(UnreadableMessage, MessageError)


def test_faults_of_a_model_inside_a_model_keep_their_place() -> None:
    with pytest.raises(InvalidMessage) as caught:
        IDR(encounters=({"eid": "1", "nam": "SAMPLE,ALEX", "dob": "19800115", "pob": "XX", "sex": "Q"},))
    assert [fault.where for fault in caught.value.faults] == ["encounters.0.eid", "encounters.0.sex"]


def test_every_tagged_field_is_in_the_field_dictionary() -> None:
    tags = [
        (name, tag)
        for model in MODELS.values()
        for name, field in model.model_fields.items()
        for tag in field.metadata
        if isinstance(tag, Tag)
    ]
    assert len(tags) > 30
    for name, tag in tags:
        assert describe(str(tag)).mnemonic.lower() == name
