"""How hard the lessons and pages are to read, for the tests' report. It is a figure to look at, and no test.

The figure is the Automated Readability Index, which goes by the length of words and sentences and gives about the
school grade of a reader: 10 is the tenth grade. It needs no dictionary and no guess at syllables. Names such as
"interoperability" and "immigration" weigh heavily in it here.
"""

import re
from pathlib import Path
from typing import Protocol

from tests.text.project_text import markdown, pages

_NOT_PROSE = re.compile(
    r"^```.*?^```|^:::.*?$|^\|.*?$|^#.*?$|^\(.*?\)=$|<[^>]+>|\{[^}]*\}"  # code, directives, tables, headings, anchors
    r"|\(\[[^\]]*\]\([^)]*\)(?:; \[[^\]]*\]\([^)]*\))*\)",  # citations in brackets
    re.DOTALL | re.MULTILINE,
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ENDS = re.compile(r"[.!?](?=[\s\"”’)*_]|$)|\n\s*(?:\n|[-*] |\d+\. )")
_WORD = re.compile(r"[A-Za-z0-9][\w’'/.-]*")


class Report(Protocol):
    """What of pytest's terminal reporter is used here."""

    def section(self, title: str) -> None: ...

    def line(self, text: str) -> None: ...


def grade(text: str) -> float:
    """The Automated Readability Index of plain text; 0 for a text without words."""
    sentences = [found for part in _ENDS.split(text) if (found := _WORD.findall(part))]
    every: list[str] = [word for sentence in sentences for word in sentence]
    if not every:
        return 0.0
    letters = sum(sign.isalnum() for word in every for sign in word)
    return 4.71 * letters / len(every) + 0.5 * len(every) / len(sentences) - 21.43


def prose(text: str) -> str:
    """The sentences of a Markdown text, without tables, code, headings and citations."""
    return _LINK.sub(r"\1", _NOT_PROSE.sub("", text))


def lines(root: Path) -> list[str]:
    """One line for every lesson and page, the hardest first."""
    grades = {page.stem: grade(prose(markdown(page))) for page in pages(root)}
    return [f"{value:5.1f}  {name}" for name, value in sorted(grades.items(), key=lambda item: -item[1])]


def pytest_terminal_summary(terminalreporter: Report) -> None:
    """Print the figures at the end of a run."""
    terminalreporter.section("readability (Automated Readability Index, about a school grade)")
    for line in lines(Path(__file__).parents[2]):
        terminalreporter.line(line)
