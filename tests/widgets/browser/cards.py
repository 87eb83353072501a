"""Hands and eyes for question cards: give an answer as a learner would, and see where the focus is."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Locator, Page

from interop_course.live.question_states import QuestionState

FOCUS = """() => {
  const active = document.activeElement;
  const seen = [active, active.closest("label")].some(element => {
    const style = element && getComputedStyle(element);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  return [Boolean(active.closest(".ic-live .ic-card")), seen];
}"""


def card(page: Page, state: QuestionState) -> Locator:
    """The live card of a question, found by its stem as a screen reader finds it."""
    return page.locator(".ic-live .ic-card").filter(has=page.get_by_role("group", name=state.stem, exact=True))


def give(place: Locator, state: QuestionState, given: Sequence[str]) -> None:
    """Give an answer with the card's own controls."""
    match state.kind:
        case "single" | "multiple" | "decision":
            for option in given:
                place.locator(f"[name=option][value={option}]").check()
        case "ordering":
            _arrange(place, state, given)
        case "matching":
            for pair in given:
                row, _, choice = pair.partition("=")
                text = next(each.text for each in state.rows if each.id == row)  # type: ignore[attr-defined]
                place.get_by_label(text).select_option(choice)
        case "numeric":
            place.get_by_label("Number").fill(given[0])
            place.get_by_role("radio", name=given[1]).check()
        case "field":
            place.locator(f"[name=field][value='{given[0]}']").check()


def _arrange(place: Locator, state: QuestionState, given: Sequence[str]) -> None:
    """Bring each step up to its place, from the top on."""
    texts = {step.id: step.text for step in state.steps}  # type: ignore[attr-defined]
    for n, step in enumerate(given):
        up = place.get_by_role("button", name=f"Move up: {texts[step]}", exact=True)
        while texts[step] not in place.get_by_role("listitem").nth(n).inner_text():
            up.click()


def check(place: Locator) -> None:
    """Press Check."""
    place.get_by_role("button", name="Check").click()


def focus_is_kept_and_seen(page: Page) -> bool:
    """Whether the focus is inside a card, on something that shows it."""
    inside, seen = page.evaluate(FOCUS)
    return bool(inside and seen)
