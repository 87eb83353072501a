"""The colours have the contrast that WCAG 2.2 asks for at level AA, in both themes."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

TEXT, CONTROL = 4.5, 3.0
PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "soft", "accent") for ground in ("paper", "wash", "accent-wash")),
    *((word, f"{word}-wash", TEXT) for word in ("good", "bad", "warn")),
    *((word, ground, TEXT) for word in ("good", "bad") for ground in ("paper", "wash")),
    *(("ink", f"{word}-wash", TEXT) for word in ("good", "bad", "warn")),
    ("on-accent", "accent", TEXT),
    ("edge", "paper", CONTROL),
    ("edge", "wash", CONTROL),
]


def blocks() -> list[dict[str, str]]:
    text = files("interop_course.widgets").joinpath("front", "palette.css").read_text("utf-8")
    return [dict(re.findall(r"--ic-([\w-]+): (#\w{6});", block)) for block in re.findall(r"\{([^{}]+)\}", text)]


def luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[i : i + 2]) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") < TEXT < contrast("#767676", "#ffffff")


@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_contrast(theme: int, front: str, ground: str, least: float) -> None:
    palette = blocks()[theme]
    assert contrast(palette[front], palette[ground]) >= least


def test_the_dark_colours_are_the_same_wherever_they_are_asked_for() -> None:
    light, dark, dark_of_system = blocks()
    assert dark == dark_of_system
    assert light.keys() == dark.keys()
