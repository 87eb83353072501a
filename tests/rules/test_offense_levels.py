from collections import Counter

import pytest

from interop_course.packet import cite
from interop_course.rules import NotACode
from interop_course.rules.offense_levels import CATEGORIES, Level, category_of, drug_level, level_of

ONE, TWO, THREE, NOT_SAID, NOT_LISTED = Level

CERTAIN = [
    ("0101", "National security"),
    ("0199", "National security"),
    ("1602", "National security"),
    ("5204", "National security"),
    ("5299", "National security"),
    ("0901", "Homicide"),
    ("0999", "Homicide"),
    ("1001", "Kidnapping"),
    ("1099", "Kidnapping"),
    ("1101", "Sexual assault"),
    ("1199", "Sexual assault"),
    ("1201", "Robbery"),
    ("1299", "Robbery"),
    ("1301", "Aggravated assault"),
    ("1399", "Aggravated assault"),
    ("1601", "Threats"),
    ("2101", "Extortion by threat to injure a person"),
    ("3601", "Sex offenses"),
    ("3699", "Sex offenses"),
    ("3802", "Cruelty toward a child or wife"),
    ("3803", "Cruelty toward a child or wife"),
    ("4801", "Resisting an officer"),
    ("5201", "Weapon offenses"),
    ("5203", "Weapon offenses"),
]


@pytest.mark.parametrize(("code", "name"), CERTAIN)
def test_level_1_is_certain(code: str, name: str) -> None:
    decision = level_of(code)
    category = category_of(code)
    assert decision.outcome is ONE
    assert category is not None
    assert category.name == name
    assert not decision.reading
    assert cite("sop-process/2.1.5@48") in decision.cites


@pytest.mark.parametrize("code", ["2201", "2299", "2301", "2399", "2601", "2699", "6300"])
def test_level_2_is_certain_where_the_agreements_prose_names_it(code: str) -> None:
    decision = level_of(code)
    assert decision.outcome is TWO
    assert not decision.reading
    assert cite("moa/III.B.ii@35") in decision.cites


RECONSTRUCTED = [
    ("2001", TWO), ("2099", TWO), ("2401", TWO), ("2411", TWO), ("2499", TWO), ("2501", TWO), ("2701", TWO),
    ("2801", TWO), ("2904", TWO), ("2906", TWO), ("5402", TWO), ("5499", TWO), ("5801", TWO), ("7199", TWO),
    ("0201", THREE), ("0301", THREE), ("0399", THREE), ("2102", THREE), ("2199", THREE), ("2901", THREE),
    ("2903", THREE), ("3801", THREE), ("3804", THREE), ("3899", THREE), ("3901", THREE), ("4001", THREE),
    ("4101", THREE), ("4802", THREE), ("4899", THREE), ("5101", THREE), ("5501", THREE), ("5699", THREE),
    ("5701", THREE), ("5999", THREE), ("6201", THREE), ("7399", THREE),
]  # fmt: skip


@pytest.mark.parametrize(("code", "level"), RECONSTRUCTED)
def test_the_rest_is_marked_as_a_reconstruction(code: str, level: Level) -> None:
    decision = level_of(code)
    assert decision.outcome is level
    assert decision.reading
    assert {cite("moa-app-a@40"), cite("sop-app-a@52")} <= set(decision.cites)
    assert "C58" in decision.register


@pytest.mark.parametrize(
    ("code", "level", "rule", "entry"),
    [
        ("5401", ONE, "OL-hit-and-run", "C60"),
        ("0201", THREE, "OL-military", "C56"),
        ("2099", TWO, "OL-military", "C56"),
        ("0202", NOT_SAID, "OL-military", "C56"),
        ("0299", NOT_SAID, "OL-military", "C57"),
    ],
)
def test_where_the_texts_differ_the_decision_says_so(code: str, level: Level, rule: str, entry: str) -> None:
    decision = level_of(code)
    assert decision.outcome is level
    assert rule in decision.rule_ids
    assert decision.reading
    assert entry in decision.register


@pytest.mark.parametrize(
    "code", ["0000", "0100", "0200", "0300", "1600", "1603", "2412", "3800", "5200", "6301", "9999"]
)
def test_a_code_beside_the_ranges_is_not_listed(code: str) -> None:
    decision = level_of(code)
    assert decision.outcome is NOT_LISTED
    assert decision.rule_ids == ("OL-not-listed",)


@pytest.mark.parametrize("text", ["", "901", "09010", "abcd", "0 01", "０９０１", "38043899", "-901"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(NotACode, match="four digits"):
        level_of(text)


PRINTED = """
Level 1: 0101-0199 1602 5204-5299 | 0901-0999 | 1001-1099 | 1101-1199 | 1201-1299 | 1301-1399 | 1601 | 2101 |
 3601-3699 | 3802-3803 | 4801 | 5201-5203 | 5401
Level 2: 2001-2099 | 2201-2299 | 2301-2399 | 2401-2411 2499 | 2501-2599 | 2601-2699 | 2701-2799 | 2801-2899 |
 2904-2906 | 5402-5499 | 5801-5899 | 6300 | 7199
Level 3: 0201 | 0301-0399 | 2102-2199 | 2901-2903 | 3801 3804-3899 | 3901-3999 | 4001-4099 | 4101-4199 |
 4802-4899 | 5101-5199 | 5501-5599 | 5699 | 5701-5799 | 5999 | 6201-6299 | 7399
"""
"""The codes of the two appendices, categories parted by bars. For Military only the code that both tables share."""


def test_the_table_has_the_codes_that_are_printed() -> None:
    lines = []
    for level in (ONE, TWO, THREE):
        categories = [category for category in CATEGORIES if category.level is level]
        codes = [
            " ".join(f"{first:04d}" if first == last else f"{first:04d}-{last:04d}" for first, last in category.codes)
            for category in categories
        ]
        lines.append(f"{level.value}: {' | '.join(codes)}")
    assert "\n".join(lines) == PRINTED.strip().replace("|\n", "|")


def test_no_code_is_in_two_categories() -> None:
    found = Counter(
        code for category in CATEGORIES for first, last in category.codes for code in range(first, last + 1)
    )
    assert [code for code, times in found.items() if times > 1] == []


def test_every_category_is_tried_above() -> None:
    codes = (
        [code for code, _ in CERTAIN] + [code for code, _ in RECONSTRUCTED] + ["2201", "2301", "2601", "6300", "5401"]
    )
    tried = {category.name for code in codes if (category := category_of(code)) is not None}
    assert tried == {category.name for category in CATEGORIES}


def test_with_drugs_level_1_has_the_fourteen_categories_of_the_sops_prose() -> None:
    assert len([category for category in CATEGORIES if category.level is ONE]) + 1 == 14


@pytest.mark.parametrize(("years", "level"), [(5, ONE), (1.01, ONE), (1, NOT_SAID), (0.99, TWO), (0.1, TWO)])
def test_a_drug_offense_goes_by_its_sentence(years: float, level: Level) -> None:
    decision = drug_level(years)
    assert decision.outcome is level
    assert "C59" in decision.register
    assert cite("sop-app-a@52") in decision.cites


@pytest.mark.parametrize("years", [0, -1, float("nan")])
def test_a_sentence_that_is_none_is_refused(years: float) -> None:
    with pytest.raises(ValueError, match="longer than 0"):
        drug_level(years)
