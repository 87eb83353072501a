"""`items`: the question bank checked."""

from __future__ import annotations

import argparse

from .commands import Commands


def add(commands: Commands) -> None:
    """Add `items`."""
    items = commands.add_parser(
        "items", help="check the question bank", description="Check every question of the course."
    )
    items.add_argument("action", choices=["check"], help="check: list every fault; exit status 1 if there is one")
    items.set_defaults(run=_items)


def _items(args: argparse.Namespace) -> int:
    from ..assessment import checks

    findings = checks.check_bank()
    for finding in findings:
        print(finding)
    print(f"{len(findings)} faults in the question bank")
    return 1 if findings else 0
