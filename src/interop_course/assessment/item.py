"""Items of the question bank: a situation, its options, and a sourced reason for each of them."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StringConstraints, model_validator

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
OptionId = Annotated[str, StringConstraints(pattern=r"^[a-z]$")]
ItemId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$")]
ObjectiveId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]-[a-z]$")]
RegisterId = Annotated[str, StringConstraints(pattern=r"^C[0-9]{2}$")]

FEWEST_OPTIONS, MOST_OPTIONS = 3, 6


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


class Option(BaseModel):
    """One choice of an item.

    Attributes:
        id: a letter, unique in its item, in the order of the alphabet.
        text: what the learner reads and chooses.
        right: whether it belongs to the right answer.
        reason: why it does or does not, shown once it is chosen or missed.
        cites: where the packet (or the specification) carries the reason, as compact citations; at least one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: OptionId
    text: Text
    right: StrictBool
    reason: Text
    cites: Annotated[tuple[Text, ...], Field(min_length=1)]


class Item(BaseModel):
    """One question.

    Attributes:
        id: "step-4/who-asks"; the part before the stroke is the lesson's stem or its beginning.
        lesson: the stem of the lesson's notebook.
        objective: the id of the objective that the item tests.
        kind: "single" has one right option, "multiple" any number of them, but a wrong one too.
        difficulty: 1 recalls in a situation, 2 applies, 3 judges an edge.
        topics: the main one first.
        stem: the situation and the question.
        options: three to six, in the order in which they are shown.
        language: a language tag.
        disagreements: entries of the packet's register that the item touches; "register" in the data files, a
            word that is taken on a model's class. Key and distractors rest only on what is settled there.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)

    id: ItemId
    lesson: Text
    objective: ObjectiveId
    kind: Literal["single", "multiple"]
    difficulty: Literal[1, 2, 3]
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    stem: Text
    options: tuple[Option, ...]
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] = "en"
    disagreements: Annotated[tuple[RegisterId, ...], Field(alias="register")] = ()

    @property
    def key(self) -> frozenset[str]:
        """The ids of the right options."""
        return frozenset(option.id for option in self.options if option.right)

    @model_validator(mode="after")
    def _answerable(self) -> Self:
        ids = [option.id for option in self.options]
        if not FEWEST_OPTIONS <= len(ids) <= MOST_OPTIONS:
            raise ValueError(f"an item has {FEWEST_OPTIONS} to {MOST_OPTIONS} options, this one has {len(ids)}")
        expected = [chr(ord("a") + n) for n in range(len(ids))]
        if ids != expected:
            raise ValueError(f"the options are to be called {', '.join(expected)}, not {', '.join(ids)}")
        if self.kind == "single" and len(self.key) != 1:
            raise ValueError(f"a single choice has one right option, this one has {len(self.key)}")
        if self.kind == "multiple" and not 0 < len(self.key) < len(ids):
            raise ValueError("a multiple choice has at least one right and at least one wrong option")
        return self
