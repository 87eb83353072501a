"""The names that lessons import are there, and nothing else is."""

from __future__ import annotations

import pytest

import interop_course


@pytest.mark.parametrize("name", interop_course.__all__)
def test_each_name_is_handed_on(name: str) -> None:
    assert getattr(interop_course, name) is not None


def test_an_unknown_name_says_what_there_is() -> None:
    with pytest.raises(AttributeError, match="scenario"):
        interop_course.nonsense  # noqa: B018
