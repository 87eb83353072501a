"""The inspector, read by keyboard and at phone width."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.widgets.browser.conftest import Show
from tests.widgets.widget_states import INSPECTOR, TEXT_MESSAGE


@pytest.fixture
def page(show: Show) -> Page:
    return show(INSPECTOR)


def test_banner_form_and_comparison_stand_at_the_top(page: Page) -> None:
    head = page.locator(".ic-live .ic-head")
    expect(head).to_contain_text("Synthetic message — invented person")
    expect(head).to_contain_text("Form: as in the packet's printed sample.")
    expect(page.locator(".ic-live .ic-compare")).to_contain_text("2 new, 2 changed")


@pytest.mark.parametrize("width", [320, 1200])
def test_tables_stay_tables_at_every_width(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    table = page.get_by_role("table", name="Type-2 record: Descriptive text")
    expect(table.get_by_role("columnheader")).to_have_count(3)
    row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="2.059 SRF"))
    expect(row.get_by_role("cell").first).to_have_text("I")
    # Stacked cells are no table to every browser, so each part says what it is.
    named = page.locator(".ic-live .ic-table").locator(
        "xpath=descendant-or-self::*[self::table|self::tr|self::th|self::td]"
    )
    assert named.evaluate_all("all => all.every(part => part.hasAttribute('role'))")


def test_separators_are_seen_and_copied_as_signs(page: Page) -> None:
    value = page.locator(".ic-live .ic-value", has_text="XA0010000")
    assert value.inner_text() == "XA0010000␞XA0000000"
    drawn = value.locator(".ic-sep").evaluate("e => getComputedStyle(e, '::after').content")
    assert drawn == '"RS"'


def test_only_what_changed_on_request(page: Page) -> None:
    rows = page.locator(".ic-live .ic-record > table > tbody > tr:visible")
    before = rows.count()
    page.get_by_label("Show only what is new or changed").check()
    texts = rows.all_inner_texts()
    assert 0 < len(texts) < before
    assert any("1.08" in text for text in texts)
    assert not any("2.018" in text for text in texts)
    page.get_by_label("Show only what is new or changed").uncheck()
    assert rows.count() == before


def test_records_and_texts_open_and_close_by_keyboard(page: Page) -> None:
    page.locator(".ic-live summary", has_text="Type-1 record").focus()
    field = page.locator(".ic-live tr", has_text="1.04")
    expect(field).to_be_visible()
    page.keyboard.press("Enter")
    expect(field).to_be_hidden()
    page.locator(".ic-live summary", has_text="The text in 2.075").focus()
    page.keyboard.press("Space")
    line = page.locator(".ic-live").get_by_text("EID: the number of one encounter in IDENT.")
    expect(line).to_be_visible()
    page.locator(".ic-live summary", has_text="The message as text").focus()
    page.keyboard.press("Enter")
    region = page.get_by_role("region", name="Message text")
    expect(region).to_contain_text("1.04:SRE␝1.08")
    page.keyboard.press("Tab")
    expect(region).to_be_focused()


def test_marks_are_words(page: Page) -> None:
    row = page.locator(".ic-live tr", has_text="1.08")
    expect(row).to_contain_text("Changed")
    expect(row).to_contain_text("Before: XAFBI0000")
    expect(page.locator(".ic-live tr", has_text="2.018")).to_contain_text("Personal data")
    expect(page.locator(".ic-live tr", has_text="2.059")).to_contain_text("New")


def test_a_text_message_is_shown_line_by_line(show: Show) -> None:
    page = show(TEXT_MESSAGE)
    table = page.get_by_role("table", name=TEXT_MESSAGE.title)
    expect(table.get_by_role("row")).to_have_count(1 + len(TEXT_MESSAGE.lines))
    expect(table.get_by_role("rowheader", name="EID = 9900000090")).to_be_visible()
    expect(page.locator(".ic-live .ic-compare")).to_have_count(0)


def test_nothing_can_be_typed_or_uploaded(show: Show) -> None:
    page = show(INSPECTOR, TEXT_MESSAGE)
    expect(page.locator("textarea, [contenteditable], input:not([type=checkbox])")).to_have_count(0)
