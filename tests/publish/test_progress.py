"""How a long job tells where it is, on a terminal and off it."""

import sys

import pytest

from interop_course.publish.progress import Progress


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool) -> str:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    monkeypatch.setenv("COLUMNS", "40")
    progress = Progress("book")
    progress.at("reading 10% a", phase="reading")
    progress.at("reading 90% " + "b" * 60, phase="reading")
    progress.at("writing 10% a", phase="writing")
    progress.done("built")
    return capsys.readouterr().out


def test_off_a_terminal_each_phase_is_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, capsys, False) == "book: reading\nbook: writing\nbook: built\n"


def test_on_a_terminal_one_line_renews_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = run(monkeypatch, capsys, True)
    assert out.count("\n") == 1
    shown = out.split("\r\x1b[K")
    assert shown[1] == "book: reading 10% a"
    assert shown[2].startswith("book: reading 90% bbb")
    assert max(map(len, shown)) < 40
    assert shown[-1] == "book: built\n"
