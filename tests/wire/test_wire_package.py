"""The package as its users see it: names, examples in docstrings, signs for separators."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil

import pytest
from wire_cases import CASES

import interop_course.wire as wire
from interop_course.wire import GLYPHS, Code, WireError, excerpt, glyphs

MODULES = sorted(module.name for module in pkgutil.iter_modules(wire.__path__))


def test_names_are_handed_on() -> None:
    assert list(wire.__all__) == sorted(wire.__all__, key=lambda name: (not name.isupper(), name[0].islower(), name))
    assert all(hasattr(wire, name) for name in wire.__all__)


@pytest.mark.parametrize("name", MODULES)
def test_examples_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"interop_course.wire.{name}")).failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_modules_are_small(name: str) -> None:
    module = importlib.import_module(f"interop_course.wire.{name}")
    assert len(inspect.getsource(module).splitlines()) <= 300


def test_the_tree_of_errors_is_drawn() -> None:
    errors = importlib.import_module("interop_course.wire.errors")
    drawn = {line.split()[1] for line in (errors.__doc__ or "").splitlines() if "──" in line}
    assert drawn == {each.__name__ for each in WireError.__subclasses__()}


def test_codes_are_words() -> None:
    assert all(code == code.name.lower().replace("_", "-") for code in Code)


def test_glyphs_of_separators() -> None:
    assert glyphs(b"\x1c\x1d\x1e\x1f") == "".join(GLYPHS.values()) == "␜␝␞␟"
    assert glyphs(b"A\nB\x00\x7f\xff") == "A\nB␀␡\\xff"


def test_excerpt_points_at_the_place() -> None:
    assert excerpt(b"1.01:161\x1d1.02:0201", 5, 3, around=8).splitlines() == ["1.01:161␝1.02:", "     ^^^"]
    assert excerpt(b"AB", 2, 0).splitlines() == ["AB", "  ^"]
    assert excerpt(b"A\xff\nB", 1, 99).splitlines() == ["A·␊B", " ^^^"]


def test_values_are_frozen() -> None:
    message = CASES[1].value
    for value, name in ((message, "records"), (message.header, "raw"), (message.header.fields[0], "value")):
        with pytest.raises(AttributeError):
            setattr(value, name, None)
    assert hash(message.header) == hash(CASES[1].value.header)
