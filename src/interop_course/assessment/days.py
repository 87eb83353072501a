"""Days in words that are the same in every locale: the names that `strftime` knows change with the machine."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_in_words(day: date) -> str:
    """A day with its month by name; of a moment, its day.

    >>> day_in_words(date(2010, 7, 6))
    '6 July 2010'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
