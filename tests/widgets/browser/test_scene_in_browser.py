"""A scene in a page: decided with the keyboard, told with its consequences, and gone back in."""

from __future__ import annotations

import re
from collections import deque

import pytest
from playwright.sync_api import Page, expect

from interop_course.assessment import SCENES, Scene, Verdict, Walk, walks
from interop_course.assessment.scene import Ending
from interop_course.live import scene_state
from tests.widgets.browser.conftest import Show

NAME = "night-desk"
WORDS = {Verdict.RIGHT: "✓ Right.", Verdict.WRONG: "✗ Not right.", Verdict.ASK_FIRST: "? Ask first."}


def decide(page: Page, text: str) -> None:
    page.get_by_role("radio", name=text).check()
    page.get_by_role("button", name="Decide").click()


def covering(scene: Scene) -> list[Walk]:
    """A few walks that together take every choice, and so come to every ending."""
    ways = {walk: {(step.decision.id, step.choice.id) for step in walk.steps} for walk in walks(scene)}
    left, chosen = set().union(*ways.values()), list[Walk]()
    while left:
        chosen.append(max(ways, key=lambda walk: len(ways[walk] & left)))
        left -= ways[chosen[-1]]
    return chosen


WALK = """choices => {
  const root = document.querySelector(".ic-live");
  return choices.map((id) => {
    const asked = root.querySelector("legend").textContent;
    root.querySelector(`input[value='${id}']`).click();
    root.querySelector("button[type=submit]").click();
    return [asked, root.querySelector(".ic-path > li:last-child").textContent];
  });
}"""


@pytest.mark.parametrize("name", SCENES)
def test_every_choice_leads_to_what_python_says(show: Show, name: str) -> None:
    page, seen = show(scene_state(name)), set()
    for walk in covering(SCENES[name]):
        told = page.evaluate(WALK, [step.choice.id for step in walk.steps])
        for n, (step, (asked, came)) in enumerate(zip(walk.steps, told, strict=True), 1):
            assert asked == f"Decision {n}. {step.decision.text}"
            assert f"{WORDS[step.choice.verdict]} {step.choice.consequence}" in came
            assert step.choice.reason in came
        seen.add(walk.ending.id)
        end = page.get_by_role("region", name=f"The end: {walk.ending.title}").inner_text()
        for text in (walk.ending.person, walk.ending.desk, walk.ending.takeaway):
            assert text in end
        assert f"Endings seen: {len(seen)} of {len(SCENES[name].endings)}." in end
        assert f"{walk.wrong} not right" in end
        page.get_by_role("button", name="Start again").click()
        expect(page.locator(".ic-path > li")).to_have_count(0)
    assert seen == {ending.id for ending in SCENES[name].endings}


def test_the_keyboard_alone_comes_to_an_ending_and_back(show: Show) -> None:
    page = show(scene_state(NAME))
    page.get_by_role("link", name="before").focus()
    first = SCENES[NAME].decisions[0]
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("radio").first).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio").nth(1)).to_be_checked()
    expect(page.locator(".ic-path > li")).to_have_count(0)
    page.keyboard.press("Enter")
    consequence = page.locator(".ic-path > li").last.locator(".ic-consequence")
    expect(consequence).to_be_focused()
    expect(consequence).to_contain_text(first.choices[1].consequence)
    for _ in range(20):
        if page.get_by_role("radio").count() == 0:
            break
        tab_to(page, "input[type=radio]")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
    expect(page.get_by_role("region")).to_be_visible()
    tab_to(page, ".ic-ending button")
    page.keyboard.press("Enter")
    expect(page.locator(".ic-live legend")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("Back at decision 1.")


def tab_to(page: Page, selector: str) -> None:
    deque((page.keyboard.press("Tab") for _ in range(30) if not focused(page, selector)), maxlen=0)
    assert focused(page, selector)


def focused(page: Page, selector: str) -> bool:
    return bool(page.evaluate("selector => document.activeElement.matches(selector)", selector))


def test_deciding_without_a_choice_is_answered_in_words(show: Show) -> None:
    page = show(scene_state(NAME))
    expect(page.get_by_role("status")).to_be_empty()
    page.get_by_role("button", name="Decide").click()
    expect(page.get_by_role("status")).to_have_text("Choose first, then decide.")
    expect(page.locator(".ic-path > li")).to_have_count(0)
    page.get_by_role("radio").first.check()
    expect(page.get_by_role("status")).to_be_empty()


def test_a_decision_is_announced_and_told_with_its_sources(show: Show) -> None:
    page = show(scene_state(NAME))
    choice = SCENES[NAME].decisions[0].choices[0]
    decide(page, choice.text)
    expect(page.get_by_role("status")).to_have_text("✗ Not right. Decision 2 is below.")
    told = page.locator(".ic-path > li")
    expect(told.get_by_role("link").first).to_have_attribute("href", "../book/packet.html#sample-match")
    expect(told.get_by_role("link")).to_have_count(len(choice.cites))


def test_going_back_takes_up_the_decision_again(show: Show) -> None:
    page, scene = show(scene_state(NAME)), SCENES[NAME]
    one, two = scene.decisions[0], scene.decisions[1]
    decide(page, one.choices[1].text)
    decide(page, two.choices[1].text)
    decide(page, scene.decisions[2].choices[0].text)
    page.get_by_role("button", name="Go back to decision 2").click()
    expect(page.locator(".ic-path > li")).to_have_count(1)
    expect(page.locator(".ic-live legend")).to_be_focused()
    expect(page.locator(".ic-live legend")).to_contain_text(two.text)
    expect(page.get_by_role("status")).to_have_text("Back at decision 2.")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    expect(page.locator(".ic-live .ic-option").nth(1)).to_contain_text("(tried: ask first)")
    expect(page.locator(".ic-live .ic-option").nth(0)).not_to_contain_text("tried")
    decide(page, two.choices[3].text)
    expect(page.locator(".ic-path > li")).to_have_count(2)
    expect(page.locator(".ic-path > li").last).to_contain_text("✓ Right.")


def test_the_reason_of_the_last_decision_is_open_and_earlier_ones_are_at_hand(show: Show) -> None:
    page, scene = show(scene_state(NAME)), SCENES[NAME]
    decide(page, scene.decisions[0].choices[0].text)
    decide(page, scene.decisions[1].choices[3].text)
    reasons = page.locator(".ic-path details")
    expect(reasons.nth(0)).not_to_have_attribute("open", "")
    expect(reasons.nth(1)).to_have_attribute("open", "")
    reasons.nth(0).get_by_text("Why").click()
    expect(page.get_by_text(scene.decisions[0].choices[0].reason, exact=True)).to_be_visible()


def test_without_the_script_links_lead_to_an_ending(show: Show) -> None:
    page, scene = show(scene_state(NAME), script=False), SCENES[NAME]
    place = scene.places["reply"]
    while not isinstance(place, Ending):
        choice = place.choices[0]
        page.get_by_role("link", name=choice.text, exact=True).click()
        outcome = page.locator(f"#{NAME}-{place.id}-{choice.id}")
        expect(outcome).to_contain_text(choice.consequence)
        outcome.get_by_role("link", name=re.compile("^(Go on|To the ending)")).click()
        place = scene.places[choice.to]
        assert page.url.endswith(f"#{NAME}-{place.id}")
    expect(page.locator(f"#{NAME}-{place.id}")).to_contain_text(place.takeaway)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_of_a_scene_sticks_out_sideways(show: Show, theme: str, width: int) -> None:
    page = show(scene_state("photo-array"), theme=theme, viewport={"width": width, "height": 800})
    while page.get_by_role("radio").count():
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.get_by_role("radio").last.check()
        page.get_by_role("button", name="Decide").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_the_fallback_of_a_scene_serves(show: Show) -> None:
    page = show(scene_state(NAME))
    decide(page, SCENES[NAME].decisions[0].choices[0].text)
    page.emulate_media(media="print")
    expect(page.locator(".ic-live")).to_be_hidden()
    expect(page.locator(f"#{NAME}-until-the-paper")).to_be_visible()
