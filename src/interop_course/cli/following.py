"""`follow`: one booking from the desk to the last reply."""

from __future__ import annotations

import argparse
from datetime import timedelta

from rich.console import Console
from rich.table import Table

from ..messages import Form
from ..process import SCENARIOS, scenario
from .commands import Commands

_FORMS = {
    Form.PACKET: "the packet's sample",
    Form.EBTS: "EBTS",
    Form.COURSE: "the course's own",
    Form.NONE: "no message",
}


def add(commands: Commands) -> None:
    """Add `follow`."""
    follow = commands.add_parser(
        "follow", help="follow one booking from the desk to the last reply",
        description="Print the journal of one of the course's situations.",
        epilog="Situations: " + ", ".join(SCENARIOS),
    )  # fmt: skip
    follow.add_argument("scenario", nargs="?", default="match", metavar="SITUATION")
    follow.add_argument("--seed", type=int, default=2010, help="same seed, same bytes (default 2010)")
    follow.set_defaults(run=_follow)


def _follow(args: argparse.Namespace) -> int:
    journal = scenario(args.scenario, args.seed)
    console = Console()
    console.print(f"[bold]{args.scenario}[/]: {SCENARIOS[args.scenario].about} Outcome in IDENT: {journal.outcome}.")
    table = Table("", "step", "time", "from", "to", "what", "form", box=None, header_style="bold", pad_edge=False)
    for entry in journal.entries:
        to = "" if entry.sender is entry.receiver else entry.receiver
        table.add_row(
            str(entry.n),
            str(entry.step),
            f"{entry.at:%d %b %H:%M}",
            entry.sender,
            to,
            entry.title,
            _FORMS[entry.form],
        )
    console.print(table)
    for clock in journal.clocks:
        console.print(
            f"{clock.label}: {_span(clock.elapsed)} of {_span(clock.limit)}, {clock.outcome}. {clock.cites[0].label}"
        )
    return 0


def _span(length: timedelta | None) -> str:
    if length is None:
        return "no time"
    minutes = int(length.total_seconds()) // 60
    if minutes % 1440 == 0 and minutes:
        return f"{minutes // 1440} days"
    return f"{minutes // 60} h {minutes % 60:02d} min"
