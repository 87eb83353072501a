"""Separators made visible, and the spot of a fault shown."""

from __future__ import annotations

__all__ = ["GLYPHS", "excerpt", "glyphs"]

GLYPHS = {"FS": "␜", "GS": "␝", "RS": "␞", "US": "␟"}
"""The visible sign of each separator."""

_CONTROLS = {code: chr(0x2400 + code) for code in range(32)} | {0x7F: "␡"}
_IN_TEXT = {code: sign for code, sign in _CONTROLS.items() if code != 0x0A}
_IN_TEXT |= {code: f"\\x{code:02x}" for code in range(128, 256)}
_IN_CELLS = _CONTROLS | dict.fromkeys(range(128, 256), "·")


def glyphs(data: bytes) -> str:
    """Show a message as text: separators as ␜ ␝ ␞ ␟, other control characters as their own signs.

    Line ends stay line ends; a byte above 127 shows as an escape like \\xff.

    >>> glyphs(b"1.04:SRE\\x1d")
    '1.04:SRE␝'
    """
    return data.decode("latin-1").translate(_IN_TEXT)


def excerpt(data: bytes, offset: int, length: int, *, around: int = 30) -> str:
    """Show the bytes around a place, one sign for each byte, and on a second line a caret under each of them.

    `offset`, `length` and `around` count bytes; a place without bytes has one caret.

    >>> print(excerpt(b"1.01:161\\x1d1.02:0201", 5, 3, around=8))
    1.01:161␝1.02:
         ^^^
    """
    start = max(0, offset - around)
    line = data[start : offset + around + 1].decode("latin-1").translate(_IN_CELLS)
    carets = max(1, min(length, start + len(line) - offset))
    return f"{line}\n{' ' * (offset - start)}{'^' * carets}"
