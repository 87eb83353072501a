"""The examples of a Markdown page, read and run: what a console shows, and what a Python session shows.

A block ``console`` holds commands after ``$`` and what each prints; a block ``pycon`` holds a Python session, and all
sessions of a page share their names. Three dots stand for any text of a line, and a line of three dots for any lines.
Nothing here starts a process: a command of the course is called, and ``echo $?`` is what the call before it returned.
"""

import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, REPORT_ONLY_FIRST_FAILURE, DocTestParser, DocTestRunner
from typing import Any

BLOCK = re.compile(r"^( *)```(console|pycon)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
COMMAND = "interop-course "
DOTS = re.escape("...")
LAST_STATUS = "echo $?"

Call = Callable[[list[str]], tuple[int, str]]
"""Runs a command of the course by its arguments; returns its exit status and what it printed."""


@dataclass
class Session:
    """Runs the examples of one page in their order, and gathers what did not come out as shown."""

    call: Call
    names: dict[str, Any] = field(default_factory=dict)
    status: int = 0
    faults: list[str] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)

    def run(self, page: str) -> None:
        """Run every example of a page."""
        for indent, language, inside in BLOCK.findall(page):
            text = re.sub(f"^{indent}", "", inside, flags=re.MULTILINE)
            if language == "pycon":
                self.python(text)
            else:
                for command, shown in commands(text):
                    self.console(command, shown)

    def console(self, command: str, shown: str) -> None:
        """Run one command and compare what it prints."""
        if command == LAST_STATUS:
            printed = str(self.status)
        elif command.startswith(COMMAND):
            self.status, printed = self.call(shlex.split(command)[1:])
        else:
            self.faults.append(f"$ {command}: no command of the course")
            return
        self.ran.append(command)
        if not fits(shown, printed):
            self.faults.append(f"$ {command}\nshown:\n{shown}\nprinted:\n{printed}")

    def python(self, text: str) -> None:
        """Run one Python session."""
        test = DocTestParser().get_doctest(text, self.names, "page", None, 0)
        said: list[str] = []
        runner = DocTestRunner(optionflags=ELLIPSIS | NORMALIZE_WHITESPACE | REPORT_ONLY_FIRST_FAILURE)
        runner.run(test, out=said.append, clear_globs=False)
        self.names.update(test.globs)
        self.ran += [example.source.strip() for example in test.examples]
        self.faults += ["".join(said)] if said else []


def commands(text: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with what it is shown to print."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def fits(shown: str, printed: str) -> bool:
    """Whether a text is what is shown, spaces at the ends of lines left aside."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else f"{re.escape(line.rstrip()).replace(DOTS, '.*')} *\n"
        for line in shown.strip().splitlines()
    )
    return re.fullmatch(pattern, f"{printed.rstrip()}\n") is not None
