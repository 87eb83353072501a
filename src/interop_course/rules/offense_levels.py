"""Which level has this offense?

Two appendices of the packet sort offenses into three levels by NCIC code. In the public text their columns are run
together, so the table here is a reconstruction. The 14 categories of Level 1 are certain, since the SOP's prose
names them too; of Level 2 those that the agreement's prose names. The rest goes by the order of the rows, and nobody
is tested on it. Levels say whom ICE means to turn to first. They tell a local agency nothing about what it may do.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from interop_course.rules.decision import Decision, Rule
from interop_course.rules.errors import NotACode


class Level(StrEnum):
    """The levels of offenses, and the two answers beside them."""

    ONE = "Level 1"
    TWO = "Level 2"
    THREE = "Level 3"
    NOT_SAID = "the packet does not say"
    NOT_LISTED = "not in the table"


@dataclass(frozen=True, slots=True)
class Category:
    """One line of the table.

    Attributes:
        level: its level.
        name: the category, in the course's words.
        codes: its NCIC codes, each a range from first to last.
        certain: whether prose of the packet confirms the level.
    """

    level: Level
    name: str
    codes: tuple[tuple[int, int], ...]
    certain: bool = False

    def holds(self, code: int) -> bool:
        """Whether the code falls into the category."""
        return any(first <= code <= last for first, last in self.codes)


def _one(name: str, *codes: tuple[int, int]) -> Category:
    return Category(Level.ONE, name, codes, certain=True)


def _two(name: str, *codes: tuple[int, int], certain: bool = False) -> Category:
    return Category(Level.TWO, name, codes, certain)


def _three(name: str, *codes: tuple[int, int]) -> Category:
    return Category(Level.THREE, name, codes)


CATEGORIES: tuple[Category, ...] = (
    _one("National security", (101, 199), (1602, 1602), (5204, 5299)),
    _one("Homicide", (901, 999)),
    _one("Kidnapping", (1001, 1099)),
    _one("Sexual assault", (1101, 1199)),
    _one("Robbery", (1201, 1299)),
    _one("Aggravated assault", (1301, 1399)),
    _one("Threats", (1601, 1601)),
    _one("Extortion by threat to injure a person", (2101, 2101)),
    _one("Sex offenses", (3601, 3699)),
    _one("Cruelty toward a child or wife", (3802, 3803)),
    _one("Resisting an officer", (4801, 4801)),
    _one("Weapon offenses", (5201, 5203)),
    _one("Hit and run", (5401, 5401)),
    _two("Arson", (2001, 2099)),
    _two("Burglary", (2201, 2299), certain=True),
    _two("Larceny", (2301, 2399), certain=True),
    _two("Stolen vehicles", (2401, 2411), (2499, 2499)),
    _two("Forgery", (2501, 2599)),
    _two("Fraud", (2601, 2699), certain=True),
    _two("Embezzlement", (2701, 2799)),
    _two("Stolen property", (2801, 2899)),
    _two("Damage to property with explosives", (2904, 2906)),
    _two("Traffic offenses", (5402, 5499)),
    _two("Smuggling", (5801, 5899)),
    _two("Money laundering", (6300, 6300), certain=True),
    _two("Property crimes", (7199, 7199)),
    _three("Military offenses", (201, 201)),
    _three("Immigration offenses", (301, 399)),
    _three("Other extortion", (2102, 2199)),
    _three("Damage to property", (2901, 2903)),
    _three("Family offenses", (3801, 3801), (3804, 3899)),
    _three("Gambling", (3901, 3999)),
    _three("Commercialized sex offenses", (4001, 4099)),
    _three("Liquor offenses", (4101, 4199)),
    _three("Obstructing the police", (4802, 4899)),
    _three("Bribery", (5101, 5199)),
    _three("Health and safety", (5501, 5599)),
    _three("Civil rights", (5699, 5699)),
    _three("Invasion of privacy", (5701, 5799)),
    _three("Election laws", (5999, 5999)),
    _three("Conservation", (6201, 6299)),
    _three("Public order crimes", (7399, 7399)),
)
"""The table, by level and code. Drug offenses have no code in it; see :func:`drug_level`."""

_TABLES = ("moa-app-a@40", "sop-app-a@52")
_MILITARY_OPEN = range(202, 300)

LEVEL_1 = Rule(
    "OL-level-1",
    "The table, its footnote and the SOP's prose agree on the 14 categories of Level 1.",
    (*_TABLES, "sop-process/2.1.5@48"),
    ("C58", "C60"),
)
HIT_AND_RUN = Rule(
    "OL-hit-and-run",
    "The table puts hit and run into Level 1 without a condition; the SOP's prose names injury or death.",
    (*_TABLES, "sop-process/2.1.5@48"),
    ("C60",),
    reading=True,
)
AGREEMENT_PROSE = Rule(
    "OL-agreement",
    "The agreement's prose names burglary, larceny, fraud and money laundering as offenses of Level 2.",
    ("moa/III.B.ii@35", *_TABLES),
    ("C58", "C60"),
)
RECONSTRUCTED = Rule(
    "OL-reconstructed",
    "This place in the table rests on the order of its rows alone, since the public text runs its columns together.",
    _TABLES,
    ("C58",),
    reading=True,
)
MILITARY = Rule(
    "OL-military",
    "Both tables list Military offenses with 0201, and then print different figures: 2099 in the agreement, which "
    "lies inside Arson, and 0299 in the SOP. Neither is confirmed.",
    _TABLES,
    ("C56", "C57"),
    reading=True,
)
NOT_LISTED = Rule("OL-not-listed", "Neither table has this code.", _TABLES)
DRUGS = Rule(
    "OL-drugs",
    "A drug offense with a sentence of more than a year is Level 1, with one of less than a year Level 2.",
    (*_TABLES, "sop-process/2.1.5@48"),
    ("C59",),
)
DRUGS_ONE_YEAR = Rule(
    "OL-drugs-one-year",
    "A sentence of exactly one year is in neither level. The packet leaves the gap.",
    _TABLES,
    ("C59",),
)


def level_of(code: str) -> Decision[Level]:
    """The level of an offense by its NCIC code.

    Args:
        code: four digits, for example "0901".

    Raises:
        NotACode: the text is not four digits.
    """
    if not re.fullmatch(r"[0-9]{4}", code):
        raise NotACode(code)
    number = int(code)
    if number in _MILITARY_OPEN:
        return Decision(Level.NOT_SAID, (MILITARY,))
    category = category_of(code)
    if category is None:
        return Decision(Level.NOT_LISTED, (NOT_LISTED,))
    return Decision(category.level, _grounds(category, number))


def category_of(code: str) -> Category | None:
    """The line of the table with this code, or None. The code is as for :func:`level_of`."""
    return next((category for category in CATEGORIES if category.holds(int(code))), None)


def _grounds(category: Category, code: int) -> tuple[Rule, ...]:
    if code == 5401:
        return (HIT_AND_RUN, LEVEL_1)
    if code in (201, 2099):
        return (RECONSTRUCTED, MILITARY)
    if category.level is Level.ONE:
        return (LEVEL_1,)
    return (AGREEMENT_PROSE,) if category.certain else (RECONSTRUCTED,)


def drug_level(years: float) -> Decision[Level]:
    """The level of a drug offense by the length of its sentence.

    The SOP speaks of the sentence imposed, the fact sheet of the one that the offense carries; the caller says which.

    Args:
        years: the sentence, more than 0.

    Raises:
        ValueError: the sentence is not more than 0.
    """
    if not years > 0:
        raise ValueError("A sentence is longer than 0 years.")
    if years == 1:
        return Decision(Level.NOT_SAID, (DRUGS_ONE_YEAR, DRUGS), ("the sentence being shorter or longer",))
    return Decision(Level.ONE if years > 1 else Level.TWO, (DRUGS,))
