"""The profiles as data: what EBTS 9.1 and the packet say, written down a second time, and sources that resolve."""

from __future__ import annotations

import pytest

from interop_course.packet import REGISTER, cite
from interop_course.wire import PROFILES, Use, profile
from interop_course.wire.facts import EBTS
from interop_course.wire.profiles import rules_of

USES = {
    # field: CAR, SRE, ERRT (M mandatory, O optional, L mandatory and left out by the course, ? open, - not listed)
    **dict.fromkeys(("1.01", "1.02", "1.03", "1.04", "1.05", "1.07", "1.08", "1.09", "1.11", "1.12"), "MMM"),
    **dict.fromkeys(("1.06", "1.13", "1.14", "1.15"), "OOO"),
    "1.10": "-MM",
    **dict.fromkeys(("2.001", "2.002"), "MMM"),
    "2.005": "M--",
    **dict.fromkeys(("2.006", "2.007", "2.009", "2.014", "2.015"), "OOO"),
    "2.016": "O--",
    "2.017": "O-O",
    "2.018": "MM-",
    **dict.fromkeys(("2.019", "2.021", "2.026", "2.035", "2.036"), "O--"),
    **dict.fromkeys(("2.020", "2.022", "2.024"), "M--"),
    **dict.fromkeys(("2.025", "2.027", "2.029", "2.031", "2.032"), "L--"),
    **dict.fromkeys(("2.037", "2.038"), "---"),
    **dict.fromkeys(("2.039", "2.040", "2.041"), "OO-"),
    **dict.fromkeys(("2.045", "2.047"), "M--"),
    **dict.fromkeys(("2.051", "2.054", "2.055", "2.056"), "O--"),
    "2.059": "-M-",
    "2.060": "-?M",
    "2.067": "O--",
    "2.070": "O--",
    "2.073": "MMO",
    "2.075": "-O-",
    "2.084": "O--",
    "2.085": "-O-",
    "2.087": "OO-",
    "2.098": "O--",
    **{f"10.{number:03}": "MM-" for number in (*range(1, 13), 999)},
    **dict.fromkeys(("10.013", "10.020"), "OO-"),
    **{f"14.{number:03}": "M--" for number in (*range(1, 14), 999)},
    **dict.fromkeys(("14.018", "14.020"), "O--"),
}
SIGNS = {Use.MANDATORY: "M", Use.OPTIONAL: "O", Use.LEFT_OUT: "L", Use.OPEN: "?"}


@pytest.mark.parametrize("tag", USES)
def test_which_message_has_a_field(tag: str) -> None:
    rules = rules_of(tag)
    assert "".join(SIGNS[rules[tot].use] if tot in rules else "-" for tot in ("CAR", "SRE", "ERRT")) == USES[tag]


def test_no_rule_is_missing_above() -> None:
    listed = {rule.tag for each in PROFILES.values() for record in each.records for rule in record.fields}
    assert listed == {tag for tag, uses in USES.items() if uses != "---"}


@pytest.mark.parametrize(
    ("tot", "records"),
    [
        ("CAR", {(1,): (1, 1), (2,): (1, 1), (4, 14): (1, 14), (10,): (0, 4), (7, 13): (0, 2), (15,): (0, 8)}),
        ("SRE", {(1,): (1, 1), (2,): (1, 1), (10,): (0, 5)}),
        ("ERRT", {(1,): (1, 1), (2,): (1, 1)}),
    ],
)
def test_how_many_records(tot: str, records: dict[tuple[int, ...], tuple[int, int]]) -> None:
    assert {each.types: (each.least, each.most) for each in profile(tot).records} == records


@pytest.mark.parametrize(
    ("tot", "tag", "least", "most", "fewest", "many", "values"),
    [
        ("SRE", "1.05", 8, 8, 1, 1, ()),
        ("SRE", "2.059", 1, 1, 1, 1, ("I", "N")),
        ("CAR", "2.014", 1, 9, 1, 5, ()),
        ("SRE", "2.014", 1, 9, 1, 1, ()),
        ("CAR", "2.047", 1, 308, 1, 40, ()),
        ("ERRT", "2.060", 1, 300, 1, 11, ()),
        ("SRE", "2.075", 4, 200_000, 1, 1, ()),
        ("CAR", "2.005", 1, 1, 1, 1, ("Y", "N")),
        ("CAR", "10.003", 4, 6, 1, 1, ("FACE", "SCAR", "MARK", "TATTOO")),
    ],
)
def test_sizes_and_values(
    tot: str, tag: str, least: int, most: int, fewest: int, many: int, values: tuple[str, ...]
) -> None:
    rule = rules_of(tag)[tot]
    assert (rule.least, rule.most, rule.fewest, rule.many, rule.values) == (least, most, fewest, many, values)


def test_days_of_the_calendar() -> None:
    days = {rule.tag for each in PROFILES.values() for record in each.records for rule in record.fields if rule.date}
    assert days == {"1.05", "2.045", "2.054", "10.005", "14.005"}


def test_every_rule_has_a_source() -> None:
    entries = {entry.id for entry in REGISTER}
    for each in PROFILES.values():
        for record in each.records:
            for rule in (record, *record.fields):
                assert rule.source == EBTS or str(cite(rule.source)) == rule.source
            for rule in record.fields:
                assert rule.values_source == EBTS or cite(rule.values_source)
                assert not rule.register or rule.register in entries
                assert (rule.use is Use.OPEN) == bool(rule.register)


def test_a_repository_in_a_car_is_the_packets_and_not_of_ebts() -> None:
    assert rules_of("2.098")["CAR"].source == "faq@10"


def test_names_in_words() -> None:
    assert [each.a_tot for each in PROFILES.values()] == ["a CAR", "an SRE", "an ERRT"]
    record = profile("CAR").record(14)
    assert record is not None
    assert record.name == "Type-4 or Type-14 record"
    assert profile("SRE").record(14) is None
