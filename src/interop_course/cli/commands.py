"""What the groups of commands share: the parser that each adds its own to, and what a command is."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What ``add_subparsers`` gives; `add` of a group takes it."""

Run = Callable[[argparse.Namespace], int]
"""Does what a command asks and returns its exit status: 0 done, 1 found wrong, 2 called wrong."""
