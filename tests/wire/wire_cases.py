"""Values and the bytes they are, for reader and writer alike; and the fixtures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from interop_course.wire import CharacterSet, Record, Transaction, record, transaction

FIXTURES = Path(__file__).parent / "fixtures"
CORPUS = Path(__file__).parent / "corpus.txt"
FAULTY = ("match.ebts", "no-match.ebts", "error-date.ebts", "error-finger.ebts")
VALID = ("submission.ebts", "padded.ebts", "binary.ebts")


def fixture(name: str) -> bytes:
    """The bytes of one message of the fixtures folder."""
    return (FIXTURES / name).read_bytes()


def kept_corpus() -> list[bytes]:
    """What fuzzing found worth keeping (see fuzz/wire.py); nothing before it first ran."""
    lines = CORPUS.read_text(encoding="ascii").splitlines() if CORPUS.exists() else []
    return [line.encode("ascii").decode("unicode_escape").encode("latin-1") for line in lines]


def marked(text: str) -> bytes:
    """Bytes from text in which the separators are written <FS>, <GS>, <RS>, <US>."""
    data = text.encode("latin-1")
    for mark, byte in ((b"<FS>", b"\x1c"), (b"<GS>", b"\x1d"), (b"<RS>", b"\x1e"), (b"<US>", b"\x1f")):
        data = data.replace(mark, byte)
    return data


def measured(*records: str) -> bytes:
    """Marked records one after the other, each with its length in bytes in place of a star."""
    return b"".join(_measured(marked(each)) for each in records)


def _measured(data: bytes) -> bytes:
    before, star, after = data.partition(b"*")
    if not star:
        return data
    rest = len(before) + len(after)
    digits = next(digits for digits in range(1, 9) if len(str(rest + digits)) == digits)
    return before + str(rest + digits).encode() + after


@dataclass(frozen=True)
class Case:
    """A transaction and its bytes."""

    name: str
    value: Transaction
    data: bytes


CASES = (
    Case(
        "header alone",
        transaction(record(1, [(4, "SRE")])),
        marked("1.01:27<GS>1.03:1<US>00<GS>1.04:SRE<FS>"),
    ),
    Case(
        "idc is filled in",
        transaction(record(1, [("TOT", "SRE"), ("VER", "0201")]), record(2, [("NAM", "SAMPLE,ALEX")])),
        marked(
            "1.01:42<GS>1.02:0201<GS>1.03:1<US>01<RS>2<US>00<GS>1.04:SRE<FS>"
            "2.001:36<GS>2.002:00<GS>2.018:SAMPLE,ALEX<FS>"
        ),
    ),
    Case(
        "len counts its own digits, two to three",
        transaction(record(1, [(4, "SRE")]), record(2, [(75, "A" * 75)])),
        marked("1.01:32<GS>1.03:1<US>01<RS>2<US>00<GS>1.04:SRE<FS>2.001:101<GS>2.002:00<GS>2.075:" + "A" * 75 + "<FS>"),
    ),
    Case(
        "subfields and items",
        transaction(
            record(1, [(4, "CAR")]),
            record(2, [(47, [("20100301", "CHARGE"), ("", "ANOTHER")]), (84, [("02", "XX")]), (14, ["A1", "B2"])]),
        ),
        marked(
            "1.01:32<GS>1.03:1<US>01<RS>2<US>00<GS>1.04:CAR<FS>"
            "2.001:73<GS>2.002:00<GS>2.047:20100301<US>CHARGE<RS><US>ANOTHER<GS>2.084:02<US>XX<GS>2.014:A1<RS>B2<FS>"
        ),
    ),
    Case(
        "an image of separators and tags",
        transaction(
            record(1, [(4, "SRE")]),
            record(2, [(2, "00")]),
            record(10, [(999, marked("<FS><GS>10.999:<FS>2.001:8<GS><US>")), (3, "FACE")]),
        ),
        marked(
            "1.01:38<GS>1.03:1<US>02<RS>2<US>00<RS>10<US>01<GS>1.04:SRE<FS>"
            "2.001:18<GS>2.002:00<FS>"
            "10.001:59<GS>10.002:01<GS>10.003:FACE<GS>10.999:<FS><GS>10.999:<FS>2.001:8<GS><US><FS>"
        ),
    ),
    Case(
        "idcs skip those taken",
        transaction(
            record(1, [(4, "CAR")]),
            record(2, []),
            record(14, [(2, "01"), (999, b"x")]),
            record(14, [(999, b"y")]),
        ),
        marked(
            "1.01:44<GS>1.03:1<US>03<RS>2<US>00<RS>14<US>01<RS>14<US>02<GS>1.04:CAR<FS>"
            "2.001:18<GS>2.002:00<FS>"
            "14.001:29<GS>14.002:01<GS>14.999:x<FS>"
            "14.001:29<GS>14.002:02<GS>14.999:y<FS>"
        ),
    ),
    Case(
        "a binary record is kept as it is",
        transaction(record(1, [(4, "CAR")]), record(2, []), Record(4, b"\x00\x00\x00\x08\x05\x1c\x1d\x1e")),
        marked("1.01:37<GS>1.03:1<US>02<RS>2<US>00<RS>4<US>05<GS>1.04:CAR<FS>2.001:18<GS>2.002:00<FS>")
        + b"\x00\x00\x00\x08\x05\x1c\x1d\x1e",
    ),
    Case(
        "lines and a set of the sender's own",
        transaction(record(1, [(15, [("128", "OWN")])]), record(99, [(5, "ONE\r\nTWO\tTHREE"), (6, b"\xe9\xff")])),
        marked(
            "1.01:37<GS>1.03:1<US>01<RS>99<US>01<GS>1.15:128<US>OWN<FS>"
            "99.001:52<GS>99.002:01<GS>99.005:ONE\r\nTWO\tTHREE<GS>"
        )
        + b"99.006:\xe9\xff\x1c",
    ),
    Case(
        "8-bit Latin",
        transaction(
            record(1, [(15, [("001", "LATIN")])]), record(2, [("NAM", "SAMPLÉ,ALEX")], charset=CharacterSet.LATIN)
        ),
        marked(
            "1.01:38<GS>1.03:1<US>01<RS>2<US>00<GS>1.15:001<US>LATIN<FS>2.001:36<GS>2.002:00<GS>2.018:SAMPLÉ,ALEX<FS>"
        ),
    ),
    Case(
        "UTF-8",
        transaction(
            record(1, [(15, [("003", "UTF-8")])]), record(2, [("NAM", "SAMPLÉ,ALEX")], charset=CharacterSet.UTF8)
        ),
        marked("1.01:38<GS>1.03:1<US>01<RS>2<US>00<GS>1.15:003<US>UTF-8<FS>2.001:37<GS>2.002:00<GS>2.018:")
        + "SAMPLÉ,ALEX\x1c".encode(),
    ),
)
