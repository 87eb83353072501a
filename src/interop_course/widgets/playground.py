"""The playground: plain ipywidgets controls, the journal of the chosen booking, the message of the selected entry."""

from __future__ import annotations

from typing import Any

import ipywidgets
from pydantic import ValidationError

from ..live import message_before
from ..messages import MessageError
from ..process import Journal, ProcessError, run
from .choices import Choices
from .host import VIEW
from .inspector import Inspector
from .markup import Html, element, join
from .stepper import Stepper

SEED = 2010


class Playground(ipywidgets.VBox):  # type: ignore[misc]
    """Controls linked to a stepper, and the stepper to an inspector.

    A choice that makes no booking (no date, an arrest later than the booking) is answered in words, and the last
    journal stays.
    """

    def __init__(self) -> None:
        self.choices = Choices()
        self.stepper = Stepper(self._journal())
        self.inspector = Inspector(self.stepper.entry)
        self.remark = ipywidgets.HTML()
        self.choices.observe(self._play)
        self.stepper.observe(self._select, "at")
        super().__init__([_controls(self.choices), self.remark, self.stepper, self.inspector])

    def _journal(self) -> Journal:
        return run(self.choices.booking(), self.choices.setting(), SEED)

    def _play(self, _: Any) -> None:
        try:
            journal = self._journal()
        except (ValidationError, ProcessError, MessageError) as error:
            self.remark.value = _remark(
                f"These choices make no booking: {_said(error)} The journal below is the last one."
            )
            return
        self.remark.value = _remark(repr(journal).strip("<>"))
        self.stepper.show(journal)
        self._select(None)

    def _select(self, _: Any) -> None:
        self.inspector.show(self.stepper.entry, message_before(self.stepper.journal, self.stepper.entry))

    def __repr__(self) -> str:
        return f"<Playground {self.stepper.in_short()}; {self.inspector.in_short()}>"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        live = super()._repr_mimebundle_(**kwargs)
        return {"text/plain": repr(self), "text/html": str(self._html()), VIEW: live[VIEW]}

    def _html(self) -> Html:
        """The choices in words, the journal and the message: what the book shows where no kernel runs."""
        chosen = (
            element("tr", element("th", label, scope="row"), element("td", value))
            for label, value in self.choices.in_words()
        )
        head = element("tr", element("th", "Choice", scope="col"), element("th", "Chosen", scope="col"))
        table = element("table", element("thead", head), element("tbody", chosen), class_="ic-table")
        words = element("p", "The choices of this booking. With a kernel they are controls.", class_="ic-facts")
        return join(
            [element("div", words, table, class_="ic mathjax_ignore")]
            + [shown.fallback() for shown in (self.stepper, self.inspector)]
        )


def playground() -> Playground:
    """Choose a booking and what the state can do, and see what follows."""
    return Playground()


def _controls(choices: Choices) -> ipywidgets.Widget:
    """The groups in two columns, one under the other where there is no room: what is so, and what can be done."""
    desk, file, state = (
        ipywidgets.VBox([ipywidgets.HTML(element("strong", title)), *group.values()])
        for title, group in choices.groups.items()
    )
    return ipywidgets.HBox([ipywidgets.VBox([desk, file]), state], layout={"flex_flow": "row wrap"})


def _remark(text: str) -> Html:
    return element("p", text, role="status")


def _said(error: Exception) -> str:
    """The faults of an error in sentences."""
    if isinstance(error, ValidationError):
        return " ".join(f"{fault['msg'].removeprefix('Value error, ')}." for fault in error.errors())
    return f"{error}."
