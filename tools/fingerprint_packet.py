"""Make the fingerprints of the packet's text, by which the tests know a copied sentence without the packet itself.

A fingerprint is the start of a digest of eight words in a row. Words are runs of letters and digits in lower case, so
that line breaks, punctuation and kinds of quotation marks do not matter. The project keeps the fingerprints and not
the text: they say whether eight given words stand in the packet, and no more. Anyone with the text of the public
release makes them anew::

    python tools/fingerprint_packet.py PACKET.txt tests/text/fingerprints.bin
"""

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

RUN = 8
"""How many words in a row make a fingerprint."""

SIZE = 5
"""Bytes of a fingerprint: enough that a text of 100,000 words of its own hardly meets one by chance."""

_WORD = re.compile(r"[a-z0-9]+")


def words(text: str) -> list[str]:
    """The words of a text as fingerprints see them: letters and digits in lower case, ligatures and accents undone."""
    apart = unicodedata.normalize("NFKD", text)
    return _WORD.findall("".join(sign for sign in apart if not unicodedata.combining(sign)).lower())


def fingerprint(run: Sequence[str]) -> bytes:
    """The fingerprint of a run of words."""
    return blake2b(" ".join(run).encode(), digest_size=SIZE).digest()


def fingerprints(text: str) -> Iterator[bytes]:
    """The fingerprint of every run of `RUN` words of a text, in its order; none for a shorter text."""
    found = words(text)
    return (fingerprint(found[start : start + RUN]) for start in range(len(found) - RUN + 1))


def pack(all_prints: set[bytes]) -> bytes:
    """Fingerprints as a file keeps them: sorted, one after the other."""
    return b"".join(sorted(all_prints))


def unpack(data: bytes) -> frozenset[bytes]:
    """The fingerprints of a file.

    Raises:
        ValueError: the file is cut short or out of order.
    """
    found = [data[start : start + SIZE] for start in range(0, len(data), SIZE)]
    if len(data) % SIZE or found != sorted(set(found)):
        raise ValueError("this is no file of fingerprints")
    return frozenset(found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the text, write the fingerprints, and say how many there are."""
    parser = argparse.ArgumentParser(description="Make the fingerprints of a text.")
    parser.add_argument("text", type=Path, help="the packet's text, UTF-8")
    parser.add_argument("output", type=Path, help="where to write the fingerprints")
    asked = parser.parse_args(arguments)
    try:
        all_prints = set(fingerprints(asked.text.read_text(encoding="utf-8")))
        asked.output.write_bytes(pack(all_prints))
    except OSError as error:
        print(f"fingerprints: {error}", file=sys.stderr)
        return 1
    print(f"{len(all_prints)} fingerprints in {asked.output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
