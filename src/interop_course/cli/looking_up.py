"""`explain` and `cite`: what a field means, and where a citation leads."""

from __future__ import annotations

import argparse

from ..packet import cite
from ..wire import describe
from .commands import Commands


def add(commands: Commands) -> None:
    """Add `explain` and `cite`."""
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


def _explain(args: argparse.Namespace) -> int:
    fact = describe(args.tag)
    print(f"{fact.tag} {fact.mnemonic}: {fact.name}\n{fact.meaning}\nSource: {fact.source}")
    return 0


def _cite(args: argparse.Namespace) -> int:
    found = cite(args.citation)
    print(f"{found.label}\n{found.document.title}")
    return 0
