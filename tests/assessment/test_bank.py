"""The bank of the course itself passes every check."""

import pytest

from interop_course.assessment import BANK
from interop_course.assessment.checks import CHECKS, check_bank


@pytest.mark.parametrize("name", CHECKS)
def test_the_bank_is_in_order(name: str) -> None:
    assert [str(finding) for finding in check_bank(BANK, [name])] == []
