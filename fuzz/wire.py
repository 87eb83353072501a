"""Look for bytes that the wire package cannot bear, led by which of its lines they reach.

    python fuzz/wire.py run [SECONDS]   fuzz, 600 seconds unless told; a finding stops it and is kept
    python fuzz/wire.py keep            keep what is needed to reach what was reached, for the regression test

What must hold is in tests/wire/wire_truths.py. The corpus grows in _build/fuzz; `keep` writes it, as small as can be,
to tests/wire/corpus.txt: a message a line, its bytes escaped, none of over 400 bytes. `make fuzz` installs what this
needs and runs it.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "wire")]

import atheris  # noqa: E402

with atheris.instrument_imports(include=["interop_course.wire"]):
    from interop_course.wire import UnwritableValue, read, transaction, write

from wire_cases import CASES, CORPUS, FAULTY, VALID, fixture, kept_corpus  # noqa: E402
from wire_truths import check_any  # noqa: E402

FOUND = ROOT / "_build" / "fuzz"
WORDS = (b"1.01:", b"1.03:", b"1.15:003", b"2.001:", b"2.002:00", b"10.001:", b"10.999:", b"4\x1f01", b"\0\0\0\5\1")
WORDS += (
    b"\x1c",
    b"\x1d",
    b"\x1e",
    b"\x1f",
    b"1\x1f01\x1e2\x1f00",
    b"2.075:IAQ RECEIVED: 10/14/08",
    b"2.060:[20090210]",
)
LONGEST, LONGEST_KEPT = 3000, 400


def mutated(data: bytes, longest: int, seed: int) -> bytes:
    """A mutation, put right every other time: without right lengths few bytes get far."""
    changed = atheris.Mutate(data, len(data))
    if Random(seed).random() < 0.5:
        with suppress(UnwritableValue):
            changed = write(transaction(*read(changed, strict=False).records))
    return changed[:longest]


def folder(name: str) -> Path:
    """A folder for what fuzzing finds, made if need be."""
    path = FOUND / name
    path.mkdir(parents=True, exist_ok=True)
    return path


def seeds() -> Path:
    """The folder of the messages to start from."""
    path = folder("seeds")
    messages = [*(case.data for case in CASES), *map(fixture, FAULTY + VALID), *kept_corpus()]
    for number, data in enumerate(messages):
        (path / f"{number:03}").write_bytes(data)
    return path


def run(seconds: int) -> None:
    """Fuzz; this never returns, for libFuzzer ends the process."""
    words = folder("words") / "words.txt"
    words.write_text("".join('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in WORDS))
    options = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-dict={words}", f"-artifact_prefix={FOUND}/"]
    options += ["-timeout=20", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *options, str(folder("corpus")), str(seeds())], check_any, custom_mutator=mutated)
    atheris.Fuzz()


def merge(options: list[str]) -> None:
    """Copy to a folder of its own the fewest messages that reach all that was reached.

    For this libFuzzer calls the program again, by a shell, with options of its own.
    """
    command = f"{sys.executable} {__file__} merge"
    folders = [str(folder("merged")), str(folder("corpus")), str(seeds())]
    atheris.Setup([command, *(options or ["-merge=1", *folders])], check_any, custom_mutator=mutated)
    atheris.Fuzz()


def keep() -> None:
    """Write the merged corpus where the tests read it."""
    for each in folder("merged").iterdir():
        each.unlink()
    subprocess.run([sys.executable, __file__, "merge"], check=True)
    found = (each.read_bytes() for each in folder("merged").iterdir())
    kept = sorted((data for data in found if len(data) <= LONGEST_KEPT), key=lambda data: (len(data), data))
    CORPUS.write_text("".join(data.decode("latin-1").encode("unicode_escape").decode() + "\n" for data in kept))
    sys.stdout.write(f"{len(kept)} messages, {CORPUS.stat().st_size} bytes, in {CORPUS.relative_to(ROOT)}\n")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["run"]:
            run(600)
        case ["run", seconds]:
            run(int(seconds))
        case ["merge", *options]:
            merge(options)
        case ["keep"]:
            keep()
        case _:
            sys.exit(__doc__)
