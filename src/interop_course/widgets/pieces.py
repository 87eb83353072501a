"""What the fallbacks of all widgets are made of: a table with headings, and a list of sources."""

from __future__ import annotations

from collections.abc import Iterable

from ..live.states import Source
from .markup import Html, element, join

BOOK = "../book/"
"""The way from a lesson's page to the book's own pages."""


def table(caption: str, columns: Iterable[str], rows: Iterable[Html | None], classes: str = "ic-table") -> Html:
    """A table with a caption and a heading for each column."""
    return element(
        "table",
        element("caption", caption, class_="ic-hidden"),
        element("thead", element("tr", (element("th", name, scope="col") for name in columns))),
        element("tbody", rows),
        class_=classes,
    )


def sources(sources: Iterable[Source], lead: str = "Source") -> Html | None:
    """Where a statement comes from, linked where the book has a page for it; None where there is no source."""
    named = [
        join(
            ["; " if n else None, element("a", source.label, href=BOOK + source.href) if source.href else source.label]
        )
        for n, source in enumerate(sources)
    ]
    return element("p", f"{lead}: ", named, class_="ic-sources") if named else None
