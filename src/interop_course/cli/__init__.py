"""The command `interop-course`: one module a group of commands, each adding its own part of the parser."""

from interop_course.cli.main import main

__all__ = ["main"]
