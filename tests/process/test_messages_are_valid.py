"""Every message of every situation keeps the rules that the course holds messages to."""

from __future__ import annotations

import pytest

from interop_course.messages import CAR, DhsSRE, EbtsMessage, Kind, all_faults, told
from interop_course.process import SCENARIOS, scenario
from interop_course.wire import Code, read


@pytest.mark.parametrize("name", SCENARIOS)
def test_each_message_is_without_a_fault(name: str) -> None:
    entries = scenario(name).entries
    booking = next((each.message for each in entries if isinstance(each.message, CAR)), None)
    asked_by_cpi = any(each.kind is Kind.CPI for each in entries)
    for entry in entries:
        if isinstance(entry.message, EbtsMessage):
            message = read(entry.data)
            answers = booking.transaction() if booking and not asked_by_cpi else None
            faults = all_faults(message, answers)
            assert [fault for fault in faults if fault.code is not Code.FIELDS_LEFT_OUT] == []
            assert bool(faults) is isinstance(entry.message, CAR)
            assert all(field.mnemonic for record in message.records for field in record.fields)


@pytest.mark.parametrize("name", SCENARIOS)
def test_each_text_is_taken_apart_to_the_last_line(name: str) -> None:
    for entry in scenario(name).entries:
        if isinstance(entry.message, DhsSRE):
            found = told(read(entry.data))
            assert found is not None
            assert (found.notices, found.unread, found.problems) == ((), (), ())
            assert found.iar == entry.message.iar
