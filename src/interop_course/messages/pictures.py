"""The course's pictures: ten finger drawings, a face, a placeholder, all made by `tools/draw_images.py`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from interop_course.messages.errors import MessageError

NAMES = (*(f"print-{finger:02}" for finger in range(1, 11)), "face", "placeholder")


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG file of at most 2 kB: its bytes, and its size in pixels as the file itself states it."""

    data: bytes
    width: int
    height: int


@cache
def image(name: str) -> Picture:
    """The picture of that name ("print-01" to "print-10", "face", "placeholder"), loaded at first use."""
    if name not in NAMES:
        raise MessageError(f"the course has no picture {name!r}. It has {', '.join(NAMES)}")
    data = (files("interop_course.messages") / "images" / f"{name}.jpg").read_bytes()
    return Picture(data, *pixels(data))


def pixels(jpeg: bytes) -> tuple[int, int]:
    """Width and height that a baseline JPEG file states; raises MessageError if it states none."""
    at = 2
    while jpeg[:2] == b"\xff\xd8" and jpeg[at : at + 1] == b"\xff" and at + 9 <= len(jpeg):
        if jpeg[at + 1] == 0xC0:  # start of a baseline frame: precision, height, width
            return int.from_bytes(jpeg[at + 7 : at + 9]), int.from_bytes(jpeg[at + 5 : at + 7])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4])
    raise MessageError("these bytes are no baseline JPEG file")
