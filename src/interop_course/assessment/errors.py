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
        ├── AnswerError             an answer cannot be graded; nothing was
        │   ├── UnknownOption       it names an option, step, row, unit or field that the item does not have
        │   └── UnreadableAnswer    it has not the form of the item's kind
        ├── DrawError               an instance of an item cannot be had
        │   ├── WrongSeed           a parametrised item needs a seed from 1 to 8, and any other item none
        │   ├── NoSuchDraw          the course computes no values of that name
        │   └── MissingValue        a placeholder of the item is not among the values drawn
        ├── UnfillableBlueprint     the bank has too few items for the final that the blueprint asks for
        ├── NotCertifiable          a record holds no passed final that can be certified
        ├── BrokenKey               a file is no answer key of a sealed final
        ├── WrongKey                an answer file belongs to another sealed final
        ├── UnkeepableAnswer        an answer may not be kept: it has as many digits as a personal number
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


class AnswerError(AssessmentError):
    """The base of what makes an answer impossible to grade."""


class UnknownOption(AnswerError):
    """An answer names options, or other parts, that its item does not have."""

    def __init__(self, item: str, unknown: Iterable[str], known: Iterable[str], noun: str = "option") -> None:
        self.item = item
        self.unknown = tuple(unknown)
        names = ", ".join(repr(option) for option in self.unknown)
        super().__init__(f"Item {item} has no {noun} {names}. It has: {', '.join(known)}.")


class UnreadableAnswer(AnswerError):
    """An answer has not the form that the kind of its item asks for."""

    def __init__(self, item: str, problem: str) -> None:
        self.item = item
        super().__init__(f"This answer to {item} cannot be read: {problem}.")


class DrawError(AssessmentError):
    """The base of what keeps an item from being drawn."""


class WrongSeed(DrawError):
    """A parametrised item was to be used without a seed or with one out of range, or another item with one."""

    def __init__(self, item: str, seed: int | None, most: int | None) -> None:
        self.item = item
        self.seed = seed
        needed = f"is drawn from a seed of 1 to {most}" if most else "is no parametrised item and takes no seed"
        super().__init__(f"Item {item} {needed}, not {seed}.")


class NoSuchDraw(DrawError):
    """The course computes no values under this name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        super().__init__(f"The course draws no values called {name!r}. {_hint(name, known)}")


class MissingValue(DrawError):
    """An item names a placeholder that its values do not fill."""

    def __init__(self, item: str, name: str, known: Iterable[str]) -> None:
        self.item = item
        self.name = name
        super().__init__(f"Item {item} has a placeholder {{{name}}} without a value. {_hint(name, known)}")


class UnfillableBlueprint(AssessmentError):
    """A final cannot be drawn: the bank has too few items on these topics."""

    def __init__(self, topics: Iterable[str], count: int, there: int) -> None:
        self.topics = tuple(topics)
        super().__init__(f"A final needs {count} items on {' or '.join(self.topics)}; the bank has {there}.")


class NotCertifiable(AssessmentError):
    """A record holds no passed final, or none that this version of the course can mark again."""


class BrokenKey(AssessmentError):
    """A file that is no answer key of a sealed final, or one that was changed."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"This is not an answer key of a sealed final: {problem}.")


class WrongKey(AssessmentError):
    """An answer file holds no sitting of the sealed final that the key belongs to."""

    def __init__(self, wanted: str, found: Iterable[str]) -> None:
        self.found = tuple(found)
        has = f"it holds {' and '.join(self.found)}" if self.found else "it holds no final at all"
        super().__init__(f"The key is for the sealed final {wanted}, and {has}.")


class UnkeepableAnswer(AssessmentError):
    """An answer that a learning record may not hold."""

    def __init__(self, item: str, problem: str) -> None:
        self.item = item
        super().__init__(f"This answer to {item} was marked and not kept: {problem}.")


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
