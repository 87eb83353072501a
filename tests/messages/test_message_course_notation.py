"""Messages in the course's own notation, and the values that CJIS fills in for a CPI."""

from __future__ import annotations

from datetime import date

import pytest
from message_values import EXAMPLES, ORI, SID, TCN

from interop_course.messages import (
    CPI,
    Form,
    IdentQuery,
    InvalidMessage,
    Kind,
    NameQuery,
    UnreadableMessage,
    WrongKind,
    parse,
)

COURSE = [kind for kind, message in EXAMPLES.items() if message.form is Form.COURSE]


@pytest.mark.parametrize("kind", COURSE)
def test_the_first_line_says_whose_notation_it_is(kind: Kind) -> None:
    text = EXAMPLES[kind].to_bytes().decode()
    assert text.splitlines()[0] == f"[course notation] {kind.upper()}"
    assert text.endswith("\n")


def test_a_cpi_holds_three_identifiers_and_no_biographic_data() -> None:
    notice = CPI(ori=ORI, sid=SID, fnu="000000XX1")
    assert notice.text == f"[course notation] CPI\nORI = {ORI}\nSID = {SID}\nFNU = 000000XX1\n"
    assert set(CPI.model_fields) == {"kind", "ori", "sid", "fnu", "charge"}
    assert notice.charge is None


def test_cjis_fills_in_the_default_values_for_a_cpi() -> None:
    query = IdentQuery.from_cpi(CPI(ori=ORI, sid=SID, fnu="000000XX1"), tcn=TCN)
    assert (query.ori, query.nam, query.dob, query.sex) == (ORI, "CPI,CPI", None, "XX")
    assert (query.prints, query.source) == (10, "master-record")
    assert "NAM = CPI,CPI\nDOB = 000000\nSEX = XX\n" in query.text
    assert IdentQuery.from_text(query.text) == query


def test_a_name_query_goes_by_nlets() -> None:
    query = NameQuery(ori=ORI, nam="SAMPLE,ALEX", dob=date(1980, 1, 15), sex="X", pob="XX")
    assert query.via == "NLETS"
    with pytest.raises(InvalidMessage, match="NLETS"):
        NameQuery(ori=ORI, nam="SAMPLE,ALEX", dob=date(1980, 1, 15), sex="X", pob="XX", via="IDENT")


def test_another_heading_is_another_kind() -> None:
    with pytest.raises(WrongKind, match="begins with"):
        parse(Kind.CPI, EXAMPLES[Kind.NAME_QUERY].to_bytes())


@pytest.mark.parametrize("line", ["no equals sign", "ORI = XA0010000", " = XA0010000", "KIND = cpi"])
def test_a_line_that_is_no_new_value_is_named(line: str) -> None:
    text = f"[course notation] CPI\nORI = {ORI}\nSID = {SID}\nFNU = 000000XX1\n{line}\n"
    with pytest.raises(UnreadableMessage, match="line 5"):
        CPI.from_text(text)


def test_an_unknown_label_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidMessage, match=r"no such field\. It has kind, ori, sid, fnu, charge"):
        CPI.from_text(f"[course notation] CPI\nORI = {ORI}\nSID = {SID}\nFNU = 000000XX1\nCOLOR = RED\n")


def test_bytes_that_are_no_text_are_refused_with_their_place() -> None:
    with pytest.raises(UnreadableMessage, match=r"byte 3 \(0xff\)"):
        CPI.from_bytes(b"abc\xff")
