"""The examples of the pages for integrators and trainers come out as they are shown."""

from pathlib import Path

import pytest

from interop_course.cli.main import main
from tests.text.examples import Session, commands, fits

PAGES = {"integrators": 30, "trainers": 3}
"""Pages with examples, and how many of them there are at least."""


def session(capsys: pytest.CaptureFixture[str]) -> Session:
    def call(arguments: list[str]) -> tuple[int, str]:
        capsys.readouterr()
        status = main(arguments)
        said = capsys.readouterr()
        return status, said.out + said.err

    return Session(call)


@pytest.mark.parametrize("page", PAGES)
def test_every_example_comes_out_as_it_is_shown(
    page: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    running = session(capsys)
    running.run((root / "book" / f"{page}.md").read_text(encoding="utf-8"))
    assert not running.faults, "\n\n".join(running.faults)
    assert len(running.ran) >= PAGES[page]


def test_an_example_that_comes_out_otherwise_is_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    running = session(capsys)
    running.run(
        "```console\n$ interop-course cite faq@11\nFAQ, p. 11 (FOIA 0117642)\n...\n$ echo $?\n0\n```\n\n"
        "```console\n$ interop-course cite faq@11\nFAQ, p. 12\n...\n$ echo $?\n1\n$ rm x\n```\n\n"
        "```pycon\n>>> 1 + 1\n2\n>>> 1 + 1\n3\n```\n"
    )
    assert [fault.splitlines()[0] for fault in running.faults[:3]] == [
        "$ interop-course cite faq@11",
        "$ echo $?",
        "$ rm x: no command of the course",
    ]
    assert "Expected:\n    3\nGot:\n    2" in running.faults[3]
    assert len(running.faults) == 4


def test_dots_stand_for_text_and_a_line_of_dots_for_any_lines() -> None:
    assert [shown for _, shown in commands("$ a\n1\n2\n$ b\n3\n")] == ["1\n2\n", "3\n"]
    assert fits("a\n...\nd\n", "a\nb  \nc\nd\n")
    assert fits("a\n...\n", "a\n")
    assert fits("a\nb\n", "a   \nb\n")
    assert fits("a ... c\n", "a b c\n")
    assert not fits("a ... c\n", "a b\nc\n")
    assert not fits("a\n...\nd\n", "a\nb\n")
    assert not fits("a\n", "a\nb\n")
    assert not fits("a\nb\n", "a\n\nb\n")
