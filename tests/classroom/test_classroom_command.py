"""The command: what it prints, refuses and leaves behind."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from interop_course.classroom import addresses, for_room, select
from interop_course.classroom.errors import NoSuchAddress
from interop_course.cli import main

from .holding import Client


def test_help_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["classroom", "--help"])
    text = capsys.readouterr().out
    assert "examples:" in text
    assert "rehearsal" in text
    for option in ("--lesson", "--items", "--draw", "--seed", "--port", "--room", "--save"):
        assert option in text
    [named] = re.findall(r"--items (\S+,\S+)", text.partition("examples:")[2])
    assert len(select(ids=named.split(","), seed=1)) == 2


def test_a_rehearsal_ends_cleanly_with_ctrl_c_and_leaves_the_counts(tmp_path: Path) -> None:
    notes = tmp_path / "notes.csv"
    command = [sys.executable, "-m", "interop_course", "classroom", "--items", "step-4/who-asks", "--port", "0"]
    with subprocess.Popen(
        [*command, "--save", str(notes)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        printed = "".join(iter(run.stdout.readline, "Ctrl-C stops it.\n"))
        room = re.search(r"http://127\.0\.0\.1:\d+(?=/ )", printed)
        front = re.search(r"/desk/\S+", printed)
        assert room
        assert front
        assert "a rehearsal: only this machine reaches it" in printed
        client = Client(room[0])
        assert client.ask("/api/join", {}).status == 200
        assert client.ask(front[0]).status == 303
        assert client.ask("/api/desk/step", {"step": "open", "moves": 0}).status == 200
        assert client.ask("/api/answer", {"question": 1, "round": 1, "given": ["a"]}).status == 200
        assert client.ask("/api/desk/step", {"step": "close", "moves": 1}).status == 200
        run.send_signal(signal.SIGINT)
        try:
            out, err = run.communicate(timeout=20)
        finally:
            run.kill()
    assert (run.returncode, out.strip(), err) == (0, f"Stopped. The counts are in {notes}.", "")
    assert "step-4/who-asks" in notes.read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--lesson", "step-4"], "step-4-match"),
        (["--items", "step-4/who"], "step-4/who-asks"),
        (["--items", "step-4/who-asks", "--draw", "2"], "not both"),
        (["--draw", "0"], "cannot be drawn"),
        (["--seed", "-1"], "a seed is a whole number"),
        (["--port", "70000"], "no port number"),
        (["--room", "192.0.2.99"], "not an address of this machine"),
        (["--room", "no-address"], "not an address of this machine"),
    ],
)
def test_what_cannot_begin_is_one_line_and_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["classroom", *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert said in told.err


def test_a_taken_port_is_one_line_and_2(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert main(["classroom", "--port", str(port)]) == 2
    assert capsys.readouterr().err.startswith(f"interop-course: port {port} is in use; try another: --port ")


def test_notes_that_cannot_be_written_stop_it_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["classroom", "--save", str(tmp_path)]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_room_gets_addresses_that_others_can_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    for found, wanted, expected in (
        (["192.168.4.1", "127.0.1.1", "10.0.0.5"], "", ("192.168.4.1", "10.0.0.5")),
        (["192.168.4.1", "10.0.0.5"], "10.0.0.5", ("10.0.0.5",)),
    ):
        monkeypatch.setattr(addresses, "_way_out", lambda: [])
        monkeypatch.setattr(addresses, "_of_interfaces", lambda found=found: found)
        monkeypatch.setattr(addresses, "_of_name", lambda: [])
        assert for_room(wanted) == expected
    monkeypatch.setattr(addresses, "_of_interfaces", lambda: ["127.0.0.1"])
    with pytest.raises(NoSuchAddress, match="in no network"):
        for_room()
