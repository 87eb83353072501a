"""A final under supervision: a draw without its key, and the key apart from it.

A sealed draw goes to the learners: which questions, in which order. The answer key stays with the instructor and holds
the questions with their keys and reasons, so that it can be used without the bank it was drawn from. Both carry the
same digest, which follows from version, content hash, seed and draw; the sitting in a returned answer file has these
four as well, and so the same digest.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import from_json

from interop_course.assessment.blueprint import BLUEPRINT, COURSE_VERSION, Blueprint, PassRule, compact, content_hash
from interop_course.assessment.drawing import CONCRETE, Concrete
from interop_course.assessment.errors import BrokenKey
from interop_course.assessment.final import Draw, asked, draw
from interop_course.assessment.item import Topic
from interop_course.assessment.item_bank import BANK, Bank
from interop_course.assessment.record_parts import ContentHash, Drawn, Sitting

VERSION: Final = 1
LARGEST: Final = 4_000_000
"""Bytes. A key of a hundred questions has far fewer."""


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    def to_json(self) -> str:
        """The value as JSON text, equal for equal values."""
        return self.model_dump_json(indent=2) + "\n"


class SealedDraw(_Form):
    """What the learners get beside the page: the questions by their ids, and no key.

    Attributes:
        form, version: what this file is.
        course, content, seed: what the draw was made from.
        digest: what ties draw, key and answer files.
        draw: the questions in their order.
    """

    form: Literal["interop-course sealed draw"] = "interop-course sealed draw"
    version: Literal[1] = VERSION
    course: str
    content: ContentHash
    seed: int
    digest: ContentHash
    draw: tuple[Drawn, ...]


class AnswerKey(PassRule, _Form):
    """What the instructor keeps.

    Attributes:
        form, version: what this file is.
        course, content, seed, digest: as in the sealed draw.
        percent, must: what passes: the share of right answers, and the topics of which everything has to be right.
        questions: the questions in the order of the draw, each with its key and reasons.
    """

    form: Literal["interop-course answer key"] = "interop-course answer key"
    version: Literal[1] = VERSION
    course: str
    content: ContentHash
    seed: int
    digest: ContentHash
    percent: Annotated[int, Field(ge=1, le=100)]
    must: tuple[Topic, ...]
    questions: Annotated[tuple[Concrete, ...], Field(min_length=1, max_length=500)]

    @property
    def draw(self) -> tuple[Drawn, ...]:
        """The draw that the questions make."""
        return tuple(Drawn(item=item.id, seed=item.seed) for item in self.questions)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.digest != digest(self.course, self.content, self.seed, self.draw):
            raise ValueError("its digest does not fit its questions; it was changed after it was sealed")
        return self

    @classmethod
    def from_json(cls, data: str | bytes) -> Self:
        """Read a key that :meth:`to_json` wrote.

        Raises:
            BrokenKey: it is no answer key, or its questions were exchanged; the message says why.
        """
        if len(data) > LARGEST:
            raise BrokenKey(f"it is larger than {LARGEST // 1_000_000} MB")
        try:
            raw = from_json(data)
        except ValueError as error:
            raise BrokenKey(f"it is no JSON: {error}") from None
        if not isinstance(raw, dict) or raw.get("form") != "interop-course answer key":
            raise BrokenKey('it does not say "interop-course answer key"')
        if raw.get("version") != VERSION:
            raise BrokenKey(f"it has version {raw.get('version')!r}; this course reads version {VERSION}")
        try:
            return cls.model_validate(raw)
        except ValidationError as error:
            fault = error.errors()[0]
            place = ".".join(map(str, fault["loc"])) or "the whole"
            raise BrokenKey(f"{place}: {fault['msg']}") from None


def digest(course: str, content: str, seed: int, entries: Iterable[Drawn]) -> str:
    """What ties a sealed draw, its key and the answers to it, in 16 hexadecimal digits.

    The beginning of the SHA-256 of the JSON list [course, content, seed, [[item, seed] …]], without spaces.
    """
    parts = [course, content, seed, [[entry.item, entry.seed] for entry in entries]]
    return sha256(compact(parts)).hexdigest()[:16]


def digest_of(sitting: Sitting) -> str:
    """The digest of what a sitting was drawn from."""
    return digest(sitting.course, sitting.content, sitting.seed, sitting.draw)


def seal(
    seed: int, bank: Bank = BANK, blueprint: Blueprint = BLUEPRINT, course: str = COURSE_VERSION
) -> tuple[SealedDraw, AnswerKey]:
    """Draw a final and part it from its key.

    Raises:
        ValueError: the seed is not a whole number from 0 to 4294967295.
        UnfillableBlueprint: the bank has too few items on some topic.
    """
    drawn: Draw = draw(bank, blueprint, seed=seed)
    content = content_hash(bank, blueprint, course)
    mark = digest(course, content, seed, drawn.entries)
    sealed = SealedDraw(course=course, content=content, seed=seed, digest=mark, draw=drawn.entries)
    key = AnswerKey(
        course=course,
        content=content,
        seed=seed,
        digest=mark,
        percent=blueprint.percent,
        must=blueprint.must,
        questions=tuple(CONCRETE.validate_python(asked(bank, entry)) for entry in drawn.entries),
    )
    return sealed, key
