"""The second response: what the packet says of its fields, and what a reader may rely on."""

from __future__ import annotations

import pytest
from message_values import BUREAU, DAY, NAM, ORI, SID, TCN, dhs_sre, encounter, history, iafis_sre, iar

from interop_course.messages import IAQ, IAR, IDR, DhsSRE, InvalidMessage, Status, UnreadableMessage, WrongKind, image
from interop_course.wire import read, transaction, with_field, write

NONE = IDR()
MATCH = IDR.of(history(3, photo="face"))


@pytest.mark.parametrize(("idr", "finding"), [(MATCH, "I"), (NONE, "N")])
def test_fields_that_the_packet_states(idr: IDR, finding: str) -> None:
    message = read(dhs_sre(idr).to_bytes())
    header, body = message.header, message.of_type(2)[0]
    assert [header.value(number) for number in (4, 5, 7, 8, 10)] == ["SRE", "20100315", BUREAU, "USVISIT0Z", TCN]
    assert [body.value(number) for number in (15, 18, 59, 73)] == [SID, NAM, finding, ORI]


def test_the_name_is_the_submission_s_and_not_one_from_ident() -> None:
    sre = dhs_sre(IDR.of([encounter(nam="OTHER,NAME")]), nam="CPI,CPI")
    assert read(sre.to_bytes()).of_type(2)[0].value("NAM") == "CPI,CPI"


def test_the_two_responses_differ_in_1_08() -> None:
    usual, second = iafis_sre().to_bytes(), dhs_sre(NONE).to_bytes()
    assert read(usual).tot == read(second).tot == "SRE"
    with pytest.raises(WrongKind, match=r"1\.08 is 'XXIAFIS00', not 'USVISIT0Z'"):
        DhsSRE.from_bytes(usual)
    with pytest.raises(InvalidMessage, match=r"USVISIT0Z in 1\.08 marks a response from IDENT"):
        iafis_sre(ori="USVISIT0Z")


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("count", range(6))
def test_every_line_of_2_075_has_at_most_74_characters(status: Status, count: int) -> None:
    longest = {"eid": "9" * 15, "nam": "W" * 14 + "," + "W" * 15, "photo": "placeholder"}
    idr = IDR(encounters=tuple(encounter(**longest) for _ in range(count)))
    answer = None
    if idr.match:
        query = IAQ.from_idr(
            idr, received=dhs_sre(MATCH).iar.query.received, ori="W" * 9, atn="W" * 9, phn="5550100000",
            tcn="W" * 40, fbi="W" * 9, sid="W" * 10,
        )  # fmt: skip
        answer = iar(query, status=status, pob="W" * 60, nam=longest["nam"], query_id="W" * 12)
    sre = dhs_sre(idr, iar=answer)
    message = read(sre.to_bytes())
    assert message.faults == ()
    words = message.of_type(2)[0].value("ERS")
    assert max(map(len, words.splitlines())) <= 74
    assert DhsSRE.from_bytes(sre.to_bytes()) == sre


def test_idr_and_iar_come_back_from_2_075() -> None:
    sre = dhs_sre(MATCH)
    again = DhsSRE.from_bytes(sre.to_bytes())
    assert again.idr == MATCH
    assert again.iar == sre.iar
    words = read(sre.to_bytes()).of_type(2)[0].value("ERS")
    assert words.index("------ MATCH ------") < words.index("IAQ RECEIVED:") < words.index("END OF RESPONSE")


def test_a_no_match_holds_no_query_and_no_image() -> None:
    message = read(dhs_sre(NONE).to_bytes())
    words = message.of_type(2)[0].value("ERS")
    assert words.splitlines()[0] == "IDENT Data Response (IDR)"
    assert words.splitlines()[-1] == "- NO MATCH -"
    assert "IAQ" not in words
    assert message.of_type(10) == ()


def test_each_image_has_a_type_10_record() -> None:
    idr = IDR(encounters=(encounter(photo="face"), encounter(), encounter(photo="placeholder")))
    sre = dhs_sre(idr)
    message = read(sre.to_bytes())
    face, placeholder = message.of_type(10)
    assert [face.value(number) for number in (3, 4, 5, 8, 9, 10, 11, 12)] == [
        "FACE", "USVISIT0Z", "20100315", "0", "1", "1", "JPEGB", "GRAY",
    ]  # fmt: skip
    assert (face.value(6), face.value(7)) == (f"{image('face').width:03}", f"{image('face').height:03}")
    assert face.get(999).value == image("face").data
    assert placeholder.get(999).value == image("placeholder").data
    assert DhsSRE.from_bytes(sre.to_bytes()) == sre


def test_the_words_alone_do_not_tell_a_face_from_a_placeholder() -> None:
    def words(photo: str) -> str:
        return read(dhs_sre(IDR.of(history(1, photo=photo))).to_bytes()).of_type(2)[0].value("ERS")

    assert words("face") == words("placeholder")
    assert "Photo Attached" in words("face")


def test_the_iar_comes_with_a_match_and_only_then() -> None:
    with pytest.raises(InvalidMessage, match="the IAR is missing"):
        dhs_sre(MATCH, iar=None)
    with pytest.raises(InvalidMessage, match="is a no-match"):
        dhs_sre(NONE, iar=iar())


def test_a_finding_that_the_text_denies_is_refused() -> None:
    message = read(dhs_sre(NONE).to_bytes())
    header, body = message.records
    denied = write(transaction(header, with_field(body, "SRF", "I")))
    with pytest.raises(UnreadableMessage, match=r"2\.059 is 'I' and the text of 2\.075 is a no-match"):
        DhsSRE.from_bytes(denied)


def test_a_photo_that_is_told_and_not_sent_is_refused() -> None:
    message = read(dhs_sre(MATCH).to_bytes())
    with pytest.raises(UnreadableMessage, match="tells of 3 images and there are 2"):
        DhsSRE.from_bytes(write(transaction(*message.records[:-1])))


def test_spaces_around_a_value_are_read_over_as_the_printed_sample_has_them() -> None:
    header, body = read(dhs_sre(NONE).to_bytes()).records
    spaced = transaction(with_field(header, 10, f" {TCN}"), with_field(body, 73, f" {ORI}", as_given=True))
    assert DhsSRE.from_bytes(write(spaced)) == dhs_sre(NONE)


def test_what_was_not_understood_travels_on() -> None:
    idr = IDR(encounters=(encounter(),), unread=("HAIR = “grey”",))
    sre = dhs_sre(idr)
    assert DhsSRE.from_bytes(sre.to_bytes()) == sre
    assert isinstance(sre.iar, IAR)
    assert sre.dat == DAY
