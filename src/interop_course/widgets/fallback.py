"""The HTML that stands in for a widget: without JavaScript, on paper, in search, and in a notebook not yet run.

Each widget is one element with its readable fallback and, beside it, the state that the page script draws::

    <div class="ic-widget" data-widget="stepper" data-book="../book/">
      <div class="ic ic-fallback">…</div>
      <script type="application/json">…</script>
    </div>
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..live.states import (
    AnyState,
    ClockState,
    EntryState,
    StepperState,
)
from .inspector_fallback import inspector
from .learning_fallback import final_body, record_body, review_body, sealed_body
from .markup import Html, data_script, element, join
from .pieces import BOOK
from .pieces import sources as _sources
from .pieces import table as _table
from .practice_fallback import clock, complaint, may_i
from .question_fallback import question, quiz
from .scene_fallback import scene_body


def widget_html(state: AnyState) -> Html:
    """Fallback and state of one widget. Equal states give equal text."""
    return element(
        "div",
        element("div", _BODY[state.widget](state), class_="ic ic-fallback mathjax_ignore"),
        data_script(_without_images(state.model_dump(mode="json"))),
        class_="ic-widget mathjax_ignore",
        data_widget=state.widget,
        data_book=BOOK,
    )


def _without_images(state: dict[str, Any]) -> dict[str, Any]:
    """The page script takes the images from the fallback, so that they are sent once."""
    for record in state.get("records", ()):
        for field in record["fields"]:
            if field["image"]:
                field["image"]["src"] = ""
    return state


def _stepper(state: StepperState) -> Html:
    labels = {party.id: party.label for party in state.parties}
    return join(
        [
            element("p", state.title, class_="ic-title"),
            element("p", state.summary, class_="ic-facts"),
            element("ol", (_entry(entry, labels) for entry in state.entries), class_="ic-twin"),
            _clocks(state.clocks) if state.clocks else None,
        ]
    )


def _entry(entry: EntryState, labels: dict[str, str]) -> Html:
    sender, receiver = labels[entry.sender], labels[entry.receiver]
    way = f"At {sender}" if sender == receiver else f"{sender} to {receiver}"
    return element(
        "li",
        element("p", element("strong", f"Step {entry.step}, {entry.at}. {way}: {entry.title}."), f" {entry.form}"),
        element("p", f"Why: {entry.why}"),
        element("p", f"Alternative: {entry.alternative}") if entry.alternative else None,
        element("p", f"Note: {entry.note}") if entry.note else None,
        _sources(entry.sources),
        _sources(entry.open, "Open in the packet"),
    )


def _clocks(clocks: Iterable[ClockState]) -> Html:
    rows = (
        element(
            "tr",
            element(
                "th",
                clock.label,
                element("span", f"From: {clock.start}. To: {clock.end}.", class_="ic-name"),
                scope="row",
            ),
            element("td", clock.limit),
            element("td", clock.elapsed),
            element("td", clock.outcome),
            element("td", _sources(clock.sources), _sources(clock.open, "Open in the packet")),
        )
        for clock in clocks
    )
    table = _table("Clocks", ("Clock", "Limit", "Elapsed", "Outcome", "Source"), rows)
    return element("div", element("p", "Clocks", class_="ic-title"), table, class_="ic-clocks")


_BODY: dict[str, Any] = {
    "clock": clock,
    "complaint": complaint,
    "final": final_body,
    "inspector": inspector,
    "may-i": may_i,
    "question": question,
    "quiz": quiz,
    "record": record_body,
    "review": review_body,
    "scene": scene_body,
    "sealed": sealed_body,
    "stepper": _stepper,
}
