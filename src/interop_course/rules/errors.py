"""What can go wrong when the rules are asked.

::

    Exception
    └── RulesError              anything about a question to the rules
        ├── NoCalendar          the holiday calendar library is not installed
        ├── NotACode            text that is not a four-digit NCIC code
        └── NotRequested        SOP 2.2 has no item of that section
"""


class RulesError(Exception):
    """The base of every error of this package."""


class NoCalendar(RulesError):
    """The library with the federal holidays is not installed, so no deadline can be computed."""

    def __init__(self) -> None:
        super().__init__("The package 'holidays' is not installed. Install it, or pass a calendar of your own.")


class NotACode(RulesError, ValueError):
    """An NCIC offense code has four digits."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"{text!r} is not an NCIC code. A code has four digits, for example 0901.")


class NotRequested(RulesError, ValueError):
    """SOP 2.2 has no item of this section."""

    def __init__(self, section: str) -> None:
        self.section = section
        super().__init__(f"SOP 2.2 has no item {section!r}. Its items are 2.2.1 to 2.2.8.")
