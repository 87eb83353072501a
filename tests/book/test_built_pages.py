"""The built book as files: every link leads somewhere, and nothing on a page asks another origin."""

import re
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from interop_course.publish.origins import is_foreign

# What a browser asks for by itself, as against what a reader may follow.
FETCHED = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "object": "data"}
IN_CSS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


class Page(HTMLParser):
    """Where a page leads, what it asks for, and which anchors it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.asks: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.anchors |= {value for name in ("id", "name") if (value := given.get(name))}
        if tag == "a" and (link := given.get("href")):
            self.links.append(link)
        if (name := FETCHED.get(tag)) and (address := given.get(name)):
            self.asks.append(address)


@pytest.fixture(scope="module")
def pages(built_book: Path) -> dict[Path, Page]:
    return {
        path: Page(path.read_text("utf-8"))
        for path in sorted(built_book.rglob("*.html"))
        if "_static" not in path.parts
    }


def broken(pages: dict[Path, Page]) -> list[str]:
    """Return every link that leads nowhere."""
    found = []
    for path, page in pages.items():
        for link in {*page.links, *page.asks}:
            address, anchor = urldefrag(link)
            if re.match(r"[a-z]+:|//", address) or link == "#":
                continue
            target = (path.parent / unquote(address.split("?")[0])).resolve() if address else path
            if not target.is_file():
                found.append(f"{path.name}: {link}")
            elif anchor and target in pages and unquote(anchor) not in pages[target].anchors:
                found.append(f"{path.name}: {link} (no such anchor)")
    return sorted(found)


def test_every_link_and_anchor_is_there(pages: dict[Path, Page]) -> None:
    assert sum(len(page.links) for page in pages.values()) > 1000
    assert broken(pages) == []


def test_a_planted_link_to_nowhere_is_found(tmp_path: Path) -> None:
    there = tmp_path / "there.html"
    there.write_text('<p id="here">', "utf-8")
    links = "there.html", "there.html#here", "there.html#gone", "gone.html", "#top", "https://other.example/"
    page = Page("".join(f'<a href="{link}">x</a>' for link in links))
    found = broken({tmp_path / "a.html": page, there: Page(there.read_text("utf-8"))})
    assert found == [
        "a.html: #top (no such anchor)" if (tmp_path / "a.html").is_file() else "a.html: #top",
        "a.html: gone.html",
        "a.html: there.html#gone (no such anchor)",
    ]


def test_no_page_asks_another_origin(pages: dict[Path, Page]) -> None:
    asked = defaultdict(list)
    for path, page in pages.items():
        asked[path.name] += [address for address in page.asks if is_foreign(address)]
    assert not {name: addresses for name, addresses in asked.items() if addresses}


def test_no_style_asks_another_origin(built_book: Path) -> None:
    for path in built_book.rglob("*.css"):
        for match in IN_CSS.finditer(path.read_text("utf-8")):
            assert not is_foreign(match[1] or match[2]), path.name


def test_what_a_page_asks_for_is_seen() -> None:
    page = Page('<script src="//a.example/x.js"></script><link href="https://b.example/y.css"><img src="z.png">')
    assert [address for address in page.asks if is_foreign(address)] == ["//a.example/x.js", "https://b.example/y.css"]


def test_thebe_is_gone_and_the_widgets_come_where_they_are_needed(pages: dict[Path, Page], built_book: Path) -> None:
    for path in pages:
        text = path.read_text("utf-8")
        assert not re.search(r"thebe|kernelName", text, re.IGNORECASE), path.name
        holds = 'class="ic-widget' in text
        assert ("course-widgets.js" in text, "course-widgets.css" in text) == (holds, holds), path.name
    assert "ic-widget" in Path(built_book, "notebooks", "step-4-match.html").read_text("utf-8")
