"""`classroom`: a session with an instructor, in one room."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from secrets import randbelow
from typing import TYPE_CHECKING

from .commands import Commands

if TYPE_CHECKING:
    from ..classroom import Room

PORT = 8080

_ABOUT = """\
Put questions to a room, one at a time. Everybody answers on their own phone or PC, without a name; the room then sees
how it decided, with the reason and the source of each option, and may vote again.

Needs no internet: a router alone, or this machine's hotspot, is enough. Without --room it is a rehearsal, which only
this machine can reach. The questions are public in the course, so nothing here is a test.
"""

_MORE = """\
what happens:
  1  The command prints two addresses: one for the room, and one for you, with a secret in it. Open yours here.
  2  Your page shows the room's address as a code to scan. Let everybody join; who is late joins later.
  3  Open the question. You see how many have answered, and nothing more.
  4  Close it. Show the votes, and let the room vote again after a talk; or show the answer with its reasons.
  5  Go on. At the end each device shows its own summary. Ctrl-C stops the server, and everything is forgotten.

Which questions: all of the lessons that --lesson names, those that --items names, or --draw of them by chance;
without any of these ten of the whole course. --save keeps counts, and nothing about anybody.

examples:
  interop-course classroom
  interop-course classroom --lesson permitted-uses --draw 8 --seed 20100301 --room --save notes.csv
  interop-course classroom --items step-4/who-asks,complaint/stations --room 192.168.4.1

exit status: 0 stopped with Ctrl-C, 2 it could not begin
"""


def add(commands: Commands) -> None:
    """Add `classroom`."""
    room = commands.add_parser(
        "classroom",
        help="questions for a room, answered on everybody's own device",
        description=_ABOUT,
        epilog=_MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    room.add_argument(
        "--lesson", action="extend", nargs="+", default=[], metavar="NAME",
        help="questions of these lessons, by the names of their notebooks, such as step-4-match",
    )  # fmt: skip
    room.add_argument("--items", default="", metavar="ID,ID", help="these questions, in this order")
    room.add_argument("--draw", type=int, metavar="N", help="so many of them by chance (default: 10 of all)")
    room.add_argument("--seed", type=int, metavar="S", help="draw the same questions again (default: by chance)")
    room.add_argument("--port", type=int, default=PORT, help=f"port to serve on (default {PORT})")
    room.add_argument(
        "--room", nargs="?", const="", metavar="ADDRESS",
        help="open it to the room's network; with ADDRESS on that address of this machine only",
    )  # fmt: skip
    room.add_argument("--save", type=Path, metavar="FILE", help="write anonymous counts to this file, as CSV")
    room.set_defaults(run=_classroom)


def _classroom(args: argparse.Namespace) -> int:
    try:
        from ..classroom import ClassroomError
    except ModuleNotFoundError as error:
        print(f"interop-course: classroom needs {error.name}: install interop-course[classroom]", file=sys.stderr)
        return 2
    try:
        return _hold(args)
    except ClassroomError as error:
        print(f"interop-course: {error}", file=sys.stderr)
        return 2


def _hold(args: argparse.Namespace) -> int:
    """Hold the session until Ctrl-C."""
    import asyncio

    from ..assessment.chance import SEEDS
    from ..classroom import Room, begin, for_room, listen, port_of, select, serve
    from ..classroom.addresses import EVERYWHERE, LOOPBACK
    from ..classroom.notes import notes_csv

    seed = randbelow(SEEDS) if args.seed is None else args.seed
    session = begin(select(args.lesson, [id for id in args.items.split(",") if id], args.draw, seed=seed))
    if args.save:
        _write(args.save, notes_csv(session))
    hosts = (LOOPBACK,) if args.room is None else for_room(args.room)
    sockets = listen(args.port, LOOPBACK if args.room is None else args.room or EVERYWHERE)
    port = port_of(sockets)
    addresses = [f"http://{host}:{port}/" for host in hosts]
    room = Room(session, addresses, rehearsal=args.room is None, save=_keeper(args.save) if args.save else None)
    print("\n".join(_lines(room, addresses, port, seed, args.save)), flush=True)
    try:
        asyncio.run(serve(room, sockets))
    except KeyboardInterrupt:
        print(f"\nStopped.{f' The counts are in {args.save}.' if args.save else ''}")
    return 0


def _keeper(path: Path) -> Callable[[str], None]:
    """What writes the notes. In the middle of a session a full disk is told, and stops nobody."""
    from ..assessment import RecordUnreachable

    def keep(text: str) -> None:
        try:
            _write(path, text)
        except RecordUnreachable as error:
            print(f"interop-course: {error}", file=sys.stderr)

    return keep


def _write(path: Path, text: str) -> None:
    from .files import write

    # Excel takes a CSV for UTF-8 only if it begins with this sign.
    write(path, text.encode("utf-8-sig"))


def _lines(room: Room, addresses: Sequence[str], port: int, seed: int, save: Path | None) -> Iterator[str]:
    from ..live.words import plural

    first, *others = addresses
    yield f"{plural(len(room.session.asked), 'question')}, seed {seed}. Synthetic data only."
    if room.rehearsal:
        yield f"  to try it   {first}   a rehearsal: only this machine reaches it; --room opens it to the room"
    else:
        yield f"  the room    {first}"
        yield from (f"         or   {other}" for other in others)
    yield f"  you         http://127.0.0.1:{port}/desk/{room.secret}   keep this one; it works on this machine only"
    if save:
        yield f"  counts      {save}"
    yield "Ctrl-C stops it."
