"""`inspect`: what it prints, its JSON, its exit status, and that a hostile file does no harm."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interop_course.cli import main
from interop_course.messages import Kind, all_faults
from interop_course.process import scenario
from interop_course.wire import Transaction, read, write

FIXTURES = Path(__file__).parent.parent / "wire" / "fixtures"
BOOKED = scenario("match")


def message(tmp_path: Path, kind: Kind, name: str = "message.ebts") -> Path:
    """A file with a message of the course."""
    path = tmp_path / name
    path.write_bytes(BOOKED.find(kind).data)
    return path


def inspected(capsys: pytest.CaptureFixture[str], *args: str | Path) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of `inspect`."""
    status = main(["inspect", *map(str, args)])
    out, err = capsys.readouterr()
    return status, out, err


def as_json(capsys: pytest.CaptureFixture[str], *args: str | Path) -> dict[str, Any]:
    return dict(json.loads(inspected(capsys, "--json", *args)[1]))


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_good_message(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    booking = message(tmp_path, Kind.CAR, "booking.ebts")
    status, out, err = inspected(capsys, message(tmp_path, Kind.DHS_SRE), "--submission", booking)
    assert (status, err) == (0, "")
    assert "message.ebts: SRE, Submission Results Electronic." in out
    assert "2.059 SRF I" in out
    assert "Search Results Findings (personal)" in out
    assert "IDR (IDENT Data Response): a match, 2 encounters, newest first" in out
    assert "Status reported: " in out
    assert "0 errors (✗), 0 remarks (!). A strict reader accepts this message." in out
    assert "\x1b" not in out


FAULTS = {
    "match.ebts": [
        "Field 1.01 says 161 bytes, but the record has 158.",
        "Field 1.03 announces a Type-10 record with IDC 01, but the message holds none.",
        "The value of field 1.10 starts with a space.",
        "Field 2.001 says 3456 bytes, but the message ends after 1469 of them.",
        "The value of field 2.073 starts with a space.",
        "The value of field 2.075 starts with a space.",
        "Lines of over 74 characters in field 2.075: 12; the longest has 79.",
        "The date of the IAQ in field 2.075 is 2008-10-14, 40 days after the message (2008-09-04).",
    ],
    "no-match.ebts": [
        "Field 1.01 says 193 bytes, but the record has 152.",
        "Field 1.03 ends in RS where GS is needed, so field 1.04 falls into it.",
        "Field 2.001 says 2105 bytes, but the message ends after 1352 of them.",
        "Lines of over 74 characters in field 2.075: 14; the longest has 88.",
        "The last record does not end in FS: its end is missing, or the message was cut off.",
    ],
    "error-date.ebts": [
        "Field 2.001 says 2105 bytes, but the message ends after 109 of them.",
        "The rejected date in field 2.060 is 2009-02-10, 194 days after the message (2008-07-31).",
    ],
    "error-finger.ebts": ["Field 2.001 says 2105 bytes, but the message ends after 108 of them."],
}
"""All that is wrong with the fixtures that repeat the slips of the packet's samples, and nothing else."""


@pytest.mark.parametrize("name", FAULTS)
def test_the_faults_of_the_samples_are_all_named_and_none_is_invented(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    status, out, _ = inspected(capsys, FIXTURES / name)
    assert status == 1
    lines = out.splitlines()
    assert [line.strip() for line in lines if line.startswith("  ") and not line.startswith("   ")] == FAULTS[name]
    assert "A strict reader refuses this message." in out
    for number, line in enumerate(lines):
        if line.strip() and not line.strip("^ "):
            above = lines[number - 1]
            assert len(line.rstrip()) <= len(above) + 1


def test_a_caret_stands_under_the_byte(capsys: pytest.CaptureFixture[str]) -> None:
    lines = inspected(capsys, FIXTURES / "no-match.ebts")[1].splitlines()
    at = next(n for n, line in enumerate(lines) if "(rs-for-gs)" in line)
    assert lines[at] == "✗ error at byte 33, field 1.03 (rs-for-gs)"
    place = lines[at + 3].index("^")
    assert lines[at + 2][place - 1 : place + 6] == "0␞1.04:"


def test_a_rule_says_where_it_comes_from(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "message.ebts"
    path.write_bytes(BOOKED.find(Kind.DHS_SRE).data.replace(b"2.059:I", b"2.059:X"))
    status, out, _ = inspected(capsys, path)
    assert status == 1
    assert "Field 2.059 must be I or N, but is X." in out
    assert "Rule: EBTS fields, p. 25 (FOIA 0117656)" in out
    assert "It can be read, but it is not what its type must be." in out


def test_it_is_held_to_the_submission(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    other = tmp_path / "other.ebts"
    other.write_bytes(scenario("match", seed=7).find(Kind.CAR).data)
    status, out, _ = inspected(capsys, message(tmp_path, Kind.DHS_SRE), "--submission", other)
    assert status == 1
    assert "but the control number of the submission is" in out


def test_lenient_shows_the_same_and_fails_only_what_cannot_be_used(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    strict = inspected(capsys, FIXTURES / "match.ebts")
    lenient = inspected(capsys, "--lenient", FIXTURES / "match.ebts")
    assert (strict[0], lenient[0]) == (1, 0)
    assert strict[1:] == lenient[1:]
    (tmp_path / "text").write_text("this is no message")
    assert inspected(capsys, "--lenient", tmp_path / "text")[0] == 2


@pytest.mark.parametrize(
    ("profile", "codes"),
    [("none", []), ("SRE", []), ("ERRT", ["value-not-allowed", "field-missing", "record-not-listed"])],
)
def test_another_profile_or_none(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, profile: str, codes: list[str]
) -> None:
    told = as_json(capsys, "--profile", profile, message(tmp_path, Kind.DHS_SRE))
    assert told["profile"] == (None if profile == "none" else profile)
    assert sorted(fault["code"] for fault in told["faults"] if fault["severity"] == "error") == sorted(codes)


@pytest.mark.parametrize("data", [b"", b"hello\n", b"\x1c\x1d", b"{}"], ids=["empty", "text", "separators", "json"])
def test_what_is_no_message_is_not_usable(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    stdin(monkeypatch, data)
    status, out, err = inspected(capsys)
    assert (status, err) == (2, "")
    assert "No record could be read" in out
    stdin(monkeypatch, data)
    told = as_json(capsys)
    assert (told["usable"], told["strict"], told["bytes"]) == (False, False, len(data))


def test_a_file_that_is_not_there_or_too_large(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert inspected(capsys, tmp_path / "none")[::2] == (
        2, f"interop-course: {tmp_path / 'none'}: No such file or directory\n",
    )  # fmt: skip
    assert inspected(capsys, tmp_path)[0] == 2
    (tmp_path / "large").write_bytes(bytes(1_000_001))
    status, out, err = inspected(capsys, "--limit", "1", tmp_path / "large")
    assert (status, out) == (2, "")
    assert "more than 1 MB; --limit raises that" in err
    (tmp_path / "large").write_bytes(bytes(1_000_000))
    assert "No record" in inspected(capsys, "--limit", "1", tmp_path / "large")[1]


@pytest.mark.parametrize("limit", ["0", "-1", "4001", "1.5", "x"])
def test_a_limit_is_whole_megabytes(capsys: pytest.CaptureFixture[str], limit: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["inspect", "--limit", limit])
    assert stopped.value.code == 2


def test_standard_input_is_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    data = BOOKED.find(Kind.CAR).data
    for args in ((), ("-",)):
        stdin(monkeypatch, data)
        status, out, _ = inspected(capsys, *args)
        assert status == 0
        assert out.startswith("standard input: CAR, Criminal Ten-Print Submission (Answer Required).")


def test_json_says_the_whole_of_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = message(tmp_path, Kind.DHS_SRE)
    data, told = path.read_bytes(), as_json(capsys, path)
    assert {key: told[key] for key in ("file", "bytes", "usable", "strict", "tot", "profile", "errors", "remarks")} == {
        "file": "message.ebts", "bytes": len(data), "usable": True, "strict": True, "tot": "SRE", "profile": "SRE",
        "errors": 0, "remarks": 0,
    }  # fmt: skip
    assert [each["type"] for each in told["records"]] == [1, 2, 10]
    for record in told["records"]:
        assert sum(field["length"] + 1 for field in record["fields"]) == record["length"]
        for field in record["fields"]:
            raw = data[field["offset"] : field["offset"] + field["length"]]
            assert raw.startswith(field["tag"].encode() + b":")
            if field["image_bytes"] is None:
                assert raw.endswith(field["value"].encode())
            else:
                assert field["value"] is None
    sid = next(field for field in told["records"][1]["fields"] if field["tag"] == "2.015")
    assert (sid["mnemonic"], sid["name"], sid["personal"]) == ("SID", "State Identification Number", True)
    assert len(told["text"]["idr"]["encounters"]) == 2
    assert told["text"]["iar"]["query"] == told["text"]["query"]
    assert (told["text"]["unread"], told["faults"]) == ([], [])


def test_json_faults_are_those_of_the_library(capsys: pytest.CaptureFixture[str]) -> None:
    path = FIXTURES / "match.ebts"
    faults = all_faults(read(path.read_bytes(), strict=False))
    told = as_json(capsys, path)
    assert [fault["sentence"] for fault in told["faults"]] == [fault.sentence for fault in faults]
    assert (told["errors"], told["remarks"], told["strict"]) == (3, 5, False)
    assert told["faults"][0]["excerpt"] == ["1.01:161␝1.02:0201␝1.03:1␟02␞2␟00␞10", "     ^^^"]
    assert told["text"]["idr"]["encounters"][0]["eid"] == "1000000001"
    assert told["text"]["problems"]


def test_full_cuts_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    short, full = (inspected(capsys, *args, FIXTURES / "match.ebts")[1] for args in ([], ["--full"]))
    assert "--full shows them" in short
    assert "--full shows them" not in full
    assert full.count("restated notice of the course") > short.count("restated notice of the course") + 12


def test_images_are_written_under_names_of_our_own(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    path = message(tmp_path, Kind.CAR, "a b;c.ebts")
    status, _, err = inspected(capsys, path, "--extract-images", folder)
    assert status == 0
    names = sorted(each.name for each in folder.iterdir())
    assert names == [f"a-b-c-record-{n:02}-type-14.jpg" for n in range(3, 13)]
    images = [record.get(999) for record in read(path.read_bytes()).of_type(14)]
    assert [(folder / name).read_bytes() for name in names] == [each.value for each in images if each]
    assert err.count("wrote ") == 10


def test_images_never_replace_a_file_unless_told_to(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder, precious = tmp_path / "images", tmp_path / "precious"
    folder.mkdir()
    precious.write_text("precious")
    link = folder / "message-record-03-type-10.jpg"
    link.symlink_to(precious)
    path = message(tmp_path, Kind.DHS_SRE)
    status, _, err = inspected(capsys, path, "--extract-images", folder)
    assert (status, precious.read_text()) == (2, "precious")
    assert "is there already; --force replaces it" in err
    assert inspected(capsys, path, "--extract-images", folder, "--force")[0] == 0
    assert not link.is_symlink()
    assert precious.read_text() == "precious"
    assert link.read_bytes().startswith(b"\xff\xd8\xff")


def test_images_go_to_no_place_that_is_none(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = message(tmp_path, Kind.DHS_SRE)
    status, _, err = inspected(capsys, path, "--extract-images", path)
    assert status == 2
    assert err.startswith("interop-course: ")
    assert inspected(capsys, message(tmp_path, Kind.IAFIS_SRE), "--extract-images", tmp_path / "x")[2] == (
        "the message has no image\n"
    )


def test_images_of_other_kinds(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    inspected(capsys, FIXTURES / "binary.ebts", "--extract-images", tmp_path, "--lenient")
    written = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert list(written) == ["binary-record-05-type-10.bin"]
    assert list(written.values()) == [b"\x1c2.001:7\x1d"]


def test_nothing_in_a_message_reaches_the_terminal_as_a_command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    message = read(BOOKED.find(Kind.DHS_SRE).data)
    hostile = write(message).replace(b"SAMPLE,ALEX", b"\x1b]0;[red]\xc2\x9b", 1).replace(b"POB = XX", b"POB \xc2\x9b2J")
    hostile = hostile.replace(b"1.04:SRE", b"1.04:\x1b[2J")
    stdin(monkeypatch, hostile)
    out = inspected(capsys, "--full")[1]
    assert not {each for each in out if each < " " and each != "\n"} | {"\x9b"} & set(out)
    assert "␛]0;[red]\\xc2\\x9b" in out


@given(st.binary(max_size=300))
def test_no_bytes_are_too_odd(data: bytes) -> None:
    from rich.console import Console

    from interop_course.cli.inspection import Inspection
    from interop_course.cli.inspection_tree import show

    good = BOOKED.find(Kind.IAFIS_SRE).data
    for each in (data, good[: len(data)] + data + good[len(data) :]):
        inspection = Inspection.of("x", each, None, False, Transaction(()))
        assert json.loads(json.dumps(inspection.as_json()))["bytes"] == len(each)
        show(inspection, Console(file=io.StringIO(), width=100, highlight=False), full=True)


def test_help_says_what_it_is_not_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["inspect", "--help"])
    words = " ".join(capsys.readouterr().out.split())
    assert "synthetic or test messages only, never a real person's" in words
    assert "sharing policy bars educational use" in words
    for key in ("exit status:", "--json writes one object", "severity", "excerpt"):
        assert key in words


def test_as_a_program_in_a_pipe(tmp_path: Path) -> None:
    data = (FIXTURES / "error-finger.ebts").read_bytes()
    run = [sys.executable, "-c", "import sys; from interop_course.cli import main; sys.exit(main())", "inspect"]
    done = subprocess.run(run, input=data, capture_output=True, env={"PYTHONIOENCODING": "ascii"}, check=False)
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout
    assert b"Field 2.001 says 2105 bytes, but the message ends after 108 of them." in done.stdout
    assert done.stderr == b""
