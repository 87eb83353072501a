"""`items`: the question bank checked, and what it covers."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from .commands import Commands

if TYPE_CHECKING:
    from ..assessment.coverage import Covered

LONGEST_TEXT = 72
"""Characters of a description in a table."""


def add(commands: Commands) -> None:
    """Add `items`."""
    items = commands.add_parser(
        "items",
        help="check the question bank",
        description="Check every question of the course, and print how many test each objective and each rule.",
    )
    items.add_argument(
        "action", choices=["check"], help="check: print what is covered and every fault; exit status 1 if there is one"
    )
    items.set_defaults(run=_items)


def _items(args: argparse.Namespace) -> int:
    from ..assessment import BANK, checks, coverage

    _print_table("Objectives", coverage.of_objectives(BANK))
    elements = coverage.of_elements(BANK)
    for group in dict.fromkeys(line.group for line in elements):
        _print_table(group.capitalize(), [line for line in elements if line.group == group])
    findings = checks.check_bank()
    for finding in findings:
        print(finding)
    print(f"{len(BANK.items)} items, {len(findings)} faults in the question bank")
    return 1 if findings else 0


def _print_table(title: str, lines: Sequence[Covered]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    table.add_column("Id", no_wrap=True)
    table.add_column("Items", justify="right")
    table.add_column("Needed", justify="right")
    table.add_column("What it is")
    for line in lines:
        needed = f"{line.needed}{', too few' if line.lacking else ''}"
        text = shorten(line.text, LONGEST_TEXT, placeholder=" …")
        table.add_row(line.id, str(len(line.items)), needed, text, style="bold" if line.lacking else None)
    Console().print(table)
