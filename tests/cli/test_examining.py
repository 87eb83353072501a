"""`verify`, `certificate`, `final` and `grade`, as somebody calls them, with the bank of the course."""

import csv
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from interop_course.assessment import BANK, Answered, LearningRecord
from interop_course.assessment.blueprint import BLUEPRINT, COURSE_VERSION
from interop_course.assessment.final import draw
from interop_course.assessment.record import LARGEST
from interop_course.assessment.record_file import HOME_VARIABLE, save
from interop_course.assessment.record_parts import Sitting
from interop_course.assessment.sealing import AnswerKey
from interop_course.cli import main
from tests.assessment.exam import begun, taken

Out = pytest.CaptureFixture[str]


def asks_every_kind(seed: int) -> bool:
    drawn = [BANK.item(entry.item) for entry in draw(seed=seed).entries]
    return {item.kind for item in drawn} == {item.kind for item in BANK.items} and any(item.drawn for item in drawn)


SEED = next(seed for seed in range(1000) if asks_every_kind(seed))
"""A final with every kind of question, and a parametrised one among them."""


def sat(seed: int = SEED, *, id: str = "00c0ffee", minutes: int | None = 20) -> Sitting:
    """A sitting of the course's own final."""
    return begun(seed, id=id, bank=BANK, plan=BLUEPRINT, course=COURSE_VERSION, minutes=minutes)


def answered(sitting: Sitting, wrong: int = 0, name: str | None = "Desk 4") -> LearningRecord:
    """A record of it, the first so many questions not answered."""
    return taken(sitting, bank=BANK, unanswered=[entry.item for entry in sitting.draw[:wrong]], name=name)


@pytest.fixture
def passed(tmp_path: Path) -> Path:
    return write(tmp_path / "record.json", answered(sat()))


def write(path: Path, record: LearningRecord) -> Path:
    path.write_text(record.to_json(), encoding="utf-8")
    return path


def test_verify_says_what_a_record_is_worth_and_what_not(passed: Path, capsys: Out) -> None:
    assert main(["verify", str(passed)]) == 0
    out = capsys.readouterr().out
    assert f"Record of Desk 4, checked with version {COURSE_VERSION}" in out
    assert "30 of 30 answers marked again" in out
    assert "Final 00c0ffee, 2026-03-02: passed. 30 of 30 right, 100 percent, in 20 minutes." in out
    assert "What it cannot show:\n- who answered" in out


def test_verify_tells_a_failed_final_from_a_faulty_record(tmp_path: Path, capsys: Out) -> None:
    assert main(["verify", str(write(tmp_path / "r.json", answered(sat(), wrong=12)))]) == 0
    out = capsys.readouterr().out
    assert "not passed. 18 of 30 right, 60 percent" in out
    assert "Not right, and had to be: " in out


def test_verify_finds_what_does_not_fit(tmp_path: Path, capsys: Out) -> None:
    record = answered(sat())
    forged = record.model_copy(
        update={"answers": tuple(each.model_copy(update={"right": False}) for each in record.answers)}
    )
    assert main(["verify", str(write(tmp_path / "r.json", forged))]) == 1
    out = capsys.readouterr().out
    assert out.count("Does not fit: ") == 30
    assert "This record does not fit together." in out


def test_verify_does_not_take_times_to_come(tmp_path: Path, capsys: Out) -> None:
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    record = LearningRecord(answers=(Answered(item="step-4/who-asks", given=(), right=False, at=tomorrow),))
    assert main(["verify", str(write(tmp_path / "r.json", record))]) == 1
    assert "lies in the future" in capsys.readouterr().out


def test_verify_gives_json(passed: Path, capsys: Out) -> None:
    assert main(["verify", "--json", str(passed)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["consistent"], found["passed"], found["checked"], found["faults"]) == (True, True, 30, [])
    [final] = found["finals"]
    assert (final["id"], final["right"], final["of"], final["missed"]) == ("00c0ffee", 30, 30, [])
    assert sum(right for right, _ in final["topics"].values()) == 30
    assert found["cannot_prove"]


def test_verify_takes_the_record_of_jupyter_by_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert main(["verify"]) == 2
    assert "Save your record in a page of the course" in capsys.readouterr().err
    save(tmp_path, answered(sat()))
    assert main(["verify"]) == 0


HOSTILE = {
    "not a record": (b"{}", "states no version"),
    "no JSON": (b"\x00\xff", "not a learning record"),
    "too large": (b" " * (LARGEST + 1), "larger than 8 MB"),
    "deep": (b"[" * 200_000, "not a learning record"),
    "newer": (b'{"version": 99}', "reads versions up to 2"),
    "wrong types": (b'{"version": 2, "answers": {"a": 1}}', "answers"),
    "a personal number": (b'{"version": 2, "name": "A123456789"}', "Social Security number"),
}


@pytest.mark.parametrize(("content", "said"), HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("command", ["verify", "certificate"])
def test_a_file_that_is_no_record_is_refused_in_one_sentence_and_stays(
    tmp_path: Path, capsys: Out, command: str, content: bytes, said: str
) -> None:
    path = tmp_path / "r.json"
    path.write_bytes(content)
    assert main([command, str(path)]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.startswith("interop-course: ")
    assert err.count("\n") == 1
    assert path.read_bytes() == content


@pytest.mark.parametrize("command", ["verify", "certificate"])
def test_a_file_that_is_not_there_or_a_folder_is_named(tmp_path: Path, capsys: Out, command: str) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        assert main([command, str(path)]) == 2
        assert str(path) in capsys.readouterr().err


def test_certificate_writes_a_page_and_a_pdf(passed: Path, tmp_path: Path, capsys: Out) -> None:
    page, pdf = tmp_path / "out" / "c.html", tmp_path / "out" / "c.pdf"
    assert main(["certificate", str(passed), "--html", str(page), "--pdf", str(pdf)]) == 0
    assert "Desk 4 has completed the course" in page.read_text("utf-8")
    assert pdf.read_bytes().startswith(b"%PDF-")
    first = pdf.read_bytes()
    assert main(["certificate", str(passed), "--pdf", str(pdf)]) == 0
    assert pdf.read_bytes() == first
    assert f"Written: {pdf}" in capsys.readouterr().out


def test_certificate_without_a_file_to_write_is_text(passed: Path, capsys: Out) -> None:
    assert main(["certificate", str(passed)]) == 0
    out = capsys.readouterr().out
    assert "30 of 30 right" in out
    assert f"Version of the course: {COURSE_VERSION}" in out
    assert "self-attested" in out


def test_no_certificate_without_a_pass(tmp_path: Path, capsys: Out) -> None:
    path = write(tmp_path / "r.json", answered(sat(), wrong=12))
    assert main(["certificate", str(path), "--pdf", str(tmp_path / "c.pdf")]) == 1
    assert "the best has 18 of 30 right" in capsys.readouterr().err
    assert not (tmp_path / "c.pdf").exists()


def test_a_place_that_cannot_be_written_is_named(passed: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(["certificate", str(passed), "--html", str(tmp_path)]) == 2
    assert f"{tmp_path} cannot be written" in capsys.readouterr().err


def test_final_without_options_tells_the_terms(capsys: Out) -> None:
    assert main(["final"]) == 0
    assert "24 of 30" in capsys.readouterr().out


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two sealed finals, drawn from two seeds."""
    folder = tmp_path_factory.mktemp("room") / "monday"
    assert main(["final", "--seal", str(folder), "--seed", str(SEED), "--count", "2"]) == 0
    return folder


def key_of(room: Path, seed: int = SEED) -> Path:
    return next(path for path in (room / "instructor").iterdir() if json.loads(path.read_text())["seed"] == seed)


def test_a_sealed_final_parts_the_draw_from_the_key(room: Path) -> None:
    keys = sorted((room / "instructor").iterdir())
    assert len(keys) == 2
    for path in keys:
        key = AnswerKey.from_json(path.read_bytes())
        name = key.digest[:8]
        assert path.name == f"key-{name}.json"
        assert path.stat().st_mode & 0o077 == 0
        draw = json.loads((room / "learners" / f"draw-{name}.json").read_text())
        assert draw["digest"] == key.digest
    assert len(list((room / "learners").iterdir())) == 4


def test_the_page_of_a_sealed_final_asks_everything_and_tells_nothing(room: Path) -> None:
    key = AnswerKey.from_json(key_of(room).read_bytes())
    text = (room / "learners" / f"final-{key.digest[:8]}.html").read_text("utf-8")
    state = text.split('<script type="application/json">')[1].split("</script>")[0]
    shown = json.loads(state)
    assert [question["id"] for question in shown["questions"]] == [item.id for item in key.questions]
    assert shown["digest"] == key.digest
    for item in key.questions:
        for part in item.parts:
            assert json.dumps(part.reason, ensure_ascii=False)[1:-1] not in state
    assert not {True, False} & set(_values_of(shown, "right"))
    for part in ("place", "choice", "key"):
        assert set(_values_of(shown, part)) == {None}
    assert not any(_values_of(shown, "near"))
    assert 'src="' not in text.split("<body>")[0]


def _values_of(value: object, key: str) -> list[object]:
    """Everything that stands under a key, anywhere in a JSON value."""
    if isinstance(value, dict):
        here = [value[key]] if key in value else []
        return here + [found for each in value.values() for found in _values_of(each, key)]
    return [found for each in value for found in _values_of(each, key)] if isinstance(value, list) else []


def test_the_same_seed_seals_the_same_final(room: Path, tmp_path: Path) -> None:
    assert main(["final", "--seal", str(tmp_path), "--seed", str(SEED)]) == 0
    assert key_of(tmp_path).read_bytes() == key_of(room).read_bytes()


def test_without_a_seed_chance_gives_one(tmp_path: Path, capsys: Out) -> None:
    for folder in ("a", "b"):
        assert main(["final", "--seal", str(tmp_path / folder)]) == 0
    first, second = (next((tmp_path / folder / "instructor").iterdir()).name for folder in ("a", "b"))
    assert first != second
    assert "keep" in capsys.readouterr().out


@pytest.mark.parametrize("options", [["--seed", "-1"], ["--seed", "4294967296"], ["--count", "0"], ["--count", "101"]])
def test_a_seed_or_count_out_of_range_writes_nothing(tmp_path: Path, capsys: Out, options: list[str]) -> None:
    assert main(["final", "--seal", str(tmp_path / "out"), *options]) == 2
    assert "from" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_returned_answer_files_become_a_roster(room: Path, tmp_path: Path, capsys: Out) -> None:
    returned = tmp_path / "returned"
    returned.mkdir()
    for n, (name, wrong) in enumerate([("=SAMPLE", 0), ("Desk 5", 12), ("Desk 6", 1)]):
        write(returned / f"answers-{n}.json", answered(sat(id=f"{n:08x}"), wrong, name))
    roster, items = tmp_path / "roster.csv", tmp_path / "items.csv"
    assert main(["grade", str(key_of(room)), str(returned), "--roster", str(roster), "--items", str(items)]) == 0
    out = capsys.readouterr().out
    assert "3 answer files marked" in out
    assert "=SAMPLE: passed, 30 of 30" in out
    assert "Desk 5: not passed, 18 of 30" in out
    assert "Only 3 marked" in out
    lines = list(csv.DictReader(roster.read_text("utf-8-sig").splitlines()))
    assert [(line["name"], line["right"]) for line in lines] == [("'=SAMPLE", "30"), ("Desk 5", "18"), ("Desk 6", "29")]
    analysis = list(csv.DictReader(items.read_text("utf-8-sig").splitlines()))
    assert len(analysis) == 30
    assert analysis[0]["difficulty"] == "0.33"
    assert analysis[0]["answers"].endswith("no answer: 2")


def test_files_that_cannot_be_marked_are_named_and_the_others_are_marked(
    room: Path, tmp_path: Path, capsys: Out
) -> None:
    good = write(tmp_path / "good.json", answered(sat()))
    other = write(tmp_path / "other.json", answered(sat(SEED + 1)))
    bad = tmp_path / "bad.json"
    bad.write_bytes(b"{")
    assert main(["grade", str(key_of(room)), str(good), str(other), str(bad), str(tmp_path / "none.json")]) == 1
    captured = capsys.readouterr()
    assert "1 answer file marked" in captured.out
    assert f"{other} is not marked. The key is for the sealed final" in captured.err
    assert f"{bad} is not marked. This is not a learning record" in captured.err
    assert "none.json is not marked. There is no file" in captured.err


def test_a_folder_without_answer_files_is_said_to_be_one(room: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(["grade", str(key_of(room)), str(tmp_path)]) == 1
    assert "no answer file" in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, b"{", b'{"version": 2}'], ids=["missing", "broken", "a record"])
def test_what_is_no_key_marks_nothing(passed: Path, tmp_path: Path, capsys: Out, content: bytes | None) -> None:
    key = tmp_path / "key.json"
    if content is not None:
        key.write_bytes(content)
    assert main(["grade", str(key), str(passed)]) == 2
    assert "not an answer key" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["verify", "certificate", "final", "grade"])
def test_the_help_of_each_command_teaches_by_an_example(command: str, capsys: Out) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"Example: interop-course {command}" in " ".join(capsys.readouterr().out.split())
