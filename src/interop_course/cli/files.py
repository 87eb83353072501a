"""Files that a person names: learning records, answer keys, and what is written for them."""

from __future__ import annotations

from pathlib import Path

from ..assessment import LearningRecord, RecordUnreachable
from ..assessment.errors import BrokenKey
from ..assessment.record import LARGEST
from ..assessment.record_file import data_folder, record_path
from ..assessment.sealing import LARGEST as LARGEST_KEY
from ..assessment.sealing import AnswerKey


def record_in(file: Path | None) -> LearningRecord:
    """The record in a file, or without one the record that Jupyter keeps. The file stays as it is.

    Raises:
        RecordUnreachable: there is no such file, or it cannot be read.
        RecordError: it is no learning record; the message says why.
    """
    path = file or record_path(data_folder())
    try:
        return LearningRecord.from_json(_beginning(path, LARGEST))
    except FileNotFoundError:
        hint = "Save your record in a page of the course, and name that file." if file is None else "Check its name."
        raise RecordUnreachable(f"There is no file {path}. {hint}") from None
    except OSError as error:
        raise RecordUnreachable(f"{path} cannot be read: {error.strerror}.") from None


def key_in(file: Path) -> AnswerKey:
    """The answer key in a file. Raises BrokenKey."""
    try:
        return AnswerKey.from_json(_beginning(file, LARGEST_KEY))
    except OSError as error:
        raise BrokenKey(f"{file} cannot be read, {error.strerror}") from None


def _beginning(path: Path, most: int) -> bytes:
    """As much of a file as may be there, and one byte more where there is more."""
    with path.open("rb") as file:
        return file.read(most + 1)


def write(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file, and the folders above it.

    Args:
        path: where.
        data: what.
        private: only its owner may read it, where the system knows owners.

    Raises:
        RecordUnreachable: it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600 if private else 0o666)
        path.write_bytes(data)
    except OSError as error:
        raise RecordUnreachable(f"{path} cannot be written: {error.strerror}.") from None
