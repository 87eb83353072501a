"""Every acronym that the packet's data uses is in the glossary, with a source for each way to spell it out."""

import re

import pytest
from pydantic import ValidationError

from interop_course.packet import (
    DOCUMENTS,
    GLOSSARY,
    REGISTER,
    SINCE_2010,
    Expansion,
    UnknownTerm,
    disagreement,
    term,
)

ACRONYM = re.compile(r"(?<![\w<.-])[A-Z]{2,}(?![\w>-])")
NOT_ACRONYMS = {
    "TEST": "the name of the invented person in the samples",
    "XX": "a code for an unknown value",
    "CN": "a code for a country",
    "NRC": "a code in a sample that nothing explains",
    "ID": "an everyday word",
    "IDSM": "iDSM, as a sample prints it",
    "XI": "a section number",
}


def prose() -> dict[str, str]:
    texts = {document.id: f"{document.title} {document.about}" for document in DOCUMENTS}
    texts |= {
        entry.id: " ".join((entry.title, entry.reading_1, entry.reading_2, entry.settled, entry.open, entry.teach))
        for entry in REGISTER
    }
    texts |= {entry.acronym: entry.plain for entry in GLOSSARY}
    texts |= {change.what: f"{change.topic} {change.what} {change.note}" for change in SINCE_2010}
    return texts


def test_every_acronym_in_use_is_explained() -> None:
    known = {word for entry in GLOSSARY for word in re.findall(r"\w+", entry.acronym)} | set(NOT_ACRONYMS)
    unknown = {(name, word) for name, text in prose().items() for word in ACRONYM.findall(text) if word not in known}
    assert not unknown


def test_terms_and_anchors_are_unique() -> None:
    assert len({entry.acronym for entry in GLOSSARY}) == len(GLOSSARY)
    assert len({entry.anchor for entry in GLOSSARY}) == len(GLOSSARY)
    assert all(re.fullmatch(r"term-[a-z0-9]+(-[a-z0-9]+)*", entry.anchor) for entry in GLOSSARY)


@pytest.mark.parametrize(
    ("acronym", "expansions"),
    [
        ("CPI", ("Criminal Print Identification", "Criminal Print Ident", "Criminal Print IDENT")),
        ("CAR", ("Criminal Answer Required", "Criminal Ten-Print Submission (Answer Required)")),
        ("DRO", ("Detention and Removal Operations", "Detention and Removal Office")),
        ("LESC", ("Law Enforcement Support Center",)),
    ],
)
def test_every_way_to_spell_a_term_out_is_given(acronym: str, expansions: tuple[str, ...]) -> None:
    assert tuple(expansion.text for expansion in term(acronym).expansions) == expansions


def test_every_term_has_a_source() -> None:
    for entry in GLOSSARY:
        assert entry.citations or entry.outside, entry.acronym


def test_register_entries_named_by_terms_exist() -> None:
    for entry in GLOSSARY:
        for id in entry.disagreements:
            assert disagreement(id).id == id


def test_an_expansion_needs_one_kind_of_source() -> None:
    with pytest.raises(ValidationError, match="citations or an outside source"):
        Expansion(text="Something")
    with pytest.raises(ValidationError, match="citations or an outside source"):
        Expansion(text="Something", cites=("faq@11",), outside="elsewhere")


def test_an_unknown_term_names_the_nearest() -> None:
    with pytest.raises(UnknownTerm, match=r"no term 'LECS'.*LESC"):
        term("LECS")
