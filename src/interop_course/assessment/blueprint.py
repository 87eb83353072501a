"""The plan of the final: how many questions of which topics, and what passes.

``blueprint.json`` holds it. Its strata are filled in their order; an item belongs to the stratum of its first topic.
What the plan asks of the bank, `gaps` checks.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from interop_course.assessment.item import Item, Topic
from interop_course.assessment.item_bank import BANK, Bank

COURSE_VERSION: str = version("interop-course")
"""The version of the course that is installed."""


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Stratum(_Value):
    """Items whose first topic is one of these, and how many of them a final has."""

    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    count: Annotated[int, Field(ge=1, le=50)]


class PassRule:
    """What passes, for whatever states a share and must-pass topics: a blueprint, or the key of a sealed final.

    Attributes:
        percent: how many of a hundred have to be right.
        must: the topics (the first one of an item) of which every question has to be right.
    """

    if TYPE_CHECKING:  # at run time pydantic would put them before the fields of the models
        percent: int
        must: tuple[Topic, ...]

    def is_enough(self, right: int, of: int) -> bool:
        """Whether so many right answers of so many questions are the share that a pass needs."""
        return right * 100 >= self.percent * of

    def is_must(self, item: Item) -> bool:
        """Whether this question has to be right, whatever the others are."""
        return item.topics[0] in self.must


class Blueprint(PassRule, _Value):
    """A final's plan.

    Attributes:
        strata: in the order in which they are filled; every topic is in one of them.
        percent: how many of a hundred have to be right.
        must: the topics (again the first one of an item) of which every question has to be right.
    """

    strata: Annotated[tuple[Stratum, ...], Field(min_length=1)]
    percent: Annotated[int, Field(ge=1, le=100)]
    must: tuple[Topic, ...]

    @property
    def size(self) -> int:
        """How many questions a final has."""
        return sum(stratum.count for stratum in self.strata)

    @property
    def enough(self) -> int:
        """How many right answers of a full final a pass needs: the share, rounded up."""
        return -(-self.percent * self.size // 100)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        topics = [topic for stratum in self.strata for topic in stratum.topics]
        if sorted(topics) != sorted(Topic):
            raise ValueError("every topic is to be in one stratum, and in no second one")
        return self


def _packaged() -> Blueprint:
    text = files("interop_course.assessment").joinpath("blueprint.json").read_bytes()
    return Blueprint.model_validate_json(text)


BLUEPRINT: Blueprint = _packaged()
"""The plan of the course's final."""


@dataclass(frozen=True)
class Pool:
    """What a stratum is drawn from: items in the order of the bank."""

    count: int
    items: tuple[Item, ...]


def pools(bank: Bank = BANK, blueprint: Blueprint = BLUEPRINT) -> tuple[Pool, ...]:
    """The pool of each stratum, in the order of the strata."""
    return tuple(
        Pool(stratum.count, tuple(item for item in bank.items if item.topics[0] in stratum.topics))
        for stratum in blueprint.strata
    )


def gaps(bank: Bank = BANK, blueprint: Blueprint = BLUEPRINT) -> Iterator[str]:
    """Each stratum that the bank cannot fill, in a sentence; nothing where every draw can be made."""
    for stratum, pool in zip(blueprint.strata, pools(bank, blueprint), strict=True):
        if len(pool.items) < pool.count:
            names = " or ".join(stratum.topics)
            yield f"The final needs {pool.count} items on {names}; the bank has {len(pool.items)}."


def content_hash(bank: Bank = BANK, blueprint: Blueprint = BLUEPRINT, course: str = COURSE_VERSION) -> str:
    """What a draw was made from, in 16 hexadecimal digits: the same for the same bank, blueprint and version.

    The beginning of the SHA-256 of the JSON list [version, blueprint, objectives, items], keys sorted, no spaces.
    """
    parts = [
        course,
        blueprint.model_dump(mode="json"),
        [objective.model_dump(mode="json") for objective in bank.objectives],
        [item.model_dump(mode="json") for item in bank.items],
    ]
    return sha256(compact(parts)).hexdigest()[:16]


def compact(value: Any) -> bytes:
    """JSON in one form only: keys sorted, no spaces, UTF-8. For hashes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
