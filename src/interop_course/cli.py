"""The command `interop-course`: parses arguments, calls the packages, prints.

Exit status: 0 done, 1 something was found wrong, 2 the call itself was wrong.
"""

from __future__ import annotations

import argparse
import base64
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from importlib.metadata import version

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from .messages import Form
from .packet import PacketError, cite
from .process import SCENARIOS, Entry, Journal, ProcessError, Tally, scenario, simulate
from .wire import WireError, describe

_FORMS = {
    Form.PACKET: "the packet's sample",
    Form.EBTS: "EBTS",
    Form.COURSE: "the course's own",
    Form.NONE: "no message",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser = _parser()
    args = parser.parse_args(argv)
    run: Callable[[argparse.Namespace], int] | None = getattr(args, "run", None)
    if run is None:
        parser.print_help()
        return 0
    try:
        return run(args)
    except (ProcessError, PacketError, WireError, ValueError) as error:
        print(f"interop-course: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="interop-course",
        description="Follow a booking's messages between agencies. All data is synthetic; never use a real person's.",
        epilog="New here? Try: interop-course follow match",
    )
    parser.add_argument("--version", action="version", version=f"interop-course {version('interop-course')}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    follow = commands.add_parser(
        "follow", help="follow one booking from the desk to the last reply",
        description="Print the journal of one of the course's situations.",
        epilog="Situations: " + ", ".join(SCENARIOS),
    )  # fmt: skip
    follow.add_argument("scenario", nargs="?", default="match", metavar="SITUATION")
    follow.add_argument("--seed", type=int, default=2010, help="same seed, same bytes (default 2010)")
    follow.set_defaults(run=_follow)

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

    explain = commands.add_parser(
        "explain", help="what a field of a message means", epilog="Example: interop-course explain 2.059"
    )
    explain.add_argument("tag", metavar="FIELD", help="record and field, for example 2.059")
    explain.set_defaults(run=_explain)

    where = commands.add_parser(
        "cite", help="where a citation leads", epilog="Example: interop-course cite sop-process/2.1.4@47"
    )
    where.add_argument("citation", metavar="CITATION", help="document, section and page, for example faq@11")
    where.set_defaults(run=_cite)

    items = commands.add_parser(
        "items", help="check the question bank", description="Check every question of the course."
    )
    items.add_argument("action", choices=["check"], help="check: list every fault; exit status 1 if there is one")
    items.set_defaults(run=_items)

    lessons = commands.add_parser(
        "lessons", help="refresh or check the stored lessons",
        description="Stored lessons are executed and normalised, so that what is validated is what is published.",
    )  # fmt: skip
    lessons.add_argument("action", choices=["refresh", "check"])
    lessons.add_argument("paths", nargs="*", metavar="NOTEBOOK", help="default: all of notebooks/")
    lessons.set_defaults(run=_lessons)

    site = commands.add_parser(
        "site", help="build the book, and read it in a browser",
        description="Build the book from the stored lessons. With --serve, serve it to this machine only.",
    )  # fmt: skip
    site.add_argument("--serve", action="store_true", help="serve the built book on loopback until Ctrl-C")
    site.add_argument("--port", type=int, default=8000, help="port to serve on (default 8000)")
    site.set_defaults(run=_site)
    return parser


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


def _explain(args: argparse.Namespace) -> int:
    fact = describe(args.tag)
    print(f"{fact.tag} {fact.mnemonic}: {fact.name}\n{fact.meaning}\nSource: {fact.source}")
    return 0


def _cite(args: argparse.Namespace) -> int:
    found = cite(args.citation)
    print(f"{found.label}\n{found.document.title}")
    return 0


def _items(args: argparse.Namespace) -> int:
    from .assessment import checks

    findings = checks.check_bank()
    for finding in findings:
        print(finding)
    print(f"{len(findings)} faults in the question bank")
    return 1 if findings else 0


def _lessons(args: argparse.Namespace) -> int:
    from .publish import lessons

    return lessons.refresh(args.paths) if args.action == "refresh" else lessons.check(args.paths)


def _site(args: argparse.Namespace) -> int:
    from .publish import site

    return site.serve(args.port) if args.serve else site.build()
