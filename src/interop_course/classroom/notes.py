"""The instructor's notes of a session: counts for each question, round and answer, and nothing about anybody."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from ..assessment import ChoiceItem, Item
from ..assessment.lessons import title
from ..assessment.roster_table import safe
from .outcome import right_in
from .session import Asked, Session, Votes

COLUMNS = (
    "question", "item", "lesson", "kind", "text", "round", "answered", "right", "share right", "answer",
    "answer text", "belongs to the right answer", "count",
)  # fmt: skip


def notes_csv(session: Session) -> str:
    """A table for a spreadsheet: a line for each question that was asked, round and answer."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for number, asked in enumerate(session.asked, 1):
        for round, votes in enumerate(asked.rounds, 1):
            head = _head(number, asked, round, votes)
            writer.writerows([*map(safe, head), *map(safe, line)] for line in _lines(asked.item, votes))
    return out.getvalue()


def _head(number: int, asked: Asked, round: int, votes: Votes) -> tuple[str | int, ...]:
    right = right_in(asked.item, votes)
    share = f"{right / len(votes):.2f}" if votes else ""
    item = asked.item
    return number, item.id, title(item.lesson), item.kind, item.stem, round, len(votes), right, share


def _lines(item: Item, votes: Votes) -> Iterator[tuple[str | int, ...]]:
    """Of a choice each option, chosen or not; else each answer that was given, most often first."""
    if isinstance(item, ChoiceItem):
        for option in item.choices:
            count = sum(option.id in given for given in votes.values())
            yield option.id, option.text, "yes" if option.right else "no", count
        return
    counted = Counter(votes.values())
    texts = {part.id: part.text for part in item.parts}
    for given in sorted(counted, key=lambda given: (-counted[given], given)):
        text = "; ".join(texts.get(each, each) for each in given) if item.kind == "ordering" else ""
        yield " ".join(given), text, "yes" if item.right(given) else "no", counted[given]
