"""The field dictionary: whole, in plain words, and honest about where it comes from."""

from __future__ import annotations

import re

import pytest

from interop_course.packet import cite
from interop_course.wire import FieldFact, UnknownField, describe, lookup, record
from interop_course.wire.facts import EBTS, all_facts, fact, number_of

FACTS = list(all_facts().values())

UNEXPLAINED = ("1.11", "1.12", "2.002")
"""Listed on the packet's page of fields without a word on them (register entry C69)."""

BY_ORDER_ONLY = ("2.009", "2.073")
"""Paired with their words on that page by order alone (register entry C70)."""


@pytest.mark.parametrize("entry", FACTS, ids=lambda entry: entry.tag)
def test_entry(entry: FieldFact) -> None:
    assert describe(entry.tag) is entry
    assert re.fullmatch(r"[A-Z]{2,4}", entry.mnemonic)
    assert re.fullmatch(r"\d+(-\d+|\+)?", entry.size)
    assert re.fullmatch(r"\d+(-\d+|\+)?", entry.occurrence)
    assert entry.least >= 1
    assert entry.most is None or entry.least <= entry.most
    assert re.fullmatch("B|A?N?S?", entry.characters)
    assert entry.characters
    assert not entry.special or "S" in entry.characters
    assert entry.meaning.endswith(".")
    assert len(entry.meaning) <= 160
    assert entry.source == EBTS or str(cite(entry.source)) == entry.source


def test_each_field_once_and_each_mnemonic_once_a_record() -> None:
    tags = [entry.tag for entry in FACTS]
    assert len(tags) == len(set(tags))
    names = [(entry.tag.split(".")[0], entry.mnemonic) for entry in FACTS]
    assert len(names) == len(set(names))
    assert tags == sorted(tags, key=lambda tag: [int(part) for part in tag.split(".")])


@pytest.mark.parametrize("tag", UNEXPLAINED + BY_ORDER_ONLY)
def test_what_the_packet_does_not_say_is_not_put_in_its_mouth(tag: str) -> None:
    assert describe(tag).source == EBTS


@pytest.mark.parametrize(
    ("tag", "mnemonic", "size", "occurrence", "personal"),
    [
        ("1.04", "TOT", "3-4", "1", False),
        ("1.10", "TCR", "10-40", "1", False),
        ("2.018", "NAM", "3-30", "1", True),
        ("2.022", "DOB", "8", "1-5", True),
        ("2.047", "ASL", "1-308", "1-40", True),
        ("2.059", "SRF", "1", "1", True),
        ("2.075", "ERS", "4-200000", "1", True),
        ("2.098", "NDR", "1-3", "1-4", False),
        ("10.011", "CGA", "3-5", "1", False),
        ("14.999", "DATA", "1+", "1", True),
    ],
)
def test_known_fields(tag: str, mnemonic: str, size: str, occurrence: str, personal: bool) -> None:
    entry = describe(tag)
    assert (entry.mnemonic, entry.size, entry.occurrence, entry.personal) == (mnemonic, size, occurrence, personal)


def test_every_field_of_the_packets_samples_is_explained() -> None:
    header = (1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12)
    person = (1, 2, 9, 15, 18, 59, 60, 73, 75)
    assert all(fact(1, number) for number in header)
    assert all(fact(2, number) for number in person)


@pytest.mark.parametrize(
    ("tag", "least", "most", "occurs"),
    [("2.018", 3, 30, (1, 1)), ("2.059", 1, 1, (1, 1)), ("2.073", 1, 9, (1, 3)), ("10.999", 1, None, (1, 1))],
)
def test_sizes_as_numbers(tag: str, least: int, most: int | None, occurs: tuple[int, int | None]) -> None:
    entry = describe(tag)
    assert (entry.least, entry.most, entry.occurs) == (least, most, occurs)


@pytest.mark.parametrize("name", ["2.018", "2.18", "NAM", "nam", "2.NAM", " NAM "])
def test_a_field_is_looked_up_by_number_or_name(name: str) -> None:
    assert lookup(name) is describe("2.018")


@pytest.mark.parametrize(
    ("name", "words"),
    [("SRC", "several fields: 10.004, 14.004"), ("SFR", "2.059 SRF"), ("height", "2.027 HGT"), ("14.NAM", "2.018 NAM")],
)
def test_a_name_that_is_unclear_or_unknown(name: str, words: str) -> None:
    with pytest.raises(UnknownField, match=words):
        lookup(name)


def test_tags_in_any_padding() -> None:
    assert describe("1.1") is describe("1.001") is describe("01.01") is describe("1.01")


@pytest.mark.parametrize(
    "wrong", ["", "2", "2.", ".18", "2.x", "x.018", "2.777", "2.018.1", "2.０18", "2." + "0" * 5000]
)
def test_unknown_tags(wrong: str) -> None:
    with pytest.raises(UnknownField):
        describe(wrong)


def test_mnemonics() -> None:
    assert number_of(2, "NAM") == 18
    assert number_of(2, "nam") == 18
    assert number_of(10, "PHD") == 5
    assert record(2, [("NAM", "A")]) == record(2, [(18, "A")])
    with pytest.raises(UnknownField):
        number_of(1, "NAM")
