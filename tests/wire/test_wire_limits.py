"""Hostile bytes: time stays linear, memory stays small, limits hold."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from wire_cases import measured

from interop_course.wire import Code, Limits, MalformedMessage, read, record, transaction, write

MANY = 100_000
FEW = 20_000
OPEN = Limits(records=10**7, fields=10**7)
FIVE_BYTES = b"\0\0\0\5\1"
SECONDS = 6.0
"""Of processor time: far more than linear work on so many pieces takes, far less than quadratic work."""

HOSTILE = {
    "five-byte binary records": b"1.01:99\x1d1.03:1\x1f100000" + b"\x1e4\x1f01" * MANY + b"\x1c" + FIVE_BYTES * MANY,
    "tiny tagged records": b"2.1:6\x1c" * FEW,
    "image records without an end": b"14.1:9\x1d14.999:" * MANY,
    "image records with a wrong length": b"14.1:9\x1d14.999:\x1c" * FEW,
    "lengths that reach far": b"2.1:500000\x1d2.2:0\x1c" * FEW,
    "FS only": b"\x1c" * MANY * 5,
    "GS only": b"1.1:9" + b"\x1d" * FEW,
    "RS in the contents": b"1.1:9\x1d1.3:" + b"\x1e" * FEW * 5,
    "contents that swallow": b"1.1:9\x1d1.3:" + b"\x1e1.4:" * MANY,
    "zeros": b"1.01:" + b"0" * MANY * 5,
    "zeros in tags": b"2." + b"0" * MANY * 5,
    "digits and dots": b"1." * MANY * 3,
    "almost records": b"9.1:x" * MANY,
    "headers": b"1.1:5\x1c" * FEW,
    "dates": b"1.1:9\x1d1.05:20100101\x1c2.1:9\x1d2.060:" + b"[20100102]" * FEW + b"\x1c",
    "long lines": b"2.1:9\x1d2.075:" + (b"A" * 80 + b"\n") * MANY + b"\x1c",
}


@pytest.mark.no_cover
@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name: str) -> None:
    data = HOSTILE[name]
    for limits in (OPEN, Limits()):
        start = time.process_time()
        message = read(data, strict=False, limits=limits)
        assert time.process_time() - start < SECONDS
        assert write(message) == data
        assert message.faults


def test_a_hundred_thousand_records_are_read_if_allowed() -> None:
    message = read(HOSTILE["five-byte binary records"], strict=False, limits=OPEN)
    assert len(message.of_type(4)) == MANY
    assert [fault.code for fault in message.faults] == [Code.LEN_WRONG]


def test_records_past_the_limit_are_kept_unread() -> None:
    message = read(b"2.1:6\x1c" * 10, strict=False, limits=Limits(records=4))
    assert [each.type for each in message.records] == [2, 2, 2, 2, 0]
    assert message.records[-1].raw == b"2.1:6\x1c" * 6


def test_limits_hold_for_strict_reading_too() -> None:
    data = write(transaction(record(1, []), record(2, [(number, "A") for number in range(3, 30)])))
    assert read(data, limits=Limits(fields=31))
    with pytest.raises(MalformedMessage, match="limit of 30"):
        read(data, limits=Limits(fields=30))
    with pytest.raises(MalformedMessage, match="limit of 1,"):
        read(data, limits=Limits(records=1))


def test_digits_of_a_length() -> None:
    padded = measured("1.01:0000000000000032<GS>1.03:1<US>00<FS>")
    with pytest.raises(MalformedMessage, match="16 digits"):
        read(padded)
    assert read(padded, limits=Limits(len_digits=18)).header.length == 32


@pytest.mark.parametrize("wrong", [{"records": 0}, {"fields": 0}, {"faults": 0}, {"len_digits": 0}, {"len_digits": 19}])
def test_limits_that_make_no_sense_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="limits"):
        Limits(**wrong)


def peak(data: bytes, strict: bool) -> int:
    """The bytes that reading takes at its peak."""
    tracemalloc.start()
    try:
        message = read(data, strict=strict)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        assert message.records


def test_memory_is_a_small_multiple_of_the_message() -> None:
    data = write(transaction(record(1, []), record(10, [(999, bytes(range(256)) * 8_000)])))
    assert peak(data, strict=True) < 1.5 * len(data)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "data",
    [
        HOSTILE["dates"],
        HOSTILE["headers"],
        HOSTILE["image records with a wrong length"],
        b"1.1:9" + b"\x1d" * (FEW - 1),
        b"1.1:9" + b"\x1d1.3:" * (FEW - 1),
        b"1.1:9\x1d1.3:" + b"\x1e4\x1f1" * 999,
    ],
    ids=["dates", "headers", "images", "empty fields", "repeated fields", "contents"],
)
def test_memory_is_bounded_whatever_the_bytes(data: bytes) -> None:
    """A few megabytes by the default limits, and beyond that a small multiple of the message."""
    assert peak(data, strict=False) < 6_000_000 + 9 * len(data)
