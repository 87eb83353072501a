"""Use every widget of a page in every way that a learner can, and tell what went wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Locator, Page, expect

USE_EVERYTHING = Path(__file__).with_name("use_everything.js").read_text(encoding="utf-8")
STARTED = 60_000


@dataclass(frozen=True)
class Way:
    """How a kind of widget is used.

    Attributes:
        buttons: what must have been pressed in the end.
        first: what is done by hand, before everything else is used.
        asks: the same, and Python in the page has to answer.
        times: how often each control is used.
    """

    buttons: tuple[str, ...]
    first: Callable[[Locator], None] | None = None
    asks: Callable[[Locator], None] | None = None
    times: int = 1


def break_it(inspector: Locator) -> None:
    """Change a message, which Python answers. A message of lines has no fields to change."""
    if inspector.get_by_role("tab", name="Lines").count():
        return
    inspector.get_by_role("tab", name="Look at the bytes").click()
    inspector.get_by_text("Change or break this message").click()
    inspector.get_by_role("button", name="Break it").click(timeout=STARTED)
    expect(inspector.locator(".ic-log li")).to_have_text(re.compile("^Broken: "))
    expect(inspector.locator(".ic-head")).to_contain_text("Changed: this is no longer the message as it came.")
    expect(inspector.locator(".ic-faults li").first).to_be_visible()


def count(clock: Locator) -> None:
    """Ask about a moment that is not worked out in the page."""
    clock.locator("input[name=date]").fill("2010-12-30")
    clock.get_by_role("button", name="Count").click()
    expect(clock.get_by_role("status").first).to_contain_text("Thursday, 30 December 2010", timeout=STARTED)


def bring_in(panel: Locator) -> None:
    """Save the record, and bring the file in again."""
    with panel.page.expect_download() as download:
        panel.get_by_role("button", name="Save it as a file").first.click()
    panel.get_by_label("Bring in a record").set_input_files(download.value.path())
    expect(panel.get_by_role("status").first).to_contain_text("Nothing in it was new.")


def fail_and_look_back(final: Locator) -> None:
    """Leave a final, take it up again and fail it; then open the report of the one that the record brings along."""
    for name in ("Begin", "Leave it for now", "Go on with it", "To the last step", "Finish", "Back to the start"):
        final.get_by_role("button", name=name).click()
    passed = final.get_by_role("listitem").filter(has_text=re.compile(r"right, passed\."))
    passed.get_by_role("button", name="Show its report").click()


def hand_in(sealed: Locator) -> None:
    """End a final under supervision."""
    for name in ("Begin", "To the last step", "Finish"):
        sealed.get_by_role("button", name=name).click()


WAYS = {
    "clock": Way(("Count",), asks=count),
    "complaint": Way(("Copy the letter", "Print the letter")),
    "final": Way(
        ("Show the certificate", "Put it on", "Print", "Save the record behind it", "Try a new final", "Next"),
        first=fail_and_look_back,
        times=2,
    ),
    "inspector": Way(("Look at the bytes", "Copy"), asks=break_it),
    "may-i": Way(("Start again",)),
    "quiz": Way(("Check", "Try again")),
    "record": Way(("Keep the name", "Save it as a file", "Clear this record …", "Yes, clear it"), first=bring_in),
    "review": Way(("Check", "Try again")),
    "sealed": Way(("Save the answer file", "Yes, clear it", "Begin", "Next"), first=hand_in, times=2),
    "scene": Way(("Decide", "Start again"), times=2),
    "stepper": Way(("First", "Previous", "Next", "Last")),
}
"""By the kind that a widget states in its `data-widget`."""


def use_all(page: Page, *, python: bool = True, most: int = 800, patience: int = 2_000) -> list[str]:
    """Use the widgets of a page one after the other; the sentences say what went wrong, each of which widget."""
    found = []
    widgets = page.locator(".ic-widget")
    kinds = widgets.evaluate_all("all => all.map(one => one.dataset.widget)")
    for n, kind in enumerate(kinds):
        faults = _use(widgets.nth(n), kind, python, most, patience)
        is_gone = widgets.count() < len(kinds)
        found += [f"{kind}, widget {n + 1}: {fault}" for fault in (*faults, *["it is gone"] * is_gone)]
        if is_gone:
            break
    return found


def _use(widget: Locator, kind: str, python: bool, most: int, patience: int) -> list[str]:
    way = WAYS.get(kind)
    if way is None:
        return ["there is no way of using it"]
    live = widget.locator(":scope.ic-alive > .ic-live")
    if not live.count():
        return ["it did not come to life"]
    for act in (way.first, way.asks if python else None):
        if act:
            act(live)
    # Every classic fault in one place only: Python answers each of them.
    combine = kind != "inspector" or "playground" in widget.page.url
    limits = {"times": way.times, "most": most, "patience": patience, "combine": combine}
    try:
        used: dict[str, Any] = widget.evaluate(USE_EVERYTHING, limits)
    except Error as error:  # the page was left, for instance
        return [error.message.splitlines()[0]]
    faults = [*used["faults"]]
    faults += [f"“{name}” changes nothing" for name in used["deaf"]]
    faults += [f"“{name}” was never there to be pressed" for name in way.buttons if name not in used["pressed"]]
    if widget.count() and not live.inner_text().strip():
        faults.append("it is empty")
    return faults
