"""The inspector, read by keyboard and at phone width, and its bytes in three views that move together."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from interop_course.live import inspector_state
from interop_course.messages import Kind
from interop_course.process import scenario
from interop_course.widgets import bundle
from tests.accessibility import violations
from tests.widgets.browser.conftest import Show
from tests.widgets.widget_states import INSPECTOR, TEXT_MESSAGE

MATCH = scenario("match")
REPLY = inspector_state(MATCH.find(Kind.DHS_SRE), since=MATCH.find(Kind.IAFIS_SRE))


@pytest.fixture
def page(show: Show) -> Page:
    return show(INSPECTOR)


@pytest.fixture
def bytes_of_reply(show: Show) -> Page:
    """A real response, its bytes looked at."""
    page = show(REPLY)
    page.get_by_role("tab", name="Look at the bytes").click()
    return page


def selected(page: Page) -> str:
    return page.locator(".ic-detail .ic-title").inner_text().split("\n")[0]


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
    value = page.locator(".ic-live .ic-body .ic-value", has_text="XA0010000")
    assert value.inner_text() == "XA0010000␞XA0000000"
    drawn = value.locator(".ic-sep").evaluate("e => getComputedStyle(e, '::after').content")
    assert drawn == '"RS"'


def test_only_what_changed_on_request(page: Page) -> None:
    rows = page.locator(".ic-live .ic-record > table > tbody > tr:visible")
    before = rows.count()
    page.get_by_label("Show only what differs").check()
    texts = rows.all_inner_texts()
    assert 0 < len(texts) < before
    assert any("1.08" in text for text in texts)
    assert not any("2.018" in text for text in texts)
    page.get_by_label("Show only what differs").uncheck()
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


def test_marks_are_words(page: Page) -> None:
    row = page.locator(".ic-live tr", has_text="1.08")
    expect(row).to_contain_text("Changed")
    expect(row).to_contain_text("Before: XAFBI0000")
    expect(page.locator(".ic-live tr", has_text="2.018")).to_contain_text("Personal data")
    expect(page.locator(".ic-live tr", has_text="2.059")).to_contain_text("New")


def test_a_text_message_is_shown_line_by_line_and_as_bytes(show: Show) -> None:
    page = show(TEXT_MESSAGE)
    table = page.get_by_role("table", name=TEXT_MESSAGE.title)
    expect(table.get_by_role("row")).to_have_count(1 + len(TEXT_MESSAGE.lines))
    expect(table.get_by_role("rowheader", name="EID = 9900000090")).to_be_visible()
    expect(page.locator(".ic-live .ic-compare")).to_have_count(0)
    page.get_by_role("tab", name="Look at the bytes").click()
    page.get_by_role("treeitem", name="EID = 9900000090").click()
    expect(page.locator(".ic-detail")).to_contain_text("bytes 20 to 35")
    expect(page.get_by_text("Change or break this message")).to_have_count(0)


def test_nothing_can_be_uploaded_and_nothing_typed_before_it_is_asked_for(show: Show) -> None:
    page = show(INSPECTOR, TEXT_MESSAGE)
    expect(page.locator("input[type=file], [contenteditable]")).to_have_count(0)
    expect(page.locator("textarea:visible, input:not([type=checkbox]):visible")).to_have_count(0)


def test_every_message_is_put_together_again_from_what_a_page_holds(page: Page) -> None:
    journals = [scenario(name) for name in ("match", "nff-first", "civil", "ivf", "old-arrest", "five-encounters")]
    kinds = {entry.kind: entry for journal in journals for entry in journal.entries if entry.message}
    entries = [*kinds.values(), MATCH.find(Kind.DHS_SRE)]
    joined = bundle.join(bundle.sources(), "message-bytes")
    states = [inspector_state(entry).model_dump(mode="json") for entry in entries]
    made = page.evaluate(
        """([source, states]) => {
          const { bytesOf, hexOf } = new Function(`${source} return $message_bytes;`)();
          return states.map((state) => hexOf(bytesOf(state), ""));
        }""",
        [joined, states],
    )
    assert made == [entry.data.hex() for entry in entries]


def marked(part: Locator) -> str:
    return "".join(part.locator(".ic-selected").all_inner_texts())


def test_the_three_views_move_together_by_mouse(bytes_of_reply: Page) -> None:
    page = bytes_of_reply
    text, hexa, tree = (page.locator(name) for name in (".ic-glyphs", ".ic-hex", ".ic-tree"))
    tree.get_by_role("treeitem", name="2.059 SRF I").click()
    assert selected(page) == "2.059 SRF"
    assert marked(text) == "2.059:I"
    assert marked(hexa.locator(".ic-hex-ascii")) == "2.059:I"
    assert "".join(hexa.locator(".ic-hex-bytes .ic-selected").all_inner_texts()).replace(" ", "") == b"2.059:I".hex()
    text.get_by_text("2.018:SAMPLE,ALEX", exact=True).click()
    assert selected(page) == "2.018 NAM"
    expect(tree.locator("[aria-selected=true] > .ic-leaf")).to_contain_text("2.018 NAM")
    expect(page.locator(".ic-view-detail [role=status]")).to_contain_text("2.018 NAM, Name, bytes")
    column = hexa.locator(".ic-hex-row .ic-hex-ascii", has_text="2.059").first
    at = column.inner_text().index("2.059")
    box = column.bounding_box()
    assert box is not None
    column.click(position={"x": box["width"] / 16 * (at + 0.5), "y": 5})
    assert selected(page) == "2.059 SRF"


def test_the_three_views_move_together_by_keyboard(bytes_of_reply: Page) -> None:
    page = bytes_of_reply
    page.locator(".ic-tree [tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    assert (selected(page), marked(page.locator(".ic-glyphs"))) == ("1.02 VER", "1.02:0201")
    page.keyboard.type("2.075")
    assert selected(page) == "2.075 ERS"
    for key in ("ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    assert selected(page) == "Line 1"
    expect(page.locator(".ic-tree [aria-selected=true]")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert selected(page) == "2.075 ERS"
    assert page.get_by_role("treeitem", name="2.075").first.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Home")
    assert selected(page).startswith("Type-1 record")
    page.locator(".ic-hex").focus()
    page.keyboard.press("ArrowRight")
    assert selected(page) == "1.01 LEN"
    page.locator(".ic-glyphs").focus()
    page.keyboard.press("End")
    assert selected(page).startswith("10.999")
    shown = page.locator(".ic-hex-ascii").all_inner_texts()
    assert len(shown) < 60, "only the rows in sight are drawn"
    assert "10.999:" in "".join(shown)


def test_a_large_message_stays_fluid(show: Show) -> None:
    """A submission has 17,000 bytes and 130 fields: what is not in sight is not drawn, and selecting is quick."""
    page = show(inspector_state(MATCH.find(Kind.CAR)))
    page.get_by_role("tab", name="Look at the bytes").click()
    expect(page.locator(".ic-hex-row").first).to_be_visible()
    assert page.locator(".ic-hex-row").count() < 40
    spent = page.evaluate(
        """() => {
          const tree = document.querySelector(".ic-tree");
          const times = Array.from({ length: 41 }, () => {
            const start = performance.now();
            tree.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
            return performance.now() - start;
          });
          return times.sort((a, b) => a - b)[20];
        }"""
    )
    assert spent < 100  # milliseconds on a busy machine; a quiet one needs a tenth of that


def test_the_details_tell_place_meaning_source_and_uses(bytes_of_reply: Page) -> None:
    page = bytes_of_reply
    entry = MATCH.find(Kind.DHS_SRE)
    page.get_by_role("treeitem", name="2.075").first.click()
    detail = page.locator(".ic-detail")
    at = entry.data.index(b"2.075:")
    expect(detail).to_contain_text(f"offset {at}, length ")
    expect(detail).to_contain_text("record 2 of 3 (Type-2), field 7 of 7")
    expect(detail).to_contain_text("Personal data")
    expect(detail).to_contain_text("IDR information. May be used for: Finding out who a person in custody is")
    expect(detail).to_contain_text("Not for: Any other use")
    expect(detail.get_by_role("link", name="Sharing policy").first).to_be_visible()
    page.get_by_role("treeitem", name="1.04").click()
    expect(detail).not_to_contain_text("May be used")
    page.get_by_role("treeitem", name="10.999").click()
    expect(detail.get_by_role("img")).to_have_attribute("alt", "Drawing of a face with the word SYNTHETIC")


def test_an_address_opens_one_field(show: Show) -> None:
    page = show(REPLY, REPLY)
    page.goto(f"{page.url}#ic-dhs-sre-2-2.059")
    expect(page.locator(".ic-inspector").nth(1).locator(".ic-detail .ic-title")).to_contain_text("2.059 SRF")
    expect(page.locator("[aria-selected=true]:focus")).to_contain_text("2.059 SRF")
    expect(page.locator(".ic-inspector").nth(0).locator(".ic-detail")).to_have_count(0)
    link = page.get_by_role("link", name="Link to this field")
    assert link.get_attribute("href") == "#ic-dhs-sre-2-2.059"
    page.reload()
    expect(page.locator("[aria-selected=true]:focus")).to_contain_text("2.059 SRF")


def test_a_fault_leads_to_its_byte(page: Page) -> None:
    item = page.locator(".ic-faults li")
    expect(item).to_contain_text("Error byte 48, 2.059 A fault made by hand")
    item.get_by_role("button").click()
    assert selected(page) == "2.059 SRF"
    assert page.locator(".ic-hex-bytes .ic-faulty.ic-selected").all_inner_texts() == ["49"]
    expect(page.locator(".ic-hex-gutter", has_text="!")).to_have_count(1)
    expect(page.locator(".ic-tree [aria-selected=true]")).to_contain_text("1 fault")
    expect(page.locator(".ic-measures summary")).to_contain_text("1.01 states 160, counted 28")
    page.get_by_text("All parts and their bytes as a table").click()
    rows = page.get_by_role("table", name="Parts and their bytes").get_by_role("row")
    expect(rows.filter(has_text="2.059 SRF")).to_contain_text("Fault: A fault made by hand")
    expect(rows.filter(has_text="2.059 SRF").get_by_role("cell")).to_have_text(["42", "7", "I"])


def test_a_message_is_copied_in_four_forms(bytes_of_reply: Page) -> None:
    page = bytes_of_reply
    data = MATCH.find(Kind.DHS_SRE).data
    taken: dict[str, Any] = {}
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined})")
    for form in ("text", "hex", "json", "python"):
        page.get_by_label("Copy as").select_option(form)
        page.get_by_role("button", name="Copy", exact=True).click()
        expect(page.locator(".ic-copy [role=status]")).to_contain_text("The text is selected")
        taken[form] = page.evaluate("getSelection().toString()")
    assert taken["text"].startswith("1.01:160␝1.02:0201")
    assert bytes.fromhex(taken["hex"]) == data
    assert eval(taken["python"]) == data
    assert '"tag": "2.059"' in taken["json"]
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async text => { window.got = text; }}})"
    )
    page.get_by_label("Copy as").select_option("hex")
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator(".ic-copy [role=status]")).to_contain_text("Copied: Hexadecimal")
    assert bytes.fromhex(page.evaluate("window.got")) == data


def test_without_python_a_change_is_declined_kindly(bytes_of_reply: Page) -> None:
    page = bytes_of_reply
    page.get_by_text("Change or break this message").click()
    expect(page.locator(".ic-change [role=status]")).to_contain_text("This needs Python in the page.")
    expect(page.locator(".ic-form, .ic-change-body")).to_have_count(2)
    expect(page.locator(".ic-form:visible, .ic-change-body:visible")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_bytes_are_for_everybody(show: Show, theme: str) -> None:
    page = show(REPLY, theme=theme, viewport={"width": 320, "height": 800})
    for tab in page.get_by_role("tab", name="Look at the bytes").all():
        tab.click()
    # What is scrolled out of sight inside a box has no contrast that could be measured.
    assert [each for each in violations(page, within=".ic-live") if "determined because it" not in each] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for row in page.locator(".ic-hex-row").all()[:3]:
        box, frame = row.bounding_box(), page.locator(".ic-hex").first.bounding_box()
        assert box is not None
        assert frame is not None
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]
