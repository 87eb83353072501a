"""The sections of lessons and pages, each under the place that MyST gives its heading.

A place is "notebooks/step-4-match#the-second-message-the-iaq": the page without its ending, and the heading's slug.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from myst_parser.mdit_to_docutils.base import compute_unique_slug

from tests.text.project_text import markdown, pages


@dataclass(frozen=True)
class Section:
    """A heading, and the Markdown down to the next heading of its level or above."""

    place: str
    level: int
    text: str


def all_sections(root: Path) -> dict[str, Section]:
    """Every section of every lesson and page, by its place."""
    return {section.place: section for page in pages(root) for section in sections(root, page)}


def sections(root: Path, page: Path) -> Iterator[Section]:
    """The sections of one lesson or page."""
    name = page.relative_to(root).with_suffix("").as_posix()
    yield from of_markdown(name, markdown(page))


def of_markdown(name: str, text: str) -> Iterator[Section]:
    """The sections of a page with this name and text."""
    lines = text.splitlines()
    found: list[tuple[int, int, str]] = []
    slugs: dict[str, None] = {}
    for node in SyntaxTreeNode(MarkdownIt("commonmark").parse(text)).children:
        if node.type == "heading":
            slug = compute_unique_slug(node, slugs)
            slugs[slug] = None
            found.append((node.map[0] if node.map else 0, int(node.tag[1]), slug))
    for start, level, slug in found:
        ends = (line for line, other, _ in found if line > start and other <= level)
        yield Section(f"{name}#{slug}", level, "\n".join(lines[start : next(ends, len(lines))]))
