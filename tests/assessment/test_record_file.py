"""The file is tried with a failure, and with a killed process, at every step of a write."""

import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from interop_course.assessment import Answered, DifferentNames, LearningRecord, RecordUnreachable
from interop_course.assessment import record_file as module
from interop_course.assessment.record_file import Loaded, add, change, data_folder, load, record_path, save

EVENING = datetime(2010, 3, 1, 21, 10, tzinfo=UTC)
FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")


def answered(minute: int = 0) -> Answered:
    return Answered(item="step-4/who-asks", given=("b",), right=True, at=EVENING + timedelta(minutes=minute))


OLD = LearningRecord(name="Desk 4", answers=(answered(0),))
NEW = LearningRecord(name="Desk 4", answers=(answered(0), answered(1)))


def visible(folder: Path) -> list[str]:
    """The names in the folder, without the lock and without what a killed writer left behind."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def left_behind(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob(".*.tmp"))


def test_the_folder_is_the_one_that_the_environment_names(tmp_path: Path) -> None:
    assert data_folder({"INTEROP_COURSE_HOME": str(tmp_path)}) == tmp_path


def test_without_it_the_folder_is_the_users_data_folder() -> None:
    folder = data_folder({})
    assert folder.name == "interop-course"
    assert folder.is_absolute()
    assert data_folder({"INTEROP_COURSE_HOME": ""}) == folder


def test_without_a_file_the_record_is_empty_and_nothing_is_written(tmp_path: Path) -> None:
    assert load(tmp_path / "none") == Loaded(LearningRecord())
    assert not (tmp_path / "none").exists()


def test_a_record_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    save(folder, OLD)
    assert load(folder) == Loaded(OLD)
    assert visible(folder) == ["learning-record.json"]
    assert left_behind(folder) == []


def test_only_its_owner_can_read_the_file(tmp_path: Path) -> None:
    save(tmp_path, OLD)
    if os.name == "posix":
        assert record_path(tmp_path).stat().st_mode & 0o077 == 0


def test_an_answer_is_added_to_what_is_stored(tmp_path: Path) -> None:
    save(tmp_path, OLD)
    assert add(tmp_path, answered(1)).record == NEW
    assert load(tmp_path).record == NEW


def test_a_change_is_made_to_what_is_stored(tmp_path: Path) -> None:
    save(tmp_path, OLD)
    assert change(tmp_path, lambda record: record.merged(NEW)).record == NEW
    assert change(tmp_path, lambda record: record.named("Desk 5")).record.name == "Desk 5"
    assert load(tmp_path).record == NEW.named("Desk 5")


def test_a_change_that_fails_leaves_the_stored_record(tmp_path: Path) -> None:
    save(tmp_path, OLD)
    with pytest.raises(DifferentNames):
        change(tmp_path, lambda record: record.merged(LearningRecord(name="Desk 5")))
    assert load(tmp_path) == Loaded(OLD)
    assert left_behind(tmp_path) == []


def test_a_record_of_the_first_version_is_read_and_written_as_the_second(tmp_path: Path) -> None:
    first = {"item": "step-4/who-asks", "chosen": ["b"], "right": True, "at": "2010-03-01T21:10:00Z"}
    record_path(tmp_path).write_text(json.dumps({"version": 1, "name": "Desk 4", "answers": [first]}))
    assert load(tmp_path) == Loaded(OLD)
    assert add(tmp_path, answered(1)).record == NEW
    assert json.loads(record_path(tmp_path).read_text())["version"] == 2


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (b"{ not json", "corrupt", "not a learning record"),
        (b"", "corrupt", "not a learning record"),
        (OLD.to_json().encode()[:-20], "corrupt", "not a learning record"),
        (b'{"version": 3, "more": true}', "newer", "version 3"),
    ],
)
@pytest.mark.parametrize("read", [load, lambda folder: add(folder, answered(1))], ids=["load", "add"])
def test_a_file_that_cannot_be_read_is_set_aside_unchanged(
    tmp_path: Path, content: bytes, kind: str, said: str, read: Callable[[Path], Loaded]
) -> None:
    record_path(tmp_path).write_bytes(content)
    notice = read(tmp_path).notice
    assert notice is not None
    assert notice.kept_as == tmp_path / f"learning-record.{kind}-1.json"
    assert notice.kept_as.read_bytes() == content
    assert said in notice.message
    assert str(notice.kept_as) in notice.message
    assert load(tmp_path).notice is None


def test_a_second_file_set_aside_does_not_replace_the_first(tmp_path: Path) -> None:
    for content in (b"one", b"two", b"three"):
        record_path(tmp_path).write_bytes(content)
        assert load(tmp_path).record == LearningRecord()
    kept = [(tmp_path / f"learning-record.corrupt-{n}.json").read_bytes() for n in (1, 2, 3)]
    assert kept == [b"one", b"two", b"three"]


def test_a_good_record_that_arrives_meanwhile_is_not_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record_path(tmp_path).write_bytes(b"broken")
    alone = module._alone

    def another_kernel_first(folder: Path) -> object:
        record_path(folder).write_text(OLD.to_json())
        return alone(folder)

    monkeypatch.setattr(module, "_alone", another_kernel_first)
    assert load(tmp_path) == Loaded(OLD)


def test_a_place_that_cannot_hold_a_record_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    for use in (lambda: load(blocked), lambda: save(blocked, OLD), lambda: add(blocked, answered())):
        with pytest.raises(RecordUnreachable, match="file"):
            use()
    assert blocked.read_text() == "in the way"


def test_a_folder_in_the_place_of_the_file_is_left_alone(tmp_path: Path) -> None:
    record_path(tmp_path).mkdir()
    with pytest.raises(RecordUnreachable):
        load(tmp_path)
    with pytest.raises(RecordUnreachable):
        save(tmp_path, OLD)
    assert left_behind(tmp_path) == []


STEPS = ("tempfile.mkstemp", "os.fdopen", "os.fsync", "os.replace")
"""The calls of the system that a write makes, in their order."""


class Failure(Exception):
    pass


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt(), Failure()])
@pytest.mark.parametrize("step", STEPS)
def test_a_write_that_fails_at_any_step_leaves_the_old_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    save(tmp_path, OLD)

    def fail(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(f"interop_course.assessment.record_file.{step}", fail)
        with pytest.raises(RecordUnreachable if isinstance(error, OSError) else type(error)):
            save(tmp_path, NEW)
    assert load(tmp_path) == Loaded(OLD)
    assert left_behind(tmp_path) == []
    save(tmp_path, NEW)
    assert load(tmp_path).record == NEW


def test_a_write_that_stops_in_the_middle_of_the_text_leaves_the_old_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path, OLD)
    fdopen = os.fdopen

    def half(*args: object, **options: object) -> object:
        file = fdopen(*args, **options)  # type: ignore[call-overload]
        write = file.write

        def stop(text: str) -> None:
            write(text[: len(text) // 2])
            file.flush()
            raise OSError(28, "No space left on device")

        file.write = stop
        return file

    monkeypatch.setattr("interop_course.assessment.record_file.os.fdopen", half)
    with pytest.raises(RecordUnreachable, match="No space left"):
        save(tmp_path, NEW)
    assert load(tmp_path) == Loaded(OLD)


def killed_at(line: int, action: Callable[[], object]) -> bool:
    """Run the action in a process that kills itself on reaching the line of the module.

    Returns:
        Whether it came to that line.
    """
    child = os.fork()
    if child == 0:

        def watch(frame: object, event: str, _: object) -> object:
            code = frame.f_code  # type: ignore[attr-defined]
            if code.co_filename != module.__file__:
                return None
            if event == "line" and frame.f_lineno == line:  # type: ignore[attr-defined]
                os.kill(os.getpid(), signal.SIGKILL)
            return watch

        sys.settrace(watch)
        action()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def lines_reached(action: Callable[[], object]) -> list[int]:
    """The lines of the module that the action comes to, run here and to its end."""
    reached = set()

    def watch(frame: object, event: str, _: object) -> object:
        if frame.f_code.co_filename != module.__file__:  # type: ignore[attr-defined]
            return None
        if event == "line":
            reached.add(frame.f_lineno)  # type: ignore[attr-defined]
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        action()
    finally:
        sys.settrace(before)
    return sorted(reached)


@FORKS
def test_a_writer_killed_before_any_line_leaves_the_old_record_or_the_new(tmp_path: Path) -> None:
    def begin(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        record_path(folder).write_text(OLD.to_json())
        return folder

    whole = begin("whole")
    lines = lines_reached(lambda: add(whole, answered(1)))
    assert len(lines) >= 30
    seen = set()
    for line in lines:
        folder = begin(str(line))
        assert killed_at(line, lambda folder=folder: add(folder, answered(1)))  # type: ignore[misc]
        found = load(folder)
        assert found.notice is None
        assert found.record in (OLD, NEW)
        assert add(folder, answered(2)).record == found.record.with_answer(answered(2))
        seen.add(len(found.record.answers))
    assert seen == {1, 2}


@FORKS
def test_a_reader_killed_while_it_sets_a_file_aside_loses_nothing(tmp_path: Path) -> None:
    def begin(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        record_path(folder).write_bytes(b"broken, but somebody may repair it")
        return folder

    whole = begin("whole")
    lines = lines_reached(lambda: load(whole))
    assert len(lines) >= 20
    for line in lines:
        folder = begin(str(line))
        assert killed_at(line, lambda folder=folder: load(folder))  # type: ignore[misc]
        load(folder)
        kept = [path.read_bytes() for path in folder.glob("learning-record*.json")]
        assert kept.count(b"broken, but somebody may repair it") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such locks")
def test_an_answer_waits_for_another_writer_and_is_added_to_what_that_one_wrote(tmp_path: Path) -> None:
    other = threading.Thread(target=add, args=(tmp_path, answered(1)))
    with module._alone(tmp_path):
        other.start()
        other.join(0.3)
        assert other.is_alive()
        module._replace(tmp_path, OLD)
    other.join(30)
    assert not other.is_alive()
    assert load(tmp_path).record == NEW
