"""The practice letter: what it lacks is what the rules say, it grows with the ticks, and nothing is kept."""

from __future__ import annotations

from random import Random

import pytest
from playwright.sync_api import Page, expect

from interop_course.live.drafting import CHANNELS, FILERS, PARTS, complaint_state, review_draft
from interop_course.live.ruling import outcome_id
from tests.widgets.browser.conftest import Show

STATE = complaint_state()
CHANCE = Random(2010)
ALL = tuple(part.id for part in PARTS)


def a_draft() -> tuple[str, str, tuple[str, ...]]:
    filer = FILERS[int(CHANCE.random() * len(FILERS))].id
    channel = CHANNELS[int(CHANCE.random() * len(CHANNELS))].id
    return filer, channel, tuple(part for part in ALL if CHANCE.random() < 0.7)


DRAFTS = [
    *((filer.id, channel.id, ALL) for filer in FILERS for channel in CHANNELS),
    *((filer.id, "letter", ()) for filer in FILERS),
    *(a_draft() for _ in range(25)),
]


@pytest.fixture
def page(show: Show) -> Page:
    return show(STATE)


def draft(page: Page, filer: str, channel: str, parts: tuple[str, ...]) -> None:
    """Make the draft by clicking what differs."""
    page.locator(f".ic-live [name=filer][value={filer}]").check()
    if channel:
        page.locator(f".ic-live [name=channel][value={channel}]").check()
    page.locator(".ic-live [data-id]:not([hidden]) input").evaluate_all(
        "(boxes, parts) => boxes.forEach((box) => box.checked !== parts.includes(box.value) && box.click())",
        list(parts),
    )


def missing(page: Page) -> list[str]:
    found = page.locator(".ic-live .ic-elements [data-there=false]").all_inner_texts()
    return [text.replace("○", "").removesuffix("missing").strip() for text in found]


def letter(page: Page) -> str:
    return page.get_by_role("region", name="The letter").inner_text()


def test_what_a_draft_lacks_is_what_the_rules_say(page: Page) -> None:
    outcomes = set()
    for filer, channel, parts in DRAFTS:
        draft(page, filer, channel, parts)
        decision = review_draft(filer, channel, parts)
        assert missing(page) == list(decision.would_change), (filer, channel, parts)
        expect(page.get_by_role("status").first).to_contain_text(STATE.words[outcome_id(decision.outcome)])
        outcomes.add(decision.outcome)
    assert len(outcomes) == 3


def test_the_letter_grows_with_the_ticks_in_its_own_order(page: Page) -> None:
    assert letter(page).split("\n\n")[0] == STATE.mark
    page.get_by_label("what happened, in order").check()
    page.get_by_label("the name of the person concerned").check()
    text = letter(page)
    assert text.index("My name is Robin Sample.") < text.index("An officer of the Exampleville police")
    page.get_by_label("Morgan Case, a cousin, for Robin").check()
    assert "My cousin's name is Robin Sample." in letter(page)
    assert "My name is" not in letter(page)
    page.get_by_label("the name of the person concerned").uncheck()
    assert "Robin Sample" not in letter(page)


def test_consent_is_asked_for_as_soon_as_somebody_else_files(page: Page) -> None:
    consent = page.get_by_label("Robin's signed consent, enclosed")
    expect(consent).to_be_hidden()
    page.get_by_label("Example Community Aid, for Robin").check()
    consent.check()
    expect(page.get_by_label("name and address of the organization")).to_be_visible()
    assert "signature, is enclosed" in letter(page)
    page.get_by_label("Robin Sample, for Robin").check()
    expect(consent).to_be_hidden()
    assert "enclosed" not in letter(page), "what is no longer offered is in the letter no more"


def test_a_call_is_no_filing_and_a_fax_number_is_to_be_checked(page: Page) -> None:
    page.get_by_label("by telephone").check()
    assert missing(page)[0] == "a written channel: letter, fax or e-mail"
    note = page.locator(".ic-live .ic-sending")
    expect(note).to_contain_text("Nothing says that a call is a filed complaint.")
    expect(note.get_by_role("link", name="C32")).to_be_visible()
    page.get_by_label("by fax").check()
    assert "Fax (202) 401-4708" in letter(page)
    expect(note).to_contain_text("Check it before you send anything.")
    expect(note.get_by_role("link", name="C82")).to_be_visible()


def test_required_and_recommended_stand_apart(page: Page) -> None:
    page.get_by_label("Morgan Case, a cousin, for Robin").check()
    lists = page.locator(".ic-live .ic-lacks > div")
    expect(lists.nth(0)).to_contain_text("Required")
    expect(lists.nth(0).get_by_role("listitem")).to_have_count(2)
    expect(lists.nth(1)).to_contain_text("Recommended, and no condition for taking it")
    expect(lists.nth(1).get_by_role("listitem").first).to_contain_text("missing")


def test_what_is_not_promised_is_said(page: Page) -> None:
    after = page.locator(".ic-live details[open]")
    expect(after).to_contain_text("No deadline and no outcome is promised.")
    expect(after).to_contain_text("the packet does not say how the office acts on local conduct")


def test_nothing_is_typed_and_nothing_is_kept(page: Page) -> None:
    for kind in ("textarea", "input:not([type=radio]):not([type=checkbox])", "[contenteditable]"):
        expect(page.locator(f".ic-live {kind}")).to_have_count(0)
    expect(page.locator(".ic-live .ic-head")).to_contain_text("Nothing is typed here and nothing is kept.")
    link = page.get_by_role("link", name="Blank worksheet to print").last
    expect(link).to_have_attribute("href", "../book/worksheet.html")
    draft(page, "organization", "letter", ALL)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.reload()
    expect(page.locator(".ic-live :checked")).to_have_count(2)
    assert "Exampleville" not in letter(page)


def test_the_letter_is_copied_with_its_mark(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    draft(page, "self", "letter", ("name",))
    page.get_by_role("button", name="Copy the letter").click()
    expect(page.locator(".ic-live .ic-said")).to_have_text("The letter was copied.")
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[0] == STATE.mark
    assert "245 Murray Lane, SW" in copied
    assert copied[-2:] == ["My name is Robin Sample.", "[signature of the person who files]"]


def test_where_copying_is_forbidden_the_letter_is_selected(show: Show) -> None:
    forbid = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
    page = show(STATE, before=forbid)
    page.get_by_role("button", name="Copy the letter").click()
    expect(page.locator(".ic-live .ic-said")).to_contain_text("copy it with the keyboard")
    assert page.evaluate("getSelection().toString()").startswith(STATE.mark)


def test_the_letter_alone_is_printed(show: Show) -> None:
    watch = """
      const inside = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "contentWindow");
      Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", { get() {
        const frame = inside.get.call(this);
        frame.print = () => {
          window.printed = [...frame.document.querySelectorAll("p")].map((p) => p.textContent);
          frame.dispatchEvent(new Event("afterprint"));
        };
        return frame;
      } });
    """
    page = show(STATE, before=watch)
    draft(page, "relative", "e-mail", ("consent", "date"))
    page.get_by_role("button", name="Print the letter").click()
    printed = page.evaluate("window.printed")
    assert printed[0] == STATE.mark
    assert "civil.liberties@dhs.gov" in printed
    assert "It happened on Saturday, 6 March 2010." in printed
    assert printed[-1] == "[signature of the cousin who files]"
    expect(page.locator("iframe")).to_have_count(0)


def test_the_whole_practice_by_keyboard_alone(page: Page) -> None:
    page.get_by_role("link", name="before").focus()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.get_by_label("Robin Sample, for Robin")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Morgan Case, a cousin, for Robin")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("by letter")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("the name of the person concerned")).to_be_checked()
    assert "My cousin's name is Robin Sample." in letter(page)
