"""Which scripts and styles may stay on a page: those of the book's own origin.

Thebe, which jupyter-book adds to every page, would bring code of other origins on demand and defines one
constant twice, which is an error on every page. The course has no use for it.
"""

from __future__ import annotations

import re
from typing import Any, Protocol

_OTHER_ORIGIN = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_OTHER_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_THEBE = re.compile(r"\bthebe|\bkernelName\b", re.IGNORECASE)


class Asset(Protocol):
    """A script or style as Sphinx keeps it: a file name, or an inline body among the attributes."""

    @property
    def filename(self) -> object:
        """The address, as the page will state it; nothing for an inline script."""

    @property
    def attributes(self) -> dict[str, Any]:
        """The attributes of the element, and the body."""


def is_foreign(address: str) -> bool:
    """Say whether an address, as it stands in a page, leads to another origin."""
    return bool(_OTHER_ORIGIN.match(address.strip()))


def is_thebe(text: str) -> bool:
    """Say whether a file name or the text of a script is Thebe's."""
    return bool(_THEBE.search(text))


def is_unwanted(asset: Asset) -> bool:
    """Say whether a script or style must go: of another origin, naming one in its body, or Thebe's."""
    name, body = str(asset.filename or ""), str(asset.attributes.get("body") or "")
    return is_foreign(name) or bool(_OTHER_ADDRESS.search(body)) or is_thebe(name) or is_thebe(body)
