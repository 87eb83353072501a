"""What 2.075 tells: taken apart as far as it goes, every other line kept, and no text that is too odd for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from message_values import dhs_sre, history, iafis_sre
from test_message_texts import ANSWER_LIKE, QUERY_LIKE, SAMPLE_LIKE

from interop_course.messages import IDR, DhsSRE, Status, Told, told
from interop_course.wire import Record, Transaction, record, transaction, write

VALUES = (
    "1200000002", "EXAMPLE", "19630101", "1200000001", "XXXXXXXX", "XA1234567", "5550100000", "sscn201000000000001",
    "XB00000101", "NRC", "EXAMP --> EXAMPLELAND", "NEVER REMOVED", "20010101", "AND ON.", "Photo Attached",
)  # fmt: skip
"""What the texts below say, and no label or notice of the course does."""


def response(text: str) -> Transaction:
    return transaction(record(1, [("TOT", "SRE")]), record(2, [("ERS", text)]))


def tell(text: str) -> Told:
    found = told(response(text))
    assert found is not None
    return found


def kept(found: Told) -> str:
    """All that a reader can still see: the models as text, and the lines that are in none."""
    models = [each.text for each in (found.idr, found.iar or found.query) if each]
    return "\n".join([*models, *found.notices, *found.unread])


def test_a_message_of_the_course_is_taken_apart_to_the_last_line() -> None:
    sre = dhs_sre(IDR.of(history(2, photo="face")))
    found = told(sre.transaction())
    assert found is not None
    assert (found.idr, found.iar) == (sre.idr, sre.iar)
    assert (found.notices, found.unread, found.problems) == ((), (), ())


def test_a_text_laid_out_as_the_sample() -> None:
    found = tell(SAMPLE_LIKE + ANSWER_LIKE)
    assert found.idr is not None
    assert found.iar is not None
    assert found.query == found.iar.query
    assert [each.eid for each in found.idr.encounters] == ["1200000002"]
    assert found.iar.status is Status.PREVIOUSLY_REMOVED
    assert found.notices == (
        "Some long notice about records, printed in full,", "and going on for a second line.",
    )  # fmt: skip
    assert found.unread == (
        "EID = 1200000001", "NAME = EXAMPLE,ROBIN", "DOB = XXXXXXXX", "POB = XX", "SEX = F", "Photo Attached",
        "ARN/XXXXXXXX", "XXXXXXXX; EXAMPLE; ROBIN;;XXXXXXXX;XX;F",
        "THIS IS NOT A GOVERNMENT DETAINER! A NOTICE GOES ON", "AND ON.", "FCO/ NRC", "SID/ XA00000101 ;XB00000101",
    )  # fmt: skip
    assert found.problems == ()


def test_what_was_read_is_written_back() -> None:
    found = tell(SAMPLE_LIKE + ANSWER_LIKE)
    assert found.idr is not None
    assert found.iar is not None
    sre = DhsSRE(**dhs_sre(found.idr).model_dump() | {"idr": found.idr, "iar": found.iar})
    again = told(sre.transaction())
    assert again is not None
    assert again.iar == found.iar
    assert again.idr == found.idr


@pytest.mark.parametrize(
    ("text", "idr", "query", "problem"),
    [
        ("ARRESTED 1 - 20010101", False, False, None),
        (SAMPLE_LIKE + QUERY_LIKE, True, True, "RESPONSE BEGINS"),
        (SAMPLE_LIKE + ANSWER_LIKE.replace("PREVIOUSLY", "NEVER"), True, True, "status that the course knows"),
        (SAMPLE_LIKE + ANSWER_LIKE.replace("PHN/", "PHONE/"), True, False, "phn"),
        ("---- MATCH ----\nEID = XX\n" + ANSWER_LIKE, False, True, "0 readable encounters"),
    ],
    ids=["record of arrests", "no answer", "unknown status", "no phone", "no encounter"],
)
def test_a_part_that_cannot_be_read_is_kept_as_lines(text: str, idr: bool, query: bool, problem: str | None) -> None:
    found = tell(text)
    assert (found.idr is not None, found.query is not None) == (idr, query)
    assert bool(found.problems) is bool(problem)
    assert not problem or problem in found.problems[0]
    assert all("\n" not in each for each in found.problems)
    shown = kept(found)
    assert all(value in shown for value in VALUES if value in text)


@given(st.text(st.sampled_from("EIDNAMSXPOB/=;-\n 0123456789"), max_size=200) | st.binary(max_size=200).map(str))
def test_no_text_is_too_odd(text: str) -> None:
    for each in (text, f"------ MATCH ------\n{text}", f"- NO MATCH -\n{text}IAQ RECEIVED: {text}"):
        raw = b"2.001:9\x1d2.075:" + each.encode() + b"\x1c"
        found = told(Transaction((Record(2, raw),)))
        assert found is not None
        assert found.idr or found.problems or "MATCH -" not in each


def test_a_message_without_the_field_tells_nothing() -> None:
    assert told(iafis_sre().transaction()) is None
    assert told(Transaction(())) is None


def test_bytes_that_are_no_text_are_kept_as_escapes() -> None:
    message = response("- NO MATCH -\nODD: ~")
    found = told(Transaction(tuple(Record(each.type, each.raw.replace(b"~", b"\xff")) for each in message.records)))
    assert found is not None
    assert found.unread == ("ODD: \\xff",)
    assert write(message)
