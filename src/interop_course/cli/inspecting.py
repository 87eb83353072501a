"""`inspect`: a message file taken apart, with all that is wrong with it."""

from __future__ import annotations

import argparse
import json
import re
import sys
from io import TextIOWrapper
from pathlib import Path

from rich.console import Console

from ..wire import PROFILES, Profile, Transaction, profile, read
from .commands import Commands
from .inspection import Image, Inspection
from .inspection_tree import show

NOT_USABLE = 2
WIDE = 120
"""Columns where output does not go to a terminal."""

_ABOUT = """\
Show what a message holds, record by record and field by field, then every fault with a caret under its bytes. The
message is held to the profile of its type (field 1.04: CAR, SRE or ERRT) and, if it is a response from IDENT, to what
the packet asks of one.

Give it synthetic or test messages only, never a real person's. The packet's sharing policy bars educational use of
the information in a real IDENT response, and to open one for training would be just that.
"""

_MORE = """\
exit status:
  0  no error; there may be remarks, such as a line that is too long
  1  at least one error. With --lenient this is 0: whatever could be read is good enough
  2  not usable: no such file, empty, too large, or no record in it could be read

The tree is shown in any case: what can be read of a faulty message is read. "Strict" means that errors count.

--json writes one object: file, bytes, usable, strict (a strict reader accepts it), tot, profile, errors, remarks;
  records  [type, name, idc, offset, length, fields [tag, mnemonic, name, personal, offset, length, value, values
           (subfields, each a list of items), image_bytes]]; an image has null for value
  text     null, or what 2.075 tells: idr, query, iar (each null or an object), notices, unread, problems
  faults   [code, severity (error or remark), record (position, 0 is the first), field, offset, length, found,
           expected, sentence, source, register, excerpt [bytes, carets]]
Offsets and lengths are in bytes from the start of the message.

examples:
  interop-course inspect test.ebts
  interop-course inspect --json - < test.ebts
  interop-course inspect reply.ebts --submission booking.ebts
"""


def add(commands: Commands) -> None:
    """Add `inspect`."""
    parser = commands.add_parser(
        "inspect",
        help="take a message file apart and say what is wrong with it (test data only)",
        description=_ABOUT,
        epilog=_MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="a message; - or none: standard input")
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument("--lenient", action="store_true", help="faults are shown but do not make the exit status 1")
    parser.add_argument("--full", action="store_true", help="cut no value short, list every line of text")
    parser.add_argument(
        "--profile",
        choices=[*PROFILES, "none"],
        help="hold it to this profile only, or to none; default: by field 1.04, with the packet's conditions",
    )
    parser.add_argument("--submission", metavar="FILE", help="the submission it answers: 1.10 and 2.018 must repeat it")
    parser.add_argument("--extract-images", metavar="DIR", help="write each image to a file of its own in DIR")
    parser.add_argument("--force", action="store_true", help="with --extract-images: replace files that are there")
    parser.add_argument("--limit", type=megabytes, default=64, metavar="MB", help="largest file read (default 64)")
    parser.set_defaults(run=_inspect)


def _inspect(args: argparse.Namespace) -> int:
    asked = _submission(args.submission, args.limit) if args.submission else None
    name, data = _bytes(args.file, args.limit)
    held_to: Profile | None = profile(args.profile) if args.profile in PROFILES else None
    inspection = Inspection.of(name, data, held_to, args.profile == "none", asked)
    if args.json:
        print(json.dumps(inspection.as_json(), indent=1))
    else:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        width = None if sys.stdout.isatty() else WIDE
        show(inspection, Console(width=width, highlight=False, emoji=False), full=args.full)
    if args.extract_images:
        _extract(inspection.images, Path(args.extract_images), Path(args.file).stem, args.force)
    if not inspection.usable:
        return NOT_USABLE
    return 1 if inspection.errors and not args.lenient else 0


def _submission(path: str, limit: int) -> Transaction:
    return read(_bytes(path, limit)[1], strict=False)


def _bytes(path: str, limit: int) -> tuple[str, bytes]:
    """The name to show and the bytes of a file or of standard input, no more of them than the limit."""
    most = limit * 1_000_000
    if path == "-":
        if sys.stdin.isatty():
            print("reading a message from the keyboard; Ctrl-D ends it", file=sys.stderr)
        name, data = "standard input", sys.stdin.buffer.read(most + 1)
    else:
        try:
            with open(path, "rb") as file:
                name, data = Path(path).name, file.read(most + 1)
        except OSError as error:
            raise ValueError(f"{path}: {error.strerror or error}") from None
    if len(data) > most:
        raise ValueError(f"{path} has more than {limit} MB; --limit raises that")
    return name, data


def megabytes(text: str) -> int:
    """The value of --limit."""
    value = int(text)
    if not 1 <= value <= 4000:
        raise argparse.ArgumentTypeError("give whole megabytes from 1 to 4000")
    return value


def _extract(images: tuple[Image, ...], folder: Path, stem: str, force: bool) -> None:
    """Write each image under a name made of the file's name and its record's place, from nothing in the message.

    No file is written if one of them is there already, unless `force` says to replace it.
    """
    safe = re.sub(r"[^A-Za-z0-9_-]+", "-", stem).strip("-") or "message"
    paths = {
        folder / f"{safe}-record-{image.position + 1:02}-type-{image.type}.{image.suffix}": image for image in images
    }
    there = [path for path in paths if path.is_symlink() or path.exists()]
    if there and not force:
        raise ValueError(f"{there[0]} is there already; --force replaces it")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, image in paths.items():
            path.unlink(missing_ok=True)
            with open(path, "xb") as file:
                file.write(image.data)
            print(f"wrote {path}, {len(image.data):,} bytes", file=sys.stderr)
    except OSError as error:
        raise ValueError(f"{error.filename}: {error.strerror}") from None
    if not images:
        print("the message has no image", file=sys.stderr)
