"""The committed pictures: small, valid, marked, and as the script draws them."""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

from interop_course.messages import MessageError, image
from interop_course.messages.pictures import NAMES, pixels

SCRIPT = Path(__file__).parents[2] / "tools" / "draw_images.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("draw_images", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_a_small_gray_jpeg_of_the_stated_size(name: str) -> None:
    picture = image(name)
    assert len(picture.data) <= 2048
    shown = opened(picture.data)
    assert (shown.format, shown.mode) == ("JPEG", "L")
    assert shown.size == (picture.width, picture.height)


@pytest.mark.parametrize("name", NAMES)
def test_the_script_draws_these_pixels(name: str, script: ModuleType) -> None:
    drawn = opened(script.jpeg(script.pictures()[f"{name}.jpg"]))
    assert drawn.tobytes() == opened(image(name).data).tobytes()


def test_the_script_draws_these_and_no_others(script: ModuleType) -> None:
    assert {f"{name}.jpg" for name in NAMES} == set(script.pictures())


def test_all_pictures_differ() -> None:
    assert len({opened(image(name).data).tobytes() for name in NAMES}) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_word_can_be_read_in_the_band(name: str, script: ModuleType) -> None:
    """Dark where a letter of SYNTHETIC has a dot, light where it has none."""
    shown = opened(image(name).data)
    wanted = Image.new("L", shown.size, 255)
    left, top = (shown.width - 53) // 2, shown.height - script.BAND + 3
    script.write_word(wanted, "SYNTHETIC", left, top)
    for y in range(top, top + 7):
        for x in range(left, left + 53):
            assert (shown.getpixel((x, y)) < 128) == (wanted.getpixel((x, y)) == 0), (x, y)


def test_the_script_refuses_a_picture_that_is_too_large(script: ModuleType) -> None:
    noise = Image.frombytes("L", (100, 100), bytes((x * x * 7 + x // 100 * 13) % 256 for x in range(10_000)))
    with pytest.raises(ValueError, match="more than the 2048"):
        script.jpeg(noise)


def test_an_unknown_picture_is_refused_with_the_known_ones() -> None:
    with pytest.raises(MessageError, match="placeholder"):
        image("print-11")


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"GIF89a", b"\xff\xd8\xff\xe0\x00\x04ab"])
def test_what_is_no_jpeg_has_no_size(data: bytes) -> None:
    with pytest.raises(MessageError, match="no baseline JPEG"):
        pixels(data)
