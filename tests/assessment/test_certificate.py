"""A certificate is computed from a record; its three forms say the same."""

import re
from collections.abc import Iterable
from dataclasses import astuple, replace
from datetime import timedelta
from html import unescape
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Browser

from interop_course.assessment import LearningRecord
from interop_course.assessment.certificate import Certificate, certificate, lines
from interop_course.assessment.certificate_page import page
from interop_course.assessment.certificate_pdf import pdf
from interop_course.assessment.days import MONTHS
from interop_course.assessment.errors import NotCertifiable
from tests.accessibility import violations
from tests.assessment.exam import BEGUN, COURSE, PLAN, SMALL, begun, taken

PASSED = taken(begun(), wrong=["step-4/process-d"], name="Desk 4")


def certified(record: LearningRecord = PASSED) -> Certificate:
    return certificate(record, SMALL, PLAN, COURSE)


def every_text(certificate: Certificate) -> list[str]:
    """All that a certificate says."""

    def flat(value: object) -> Iterable[str]:
        if isinstance(value, str):
            yield value
        else:
            assert isinstance(value, tuple)
            for each in value:
                yield from flat(each)

    return list(flat(astuple(lines(certificate))))


def test_a_passed_final_gives_a_certificate() -> None:
    found = certified()
    assert (found.name, found.course, found.sitting) == ("Desk 4", COURSE, "00c0ffee")
    assert (found.right, found.of, found.passed_on.isoformat()) == (9, 10, "2026-03-02")
    assert sum(line.right for line in found.topics) == 9


def test_it_says_in_words_what_a_training_officer_needs() -> None:
    said = lines(certified())
    assert said.holder == "Desk 4 has completed the course"
    assert said.score == "and passed its final on 2 March 2026: 9 of 10 right."
    assert dict(said.facts)["Content"] == certified().content
    assert dict(said.facts)["Version of the course"] == COURSE
    assert "hour" in dict(said.facts)["Time planned for the course"]
    assert ("The process", "2 of 3") in said.topics
    assert "self-attested" in said.statement


def test_months_are_told_in_english_on_every_machine() -> None:
    first = certified()
    told = [lines(replace(first, passed_on=first.passed_on.replace(month=month))).score for month in range(1, 13)]
    assert [text.split()[6] for text in told] == list(MONTHS)


def test_without_a_name_it_names_nobody() -> None:
    assert lines(certified(PASSED.named(None))).holder.startswith("The holder of this record")


def test_the_latest_passed_final_counts() -> None:
    later = begun(8, id="0badf00d", at=BEGUN + timedelta(days=2))
    failed = begun(9, id="0badbeef", at=BEGUN + timedelta(days=3))
    wrong = [entry.item for entry in failed.draw]
    record = PASSED.merged(taken(later)).merged(taken(failed, wrong=wrong))
    assert certified(record).sitting == "0badf00d"


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (LearningRecord(), "no finished final. Take the final first"),
        (taken(begun(minutes=None)), "no finished final"),
        (taken(begun(course="9.9.8")), r"the version that drew it \(9\.9\.8\)"),
        (taken(begun().model_copy(update={"seed": 8})), "No final of this record was drawn"),
        (taken(begun(), wrong=[entry.item for entry in begun().draw][:3]), "was passed; the best has 7 of 10 right"),
    ],
    ids=["nothing", "open", "another version", "another draw", "failed"],
)
def test_without_a_passed_final_it_says_why_and_what_to_do(record: LearningRecord, said: str) -> None:
    with pytest.raises(NotCertifiable, match=said):
        certified(record)


class _Outline(HTMLParser):
    """The elements of a page in their nesting; a page that is not well nested fails."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_the_page_says_all_of_it_in_sound_html_without_any_script() -> None:
    text = page(certified())
    outline = _Outline()
    outline.feed(text)
    assert outline.open == []
    assert text.startswith('<!doctype html>\n<html lang="en">')
    assert {"script", "link", "img"}.isdisjoint(outline.seen)
    assert outline.seen.count("h1") == outline.seen.count("main") == outline.seen.count("title") == 1
    assert outline.seen.count("caption") == outline.seen.count("table") == 2
    assert "http" not in text
    assert "@media print" in text
    for said in every_text(certified()):
        assert said in outline.text


def test_a_name_cannot_write_markup() -> None:
    text = page(certified(PASSED.named('<script>&"')))
    assert "<script" not in text
    assert '<script>&" has completed' in unescape(text)


def shown_in(document: bytes) -> str:
    """The texts that an unpacked PDF shows, in their order; letters of English stand in it as they are."""
    shown = re.findall(rb"\(((?:\\.|[^()\\])*)\) Tj", document)
    return " ".join(re.sub(rb"\\(.)", rb"\1", text).decode("latin-1") for text in shown)


def test_the_pdf_shows_all_of_it_in_its_order() -> None:
    shown, rest = shown_in(pdf(certified(), compressed=False)), ""
    for said in every_text(certified()):
        _, found, rest = (rest or shown).partition(said)
        assert found == said


def test_equal_certificates_give_equal_pdfs_and_others_do_not() -> None:
    assert pdf(certified()) == pdf(certified())
    assert pdf(certified()) != pdf(certified(PASSED.named("Desk 5")))


def test_the_pdf_is_one_page_with_title_and_language() -> None:
    document = pdf(certified())
    assert document.startswith(b"%PDF-")
    assert document.count(b"/Type /Page\n") + document.count(b"/Type /Page ") == 1
    assert b"/Lang (en-US)" in document
    assert b"/Title (Certificate of completion: IDENT/IAFIS interoperability, step by step)" in document
    assert b"/FontFile2" in document


@pytest.mark.parametrize("name", ["Zoë Beispiel", "Łukasz Przykład", "X" * 60])
def test_the_pdf_takes_names_of_many_languages(name: str) -> None:
    assert len(pdf(certified(PASSED.named(name)))) > 10_000


def test_a_long_name_is_written_smaller_and_not_over_the_frame() -> None:
    def size_of(name: str) -> float:
        shown = pdf(certified(PASSED.named(name)), compressed=False).decode("latin-1")
        line = next(line for line in shown.splitlines() if "completed" in line or "WWWW" in line)
        sizes = re.findall(r"/F\S+ ([\d.]+) Tf", shown[: shown.index(line) + len(line)])
        return float(sizes[-1])

    assert size_of("Desk 4") == 12
    assert size_of("W" * 60) < 7


def test_a_sign_that_the_font_lacks_is_named_with_a_way_out() -> None:
    with pytest.raises(NotCertifiable, match=r"no sign for 例 山.*--html"):
        pdf(certified(PASSED.named("山 例")))


def test_the_page_is_accessible_reflows_and_prints_on_one_sheet(browser: Browser) -> None:
    view = browser.new_page(viewport={"width": 320, "height": 640})
    view.set_content(page(certified(PASSED.named("X" * 60))))
    assert violations(view) == []
    assert view.evaluate("document.documentElement.scrollWidth") <= 320
    sheet = view.pdf(format="Letter")
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
    view.close()
