"""`lessons` and `site`: what is done to a checkout of the course."""

from __future__ import annotations

import argparse

from .commands import Commands


def add(commands: Commands) -> None:
    """Add `lessons` and `site`."""
    lessons = commands.add_parser(
        "lessons", help="refresh or check the stored lessons",
        description="Stored lessons are executed and normalised, so that what is validated is what is published.",
    )  # fmt: skip
    lessons.add_argument("action", choices=["refresh", "check"])
    lessons.add_argument("paths", nargs="*", metavar="NOTEBOOK", help="default: all of notebooks/")
    lessons.set_defaults(run=_lessons)

    site = commands.add_parser(
        "site", help="build the book, and read it in a browser",
        description="Build the book from the stored lessons. With --serve, serve it to this machine only. With --zip, "
        "build the whole site, with the lessons as notebooks, and pack it into dist/.",
    )  # fmt: skip
    site.add_argument("--serve", action="store_true", help="serve the built book on loopback until Ctrl-C")
    site.add_argument("--zip", action="store_true", help="pack the whole site into dist/, with its checksum")
    site.add_argument("--port", type=int, default=8000, help="port to serve on (default 8000)")
    site.set_defaults(run=_site)


def _lessons(args: argparse.Namespace) -> int:
    from ..publish import lessons

    return lessons.refresh(args.paths) if args.action == "refresh" else lessons.check(args.paths)


def _site(args: argparse.Namespace) -> int:
    from ..publish import site

    if args.zip:
        return site.pack()
    return site.serve(args.port) if args.serve else site.build()
