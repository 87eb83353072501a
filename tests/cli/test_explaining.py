"""`explain`: a field by its number or its short name, with what is asked of it where; and `cite`."""

from __future__ import annotations

import pytest

from interop_course.cli import main
from interop_course.wire import PROFILES
from interop_course.wire.facts import all_facts


def explained(capsys: pytest.CaptureFixture[str], field: str) -> tuple[int, str, str]:
    status = main(["explain", field])
    out, err = capsys.readouterr()
    return status, out, err


def test_a_field_by_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = explained(capsys, "2.059")
    assert status == 0
    assert out.splitlines() == [
        "2.059 SRF: Search Results Findings",
        "The result of the search: I for a match, N for none.",
        "",
        "  Size        1 character",
        "  Values      1 value",
        "  Holds       letters",
        "  Personal    yes: it says something about a person",
        "  In a CAR    not one of its fields",
        "  In an SRE   mandatory; I or N (EBTS fields, p. 25 (FOIA 0117656))",
        "  In an ERRT  not one of its fields",
        "  Source      Shared Services sheet, p. 26 (FOIA 0117657)",
        "              size, values and characters: EBTS 9.1 (IAFIS-DOC-01078-9.1)",
    ]


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("nam", "2.018 NAM: Name"),
        ("02.18", "2.018 NAM: Name"),
        ("10.src", "10.004 SRC: Source Agency"),
        ("2.075", "  Size        4 to 200,000 characters"),
        (
            "2.060",
            "  In an SRE   open; the packet is at odds with itself here (register, C75)",
        ),
        ("2.014", "  In an SRE   optional; 1 value"),
        ("2.025", "  In a CAR    mandatory; the course's own messages leave it out"),
        ("4.004", "  Size        6 bytes"),
        ("4.004", "  In a CAR    in every Type-4 record"),
        ("10.999", "  In an ERRT  no: it has no Type-10 record"),
        ("1.09", "  Personal    no"),
    ],
)
def test_what_it_says(capsys: pytest.CaptureFixture[str], asked: str, line: str) -> None:
    assert any(each.startswith(line) for each in explained(capsys, asked)[1].splitlines())


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("LEN", "LEN is the name of several fields: 1.01, 2.001, 4.001, 10.001, 14.001; give one of these"),
        ("NMA", "did you mean 2.018 NAM (Name)"),
        ("2.058", "did you mean 2.059 SRF (Search Results Findings)"),
        ("arrest", "did you mean 2.045 DOA (Date of Arrest), 2.047 ASL (Arrest Segment Literal)?"),
        ("99.999999", "a field is named as in 2.059 or SRF"),
        ("", "a field is named as in 2.059 or SRF"),
    ],
)
def test_what_may_have_been_meant(capsys: pytest.CaptureFixture[str], asked: str, hint: str) -> None:
    status, out, err = explained(capsys, asked)
    assert (status, out) == (2, "")
    assert hint in err


def test_every_field_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    for fact in all_facts().values():
        status, out, _ = explained(capsys, fact.tag)
        assert status == 0
        assert out.startswith(f"{fact.tag} {fact.mnemonic}: {fact.name}\n{fact.meaning}\n")
        assert all(f"In {profile.a_tot}" in out for profile in PROFILES.values())
        assert "None" not in out


def test_a_citation(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", "faq@11"]) == 0
    assert capsys.readouterr().out.startswith("FAQ, p. 11 (FOIA 0117642)\n")
