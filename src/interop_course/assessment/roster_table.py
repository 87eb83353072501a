"""The tables of a marked final as CSV, safe to open in a spreadsheet.

A text that a spreadsheet would run as a formula gets an apostrophe before it, since names come from whoever wrote
the answer file.
"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from interop_course.assessment.roster import ItemAnalysis, Row

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula can begin with."""

ROSTER_COLUMNS = (
    "name", "file", "result", "right", "of", "percent", "missed must-pass", "started", "ended", "minutes", "remarks",
)  # fmt: skip
ITEM_COLUMNS = (
    "item",
    "question",
    "topic",
    "objective",
    "kind",
    "n",
    "right",
    "difficulty",
    "discrimination",
    "answers",
    "remarks",
)


def roster_csv(rows: Iterable[Row]) -> str:
    """A line for each learner, by name and then by file."""
    ordered = sorted(rows, key=lambda row: ((row.name or "").casefold(), row.source))
    return _csv(
        ROSTER_COLUMNS,
        (
            (
                row.name or "",
                row.source,
                "passed" if row.passed else "not passed",
                row.right,
                len(row.rights),
                row.percent,
                "; ".join(row.missed),
                row.started.isoformat(timespec="seconds"),
                row.ended.isoformat(timespec="seconds") if row.ended else "",
                row.minutes,
                "; ".join(row.remarks),
            )
            for row in ordered
        ),
    )


def items_csv(analyses: Iterable[ItemAnalysis]) -> str:
    """A line for each question, in the order of the key."""
    return _csv(
        ITEM_COLUMNS,
        (
            (
                each.item.id,
                each.item.stem,
                str(each.item.topics[0]),
                each.item.objective,
                each.item.kind,
                each.n,
                each.right,
                round(each.difficulty, 2),
                "" if each.discrimination is None else round(each.discrimination, 2),
                "; ".join(f"{answer}: {times}" for answer, times in each.answers),
                "; ".join(each.remarks),
            )
            for each in analyses
        ),
    )


def safe(cell: str | int | float) -> str | int | float:
    """A cell that no spreadsheet takes for a formula; numbers are numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA_SIGNS) else cell


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> str:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return text.getvalue()
