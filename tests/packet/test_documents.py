"""The documents fill the packet's pages, and their numbers are the ones stamped on the release."""

import pytest

from interop_course.packet import DOCUMENTS, Numbering, UnknownCitation, bates, document
from interop_course.packet.documents import numbering

SHARED_PAGE = 46
NO_TEXT = {55, 56}


@pytest.mark.parametrize(
    ("page", "stamp"),
    [(4, "0117635"), (7, "0117638"), (15, "0117646"), (22, "0117653"), (58, "0117689"), (60, "0117691")],
)
def test_bates_number_is_the_one_printed(page: int, stamp: str) -> None:
    assert bates(page) == stamp


def test_all_32_documents_are_here_under_ids_and_short_names_of_their_own() -> None:
    assert len(DOCUMENTS) == 32
    assert len({document.id for document in DOCUMENTS}) == 32
    assert len({document.short for document in DOCUMENTS}) == 32


def test_documents_fill_the_packet_without_gap_and_share_one_page() -> None:
    pages = [page for document in DOCUMENTS for page in document.pages]
    assert sorted(set(pages)) == [page for page in range(1, 65) if page not in NO_TEXT]
    assert [page for page in set(pages) if pages.count(page) > 1] == [SHARED_PAGE]
    assert pages == sorted(pages)


def test_sections_lie_inside_their_document_and_their_parent() -> None:
    for found in DOCUMENTS:
        names = [section.name for section in found.sections]
        assert len(names) == len(set(names))
        for section in found.sections:
            assert section.first_page in found.pages
            assert section.last_page in found.pages
            parent = found.section(section.name.rpartition(".")[0])
            if parent:
                assert parent.first_page <= section.first_page <= section.last_page <= parent.last_page


def test_sections_of_one_series_have_one_home() -> None:
    homes = [(document.series, section.name) for document in DOCUMENTS for section in document.sections]
    assert len(homes) == len(set(homes))


@pytest.mark.parametrize(
    ("id", "known"),
    [
        ("mcsa-resolution", "printed on the page"),
        ("process-flow", "counted from a neighboring page whose number is printed"),
        ("complaint", "counted on from page 60, the last page with a printed number"),
        ("key-contacts", "counted on from page 60, with the complaint sheet taken as one page"),
        ("moa", "counted, with two picture pages assumed before page 57"),
        (
            "idr-policy",
            "p. 57 counted from a neighboring page whose number is printed; p. 58 printed on the page",
        ),
    ],
)
def test_a_document_says_how_its_page_numbers_are_known(id: str, known: str) -> None:
    assert document(id).known == known


def test_six_pages_are_printed() -> None:
    pages = {page for document in DOCUMENTS for page in document.pages}
    assert {page for page in pages if numbering(page) is Numbering.PRINTED} == {4, 7, 15, 22, 58, 60}


def test_an_unknown_document_names_the_nearest() -> None:
    with pytest.raises(UnknownCitation, match=r"no document 'sop-proces'.*sop-process") as caught:
        document("sop-proces")
    assert caught.value.nearest[0] == "sop-process"
