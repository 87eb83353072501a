"""`simulate`: a county's bookings over a year, summed up or as lines of JSON."""

from __future__ import annotations

import argparse
import base64
import json
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from ..process import Entry, Journal, Tally, simulate
from .commands import Commands


def add(commands: Commands) -> None:
    """Add `simulate`."""
    county = commands.add_parser(
        "simulate", help="stream a county's bookings",
        description="Simulate bookings over one year and sum them up. The mix is invented: no statistic.",
        epilog="Example: interop-course simulate --bookings 1000 --seed 7 --json > year.jsonl",
    )  # fmt: skip
    county.add_argument("--bookings", type=int, default=1000, metavar="N", help="how many (default 1000)")
    county.add_argument("--seed", type=int, default=2010, metavar="S", help="same seed, same journals (default 2010)")
    county.add_argument("--json", action="store_true", help="one JSON object a booking on standard output")
    county.add_argument("--bytes", action="store_true", help="with --json: every message's bytes too, in base64")
    county.set_defaults(run=_simulate)


def _simulate(args: argparse.Namespace) -> int:
    tally = Tally()
    for journal in _progress(simulate(args.bookings, args.seed), args.bookings):
        tally.add(journal)
        if args.json:
            print(json.dumps(_line(tally.bookings, journal, args.bytes), separators=(",", ":")))
    if not args.json:
        _summary(tally)
    return 0


def _progress(journals: Iterable[Journal], total: int) -> Iterator[Journal]:
    columns = (TextColumn("bookings"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("bookings", total=total)
        for n, journal in enumerate(journals, 1):
            yield journal
            if n % 100 == 0 or n == total:
                bar.update(task, completed=n)


def _line(number: int, journal: Journal, with_bytes: bool) -> dict[str, object]:
    return {
        "n": number,
        "agency": journal.booking.agency,
        "booked": journal.booking.booked.isoformat(),
        "outcome": journal.outcome,
        "entries": [_entry(entry, with_bytes) for entry in journal.entries],
        "missed": [clock.id for clock in journal.clocks if clock.met is False],
    }


def _entry(entry: Entry, with_bytes: bool) -> dict[str, object]:
    line: dict[str, object] = {
        "step": entry.step,
        "sent": entry.sent.isoformat(),
        "at": entry.at.isoformat(),
        "from": entry.sender,
        "to": entry.receiver,
        "what": entry.signal,
        "rule": entry.rule.id,
    }
    return line | {"data": base64.b64encode(entry.data).decode()} if with_bytes and entry.message else line


def _summary(tally: Tally) -> None:
    console = Console()
    console.print(f"{tally.bookings:,} bookings, {sum(tally.messages.values()):,} messages. The mix is invented.")
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("what")
    table.add_column("count", justify="right")
    for title, counter in (
        ("search in IDENT", tally.outcomes),
        ("at the desk", tally.heard),
        ("message", tally.messages),
        ("limit missed", tally.missed),
    ):
        for name, count in counter.most_common():
            table.add_row(f"{title}: {name}", f"{count:,}")
    console.print(table)
