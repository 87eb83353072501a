"""The learning record: what a learner answered, which finals they took, which pages they read, and at most a name.

A record is a value. Adding to it or merging the record of a second device makes a new one, and loses nothing.
What a final was worth is computed from it (`final.result`), never stored in it.

Text with as many digits as an A-number or a Social Security number is refused wherever it is taken. The ids of
sittings, seeds and hashes are made by the course, have a fixed form, and take no text.

Its JSON is the same in a file, in a browser and in what is exported, version 2::

    {"version": 2, "name": null,
     "answers": [{"item", "seed", "given": […], "right", "confidence", "seconds", "at", "sitting"}],
     "sittings": [{"id", "seed", "course", "content", "started", "ended", "draw": [{"item", "seed"}]}],
     "read": [{"page", "at"}]}

Times are in UTC, to the millisecond, as JavaScript's ``toISOString`` writes them. Version 1, which had only
answers with ``chosen``, is read as well.
"""

from collections.abc import Iterable
from typing import Annotated, Any, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic_core import from_json

from interop_course.assessment.errors import CorruptRecord, DifferentNames, NewerRecord
from interop_course.assessment.record_parts import Answered, PageRead, Sitting, impersonal

VERSION: Final = 2
"""The version that this course writes, and the highest that it reads."""

LARGEST: Final = 8_000_000
"""Bytes. The answers of many years fit; a larger text is no learning record."""

DisplayName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=60, pattern=r"^[^\p{Cc}\p{Zl}\p{Zp}]+$"),
    AfterValidator(impersonal),
]
"""One line of at most 60 characters."""


def _answers_in_order(answers: Iterable[Answered]) -> tuple[Answered, ...]:
    return tuple(sorted(set(answers), key=lambda answered: answered.order))


def _sittings_in_order(sittings: Iterable[Sitting]) -> tuple[Sitting, ...]:
    """One sitting an id: an ended one before an open one, and of two ended ones that which ended first."""
    kept: dict[str, Sitting] = {}
    for sitting in sorted(sittings, key=lambda sitting: sitting.precedence):
        kept.setdefault(sitting.id, sitting)
    return tuple(sorted(kept.values(), key=lambda sitting: (sitting.started, sitting.id)))


def _pages_in_order(pages: Iterable[PageRead]) -> tuple[PageRead, ...]:
    """Each page once, at the time when it was read first."""
    kept: dict[str, PageRead] = {}
    for read in sorted(pages, key=lambda read: (read.at, read.page)):
        kept.setdefault(read.page, read)
    return tuple(kept.values())


class LearningRecord(BaseModel):
    """All that the course keeps about a learner.

    Attributes:
        version: the version of this form.
        name: a display name, or None.
        answers: oldest first, each once.
        sittings: the finals begun, in the order in which they began, one an id. Where two copies of a record know
            the same sitting, an ended one counts before an open one, and of two ended ones that which ended first.
        read: the pages marked as read, oldest first, each once.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[2] = VERSION
    name: DisplayName | None = None
    answers: Annotated[tuple[Answered, ...], AfterValidator(_answers_in_order)] = ()
    sittings: Annotated[tuple[Sitting, ...], AfterValidator(_sittings_in_order)] = ()
    read: Annotated[tuple[PageRead, ...], AfterValidator(_pages_in_order)] = ()

    def with_answer(self, answered: Answered) -> Self:
        """This record and one more answer."""
        return self._changed(answers=(*self.answers, answered))

    def with_sitting(self, sitting: Sitting) -> Self:
        """This record and a sitting; of one that it has, the ended form stays."""
        return self._changed(sittings=(*self.sittings, sitting))

    def with_page(self, read: PageRead) -> Self:
        """This record and one more page marked as read."""
        return self._changed(read=(*self.read, read))

    def named(self, name: str | None) -> Self:
        """This record under another display name, or none.

        Raises:
            ValidationError: the name may hold a personal number, or is not one line of 1 to 60 characters.
        """
        return self._changed(name=name)

    def merged(self, other: Self, name: str | None = None) -> Self:
        """Everything of two records, each thing once; which of the two comes first makes no difference.

        Args:
            other: the record of another device, or another copy of this one.
            name: the display name to use, needed where the two records carry different ones.

        Raises:
            DifferentNames: the records carry different names and none was passed.
        """
        names = {record.name for record in (self, other) if record.name is not None}
        if name is None and len(names) > 1:
            raise DifferentNames(*sorted(names))
        return self._changed(
            name=name or next(iter(names), None),
            answers=(*self.answers, *other.answers),
            sittings=(*self.sittings, *other.sittings),
            read=(*self.read, *other.read),
        )

    def counting(self, sitting: Sitting) -> dict[str, Answered]:
        """The answers that count in a sitting, by item: the latest to each one, given before the sitting ended."""
        return {
            answered.item: answered
            for answered in self.answers
            if answered.sitting == sitting.id and (sitting.ended is None or answered.at <= sitting.ended)
        }

    def _changed(self, **changes: Any) -> Self:
        fields = ("name", "answers", "sittings", "read")
        return type(self)(**({field: getattr(self, field) for field in fields} | changes))

    def to_json(self) -> str:
        """The record as JSON text, equal for equal records."""
        return self.model_dump_json(indent=2) + "\n"

    @classmethod
    def from_json(cls, data: str | bytes) -> Self:
        """Read a record that :meth:`to_json` or a page of the course wrote, in this version or an earlier one.

        Raises:
            NewerRecord: a later version of the course wrote it.
            CorruptRecord: it is no learning record; the message says why.
        """
        if len(data) > LARGEST:
            raise CorruptRecord(f"This is not a learning record: it is larger than {LARGEST // 1_000_000} MB.")
        try:
            raw = from_json(data)
            version = raw.get("version") if isinstance(raw, dict) else None
            if type(version) is not int:
                raise CorruptRecord("This is not a learning record: it states no version.")
            if version > VERSION:
                raise NewerRecord(version, VERSION)
            return cls.model_validate(_migrated(raw) if version == 1 else raw)
        except ValidationError as error:
            fault = error.errors()[0]
            place = ".".join(map(str, fault["loc"])) or "the whole"
            raise CorruptRecord(f"This is not a learning record: {place}: {fault['msg']}.") from None
        except ValueError as error:
            raise CorruptRecord(f"This is not a learning record: {error}.") from None


def _migrated(raw: dict[str, Any]) -> dict[str, Any]:
    """Version 1 in the form of version 2. What is not as it was to be stays so, for validation to find."""
    answers = raw.get("answers", ())
    if isinstance(answers, list):
        answers = [_renamed(answered) if isinstance(answered, dict) else answered for answered in answers]
    return raw | {"version": VERSION, "answers": answers}


def _renamed(answered: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in answered.items() if key != "chosen"}
    chosen = answered.get("chosen")
    if isinstance(chosen, list) and all(isinstance(text, str) for text in chosen):
        chosen = sorted(set(chosen))
    return kept | {"given": chosen}
