"""The learning record: the answers a learner gave, and at most a display name.

A record is a value. Adding an answer or merging the record of a second device makes a new one, and loses
nothing. Text with as many digits as an A-number or a Social Security number is refused wherever it is taken.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, Final, Literal, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    StrictBool,
    StringConstraints,
    ValidationError,
)
from pydantic_core import from_json

from interop_course.assessment.errors import CorruptRecord, DifferentNames, NewerRecord
from interop_course.assessment.grading import Chosen, Mark
from interop_course.assessment.item import ItemId

VERSION: Final = 1
"""The version that this course writes, and the highest that it reads."""

SHORTEST_PERSONAL_NUMBER = 7
"""An A-number has seven to nine digits, a Social Security number nine."""


def _impersonal(text: str) -> str:
    """Refuse text that may hold an A-number or a Social Security number, however its digits are set apart."""
    digits = sum(character.isdigit() for character in text)
    if digits >= SHORTEST_PERSONAL_NUMBER:
        raise ValueError(
            f"it holds {digits} digits and may be an A-number or a Social Security number; "
            f"a learning record takes no number of {SHORTEST_PERSONAL_NUMBER} digits or more"
        )
    return text


DisplayName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=60, pattern=r"^[^\p{Cc}\p{Zl}\p{Zp}]+$"),
    AfterValidator(_impersonal),
]
"""One line of at most 60 characters."""


def _in_utc(at: datetime) -> datetime:
    try:
        return at.astimezone(UTC)
    except OverflowError:
        raise ValueError("the time lies before the first or after the last day of the calendar") from None


Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""A time with its zone, kept in UTC, so that one moment is one value."""


class Answered(BaseModel):
    """One answer as it was given.

    Attributes:
        item: the id of the item.
        chosen: the ids of the chosen options, in the order of the alphabet.
        right: what grading said at that time.
        at: when, in UTC; a time without a zone is refused.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    item: Annotated[ItemId, AfterValidator(_impersonal)]
    chosen: Chosen
    right: StrictBool
    at: Moment

    @classmethod
    def of(cls, mark: Mark, at: datetime) -> Self:
        """The record of a graded answer; the caller passes the time."""
        return cls(item=mark.item, chosen=tuple(option.id for option in mark.chosen), right=mark.right, at=at)


def _in_order(answers: Iterable[Answered]) -> tuple[Answered, ...]:
    return tuple(sorted(set(answers), key=_order))


def _order(answered: Answered) -> tuple[datetime, str, tuple[str, ...], bool]:
    return answered.at, answered.item, answered.chosen, answered.right


class LearningRecord(BaseModel):
    """All that the course keeps about a learner.

    Attributes:
        version: the version of this form.
        name: a display name, or None.
        answers: oldest first, each once.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = VERSION
    name: DisplayName | None = None
    answers: Annotated[tuple[Answered, ...], AfterValidator(_in_order)] = ()

    def with_answer(self, answered: Answered) -> Self:
        """This record and one more answer."""
        return self._with(self.name, (*self.answers, answered))

    def named(self, name: str | None) -> Self:
        """This record under another display name, or none.

        Raises:
            ValidationError: the name may hold a personal number, or is not one line of 1 to 60 characters.
        """
        return self._with(name, self.answers)

    def merged(self, other: Self, name: str | None = None) -> Self:
        """Every answer of two records, each once; which of the two comes first makes no difference.

        Args:
            other: the record of another device, or another copy of this one.
            name: the display name to use, needed where the two records carry different ones.

        Raises:
            DifferentNames: the records carry different names and none was passed.
        """
        names = {record.name for record in (self, other) if record.name is not None}
        if name is None and len(names) > 1:
            raise DifferentNames(*sorted(names))
        return self._with(name or next(iter(names), None), (*self.answers, *other.answers))

    def _with(self, name: str | None, answers: Iterable[Answered]) -> Self:
        return type(self)(version=self.version, name=name, answers=tuple(answers))

    def to_json(self) -> str:
        """The record as JSON text, equal for equal records."""
        return self.model_dump_json(indent=2) + "\n"

    @classmethod
    def from_json(cls, data: str | bytes) -> Self:
        """Read a record that :meth:`to_json` wrote.

        Raises:
            NewerRecord: a later version of the course wrote it.
            CorruptRecord: it is no learning record; the message says why.
        """
        try:
            raw = from_json(data)
            version = raw.get("version") if isinstance(raw, dict) else None
            if type(version) is not int:
                raise CorruptRecord("This is not a learning record: it states no version.")
            if version > VERSION:
                raise NewerRecord(version, VERSION)
            return cls.model_validate(raw)
        except ValidationError as error:
            fault = error.errors()[0]
            place = ".".join(map(str, fault["loc"])) or "the whole"
            raise CorruptRecord(f"This is not a learning record: {place}: {fault['msg']}.") from None
        except ValueError as error:
            raise CorruptRecord(f"This is not a learning record: {error}.") from None
