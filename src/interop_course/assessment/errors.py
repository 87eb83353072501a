"""What can go wrong with questions, answers and the record of progress.

::

    Exception
    └── AssessmentError             anything about items, answers or the learning record
        ├── BrokenBank              a file of the item bank cannot be used; names file, item and field
        ├── BrokenScene             the file of a scene cannot be used; names file and place
        ├── NoSuchLesson            the bank has no lesson of that name
        ├── NoSuchItem              the bank has no item of that id
        ├── NoSuchObjective         no lesson has an objective of that id
        ├── NoSuchScene             the course has no scene of that name
        ├── UnknownOption           an answer names an option that the item does not have
        ├── DifferentNames          two records under two display names were to be merged
        └── RecordError             a stored learning record cannot be used as it is
            ├── CorruptRecord       it is not a learning record
            ├── NewerRecord         a later version of the course wrote it
            └── RecordUnreachable   its file or folder cannot be read or written
"""

from collections.abc import Iterable
from difflib import get_close_matches


class AssessmentError(Exception):
    """The base of every error of this package."""


class BrokenBank(AssessmentError):
    """A file of the item bank that cannot be used.

    Attributes:
        file: the name of the file.
        faults: every fault found in it, each naming the item and the field.
    """

    def __init__(self, file: str, faults: Iterable[str]) -> None:
        self.file = file
        self.faults = tuple(faults)
        super().__init__("\n".join((f"{file} cannot be used:", *(f"  {fault}" for fault in self.faults))))


class BrokenScene(AssessmentError):
    """The file of a scene that cannot be used.

    Attributes:
        file: the name of the file.
        faults: every fault found in it, each naming its place.
    """

    def __init__(self, file: str, faults: Iterable[str]) -> None:
        self.file = file
        self.faults = tuple(faults)
        super().__init__("\n".join((f"{file} cannot be used:", *(f"  {fault}" for fault in self.faults))))


class NoSuchLesson(AssessmentError):
    """The bank has no lesson of this name."""

    def __init__(self, lesson: str, known: Iterable[str]) -> None:
        self.lesson = lesson
        super().__init__(f"No lesson with questions is called {lesson!r}. {_hint(lesson, known)}")


class NoSuchItem(AssessmentError):
    """The bank has no item of this id."""

    def __init__(self, id: str, known: Iterable[str]) -> None:
        self.id = id
        super().__init__(f"The item bank has no item {id!r}. {_hint(id, known)}")


class NoSuchObjective(AssessmentError):
    """No lesson has an objective of this id."""

    def __init__(self, id: str, known: Iterable[str]) -> None:
        self.id = id
        super().__init__(f"No lesson has an objective {id!r}. {_hint(id, known)}")


class NoSuchScene(AssessmentError):
    """The course has no scene of this name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        super().__init__(f"The course has no scene {name!r}. {_hint(name, known)}")


class UnknownOption(AssessmentError):
    """An answer names options that its item does not have; nothing was graded."""

    def __init__(self, item: str, unknown: Iterable[str], known: Iterable[str]) -> None:
        self.item = item
        self.unknown = tuple(unknown)
        names = ", ".join(repr(option) for option in self.unknown)
        super().__init__(f"Item {item} has no option {names}. It has: {', '.join(known)}.")


class DifferentNames(AssessmentError):
    """Two records with different display names were to be merged, and perhaps belong to two learners."""

    def __init__(self, one: str, other: str) -> None:
        self.names = (one, other)
        super().__init__(f"These records carry two names, {one!r} and {other!r}. Say which name to use.")


class RecordError(AssessmentError):
    """The base of every error about a stored learning record."""


class CorruptRecord(RecordError):
    """The stored text is not a learning record."""


class NewerRecord(RecordError):
    """A later version of the course wrote the record; this one could not read it without losing something."""

    def __init__(self, version: int, understood: int) -> None:
        self.version = version
        super().__init__(f"The record has version {version}; this course reads versions up to {understood}.")


class RecordUnreachable(RecordError):
    """The system refused to read or write the record's file; the file is as it was."""


def _hint(wanted: str, known: Iterable[str]) -> str:
    names = list(known)
    close = get_close_matches(wanted, names, n=3, cutoff=0.5)
    return f"Did you mean {' or '.join(close)}?" if close else f"There are: {', '.join(names)}."
