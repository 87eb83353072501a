"""Reads the arguments, runs the command, and turns what went wrong into a sentence and an exit status.

Exit status: 0 done, 1 something was found wrong, 2 the call itself was wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version

from ..packet import PacketError
from ..process import ProcessError
from ..wire import WireError
from . import checkout, examining, following, inspecting, looking_up, question_bank, simulating, supervising, teaching
from .commands import Run

GROUPS = (following, simulating, inspecting, looking_up, question_bank, examining, supervising, teaching, checkout)
"""In the order in which `--help` lists them."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser = _parser()
    args = parser.parse_args(argv)
    run: Run | None = getattr(args, "run", None)
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
    except Exception as error:
        # Imported late: the package of this error reads the whole question bank, which most commands do without.
        from ..assessment import AssessmentError

        if not isinstance(error, AssessmentError):
            raise
        print(f"interop-course: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="interop-course",
        description="Follow a booking's messages between agencies. All data is synthetic; never use a real person's.",
        epilog="New here? Try: interop-course follow match",
    )
    parser.add_argument("--version", action="version", version=f"interop-course {version('interop-course')}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for group in GROUPS:
        group.add(commands)
    return parser
