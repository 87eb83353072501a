"""No text of the project copies the packet: no eight words in a row are the packet's, names and fixed labels apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.text import project_text
from tools.fingerprint_packet import RUN, SIZE, fingerprint, fingerprints, main, pack, unpack, words

HERE = Path(__file__).parent
# How many words of a run a name must make up for the run to be no copy: a sentence may well begin "with the FBI's …".
NAMED = 6


@dataclass(frozen=True)
class Run:
    """Eight words in a row that are the packet's, and the names and labels that most of them belong to."""

    start: int
    names: frozenset[str]


@cache
def of_the_packet() -> frozenset[bytes]:
    return unpack((HERE / "fingerprints.bin").read_bytes())


@cache
def allowed() -> dict[str, tuple[str, ...]]:
    """The phrases that may stand as they are, each with its words."""
    lines = (HERE / "allowed.txt").read_text(encoding="utf-8").splitlines()
    return {line: tuple(words(line)) for line in lines if line and not line.startswith("#")}


def runs(found: list[str], known: frozenset[bytes], names: dict[str, tuple[str, ...]]) -> Iterator[Run]:
    """Every run of the packet's words among these; one that is mostly a name says which names."""
    owners: list[set[str]] = [set() for _ in found]
    for name, parts in names.items():
        for start in range(len(found) - len(parts) + 1):
            if tuple(found[start : start + len(parts)]) == parts:
                for owner in owners[start : start + len(parts)]:
                    owner.add(name)
    for start in range(len(found) - RUN + 1):
        if fingerprint(found[start : start + RUN]) in known:
            inside = [owner for owner in owners[start : start + RUN] if owner]
            yield Run(start, frozenset().union(*inside) if len(inside) >= NAMED else frozenset())


def copies(text: str, known: frozenset[bytes], names: dict[str, tuple[str, ...]]) -> list[str]:
    """The longest stretches of a text that are the packet's words and no names."""
    found = words(text)
    return stretches(found, [run.start for run in runs(found, known, names) if not run.names])


def stretches(found: list[str], starts: list[int]) -> list[str]:
    """The words of runs that begin at these places, runs that overlap as one."""
    first = [start for start in starts if start - 1 not in starts]
    last = [start for start in starts if start + 1 not in starts]
    return [" ".join(found[begin : end + RUN]) for begin, end in zip(first, last, strict=True)]


@pytest.fixture(scope="module")
def met(root: Path) -> list[tuple[str, list[str], list[Run]]]:
    """Every piece of the project's text that has words of the packet: its file, its words, and the runs."""
    found = (
        (path.relative_to(root).as_posix(), words(piece))
        for path in project_text.files(root)
        for piece in project_text.pieces(path)
    )
    all_runs = ((path, piece, list(runs(piece, of_the_packet(), allowed()))) for path, piece in found)
    return [(path, piece, those) for path, piece, those in all_runs if those]


def test_no_text_of_the_project_copies_the_packet(met: list[tuple[str, list[str], list[Run]]]) -> None:
    copied = [
        f"{path}: {copy}"
        for path, piece, those in met
        for copy in stretches(piece, [run.start for run in those if not run.names])
    ]
    assert not copied, "copied from the packet; say it in other words:\n" + "\n".join(copied)


def test_every_allowed_phrase_is_needed(met: list[tuple[str, list[str], list[Run]]]) -> None:
    needed = {name for _, _, those in met for run in those for name in run.names}
    assert set(allowed()) - needed == set()


def test_the_fingerprints_are_the_packets() -> None:
    long = [phrase for phrase, parts in allowed().items() if len(parts) >= RUN]
    assert len(long) > 5
    assert [phrase for phrase in long if not of_the_packet().intersection(fingerprints(phrase))] == []
    assert len(of_the_packet()) > 15_000


PACKET = (
    "The quick brown fox, it is said, jumps over the lazy dog’s\nkennel – and then sleeps at the Office for Odd Foxes."
)
KNOWN = frozenset(fingerprints(PACKET))


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("A quick fox is said to jump over a dog that is lazy, at its kennel.", None),
        ("We read: quick brown fox it is said jumps!", None),
        ("We read: quick brown fox it is said jumps over!", "quick brown fox it is said jumps over"),
        ("THE QUICK, BROWN *fox* it is said ‘jumps’ over", "the quick brown fox it is said jumps over"),
        ("jumps over the lazy dog's kennel and then", "jumps over the lazy dog s kennel and then"),
        ("He then sleeps at the Office for Odd Foxes.", None),
        ("Kennel and then sleeps at the Office for Odd", "kennel and then sleeps at the office for odd"),
    ],
)
def test_a_planted_copy_is_found_with_its_words(text: str, copy: str | None) -> None:
    names = {"the name": tuple(words("sleeps at the Office for Odd Foxes"))}
    assert copies(text, KNOWN, names) == ([copy] if copy else [])


def test_two_copies_in_one_text_are_two() -> None:
    text = f"{PACKET[:45]} And so on. {PACKET[30:80]}"
    assert len(copies(text, KNOWN, {})) == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.md", "# Title\n\nHere: the quick brown fox, it is\nsaid, jumps over.\n"),
        ("data.json", '[{"text": "the quick brown fox \\u2014 it is said \\n jumps over"}]'),
        (
            "lesson.ipynb",
            '{"cells": [{"cell_type": "markdown", "source": ["the quick brown fox it\\n", "is said jumps"]}]}',
        ),
        (
            "lesson2.ipynb",
            '{"cells": [{"cell_type": "code", "source": ["# the quick brown fox it is said jumps\\n"]}]}',
        ),
        ("doc.py", '"""Module.\n\nThe quick brown fox,\nit is said, jumps.\n"""\n'),
        ("string.py", 'x = ("the quick brown fox "\n     "it is said jumps")\n'),
        ("field.py", 'x = f"{1}the quick brown fox it is said jumps{2}"\n'),
        ("comment.py", "# the quick brown fox\n# it is said jumps\nx = 1\n"),
        ("front.js", 'const text = "the quick brown fox " +\n  "it is said jumps";\n'),
        ("message.ebts", "2.075:the quick brown fox it is said jumps\x1d"),
    ],
)
def test_a_copy_is_found_in_every_kind_of_file(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / name).write_text(text, encoding="utf-8")
    (path,) = project_text.files(tmp_path)
    assert [copy for piece in project_text.pieces(path) for copy in copies(piece, KNOWN, {})] != []


def test_separate_strings_and_comments_are_no_run(tmp_path: Path) -> None:
    path = tmp_path / "apart.py"
    path.write_text('x = "the quick brown fox"\n\n# it is said\n\n# jumps over\ny = "the lazy dog"\n', encoding="utf-8")
    assert [copy for piece in project_text.pieces(path) for copy in copies(piece, KNOWN, {})] == []


def test_the_text_that_is_checked_is_the_projects(root: Path) -> None:
    kinds = {path.suffix for path in project_text.files(root)}
    assert {".py", ".json", ".ipynb", ".md", ".js", ".ebts"} <= kinds
    named = {path.relative_to(root).as_posix() for path in project_text.files(root)}
    assert {"README.md", "src/interop_course/packet/facts.json", "notebooks/start.ipynb", "book/facts.md"} <= named


def test_fingerprints_are_made_from_a_text_and_read_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, output = tmp_path / "packet.txt", tmp_path / "prints.bin"
    text.write_text(PACKET, encoding="utf-8")
    assert main([str(text), str(output)]) == 0
    assert unpack(output.read_bytes()) == KNOWN
    assert len(output.read_bytes()) == SIZE * len(KNOWN)
    assert capsys.readouterr().out.startswith(f"{len(KNOWN)} fingerprints")
    assert main([str(tmp_path / "none.txt"), str(output)]) == 1


@pytest.mark.parametrize("data", [b"1234", pack(set(KNOWN))[:-1], b"22222" + b"11111", b"11111" + b"11111"])
def test_a_damaged_file_of_fingerprints_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no file of fingerprints"):
        unpack(data)
