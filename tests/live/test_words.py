"""The examples in the docstrings of the words hold."""

from __future__ import annotations

import doctest

from interop_course.live import words


def test_the_examples_hold() -> None:
    result = doctest.testmod(words)
    assert result.attempted
    assert not result.failed
