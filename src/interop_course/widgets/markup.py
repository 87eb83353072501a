"""HTML written from values: whatever is not markup already is escaped."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Any

VOID = frozenset({"img", "input"})
BROKEN_AFTER = frozenset({"div", "details", "li", "ol", "p", "table", "thead", "tr", "ul"})
"""Elements that end a line, so that a stored output shows in a diff what changed."""


class Html(str):
    """Text that is markup already, and may go into markup as it is."""

    __slots__ = ()


def element(name: str, *children: Any, **attributes: str | bool | None) -> Html:
    """One element. Children are text, Html, None or lists of them; ``class_`` and ``data_kind`` lose ``_`` for HTML.

    >>> element("p", "1 < 2", class_="note")
    '<p class="note">1 &lt; 2</p>\\n'
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Html(f"<{name}{written}>")
    end = "\n" if name in BROKEN_AFTER else ""
    return Html(f"<{name}{written}>{join(children)}</{name}>{end}")


def join(children: Iterable[Any]) -> Html:
    """Children in a row, text escaped."""
    return Html("".join(_written(child) for child in children))


def data_script(value: Any) -> Html:
    """A JSON value in a script element that no browser runs, with a line for each object.

    Nothing in it can end the element or open a comment. The signs {" stand in no string, where " is escaped.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    text = text.replace('{"', '\n{"')
    return Html(f'<script type="application/json">{text}</script>')


def _written(child: Any) -> str:
    if child is None:
        return ""
    if isinstance(child, Html):
        return child
    if isinstance(child, str):
        return escape(child, quote=False)
    return join(child)


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(value)}"'
