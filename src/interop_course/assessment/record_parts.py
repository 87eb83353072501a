"""What a learning record is made of: answers, sittings of the final, and pages marked as read."""

from datetime import UTC, datetime
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    StrictBool,
    StrictInt,
    StringConstraints,
    ValidationError,
)

from interop_course.assessment.chance import SEEDS
from interop_course.assessment.errors import UnkeepableAnswer
from interop_course.assessment.grading import Mark
from interop_course.assessment.item import Given, ItemId

SHORTEST_PERSONAL_NUMBER = 7
"""An A-number has seven to nine digits, a Social Security number nine."""


def impersonal(text: str) -> str:
    """Pass text on, unless it may hold an A-number or a Social Security number, however its digits are set apart.

    Raises:
        ValueError: it has seven digits or more.
    """
    digits = sum(character.isdigit() for character in text)
    if digits >= SHORTEST_PERSONAL_NUMBER:
        raise ValueError(
            f"it holds {digits} digits and may be an A-number or a Social Security number; "
            f"a learning record takes no number of {SHORTEST_PERSONAL_NUMBER} digits or more"
        )
    return text


def _all_impersonal(texts: tuple[str, ...]) -> tuple[str, ...]:
    for text in texts:
        impersonal(text)
    return texts


def _in_utc(at: datetime) -> datetime:
    try:
        moment = at.astimezone(UTC)
    except OverflowError:
        raise ValueError("the time lies before the first or after the last day of the calendar") from None
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def _written(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


Moment = Annotated[AwareDatetime, AfterValidator(_in_utc), PlainSerializer(_written, when_used="json")]
"""A time with its zone, kept in UTC and to the millisecond, so that one moment is one value and one text."""

KnownItem = Annotated[ItemId, StringConstraints(max_length=100), AfterValidator(impersonal)]
InstanceSeed = Annotated[StrictInt, Field(ge=0, lt=SEEDS)]
SittingId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
ContentHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Confidence = Literal["guess", "think", "sure"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Answered(_Part):
    """One answer as it was given.

    Attributes:
        item: the id of the item.
        seed: of a parametrised item, the seed of its numbers.
        given: the answer; what its texts mean the kind of the item decides.
        right: what grading said at that time; None where nobody could grade it, as in a sealed final.
        confidence: how sure the learner was before the reasons came, or None.
        seconds: from the first sight of the question to the answer, or None.
        at: when, in UTC; a time without a zone is refused.
        sitting: the id of the sitting of a final; None for practice.
    """

    item: KnownItem
    seed: InstanceSeed | None = None
    given: Annotated[Given, AfterValidator(_all_impersonal)]
    right: StrictBool | None
    confidence: Confidence | None = None
    seconds: Annotated[StrictInt, Field(ge=0, lt=SEEDS)] | None = None
    at: Moment
    sitting: SittingId | None = None

    @classmethod
    def of(
        cls,
        mark: Mark,
        at: datetime,
        *,
        confidence: Confidence | None = None,
        seconds: int | None = None,
        sitting: str | None = None,
    ) -> Self:
        """The record of a graded answer; the caller passes the time.

        Raises:
            UnkeepableAnswer: a record may not hold it, for it has as many digits as a personal number.
        """
        try:
            return cls(
                item=mark.item, seed=mark.seed, given=mark.given, right=mark.right,
                confidence=confidence, seconds=seconds, at=at, sitting=sitting,
            )  # fmt: skip
        except ValidationError as error:
            raise UnkeepableAnswer(mark.item, error.errors()[0]["msg"]) from None

    @property
    def order(self) -> tuple[object, ...]:
        """By time; what follows makes the order of answers of one moment the same everywhere."""
        right = -1 if self.right is None else int(self.right)
        seed, seconds = (-1 if number is None else number for number in (self.seed, self.seconds))
        return self.at, self.item, seed, self.given, right, self.confidence or "", seconds, self.sitting or ""


class Drawn(_Part):
    """One question of a draw: the id of its item and, of a parametrised one, the seed of its numbers."""

    item: KnownItem
    seed: InstanceSeed | None = None


class Sitting(_Part):
    """A final that was begun, and perhaps ended.

    Attributes:
        id: eight hexadecimal digits, made up when it began.
        seed: what it was drawn from.
        course: the version of the course.
        content: what bank, blueprint and version hashed to (`blueprint.content_hash`).
        started, ended: when; an open sitting has no end.
        draw: its questions in the order in which they were asked.
    """

    id: SittingId
    seed: Annotated[StrictInt, Field(ge=0, lt=SEEDS)]
    course: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z.+-]{1,40}$"), AfterValidator(impersonal)]
    content: ContentHash
    started: Moment
    ended: Moment | None = None
    draw: Annotated[tuple[Drawn, ...], Field(min_length=1, max_length=500)]

    @property
    def moments(self) -> tuple[datetime, ...]:
        """When it began and, if it did, when it ended."""
        return (self.started,) if self.ended is None else (self.started, self.ended)

    @property
    def precedence(self) -> tuple[object, ...]:
        """Which of two copies of a sitting counts: the one for which this is smaller."""
        draw = tuple((drawn.item, -1 if drawn.seed is None else drawn.seed) for drawn in self.draw)
        return self.ended is None, self.ended or self.started, self.started, self.seed, self.course, self.content, draw


class PageRead(_Part):
    """A page that the learner marked as read: its name without folder and ending ("step-4-match"), and when."""

    page: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$"), AfterValidator(impersonal)]
    at: Moment
