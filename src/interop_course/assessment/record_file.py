"""The learning record's file. The only module of this package that touches the file system.

The record is one JSON file in the user's data folder; the environment variable ``INTEROP_COURSE_HOME`` names
another folder. A write goes to a new file beside it, reaches the disk, and then takes the record's place in
one step, so that at every moment the file holds either the old record or the new one. A file that cannot be
read as a record is renamed and kept. Writers wait for each other where the system has locks (``fcntl``).
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from interop_course.assessment.errors import NewerRecord, RecordError, RecordUnreachable
from interop_course.assessment.record import LearningRecord
from interop_course.assessment.record_parts import Answered

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

HOME_VARIABLE = "INTEROP_COURSE_HOME"
STEM = "learning-record"


@dataclass(frozen=True)
class SetAside:
    """A record's file that this course could not read, and kept.

    Attributes:
        kept_as: where the file is now, unchanged.
        because: what was wrong with it.
    """

    kept_as: Path
    because: str

    @property
    def message(self) -> str:
        """For the learner: what happened, where the file is, and what the course does now."""
        kept = f"The file is kept unchanged as {self.kept_as}."
        return f"{self.because} {kept} The course goes on with an empty record."


@dataclass(frozen=True)
class Loaded:
    """A record from its file, and the notice to show if an unreadable file had to be set aside."""

    record: LearningRecord
    notice: SetAside | None = None


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of the record: what ``INTEROP_COURSE_HOME`` names, else the user's data folder."""
    chosen = environ.get(HOME_VARIABLE)
    return Path(chosen).expanduser() if chosen else user_data_path("interop-course", appauthor=False)


def record_path(folder: Path) -> Path:
    """The record's file in a folder."""
    return folder / f"{STEM}.json"


def load(folder: Path) -> Loaded:
    """Read the record; without a file it is empty.

    A file that is no record is renamed to ``learning-record.corrupt-1.json`` (or the next free number), one
    that a later version wrote to ``learning-record.newer-1.json``, and the notice says so.

    Raises:
        RecordUnreachable: the system does not let the file be read or renamed.
    """
    with _reachable(folder):
        try:
            return Loaded(_read(folder))
        except RecordError:
            with _alone(folder):
                return _read_or_set_aside(folder)


def save(folder: Path, record: LearningRecord) -> None:
    """Put this record in the place of the stored one.

    Raises:
        RecordUnreachable: it could not be written; the stored record is as it was.
    """
    with _reachable(folder), _alone(folder):
        _replace(folder, record)


def add(folder: Path, answered: Answered) -> Loaded:
    """Add one answer to the stored record: :func:`change` for what is added most."""
    return change(folder, lambda record: record.with_answer(answered))


def change(folder: Path, make: Callable[[LearningRecord], LearningRecord]) -> Loaded:
    """Put what `make` makes of the stored record in its place; another kernel may have changed it meanwhile.

    Args:
        folder: the folder of the record.
        make: from the stored record to the new one: ``lambda record: record.merged(other)``.

    Returns:
        The new record, as it is now stored.

    Raises:
        RecordUnreachable: it could not be read or written; the stored record is as it was. What `make` raises
            passes through, and nothing is written.
    """
    with _reachable(folder), _alone(folder):
        loaded = _read_or_set_aside(folder)
        record = make(loaded.record)
        _replace(folder, record)
        return Loaded(record, loaded.notice)


def _read(folder: Path) -> LearningRecord:
    try:
        return LearningRecord.from_json(record_path(folder).read_bytes())
    except FileNotFoundError:
        return LearningRecord()


def _read_or_set_aside(folder: Path) -> Loaded:
    """As :func:`load`, for a caller who holds the lock: nobody may put a good record there in between."""
    try:
        return Loaded(_read(folder))
    except RecordError as error:
        kind = "newer" if isinstance(error, NewerRecord) else "corrupt"
        return Loaded(LearningRecord(), SetAside(_set_aside(folder, kind), str(error)))


def _replace(folder: Path, record: LearningRecord) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{STEM}-", suffix=".tmp", dir=folder)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(record.to_json())
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, record_path(folder))
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself reach the disk; systems that cannot open a folder have no such step."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _set_aside(folder: Path, kind: str) -> Path:
    """Rename the record's file to the first free name, taken beforehand so that no kept file is replaced."""
    number = 1
    while True:
        kept = folder / f"{STEM}.{kind}-{number}.json"
        try:
            kept.touch(exist_ok=False)
        except FileExistsError:
            number += 1
            continue
        os.replace(record_path(folder), kept)
        return kept


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, where there are locks; a writer that is killed leaves none behind."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / f".{STEM}.lock", "a") as lock:
        if fcntl is not None:
            with suppress(OSError):
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _reachable(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RecordUnreachable(f"The learning record in {folder} cannot be used: {error}.") from error
