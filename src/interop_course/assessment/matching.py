"""Items whose rows are to be matched with choices: messages with senders, statements with texts."""

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from interop_course.assessment.errors import UnknownOption, UnreadableAnswer
from interop_course.assessment.item import Item, Letter, Part, Reasoned, Remark, Text, Value, in_number, in_sequence

FEWEST_ROWS, MOST_ROWS = 3, 6
FEWEST_CHOICES, MOST_CHOICES = 2, 6
ChoiceId = Annotated[str, StringConstraints(pattern=r"^[p-z]$")]


class Choice(Value):
    """What a row can be matched with. It may serve several rows, or none. Its id is a letter from p on."""

    id: ChoiceId
    text: Text


class Row(Reasoned):
    """One row, and the id of the choice that belongs to it."""

    id: Letter
    text: Text
    choice: ChoiceId


class MatchingItem(Item):
    """Three to six rows and two to six choices. An answer has "a=p" for each row that was matched."""

    kind: Literal["matching"]
    rows: tuple[Row, ...]
    choices: Annotated[tuple[Choice, ...], Field(min_length=FEWEST_CHOICES, max_length=MOST_CHOICES)]

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(row.id, row.text, row.reason, row.cites) for row in self.rows)

    @property
    def best(self) -> tuple[str, ...]:
        return tuple(f"{row.id}={row.choice}" for row in self.rows)

    def normal(self, given: Sequence[str]) -> tuple[str, ...]:
        pairs: dict[str, str] = {}
        for text in given:
            row, equals, choice = text.partition("=")
            if not equals:
                raise UnreadableAnswer(self.id, f'{text!r} is no row and choice, such as "a=p"')
            if row in pairs:
                raise UnreadableAnswer(self.id, f"row {row} is matched twice")
            pairs[row] = choice
        for name, ids, known in (
            ("row", pairs, [row.id for row in self.rows]),
            ("choice", pairs.values(), [choice.id for choice in self.choices]),
        ):
            if unknown := sorted(set(ids).difference(known)):
                raise UnknownOption(self.id, unknown, known, name)
        return tuple(f"{row}={pairs[row]}" for row in sorted(pairs))

    def right(self, given: tuple[str, ...]) -> bool:
        return given == self.best

    def remarks(self, given: tuple[str, ...]) -> tuple[Remark, ...]:
        chosen = dict(text.split("=") for text in given)
        return tuple(
            Remark(
                part=row.id,
                text=row.text,
                right=chosen.get(row.id) == row.choice,
                given=chosen.get(row.id, ""),
                reason=row.reason,
                cites=row.cites,
            )
            for row in self.rows
        )

    @model_validator(mode="after")
    def _matchable(self) -> Self:
        rows, choices = [row.id for row in self.rows], [choice.id for choice in self.choices]
        in_number(rows, FEWEST_ROWS, MOST_ROWS, "rows")
        in_sequence(rows)
        expected = [chr(ord("p") + n) for n in range(len(choices))]
        if choices != expected:
            raise ValueError(f"the choices are to be called {', '.join(expected)}, not {', '.join(choices)}")
        for row in self.rows:
            if row.choice not in choices:
                raise ValueError(f"row {row.id} belongs to choice {row.choice}, which is not there")
        return self
