"""What all items of the question bank share: a situation, a key, and a sourced reason for each of their parts.

The kinds are in modules of their own: ``choosing`` (options, and cases that the rules decide), ``ordering``,
``matching``, ``measuring`` (a number with its unit) and ``pointing`` (a field of a message). ``drawing`` has the
items whose numbers come from a seed.

An answer to any of them is ``given``: a list of texts, whose meaning the kind decides. The empty list is an answer
too: nothing was given, which is never right.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Letter = Annotated[str, StringConstraints(pattern=r"^[a-z]$")]
ItemId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$")]
ObjectiveId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]-[a-z]$")]
RegisterId = Annotated[str, StringConstraints(pattern=r"^C[0-9]{2}$")]
Cites = Annotated[tuple[Text, ...], Field(min_length=1)]

Given = Annotated[tuple[Annotated[str, StringConstraints(max_length=40)], ...], Field(max_length=12)]
"""What a learner gave: ids of options or steps, "a=p" for row and choice, number and unit, or a tag."""

INSTANCES = 8
Seed = Annotated[int, Field(ge=1, le=INSTANCES)]
"""Parametrised items are drawn from the seeds 1 to 8."""


class Topic(StrEnum):
    """What an item is about. The first topic of an item is the stratum it is drawn from."""

    PERMITTED_USE = "permitted-use"
    RETENTION = "retention"
    SHARING = "sharing"
    AUTHORITY = "authority"
    DETAINER = "detainer"
    COMPLAINT = "complaint"
    PROCESS = "process"
    MESSAGE = "message"
    TIMING = "timing"
    LEVELS = "levels"


class Objective(BaseModel):
    """What a lesson enables its reader to do.

    Attributes:
        id: "S4-b" for the second objective of step 4; EX, PU, AU, CR and CS for the other lessons.
        lesson: the stem of the lesson's notebook, for example "step-4-match".
        text: a sentence that begins with "You can".
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: ObjectiveId
    lesson: Text
    text: Annotated[str, StringConstraints(pattern=r"^You can .*\.$")]


class Value(BaseModel):
    """The base of the values that items are made of."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)


class Reasoned(Value):
    """A part of an item with the reason that belongs to it.

    Attributes:
        reason: why it is right, wrong or in its place, shown after the answer.
        cites: where the packet (or the specification) carries the reason, as compact citations; at least one.
    """

    reason: Text
    cites: Cites


class Clocked(Value):
    """The clock that an item asks about, since the packet words the same hours more than once.

    Attributes:
        id: a clock of the process ("match-sop-2.1.4") or a rule of the detainer's 48 hours ("DC-promise").
        start: the moment from which it runs, in words that stand in the stem just so.
    """

    id: Text
    start: Text


@dataclass(frozen=True, slots=True)
class Part:
    """One reasoned part of an item, whatever its kind: for checks, and for a page of all reasons.

    Attributes:
        id: its name in the item: an option's or step's letter, "number", "field" or "near 1".
        text: what the learner reads of it.
        reason, cites: why, and where that stands.
    """

    id: str
    text: str
    reason: str
    cites: tuple[str, ...]


class Remark(Value):
    """What an answer made of one part of an item.

    Attributes:
        part: the id of the option, step or row; "number" or "field" where an item has one part only.
        text: the text of that part; of a number and a field the key.
        right: of an option whether it belongs to the right answer, of any other part whether it was answered right.
        given: what was given for the part; empty if nothing was.
        reason, cites: as in the item; a number or field that no reason was written for has a sentence and no cites.
    """

    part: str
    text: str
    right: bool
    given: str
    reason: str
    cites: tuple[str, ...]


class Item(Value, ABC):
    """One question.

    Attributes:
        id: "step-4/who-asks"; the part before the stroke is the lesson's stem or its beginning.
        lesson: the stem of the lesson's notebook.
        objective: the id of the objective that the item tests.
        kind: the form of the question; each kind says it.
        difficulty: 1 recalls in a situation, 2 applies, 3 judges an edge.
        topics: the main one first.
        stem: the situation and the question.
        language: a language tag.
        disagreements: entries of the packet's register that the item touches; "register" in the data files, a
            word that is taken on a model's class. Key and distractors rest only on what is settled there.
        tests: rules and parts of a complaint that the item tests, by the ids that the rules give them.
        clock: the clock and its start, for an item about a time limit.
        seed: of an instance of a parametrised item, the seed it was drawn from.
    """

    id: ItemId
    lesson: Text
    objective: ObjectiveId
    kind: str
    difficulty: Annotated[int, Field(ge=1, le=3)]
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    stem: Text
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] = "en"
    disagreements: Annotated[tuple[RegisterId, ...], Field(alias="register")] = ()
    tests: tuple[Text, ...] = ()
    clock: Clocked | None = None
    seed: Seed | None = None

    @property
    def drawn(self) -> bool:
        """Whether a seed has to be chosen before the item can be asked."""
        return False

    @property
    @abstractmethod
    def parts(self) -> tuple[Part, ...]:
        """Everything in the item that has a reason."""

    @property
    @abstractmethod
    def best(self) -> tuple[str, ...]:
        """The right answer, as it would be given."""

    @abstractmethod
    def normal(self, given: Sequence[str]) -> tuple[str, ...]:
        """The answer in its normal form, so that equal answers are equal values.

        Raises:
            UnknownOption: the answer names something that the item does not have.
            UnreadableAnswer: the answer has not the form of this kind.
        """

    @abstractmethod
    def right(self, given: tuple[str, ...]) -> bool:
        """Whether an answer in its normal form is right."""

    @abstractmethod
    def remarks(self, given: tuple[str, ...]) -> tuple[Remark, ...]:
        """What an answer in its normal form made of each part."""


def in_sequence(ids: Sequence[str]) -> None:
    """Check that parts are called a, b, c … in this order. Raises ValueError."""
    expected = [chr(ord("a") + n) for n in range(len(ids))]
    if list(ids) != expected:
        raise ValueError(f"the parts are to be called {', '.join(expected)}, not {', '.join(ids)}")


def in_number(ids: Sequence[str], fewest: int, most: int, noun: str) -> None:
    """Check how many parts there are. Raises ValueError."""
    if not fewest <= len(ids) <= most:
        raise ValueError(f"an item of this kind has {fewest} to {most} {noun}, this one has {len(ids)}")
