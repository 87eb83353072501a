"""A booking that cannot be right is refused in words that say what to do."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from interop_course.process import Booking, Delays, OnFile, Setting

GOOD: dict[str, Any] = {"doa": date(2010, 3, 1), "booked": datetime(2010, 3, 1, 21, 10)}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"doa": None}, "no date of arrest"),
        ({"booked": None}, "no time of booking"),
        ({"agency": "ZZ9999999"}, "no agency of the course"),
        ({"doa": date(2010, 3, 2)}, "later than the booking"),
        ({"booked": datetime(2010, 3, 1, tzinfo=UTC)}, "leave out the time zone"),
        ({"booked": datetime(9999, 3, 1)}, "2000 to 2099"),
        ({"amp": (11,)}, "numbered 1 to 10"),
        ({"sex": "Q"}, "sex"),
        ({"shoe": 44}, "Extra inputs"),
    ],
)
def test_refused(change: dict[str, Any], says: str) -> None:
    Booking(**GOOD)
    with pytest.raises(ValidationError, match=says):
        Booking(**(GOOD | change))


@pytest.mark.parametrize("values", [{"ivf": True}, {"arrested_before_here": True}])
def test_what_is_on_file_must_hang_together(values: dict[str, bool]) -> None:
    with pytest.raises(ValidationError, match="FBI number"):
        OnFile(**values)


def test_settings_must_hang_together() -> None:
    with pytest.raises(ValidationError, match="ngi=True"):
        Setting(ndr=9)
    with pytest.raises(ValidationError, match="shortest"):
        Delays(lesc=(5, 4))
    with pytest.raises(ValidationError, match="525600"):
        Delays(lesc=(5, 10**9))


def test_a_booking_is_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Booking(**GOOD).nam = "OTHER"  # type: ignore[misc]
