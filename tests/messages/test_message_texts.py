"""The texts of IDR, IAQ and IAR: labels as printed, notices restated, and odd layouts read without loss."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from message_values import MOMENT, TCN, encounter, history, iaq, iar

from interop_course.messages import IAQ, IAR, IDR, Encounter, InvalidMessage, Status, UnreadableMessage
from interop_course.messages.notices import RESTATED

SAMPLE_LIKE = """\
Some long notice about records, printed in full,
and going on for a second line.

------ MATCH -----EID = 1200000002
NAME = EXAMPLE,Robin P
DOB = 19630101
POB = XX
SEX = F
EID = 1200000001
NAME = EXAMPLE,ROBIN
DOB = XXXXXXXX
POB = XX
SEX = F
Photo Attached

*** LAW ENFORCEMENT SENSITIVE ***

"""
QUERY_LIKE = """\
IAQ RECEIVED: 3/5/10 7:05:09 AM
ORI/ WVFBIID00 ATN/ORI=XA1234567
PHN/5550100000
NAM/ EXAMPLE, ROBIN
DOB/ 19630101 CUS/ Y OFF/0399 PUR/ C POB/XX SEX/F
FBI/XXXXXXXX
ARN/XXXXXXXX SOC/
SID/XXXXXXXXXX
REM/ IDSM=sscn201000000000001ENCOUNTER
INFO[EID;LAST;FIRST;MIDDLE;DOB;POB;SEX]XXXXXXXX; EXAMPLE;
ROBIN;;XXXXXXXX;XX;F
1200000002; EXAMPLE;
Robin;P;19630101;XX;F
"""
ANSWER_LIKE = (
    QUERY_LIKE
    + """\
**** QUERY MESSAGE TEXT ENDS - L.E.S.C. RESPONSE BEGINS ****
THIS IS NOT A GOVERNMENT DETAINER! A NOTICE GOES ON
AND ON.
*****************************************************
SUBJECT APPEARS TO HAVE BEEN PREVIOUSLY REMOVED
*****************************************************
**** BASED ON THE INFORMATION PROVIDED *****
THE FOLLOWING I.C.E. RECORD APPEARS TO RELATE:
NAM/ EXAMPLE, ROBIN MIDDLE
DOB/ 19630101
POB/ EXAMP --> EXAMPLELAND
FCO/ NRC
SID/ XA00000101 ;XB00000101
LESC QUERY ID:XXXXXXXX *** LIMITED OFFICIAL USE ***
END OF RESPONSE . . . .
"""
)


def test_idr_text_has_the_printed_labels() -> None:
    text = IDR.of(history(2)).text
    block = text[text.index("------ MATCH ------") :].splitlines()
    assert block[:6] == [
        "------ MATCH ------", "EID = 1100000002", "NAME = SAMPLE,ALEX Q", "DOB = 19800101", "POB = XX", "SEX = X",
    ]  # fmt: skip
    assert block[6] == "EID = 1100000001"
    assert block[-1] == "*** LAW ENFORCEMENT SENSITIVE ***"


def test_idr_of_a_long_history_keeps_the_five_newest() -> None:
    seven = history(7)
    assert IDR.of(seven).encounters == seven[:5]
    with pytest.raises(InvalidMessage, match="there are 6 of them, more than 5"):
        IDR(encounters=history(6))
    assert not IDR.of(()).match


def test_no_idr_states_an_immigration_status() -> None:
    lines = {status.line for status in Status}
    assert not lines & set(IDR.of(history(5)).text.splitlines())


def test_idr_laid_out_as_the_sample_loses_nothing() -> None:
    idr = IDR.from_text(SAMPLE_LIKE)
    assert idr.encounters == (
        Encounter(eid="1200000002", nam="EXAMPLE,Robin P", dob=date(1963, 1, 1), pob="XX", sex="F"),
    )
    assert idr.unread == (
        "Some long notice about records, printed in full,", "and going on for a second line.", "EID = 1200000001",
        "NAME = EXAMPLE,ROBIN", "DOB = XXXXXXXX", "POB = XX", "SEX = F", "Photo Attached",
    )  # fmt: skip
    assert IDR.from_text(idr.text) == idr


@pytest.mark.parametrize(
    "changes",
    [{"\n": "\r\n"}, {"\n": "\n  "}, {" = ": "="}, {" = ": "  =  "}, {"MATCH ------\n": "MATCH -----"}],
    ids=["carriage returns", "indented", "tight", "wide", "the sample's verdict"],
)
def test_idr_is_read_in_other_layouts(changes: dict[str, str]) -> None:
    idr = IDR.of(history(3, photo="face"))
    text = idr.text
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    assert IDR.from_text(text).encounters == idr.encounters


@pytest.mark.parametrize("text", ["", "EID = 1100000001", "- NO MATCH -\nEID = 1100000001"])
def test_an_idr_that_says_neither_or_both_is_refused(text: str) -> None:
    whole = text if "=" not in text else text + "\nNAME = A,B\nDOB = 19800101\nPOB = XX\nSEX = X\n"
    with pytest.raises(UnreadableMessage):
        IDR.from_text(whole)


def test_a_match_without_a_readable_encounter_is_refused() -> None:
    with pytest.raises(UnreadableMessage, match="says a match and has 0 readable encounters"):
        IDR.from_text("------ MATCH ------\nEID = XXXX\n")


def test_iaq_text_has_the_printed_labels() -> None:
    text = iaq(fbi="000000XX1", sid="XA00000101").text.splitlines()
    assert text[:9] == [
        "IAQ RECEIVED: 03/15/10 10:47:42 PM", "ORI/ WVFBIID00 ATN/ORI=XA0010000", "PHN/5550100000",
        "NAM/ SAMPLE, ALEX Q", "DOB/ 19800101 CUS/ Y OFF/0399 PUR/ C POB/XX SEX/X", "FBI/000000XX1", "ARN/ SOC/",
        "SID/XA00000101", f"REM/ IDSM={TCN} ENCOUNTER",
    ]  # fmt: skip
    assert text[9:] == [
        "INFO[EID;LAST;FIRST;MIDDLE;DOB;POB;SEX]", "1100000002;SAMPLE;ALEX;Q;19800101;XX;X",
        "1100000001;SAMPLE;ALEX;Q;19800102;XX;X",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("hour", "written"), [(0, "12:05:00 AM"), (1, "01:05:00 AM"), (12, "12:05:00 PM"), (23, "11:05:00 PM")]
)
def test_hours_of_the_twelve_hour_clock(hour: int, written: str) -> None:
    query = iaq(received=datetime(2010, 3, 15, hour, 5))
    assert query.text.splitlines()[0] == f"IAQ RECEIVED: 03/15/10 {written}"
    assert IAQ.from_text(query.text) == query


def test_a_query_says_what_the_newest_encounter_says() -> None:
    newest, older = encounter(nam="NEWER,NAME", pob="XB", photo="face"), encounter()
    query = iaq(IDR.of((newest, older)))
    assert (query.nam, query.dob, query.sex, query.pob) == (newest.nam, newest.dob, newest.sex, newest.pob)
    assert query.encounters == (encounter(nam="NEWER,NAME", pob="XB"), older)
    assert iaq(IDR.of((newest,)), nam="SAMPLE,ALEX").nam == "SAMPLE,ALEX"


def test_no_query_is_made_of_a_no_match() -> None:
    with pytest.raises(InvalidMessage, match="CJIS makes no query of one"):
        iaq(IDR(encounters=(), unread=("x",)))


def test_a_query_carries_no_photo_and_no_fraction_of_a_second() -> None:
    values = iaq().model_dump()
    with pytest.raises(InvalidMessage, match="carries no photo"):
        IAQ(**(values | {"encounters": (encounter(photo="face"),)}))
    with pytest.raises(InvalidMessage, match="whole seconds"):
        IAQ(**(values | {"received": MOMENT.replace(microsecond=1)}))


def test_iaq_laid_out_as_the_sample_loses_nothing() -> None:
    query = IAQ.from_text(QUERY_LIKE)
    assert query.received == datetime(2010, 3, 5, 7, 5, 9)
    assert (query.ori, query.atn, query.nam, query.tcn) == (
        "WVFBIID00", "XA1234567", "EXAMPLE,ROBIN", "sscn201000000000001",
    )  # fmt: skip
    assert [each.eid for each in query.encounters] == ["1200000002"]
    assert query.encounters[0].nam == "EXAMPLE,Robin P"
    assert query.unread == ("ARN/XXXXXXXX", "XXXXXXXX; EXAMPLE; ROBIN;;XXXXXXXX;XX;F")
    assert IAQ.from_text(query.text) == query


@pytest.mark.parametrize("gone", ["IAQ RECEIVED:", "REM/", "NAM/"])
def test_a_query_without_a_part_of_it_is_refused(gone: str) -> None:
    with pytest.raises((UnreadableMessage, InvalidMessage)):
        IAQ.from_text(iaq().text.replace(gone, ""))


def test_iar_text_has_the_printed_lines_in_order() -> None:
    answer = iar()
    text = answer.text
    assert text.startswith(answer.query.text)
    lines = text.splitlines()
    order = [
        "**** QUERY MESSAGE TEXT ENDS - L.E.S.C. RESPONSE BEGINS ****", "THIS IS NOT A GOVERNMENT DETAINER!",
        "SUBJECT APPEARS TO HAVE BEEN PREVIOUSLY REMOVED", "THE FOLLOWING I.C.E. RECORD APPEARS TO RELATE:",
        "NAM/ SAMPLE, ALEX", "IMPORTANT NOTICE", "LESC QUERY ID:QRY00000001 *** LIMITED OFFICIAL USE ***",
        "END OF RESPONSE . . . .",
    ]  # fmt: skip
    places = [len(lines) - 1 - lines[::-1].index(line) for line in order]
    assert places == sorted(places)
    assert lines[-1] == order[-1]


@pytest.mark.parametrize("status", Status)
def test_lines_that_are_the_course_s_own_say_so(status: Status) -> None:
    printed = status is Status.PREVIOUSLY_REMOVED
    assert status.line.startswith("[course]") is not printed
    text = iar(status=status).text
    assert text.count(status.line) == 1
    assert ("IMPORTANT NOTICE" in text) is printed


def test_every_notice_is_marked_as_restated() -> None:
    assert RESTATED
    for line in RESTATED:
        assert line.startswith(("[restated] ", "  "))
        assert len(line) <= 74
    for text in (IDR.of(history(1)).text, IDR().text, iar().text):
        assert "[restated]" in text


def test_iar_laid_out_as_the_sample_loses_nothing() -> None:
    answer = IAR.from_text(ANSWER_LIKE)
    assert answer.query == IAQ.from_text(QUERY_LIKE)
    assert (answer.status, answer.query_id, answer.nam) == (
        Status.PREVIOUSLY_REMOVED, "XXXXXXXX", "EXAMPLE,ROBIN MIDDLE",
    )  # fmt: skip
    assert answer.pob == "EXAMP --> EXAMPLELAND"
    assert answer.unread == (
        "THIS IS NOT A GOVERNMENT DETAINER! A NOTICE GOES ON", "AND ON.", "FCO/ NRC", "SID/ XA00000101 ;XB00000101",
    )  # fmt: skip
    assert IAR.from_text(answer.text) == answer


def test_an_answer_with_an_unknown_status_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnreadableMessage, match="PREVIOUSLY REMOVED"):
        IAR.from_text(ANSWER_LIKE.replace("PREVIOUSLY REMOVED", "SOMETHING ELSE"))


def test_a_query_alone_is_no_answer() -> None:
    with pytest.raises(UnreadableMessage, match="RESPONSE BEGINS"):
        IAR.from_text(QUERY_LIKE)
