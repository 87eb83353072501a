"""A citation leads to a page of the packet, or says what is wrong with it."""

from dataclasses import FrozenInstanceError

import pytest

from interop_course.packet import DOCUMENTS, Citation, Numbering, UnknownCitation, cite


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("sop-process/2.1.4@47", "SOP 2.1.4, p. 47 (FOIA 0117678)"),
        ("sop-process/2.1.4@48", "SOP 2.1.4, p. 48 (FOIA 0117679)"),
        ("sop-process@47", "SOP 2.1, p. 47 (FOIA 0117678)"),
        ("sop-lea-actions/2.2.7@49", "SOP 2.2.7, p. 49 (FOIA 0117680)"),
        ("sop-app-a@52", "SOP Appendix A, p. 52 (FOIA 0117683)"),
        ("faq@11", "FAQ, p. 11 (FOIA 0117642)"),
        ("process-flow/step 3@19", "Process flow step 3, p. 19 (FOIA 0117650)"),
        ("idr-policy@57", "Sharing policy, p. 57 (FOIA 0117688)"),
        ("moa/IV.B@36", "MOA IV.B, p. 36 (FOIA 0117667)"),
        ("le-overview/footnote 3@14", "Handout for agencies footnote 3, p. 14 (FOIA 0117645)"),
        ("complaint@63", "Complaint sheet, p. 63 (FOIA 0117694)"),
    ],
)
def test_label_and_round_trip(text: str, label: str) -> None:
    citation = cite(text)
    assert citation.label == label
    assert str(citation) == text
    assert repr(citation) == f"cite({text!r})"
    assert citation.href == f"packet.html#{citation.document.id}"


def all_citations() -> list[str]:
    pages = [f"{found.id}@{page}" for found in DOCUMENTS for page in found.pages]
    sections = [
        f"{found.id}/{section.name}@{page}"
        for found in DOCUMENTS
        for section in found.sections
        for page in range(section.first_page, section.last_page + 1)
    ]
    return pages + sections


def test_every_page_and_every_section_can_be_cited() -> None:
    places: dict[str, set[str]] = {}
    for text in all_citations():
        citation = cite(text)
        assert str(citation) == text
        places.setdefault(citation.label, set()).add(f"{citation.document.id}@{citation.page}")
    assert {label: where for label, where in places.items() if len(where) > 1} == {}


@pytest.mark.parametrize(
    ("section", "pages"),
    [
        ("sop-intro/1.0", {46}),
        ("sop-process/2.1", {46, 47, 48}),
        ("sop-process/2.1.1", {47}),
        ("sop-process/2.1.4", {47, 48}),
        ("sop-process/2.1.5", {48}),
        ("sop-identification/3.1.6", {50}),
        ("sop-ice-actions/3.2.4", {51}),
        ("moa/III.B.ii", {35, 36}),
        ("moa/IV.B", {36}),
        ("moa/V", {36, 37}),
        ("moa/V.C", {37}),
        ("moa/VIII", {37, 38}),
        ("moa/XI", {38, 39}),
        ("process-flow/step 7", {19}),
        ("idr-policy/footnote 1", {57}),
    ],
)
def test_a_section_can_be_cited_where_it_lies_and_nowhere_else(section: str, pages: set[int]) -> None:
    found = set()
    for page in range(1, 65):
        try:
            cite(f"{section}@{page}")
        except UnknownCitation:
            continue
        found.add(page)
    assert found == pages


@pytest.mark.parametrize(
    ("text", "problem", "nearest"),
    [
        ("", "the form is", ()),
        ("faq", "the form is", ()),
        ("faq@", "the form is", ()),
        ("faq@011", "the form is", ()),
        ("faq@0", "the form is", ()),
        ("FAQ@11", "the form is", ()),
        (" faq@11", "the form is", ()),
        ("faq@11\n", "the form is", ()),
        ("sop-process/@47", "the form is", ()),
        ("fqa@11", "no document 'fqa'", ("faq",)),
        ("faq@13", "pages 6 to 12, not on page 13", ("le-overview@13",)),
        ("complaint@64", "page 63, not on page 64", ("key-contacts@64",)),
        ("idr-policy@56", "not on page 56", ()),
        ("faq/2@11", "no numbered sections", ("faq@11",)),
        ("sop-process/2.2.7@49", "in another document", ("sop-lea-actions/2.2.7@49",)),
        ("sop-process/2.1.5@47", "page 48, not on page 47", ("sop-process/2.1.5@48",)),
        ("sop-process/2.1.9@47", "no section '2.1.9'", ("2.1.5", "2.1.4", "2.1.3")),
        ("process-flow/step 8@19", "no section 'step 8'", ("step 7", "step 6", "step 5")),
    ],
)
def test_a_wrong_citation_says_what_is_wrong_and_what_was_meant(
    text: str, problem: str, nearest: tuple[str, ...]
) -> None:
    with pytest.raises(UnknownCitation) as caught:
        cite(text)
    assert problem in caught.value.problem
    assert caught.value.text == text
    assert caught.value.nearest == nearest
    assert all(name in str(caught.value) for name in nearest)


def test_what_is_offered_as_nearest_can_be_cited() -> None:
    with pytest.raises(UnknownCitation) as caught:
        cite("sop-process/3.1.6@50")
    assert [cite(text).label for text in caught.value.nearest] == ["SOP 3.1.6, p. 50 (FOIA 0117681)"]


def test_citations_are_values() -> None:
    assert cite("faq@11") == Citation(cite("faq@10").document, 11)
    assert len({cite("faq@11"), cite("faq@11"), cite("faq@12")}) == 2
    assert cite("faq@7").numbering is Numbering.PRINTED
    with pytest.raises(FrozenInstanceError):
        cite("faq@11").page = 12  # type: ignore[misc]
