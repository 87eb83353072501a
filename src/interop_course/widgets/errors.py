"""What can go wrong with a widget.

WidgetError
├── BundleError     a source of the front end cannot be joined; names the file and the line
└── NothingToShow   what was given is no message, entry or journal, or has no such part
"""

from __future__ import annotations


class WidgetError(Exception):
    """Root of every error that this package raises."""


class BundleError(WidgetError):
    """A source that cannot be joined. The message names the file and the line."""


class NothingToShow(WidgetError):
    """The value given to a widget is not one that it can show."""
