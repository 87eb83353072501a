"""A whole session in a browser: an instructor and three learners, two votes, both themes, keys alone, a lost server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect

from interop_course.classroom import Room, begin
from tests.accessibility import violations
from tests.browser.keyboard import Keys
from tests.browser.visit import Visit

from .holding import OF_EACH_KIND, SINGLE, asked, served
from .holding import desk as instructor

PHONE = {"width": 360, "height": 740}
BEAMER = {"width": 1280, "height": 720}
PRESS_APART = 600
"""Milliseconds: a second press sooner is taken for a slip. The instructor's clock is put forward, so no test waits."""


class Class:
    """An instructor's page and those of learners, each in a profile of its own."""

    def __init__(self, browser: Browser, room: Room, origin: str) -> None:
        self._browser = browser
        self._origin = origin
        self.visits: list[Visit] = []
        self.desk = self._open(f"desk/{room.secret}", BEAMER)
        self.desk.clock.install()

    def learner(self, size: dict[str, int] = PHONE) -> Page:
        return self._open("", size)

    def _open(self, path: str, size: dict[str, int]) -> Page:
        visit = Visit(self._browser.new_context(viewport=size, reduced_motion="reduce"), f"{self._origin}/")
        self.visits.append(visit)
        visit.page.goto(visit.origin + path)
        return visit.page

    def press(self, name: str) -> None:
        button = self.desk.get_by_role("button", name=name)
        expect(button).to_be_visible()
        self.later()
        button.click()

    def later(self) -> None:
        self.desk.clock.fast_forward(PRESS_APART)

    @property
    def troubles(self) -> list[str]:
        return [trouble for visit in self.visits for trouble in visit.troubles]

    def close(self) -> None:
        for visit in self.visits:
            visit.page.context.close()


@contextmanager
def meeting(browser: Browser, room: Room) -> Iterator[Class]:
    """The room served, and its instructor there."""
    with served(room) as origin:
        held = Class(browser, room, origin)
        try:
            yield held
        finally:
            held.close()


def heading(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def send(page: Page, option: int) -> None:
    page.locator(".ic-option input").nth(option).check()
    page.get_by_role("button", name=re.compile("^Send")).click()
    expect(page.get_by_role("button", name="✓ Sent")).to_be_visible()


def test_an_instructor_and_three_learners(browser: Browser) -> None:
    room = Room(begin(asked(SINGLE, OF_EACH_KIND["matching"])))
    key = "abcdef".index(room.session.now.item.best[0])
    wrong = (key + 1) % 4
    with meeting(browser, room) as held:
        desk, one, two = held.desk, held.learner(), held.learner({"width": 390, "height": 844})
        expect(desk.locator(".room-counted")).to_have_text("2 devices in the room")
        expect(desk.get_by_role("img", name="Code to scan")).to_be_visible()
        heading(one, "You are in. The first question comes soon.")
        held.press("Open question 1")
        heading(one, "Question 1 of 2")
        expect(one.locator("[role=status]", has_text="Question 1 is open.")).to_be_attached()
        send(one, wrong)
        send(two, wrong)
        expect(desk.locator(".room-counted")).to_have_text("2 of 2 devices answered")
        expect(desk.locator("table")).to_have_count(0)
        late = held.learner(BEAMER)
        send(late, key)
        # A device that is loaded anew keeps its place and its answer, which it may still change.
        one.reload()
        expect(one.get_by_role("button", name="✓ Sent")).to_be_visible()
        expect(one.locator(".ic-option input").nth(wrong)).to_be_checked()
        one.locator(".ic-option input").nth(key).check()
        expect(one.get_by_text("Changed, and not sent yet.")).to_be_visible()
        one.get_by_role("button", name="Send the changed answer").click()
        expect(one.get_by_role("button", name="✓ Sent")).to_be_visible()
        held.press("Close the vote")
        heading(one, "The vote on question 1 is closed.")
        expect(desk.get_by_text("neighbours could guess")).to_be_visible()
        expect(desk.locator("table")).to_have_count(0)
        held.press("Show the votes")
        expect(desk.locator("tbody tr").nth(key).locator(".room-count")).to_have_text("2 (67 %)")
        expect(one.locator("tbody tr").nth(key)).to_contain_text("your answer")
        assert "right" not in one.locator("main").inner_text()
        held.press("Vote again")
        heading(two, "Question 1 of 2, second vote")
        expect(two.locator(".ic-option input").nth(wrong)).to_be_checked()
        for page in (one, two, late):
            send(page, key)
        held.press("Close the vote")
        held.press("Show the answer")
        held.press("Show the votes")
        expect(desk.locator("tbody tr").nth(key).locator(".room-count")).to_have_text(["2 (67 %)", "3 (100 %)"])
        expect(desk.get_by_text("Second vote: 3 answers, 3 right (100 %).")).to_be_visible()
        expect(desk.locator(".room-why")).to_have_count(4)
        expect(two.get_by_text("✓ Right.", exact=True)).to_be_visible()
        held.press("Next question")
        held.press("Open question 2")
        one.get_by_role("button", name="Send my answer").click()
        expect(one.get_by_text("6 lines without a match")).to_be_visible()
        for select in one.locator("select").all():
            select.select_option(index=1)
        one.get_by_role("button", name="Send my answer").click()
        expect(desk.locator(".room-counted")).to_have_text("1 of 3 devices answered")
        held.press("Close the vote")
        held.press("Show the answer")
        expect(two.get_by_text("You sent no answer.", exact=True)).to_be_visible()
        desk.get_by_text("End", exact=True).click()
        held.press("End the session")
        heading(desk, "The session has ended")
        heading(one, "The session has ended.")
        expect(one.get_by_text("1 of 2 questions right.")).to_be_visible()
        expect(one.locator(".room-mine-all > li")).to_have_text([re.compile("✓ right"), re.compile("✗ not right")])
        expect(two.locator(".room-mine-all > li").nth(1)).to_contain_text("not answered")
        assert held.troubles == []


def test_nothing_keeps_anybody_out_in_either_theme(browser: Browser) -> None:
    room = Room(begin(asked(SINGLE)))
    with meeting(browser, room) as held:
        pages = {"desk": held.desk, "phone": held.learner()}

        overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

        def look(state: str) -> None:
            for name, page in pages.items():
                for theme, size in (("dark", BEAMER), ("light", BEAMER if name == "desk" else PHONE)):
                    page.emulate_media(color_scheme=theme)
                    page.set_viewport_size(size)
                    assert violations(page) == [], f"{name}, {state}, {theme}"
                    assert page.evaluate(overflow) == 0, f"{name}, {state}, {size}"
                page.set_viewport_size({"width": 320, "height": 640})
                assert page.evaluate(overflow) == 0, f"{name}, {state}, at 320"
                page.set_viewport_size(size)
            fits = "[...document.querySelectorAll('html, .room-place')].every(e => e.scrollHeight <= e.clientHeight)"
            assert held.desk.evaluate(fits), f"the projector has to be scrolled, {state}"

        heading(pages["phone"], re.compile("You are in"))
        look("waiting")
        held.press("Open question 1")
        send(pages["phone"], 0)
        look("open")
        held.press("Close the vote")
        held.press("Show the answer")
        held.press("Show the votes")
        expect(pages["phone"].locator("table")).to_be_visible()
        look("shown")
        held.desk.get_by_text("End", exact=True).click()
        held.press("End the session")
        heading(pages["phone"], "The session has ended.")
        look("over")
        assert held.troubles == []


def test_every_kind_can_be_answered_on_a_phone_and_shown_at_the_front(browser: Browser) -> None:
    kinds = [kind for kind in OF_EACH_KIND if kind != "single"]
    room = Room(begin(asked(*(OF_EACH_KIND[kind] for kind in kinds))))
    with meeting(browser, room) as held:
        phone, desk = held.learner(), held.desk
        front = instructor(room, phone.url.rstrip("/"))
        for number, kind in enumerate(kinds, 1):
            front.take("open")
            heading(phone, f"Question {number} of {len(kinds)}")
            go = phone.get_by_role("button", name="Send my answer")
            go.click()
            expect(phone.locator(".room-status")).to_contain_text(re.compile("send", re.IGNORECASE))
            if kind == "ordering":
                phone.get_by_role("button", name="Move down").first.click()
            elif kind == "matching":
                for select in phone.locator("select").all():
                    select.select_option(index=1)
            elif kind == "numeric":
                phone.locator("input.ic-number").fill("94")
                phone.get_by_label("minutes").check()
            else:
                phone.locator(".ic-option input, .ic-field-choice input").first.check()
            go.click()
            expect(phone.get_by_role("button", name="✓ Sent")).to_be_visible()
            expect(desk.locator(".room-counted")).to_have_text("1 of 1 device answered")
            for step in ("close", "votes", "answer"):
                front.take(step)
            expect(desk.locator("tbody")).to_contain_text("✓ right")
            expect(phone.locator(".room-mine").first).to_have_text("your answer")
            place = desk.locator(".room-place")
            assert place.evaluate("e => e.scrollHeight <= e.clientHeight"), f"the projector has to be scrolled: {kind}"
            front.take("next")
        assert held.troubles == []


def test_keys_alone_are_enough(browser: Browser) -> None:
    room = Room(begin(asked(SINGLE)))
    with meeting(browser, room) as held:
        phone, desk = held.learner(), held.desk
        at_the_front, at_the_phone = Keys(desk), Keys(phone)
        heading(phone, re.compile("You are in"))
        at_the_front.to(desk.get_by_role("button", name="Open question 1"))
        desk.keyboard.press("Enter")
        close = desk.get_by_role("button", name="Close the vote")
        expect(close).to_be_focused()
        at_the_phone.to(phone.locator(".ic-option input").first)
        at_the_phone.press("Space", "ArrowDown")
        at_the_phone.to(phone.get_by_role("button", name="Send my answer"))
        at_the_phone.press("Enter")
        expect(phone.get_by_role("button", name="✓ Sent")).to_be_focused()
        # Letters can be switched off, and then do nothing; with another key held they never do.
        switch = desk.get_by_label("Letters on the buttons work as keys")
        at_the_front.to(switch)
        held.later()
        at_the_front.press("Space", "c")
        expect(switch).not_to_be_checked()
        expect(close).to_have_text("Close the vote")
        at_the_front.press("Space", "Control+c")
        expect(close).to_have_attribute("aria-keyshortcuts", "c")
        assert room.session.now.phase == "open"
        held.later()
        at_the_front.press("c")
        heading(phone, "The vote on question 1 is closed.")
        # Its own button is gone: the focus goes to what stands there now.
        expect(phone.get_by_role("heading", level=1)).to_be_focused()
        assert held.troubles == []


def test_a_lost_server_is_told_and_found_again(browser: Browser) -> None:
    room = Room(begin(asked(SINGLE)))
    contexts = [browser.new_context(viewport=PHONE) for _ in range(2)]
    phone, desk = (context.new_page() for context in contexts)
    try:
        with served(room) as origin:
            phone.goto(origin)
            desk.goto(f"{origin}/desk/{room.secret}")
            desk.get_by_role("button", name="Open question 1").click()
            phone.locator(".ic-option input").first.check()
        for page in (phone, desk):
            expect(page.get_by_text("This page tries again by itself")).to_be_visible()
        phone.get_by_role("button", name="Send my answer").click()
        expect(phone.get_by_text("It did not get through")).to_be_visible()
        with served(room, int(origin.rpartition(":")[2])):
            for page in (phone, desk):
                expect(page.get_by_text("This page tries again by itself")).to_be_hidden(timeout=10_000)
            # What was chosen is still there, and nothing was loaded anew.
            expect(phone.locator(".ic-option input").first).to_be_checked()
            phone.get_by_role("button", name="Send my answer").click()
            expect(desk.locator(".room-counted")).to_have_text("1 of 1 device answered")
    finally:
        for context in contexts:
            context.close()
