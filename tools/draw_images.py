"""Draw the course's pictures: ten finger drawings, a face and a placeholder, each with the word SYNTHETIC.

    python tools/draw_images.py [FOLDER]

Writes small grayscale JPEG files of at most 2 kB (into the package when no folder is given). Nothing is read
and nothing is random, so the same Pillow gives the same pixels. The prints are patterns of a drawing program:
nested bows (arch), hairpins (loop) or rings (whorl) with a number in the corner. They come from no finger.
"""

from __future__ import annotations

import io
import math
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).parent.parent / "src" / "interop_course" / "messages" / "images"
LIMIT = 2048  # bytes a file may have
WIDTH, HEIGHT, BAND = 72, 84, 13  # pixels; the band below carries the word
SCALE = 4  # everything is drawn this much larger and reduced, which smooths the lines
QUALITY = 45

Point = tuple[int, int]

# Capital letters and digits as seven rows of five dots: a font of our own draws the same on every machine.
DOTS = {
    "S": "01111 10000 10000 01110 00001 00001 11110", "Y": "10001 10001 01010 00100 00100 00100 00100",
    "N": "10001 11001 10101 10101 10011 10001 10001", "T": "11111 00100 00100 00100 00100 00100 00100",
    "H": "10001 10001 10001 11111 10001 10001 10001", "E": "11111 10000 10000 11110 10000 10000 11111",
    "I": "01110 00100 00100 00100 00100 00100 01110", "C": "01111 10000 10000 10000 10000 10000 01111",
    "O": "01110 10001 10001 10001 10001 10001 01110", "P": "11110 10001 10001 11110 10000 10000 10000",
    "0": "01110 10001 10011 10101 11001 10001 01110", "1": "00100 01100 00100 00100 00100 00100 01110",
    "2": "01110 10001 00001 00110 01000 10000 11111", "3": "11110 00001 00001 01110 00001 00001 11110",
    "4": "00010 00110 01010 10010 11111 00010 00010", "5": "11111 10000 11110 00001 00001 10001 01110",
    "6": "01110 10000 10000 11110 10001 10001 01110", "7": "11111 00001 00010 00100 01000 01000 01000",
    "8": "01110 10001 10001 01110 10001 10001 01110", "9": "01110 10001 10001 01111 00001 00001 01110",
}  # fmt: skip


def write_word(image: Image.Image, word: str, left: int, top: int, ink: int = 0) -> None:
    """Dot a word into a finished picture, six pixels a letter, so that no smoothing blurs it."""
    for place, letter in enumerate(word):
        for row, dots in enumerate(DOTS.get(letter, "").split()):
            for column, dot in enumerate(dots):
                if dot == "1":
                    image.putpixel((left + 6 * place + column, top + row), ink)


def arch(step: int, rise: int) -> Iterator[list[Point]]:
    """Bows over one another, highest in the middle."""
    for base in range(-rise, HEIGHT + rise, step):
        yield [(x, base + rise * (x - WIDTH // 2) ** 2 // (WIDTH // 2) ** 2) for x in range(0, WIDTH + 1, 4)]


def loop(step: int, lean: int) -> Iterator[list[Point]]:
    """Hairpins inside one another; a positive lean opens them to the right, a negative one to the left."""
    turn = math.radians(-lean)
    for radius in range(step // 2, 70, step):
        bend = [(radius * math.cos(math.radians(a)), -radius * math.sin(math.radians(a))) for a in range(0, 181, 12)]
        hairpin = [(float(radius), 90.0), *bend, (float(-radius), 90.0)]
        yield [
            (
                round(WIDTH / 2 + x * math.cos(turn) - y * math.sin(turn)),
                round((HEIGHT - BAND) * 0.45 + x * math.sin(turn) + y * math.cos(turn)),
            )
            for x, y in hairpin
        ]


def whorl(step: int, stretch: int) -> Iterator[list[Point]]:
    """Rings around one centre, `stretch` percent as tall as they are wide."""
    for radius in range(step // 2, 90, step):
        yield [
            (
                round(WIDTH / 2 + radius * math.cos(math.radians(a))),
                round((HEIGHT - BAND) * 0.5 + radius * stretch / 100 * math.sin(math.radians(a))),
            )
            for a in range(0, 373, 12)  # past the start, so that the ring closes
        ]


# Fingers 1 to 5 are the right hand from the thumb on, 6 to 10 the left. Each has its own pattern or measure.
FINGERS: dict[int, tuple[Callable[[int, int], Iterator[list[Point]]], int, int]] = {
    1: (whorl, 6, 130), 2: (loop, 6, 20), 3: (loop, 7, 35), 4: (whorl, 6, 100), 5: (arch, 6, 10),
    6: (whorl, 7, 115), 7: (loop, 6, -20), 8: (arch, 6, 22), 9: (loop, 7, -35), 10: (arch, 7, 30),
}  # fmt: skip


def blank() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """An empty sheet and a pen, at drawing size."""
    image = Image.new("L", (WIDTH * SCALE, HEIGHT * SCALE), 255)
    return image, ImageDraw.Draw(image)


def finished(image: Image.Image) -> Image.Image:
    """Reduce to final size and add the band with the word."""
    small = image.reduce(SCALE)
    small.paste(255, (0, HEIGHT - BAND, WIDTH, HEIGHT))
    write_word(small, "SYNTHETIC", (WIDTH - 9 * 6 + 1) // 2, HEIGHT - BAND + 3)
    return small


def draw_print(finger: int) -> Image.Image:
    """One finger drawing: lines of its pattern inside an oval, its number in the corner."""
    image, pen = blank()
    pattern, step, measure = FINGERS[finger]
    for line in pattern(step, measure):
        pen.line([(x * SCALE, y * SCALE) for x, y in line], fill=70, width=2 * SCALE + 2, joint="curve")
    oval = Image.new("L", image.size, 0)
    edge = (9 * SCALE, 2 * SCALE, (WIDTH - 9) * SCALE, (HEIGHT - BAND - 1) * SCALE)
    ImageDraw.Draw(oval).ellipse(edge, fill=255)
    cut = Image.new("L", image.size, 255)
    cut.paste(image, mask=oval)
    small = finished(cut)
    write_word(small, str(finger), 1, 1, 90)
    return small


def draw_face() -> Image.Image:
    """An outline of a head, as on a door sign: no skin, hair, age or dress that could suggest who it is."""
    image, pen = blank()

    def box(left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        return left * SCALE, top * SCALE, right * SCALE, bottom * SCALE

    pen.rectangle(box(0, 0, WIDTH, HEIGHT), fill=205)
    pen.ellipse(box(12, 56, 60, 106), outline=60, width=SCALE + 2)
    pen.ellipse(box(20, 6, 52, 52), outline=60, width=SCALE + 2)
    for left in (28, 40):
        pen.ellipse(box(left, 24, left + 4, 28), fill=60)
    pen.line(box(31, 40, 41, 40), fill=60, width=SCALE + 2)
    return finished(image)


def draw_placeholder() -> Image.Image:
    """What stands in for a photo that IDENT does not have."""
    image, pen = blank()
    edge = (2 * SCALE, 2 * SCALE, (WIDTH - 2) * SCALE, (HEIGHT - BAND - 1) * SCALE)
    pen.rectangle(edge, outline=120, width=SCALE)
    small = finished(image)
    write_word(small, "NO PHOTO", (WIDTH - 8 * 6 + 1) // 2, (HEIGHT - BAND) // 2 - 4)
    return small


def pictures() -> dict[str, Image.Image]:
    """Every picture under its file name."""
    prints = {f"print-{finger:02}.jpg": draw_print(finger) for finger in FINGERS}
    return {**prints, "face.jpg": draw_face(), "placeholder.jpg": draw_placeholder()}


def jpeg(picture: Image.Image) -> bytes:
    """The picture as a JPEG file; raises ValueError when it is larger than a course picture may be."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True)
    if len(out.getvalue()) > LIMIT:
        raise ValueError(f"{len(out.getvalue())} bytes is more than the {LIMIT} that a picture may have")
    return out.getvalue()


def main() -> None:
    """Write every picture and print its size."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures().items():
        data = jpeg(picture)
        (folder / name).write_bytes(data)
        print(f"{name:16} {len(data):5} bytes")


if __name__ == "__main__":
    main()
