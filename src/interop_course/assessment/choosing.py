"""Items with options to choose from: one right option, several, or the one that the rules decide for.

A single choice may carry the case that it tells of, with what each option says to it. The learner sees neither: the
checks of the bank ask the rules, and hold their answer against the key.

An answer is the set of the ids chosen. It is right when that is exactly the set of the right options, no more and
no fewer.
"""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Literal, Self

from pydantic import StrictBool, model_validator

from interop_course.assessment.cases import AnyCase
from interop_course.assessment.errors import UnknownOption
from interop_course.assessment.item import Item, Letter, Part, Reasoned, Remark, Text, Value, in_number, in_sequence
from interop_course.rules import Outcome

FEWEST_OPTIONS, MOST_OPTIONS = 3, 6


class Choosable(Reasoned):
    """What can be chosen: a letter, unique in its item and in the order of the alphabet, and a text."""

    id: Letter
    text: Text


class Option(Choosable):
    """One choice of an item. ``right`` says whether it belongs to the right answer.

    ``says`` is what the choice answers to the case of its item, if that has one.
    """

    right: StrictBool
    says: Outcome | None = None


class ChoiceItem(Item):
    """The base of the kinds with options."""

    @property
    @abstractmethod
    def choices(self) -> tuple[Option, ...]:
        """The options, each with whether it is right."""

    @property
    def key(self) -> frozenset[str]:
        """The ids of the right options."""
        return frozenset(option.id for option in self.choices if option.right)

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(option.id, option.text, option.reason, option.cites) for option in self.choices)

    @property
    def best(self) -> tuple[str, ...]:
        return tuple(sorted(self.key))

    def normal(self, given: Sequence[str]) -> tuple[str, ...]:
        known = [option.id for option in self.choices]
        if unknown := sorted(set(given).difference(known)):
            raise UnknownOption(self.id, unknown, known)
        return tuple(sorted(set(given)))

    def right(self, given: tuple[str, ...]) -> bool:
        return frozenset(given) == self.key

    def remarks(self, given: tuple[str, ...]) -> tuple[Remark, ...]:
        return tuple(
            Remark(
                part=option.id,
                text=option.text,
                right=option.right,
                given=option.id if option.id in given else "",
                reason=option.reason,
                cites=option.cites,
            )
            for option in self.choices
            if option.right or option.id in given
        )


class _WithOptions(ChoiceItem):
    options: tuple[Option, ...]

    @property
    def choices(self) -> tuple[Option, ...]:
        return self.options

    @model_validator(mode="after")
    def _well_numbered(self) -> Self:
        ids = [option.id for option in self.options]
        in_number(ids, FEWEST_OPTIONS, MOST_OPTIONS, "options")
        in_sequence(ids)
        return self


class SingleChoice(_WithOptions):
    """One right option among three to six.

    Attributes:
        case: the question to the rules that the item amounts to, if they can decide it. Then every option says what
            it answers; a right one that says another thing than the rules is a fault of the bank.
    """

    kind: Literal["single"]
    case: AnyCase | None = None

    @model_validator(mode="after")
    def _answerable(self) -> Self:
        if len(self.key) != 1:
            raise ValueError(f"a single choice has one right option, this one has {len(self.key)}")
        return self

    @model_validator(mode="after")
    def _says_all_or_nothing(self) -> Self:
        if {option.says is not None for option in self.options} != {self.case is not None}:
            raise ValueError("with a case every option says what it answers, and without one none does")
        return self


class MultipleChoice(_WithOptions):
    """Any number of right options, and a wrong one too."""

    kind: Literal["multiple"]

    @model_validator(mode="after")
    def _answerable(self) -> Self:
        if any(option.says for option in self.options):
            raise ValueError("only the options of a single choice say what they answer to a case")
        if not 0 < len(self.key) < len(self.options):
            raise ValueError("a multiple choice has at least one right and at least one wrong option")
        return self


class Fact(Value):
    """One fact of a case, as the learner reads it: "Purpose", "A wanted poster"."""

    label: Text
    text: Text


class DecisionItem(ChoiceItem):
    """A case that the rules decide. The data says no key: the rules are asked, each time.

    Attributes:
        case: the question to the rules, with its facts.
        facts: the same facts in words, shown as a list.
        options: "a" says yes, "b" no, "c" that the packet does not say.
    """

    kind: Literal["decision"]
    case: AnyCase
    facts: tuple[Fact, ...]
    options: tuple[Choosable, ...]

    @property
    def choices(self) -> tuple[Option, ...]:
        key = ANSWERS.get(self.case.outcome)
        return tuple(Option(right=option.id == key, **option.model_dump()) for option in self.options)

    @model_validator(mode="after")
    def _decided(self) -> Self:
        ids = [option.id for option in self.options]
        in_number(ids, len(ANSWERS), len(ANSWERS), "options")
        in_sequence(ids)
        if self.case.outcome not in ANSWERS:
            raise ValueError(
                f'the rules answer "{self.case.outcome}", which is no option of a decision: tell more in the case'
            )
        return self


ANSWERS = {Outcome.YES: "a", Outcome.NO: "b", Outcome.NOT_SAID: "c"}
"""The option of a decision that each outcome makes right."""
