"""What leads a page away from its own origin.

Thebe, which jupyter-book writes into every page, would bring code of other origins on demand. The course has no use
for it.
"""

from __future__ import annotations

import re

_OTHER_ORIGIN = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_THEBE = re.compile(r"\bthebe|\bkernelName\b", re.IGNORECASE)


def is_foreign(address: str) -> bool:
    """Say whether an address, as it stands in a page, leads to another origin."""
    return bool(_OTHER_ORIGIN.match(address.strip()))


def is_thebe(text: str) -> bool:
    """Say whether the text of a page is Thebe's."""
    return bool(_THEBE.search(text))
