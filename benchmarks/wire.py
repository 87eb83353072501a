"""Reading and writing a match response of 22 kB, side by side with nistitl and with the least that must be done.

    python benchmarks/wire.py [ROUNDS]

The message is the course's own: the SRE of the scenario "match", with 3 kB of text in 2.075 and 19 kB of bytes such as
a JPEG has in 10.999. Every round measures each subject once, one after the other, so that a slow moment of the machine
falls on all; what is printed are medians of rounds and ratios of medians. Times are of the machine at hand: quote the
ratios. The last lines are a table for README.

read         strict reading: every length, tag, IDC and the contents checked; fields are made when asked for
+ fields     the same, and every field made: number, tag, value, offset
nistitl      its Message.parse, which makes every field and splits subfields
slicing      the floor of reading: slice by LEN, split the text part on GS
write        the bytes of a transaction; its floor is one join of the bytes of its records
build        records and transaction made from values, every value checked, LEN, IDC and CNT computed, and written;
             nistitl builds and writes the same, without checks
"""

from __future__ import annotations

import sys
import tracemalloc
import warnings
from collections.abc import Callable
from random import Random
from statistics import median
from time import process_time

import nistitl

from interop_course.messages import Kind
from interop_course.process import scenario
from interop_course.wire import Transaction, read, record, transaction, with_field, write

ROUNDS = 40
LOOPS = 100
TEXT, JPEG = 3_000, 19_000


def message() -> Transaction:
    """The match response, with a text and a picture of usual size."""
    header, body, picture = read(scenario("match").find(Kind.DHS_SRE).data).records
    lines = (body.value("ERS") or "").splitlines(keepends=True)
    text = "".join(lines * (TEXT // len("".join(lines)) + 1))[:TEXT]
    jpeg = b"\xff\xd8\xff\xe0" + Random(2010).randbytes(JPEG - 6) + b"\xff\xd9"
    return transaction(header, with_field(body, "ERS", text), with_field(picture, 999, jpeg))


def values(of: Transaction) -> list[tuple[int, list[tuple[int, str | bytes]]]]:
    """The values that the transaction is built of: its fields without LEN, IDC and CNT."""
    computed = {1: (1, 3)}
    return [
        (
            each.type,
            [
                (field.number, field.value if field.number == 999 else field.text)
                for field in each.fields
                if field.number not in computed.get(each.type, (1, 2))
            ],
        )
        for each in of.records
    ]


def slicing(data: bytes) -> list[list[bytes]]:
    """Slice by LEN and split on GS, with no check at all; an image is left whole."""
    records, at = [], 0
    while at < len(data):
        length = int(data[data.index(b":", at) + 1 : data.index(b"\x1d", at)])
        piece = data[at : at + length]
        text, image, bytes_ = piece.partition(b".999:")
        records.append(text.split(b"\x1d") + ([bytes_] if image else []))
        at += length
    return records


def theirs(data: bytes) -> nistitl.Message:
    """The message as nistitl reads it."""
    read_by_nistitl = nistitl.Message()
    read_by_nistitl.parse(data)
    return read_by_nistitl


def built_by_nistitl(given: list[tuple[int, list[tuple[int, str | bytes]]]]) -> bytes:
    """The same message, built of the same values and written by nistitl."""
    made = nistitl.Message()
    made.reset(autocreate=False)
    for type, pairs in given:
        each = made[0] if type == 1 else nistitl.AsciiRecord(type, autocreate=False)
        for number, value in [(1, 0), (3, "") if type == 1 else (2, type // 10), *pairs]:
            each += (nistitl.BinaryField if number == 999 else nistitl.Field)(type, number, value)
        if type != 1:
            made += each
    return bytes(made.NIST)


def rounds(subjects: dict[str, Callable[[], object]], count: int) -> dict[str, float]:
    """The median microseconds of one call of each subject."""
    taken: dict[str, list[float]] = {name: [] for name in subjects}
    for number in range(count + 2):
        for name, subject in subjects.items():
            start = process_time()
            for _ in range(LOOPS):
                subject()
            if number > 1:  # two rounds to warm up
                taken[name].append((process_time() - start) / LOOPS * 1e6)
    return {name: median(times) for name, times in taken.items()}


def peak(subject: Callable[[], object], data: bytes) -> float:
    """The memory that a call takes at its peak, and keeps, as a multiple of the message."""
    tracemalloc.start()
    kept = subject()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return most / len(data)


def main() -> None:
    """Measure and print."""
    warnings.simplefilter("ignore", DeprecationWarning)
    built = message()
    data, given = write(built), values(built)
    other = theirs(data)

    def fields() -> list[object]:
        return [each.fields for each in read(data).records]

    def building() -> bytes:
        return write(transaction(*[record(type, pairs) for type, pairs in given]))

    assert building() == data == write(read(data)), "what is built of the values of a message is that message"
    assert read(built_by_nistitl(given)).of_type(10)[0].value("IMT") == built.of_type(10)[0].value("IMT")
    subjects: dict[str, Callable[[], object]] = {
        "nistitl reads": lambda: theirs(data),
        "read": lambda: read(data),
        "read + fields": fields,
        "slicing": lambda: slicing(data),
        "nistitl writes": lambda: other.NIST,
        "write": lambda: write(built),
        "nistitl builds": lambda: built_by_nistitl(given),
        "build + write": building,
        "joining": lambda: b"".join([each.raw for each in built.records]),
    }
    times = rounds(subjects, int(sys.argv[1]) if sys.argv[1:] else ROUNDS)
    for name, each in times.items():
        print(f"{name:17} {each:8.1f} µs {1e6 / each:10,.0f} a second")
    reading, whole = times["nistitl reads"] / times["read"], times["nistitl reads"] / times["read + fields"]
    writing, building_ratio = times["nistitl writes"] / times["write"], times["nistitl builds"] / times["build + write"]
    memory = [peak(each, data) for each in (lambda: read(data), fields, lambda: theirs(data))]
    print(f"{len(data):,} bytes")
    print(f"reading {reading:.1f} times nistitl's rate, {whole:.1f} times with every field made")
    print(f"writing {writing:.0f} times nistitl's rate, {building_ratio:.1f} times with building")
    print("memory at its peak, in messages: read {:.1f}, with fields {:.1f}, nistitl {:.1f}".format(*memory))
    above, below = times["read"] / times["slicing"], times["write"] / times["joining"]
    print("\n| | against nistitl | against the floor | peak memory |\n| --- | --- | --- | --- |")
    print(f"| read | {reading:.1f} times its rate | {above:.1f} times slicing | {memory[0]:.1f} times the message |")
    print(f"| write | {writing:.0f} times its rate | {below:.1f} times joining | |")


if __name__ == "__main__":
    main()
