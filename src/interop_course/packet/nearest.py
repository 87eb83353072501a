"""What a reader may have meant by a name that does not exist."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(wrong: str, names: Iterable[str]) -> tuple[str, ...]:
    """Up to three of the names that look like the wrong one, best first; capital letters do not matter."""
    by_lower = {name.lower(): name for name in names}
    return tuple(by_lower[match] for match in get_close_matches(wrong.lower(), by_lower, n=3, cutoff=0.4))
