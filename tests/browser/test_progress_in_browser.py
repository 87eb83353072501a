"""Progress in the built book: lessons marked as done, the way back, and a final taken under the strict policy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from interop_course.assessment import LearningRecord
from tests.browser.visit import Visit

SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def test_a_lesson_is_marked_as_done_and_the_way_goes_on(origin: str, visit: Callable[..., Visit]) -> None:
    tab = visit(origin)
    tab.page.add_init_script(SHIFTS)
    page = tab.open("book/index.html")
    expect(page.locator(".course-continue")).to_have_text("New here? Begin with Start.")
    page = tab.open("notebooks/step-3-no-match.html")
    side = page.get_by_role("navigation", name="Main")
    expect(side.locator(".course-done")).to_have_count(0)
    tab.open("book/index.html")
    expect(page.locator(".course-continue")).to_have_text("Continue where you left: Step 3: no match.")
    page.locator(".course-continue").get_by_role("link").click()
    button = page.get_by_role("button", name="Mark this lesson as done")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="This lesson is done")).to_be_focused()
    expect(page.locator(".ic-finish").get_by_role("status")).to_contain_text("Marked as done")
    for place in ("notebooks/step-3-no-match.html", "book/glossary.html"):
        tab.open(place)
        expect(side.get_by_role("link", name="Step 3: no match (done)")).to_be_visible()
        expect(side.locator(".course-done")).to_have_count(1)
    tab.open("book/index.html")
    expect(page.locator(".course-continue")).to_have_text("Go on with Step 4: a match.")
    assert page.evaluate("shifted") < 0.01
    assert tab.troubles == []


def test_a_record_from_elsewhere_leads_on_and_a_cleared_one_leaves_no_place(
    origin: str, visit: Callable[..., Visit], tmp_path: Path
) -> None:
    tab = visit(origin)
    page = tab.open("notebooks/step-3-no-match.html")
    page.get_by_role("button", name="Mark this lesson as done").click()
    tab.open("notebooks/review.html")
    panel = page.locator(".ic-record.ic-live")
    with page.expect_download() as download:
        panel.get_by_role("button", name="Save it as a file").first.click()
    download.value.save_as(tmp_path / "record.json")
    panel.get_by_text("Not you, or begin again?").click()
    panel.get_by_role("button", name="Clear this record").click()
    panel.get_by_role("button", name="Yes, clear it").click()
    tab.open("book/index.html")
    expect(page.locator(".course-continue")).to_have_text("New here? Begin with Start.")

    tab.open("notebooks/review.html")
    panel.get_by_label("Bring in a record").set_input_files(tmp_path / "record.json")
    expect(panel).to_contain_text("Brought in: 1 lesson marked as done.")
    tab.open("book/index.html")
    expect(page.locator(".course-continue")).to_have_text("Go on with Step 4: a match.")


def test_a_final_and_its_record_work_under_the_policy(origin: str, visit: Callable[..., Visit], tmp_path: Path) -> None:
    tab = visit(origin)
    page = tab.open("notebooks/final.html")
    expect(page.get_by_role("button", name="Mark this lesson as done")).to_have_count(0)
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="To the last step").click()
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_role("heading", name="Not passed yet")).to_be_focused()
    lesson = page.get_by_role("row").filter(has=page.get_by_role("link")).first.get_by_role("link")
    title = lesson.inner_text()
    lesson.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    tab.open("notebooks/review.html")
    expect(page.get_by_role("heading", name="Missed in your last final")).to_be_visible()
    expect(page.locator(".ic-review .ic-question")).to_have_count(30)
    with page.expect_download() as download:
        page.locator(".ic-record").get_by_role("button", name="Save it as a file").first.click()
    download.value.save_as(tmp_path / "record.json")
    record = LearningRecord.from_json((tmp_path / "record.json").read_bytes())
    assert [sitting.ended is None for sitting in record.sittings] == [False]
    assert tab.troubles == []
