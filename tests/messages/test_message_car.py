"""The booking's submission: its fields, its prints, and what it refuses."""

from __future__ import annotations

from datetime import date

import pytest
from message_values import DAY, ORI, TCN, car

from interop_course.messages import CAR, IAFIS_ORI, InvalidMessage, WrongKind, image
from interop_course.wire import read


def faults(error: InvalidMessage) -> dict[str, str]:
    return {fault.where.split(" ")[0]: f"{fault.problem}. {fault.remedy}" for fault in error.faults}


def test_fields_of_header_and_body() -> None:
    message = read(car(oca="TRAINING01", sid="XA00000101", fbi="000000XX1", ndr=9, amp=(2, 10)).to_bytes())
    header = [(field.tag, field.text) for field in message.header.fields if field.number not in (1, 3)]
    assert header == [
        ("1.02", "0201"), ("1.04", "CAR"), ("1.05", "20100315"), ("1.07", IAFIS_ORI), ("1.08", ORI), ("1.09", TCN),
        ("1.11", "00.00"), ("1.12", "00.00"),
    ]  # fmt: skip
    body = {field.tag: field.text for field in message.of_type(2)[0].fields[1:]}
    assert body == {
        "2.002": "00", "2.005": "Y", "2.009": "TRAINING01", "2.014": "000000XX1", "2.015": "XA00000101",
        "2.018": "SAMPLE,ALEX", "2.020": "XX", "2.022": "19800115", "2.024": "X", "2.045": "20100315",
        "2.047": "\x1fCOURSE EXAMPLE CHARGE", "2.070": "Y", "2.073": ORI, "2.084": "02\x1fXX\x1e10\x1fXX", "2.098": "9",
    }  # fmt: skip


def test_a_field_without_value_is_absent() -> None:
    body = read(car(ret=False).to_bytes()).of_type(2)[0]
    assert [body.value(number) for number in (9, 14, 15, 84, 98)] == [None] * 5
    assert body.value("RET") == "N"


def test_one_type_14_record_for_each_finger() -> None:
    records = read(car().to_bytes()).of_type(14)
    assert [(each.idc, each.value(13)) for each in records] == [(n, f"{n:02}") for n in range(1, 11)]
    third = records[2]
    assert [third.value(number) for number in (3, 4, 5, 8, 9, 10, 11, 12)] == [
        "1", ORI, "20100315", "1", "500", "500", "JPEGB", "8",
    ]  # fmt: skip
    drawing = image("print-03")
    assert third.get(999).value == drawing.data
    assert (third.value(6), third.value(7)) == (f"{drawing.width:03}", f"{drawing.height:03}")


def test_an_amputated_finger_has_no_print() -> None:
    submission = car(amp=(2,))
    assert submission.prints == (1, 3, 4, 5, 6, 7, 8, 9, 10)
    assert [each.value(13) for each in read(submission.to_bytes()).of_type(14)] == [
        f"{n:02}" for n in (1, 3, 4, 5, 6, 7, 8, 9, 10)
    ]
    with pytest.raises(InvalidMessage, match="finger 2 is listed twice"):
        car(amp=(2,), prints=(1, 2))


def test_no_date_of_arrest_is_named_with_its_field() -> None:
    values = car().model_dump(exclude={"doa", "kind"})
    with pytest.raises(InvalidMessage) as caught:
        CAR(**values)
    (fault,) = caught.value.faults
    assert fault.where == "doa (2.045 DOA)"
    assert "date of arrest is missing" in fault.problem
    assert "20100301" in fault.remedy


def test_all_faults_come_together() -> None:
    with pytest.raises(InvalidMessage) as caught:
        car(ori="XA001", nam="SAMPLE\x1dALEX", doa="20101399", prints=(1, 11), ndr=0, height=170)
    found = faults(caught.value)
    assert set(found) == {"ori", "nam", "doa", "prints.1", "ndr", "height"}
    assert "nine capital letters or digits" in found["ori"]
    assert "separator GS as character 7" in found["nam"]
    assert "no day of the calendar" in found["doa"]
    assert "no such field" in found["height"]
    assert str(caught.value).startswith("these values make no CAR:\n")


@pytest.mark.parametrize("name", ["SAMPLE\x1cALEX", "SAMPLE\x1eALEX", "SAMPLE,\x1fALEX", "SAMPLE,ALEX\n2.059:I"])
def test_a_separator_or_line_break_in_a_name_is_refused(name: str) -> None:
    with pytest.raises(InvalidMessage, match="Take it out"):
        car(nam=name)


@pytest.mark.parametrize("name", ["", ",ALEX", "SAMPLE,", "SAMPLE, ALEX", "SAMPLE;ALEX", "S" * 31, "SAMPLE,ALEX 2"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(InvalidMessage, match="SAMPLE,ALEX"):
        car(nam=name)


@pytest.mark.parametrize("ori", ["", "XA001000", "XA00100000", "xa0010000", "XA001 000"])
def test_an_identifier_of_the_wrong_length_or_kind_is_refused(ori: str) -> None:
    with pytest.raises(InvalidMessage, match="nine capital letters or digits, as in XA0010000"):
        car(ori=ori)


def test_a_day_may_be_given_as_text_but_not_as_a_number() -> None:
    assert car(doa="20100314").doa == car(doa="2010-03-14").doa == date(2010, 3, 14)
    with pytest.raises(InvalidMessage, match="is no day"):
        car(doa=20100314)


def test_another_type_of_transaction_is_not_a_car() -> None:
    other = car().to_bytes().replace(b"1.04:CAR", b"1.04:NAR")
    with pytest.raises(WrongKind, match=r"1\.04 says 'NAR', not 'CAR'"):
        CAR.from_bytes(other)


def test_making_a_message_loads_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise AssertionError(f"loaded {name}")

    monkeypatch.setattr("interop_course.messages.submission.image", refuse)
    submission = car(dat=date(1999, 1, 1))
    with pytest.raises(AssertionError, match="loaded print-01"):
        submission.to_bytes()
    assert submission.doa == DAY
