"""The final, the review and the record without a script: what they are, and how they are used where they work."""

from __future__ import annotations

from ..live.learning_states import FinalState, RecordPanelState, ReviewState, SealedFinalState
from .markup import Html, element, join
from .pieces import table

NEEDS_SCRIPT = "It works where JavaScript is on, and in Jupyter once the cell has run."


def final_body(state: FinalState) -> Html:
    """The terms of the final, and how many questions of which topics it has. No question, and no key."""
    rows = (
        element(
            "tr",
            element("th", ", ".join(state.labels[topic] for topic in stratum.topics), scope="row"),
            element("td", str(stratum.count), data_column="Questions"),
            element("td", "all" if set(stratum.topics) <= set(state.must) else "—", data_column="Have to be right"),
        )
        for stratum in state.strata
    )
    return join(
        [
            element("p", "The final", class_="ic-title"),
            element("ul", (element("li", term) for term in state.terms), class_="ic-terms"),
            table("Questions of a final by topic", ("Topic", "Questions", "Have to be right"), rows),
            element("p", NEEDS_SCRIPT, class_="ic-facts"),
        ]
    )


def sealed_body(state: SealedFinalState) -> Html:
    """The terms of a final under supervision."""
    return join(
        [
            element("p", "The final, under supervision", class_="ic-title"),
            element("ul", (element("li", term) for term in state.terms), class_="ic-terms"),
            element("p", f"Check digest: {state.digest}. {NEEDS_SCRIPT}", class_="ic-facts"),
        ]
    )


def review_body(state: ReviewState) -> Html:
    """What the review does."""
    return join(
        [
            element("p", "Review", class_="ic-title"),
            element(
                "p",
                "A question that you answer wrongly comes back after a day; once right, after a week, then after a "
                "month. What you were sure of and got wrong comes first.",
            ),
            element(
                "p", f"It can bring back each of {len(state.questions)} questions. {NEEDS_SCRIPT}", class_="ic-facts"
            ),
        ]
    )


def record_body(state: RecordPanelState) -> Html:
    """What is kept, and where."""
    return join(
        [
            element("p", "Your learning record", class_="ic-title"),
            element(
                "p",
                "It holds your answers, your finals and the lessons you marked as done, and a name if you give one. "
                "It is kept in this browser, or by Jupyter in a file of your own, and is sent to nobody.",
            ),
            element(
                "p",
                "Here you can look at it, save it as a file, bring in one from another device, and clear it. "
                f"{NEEDS_SCRIPT}",
                class_="ic-facts",
            ),
        ]
    )
