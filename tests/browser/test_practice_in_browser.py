"""The practice widgets in their lessons, and the blank worksheet on screen and on paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visit import Visit

Start = Callable[..., Visit]

WORKSHEET = "book/worksheet.html"
LESSONS = {
    "permitted-uses": ("may-i", "Still to be told: What for?"),
    "authority": ("clock", "Friday, 12 February 2010, 14:00"),
    "complaint": ("complaint", "Something that is asked for is missing."),
}
NAVIGATION = (
    ".bd-sidebar-primary, .bd-sidebar-secondary, .bd-header-article, .prev-next-footer, .bd-footer, #jb-print-toc"
)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_policy_lesson_has_something_to_practise_on(visit: Start, origin: str, lesson: str) -> None:
    widget, says = LESSONS[lesson]
    tab = visit(origin)
    alive = tab.open(f"notebooks/{lesson}.html").locator(f'.ic-widget.ic-alive[data-widget="{widget}"]')
    expect(alive).to_have_count(1)
    expect(alive.get_by_role("status").first).to_contain_text(says)
    assert tab.troubles == []


def test_the_complaint_leads_to_the_worksheet_and_back(visit: Start, origin: str) -> None:
    tab = visit(origin)
    page = tab.open("notebooks/complaint.html")
    page.locator(".ic-live").get_by_role("link", name="Blank worksheet to print").click()
    page.wait_for_url(f"**/{WORKSHEET}")
    page.locator("article").get_by_role("link", name="Complaint", exact=True).click()
    page.wait_for_url("**/notebooks/complaint.html")
    assert tab.troubles == []


@pytest.fixture
def sheet(visit: Start, origin: str) -> Page:
    return visit(origin).open(WORKSHEET)


def test_there_is_nothing_to_type_into(sheet: Page) -> None:
    article = sheet.locator("article")
    expect(article.locator("input, textarea, select, form, button:visible, [contenteditable]")).to_have_count(0)
    assert article.locator(".ws-line:visible").count() > 30


def test_on_paper_there_is_the_sheet_and_no_navigation(sheet: Page) -> None:
    assert sheet.locator(NAVIGATION).locator("visible=true").count() > 0
    sheet.emulate_media(media="print")
    assert sheet.locator(NAVIGATION).locator("visible=true").count() == 0
    assert sheet.locator(".ws-line:visible").count() > 30
    expect(sheet.get_by_text("Building 410, Mail Stop #0800")).to_be_visible()


def test_the_sheet_says_what_to_include_to_check_and_to_keep(sheet: Page) -> None:
    article = sheet.locator("article")
    for words in (
        "Check them first", "I keep a copy of everything", "Keep the originals", "express consent in writing",
        "A-number", "Who saw or heard it", "the link to a DHS program", "Copies enclosed", "What has been tried so far",
        "by letter, by fax or by e-mail", "nothing says that a call is a filed complaint", "Reconstructed",
        "No deadline and no outcome is promised", "Consent of the person concerned", "agree that", "Signature",
    ):  # fmt: skip
        expect(article).to_contain_text(words)
    for entry in ("C30", "C31", "C32", "C33", "C36", "C82"):
        expect(article.get_by_role("link", name=entry, exact=True).first).to_be_visible()
