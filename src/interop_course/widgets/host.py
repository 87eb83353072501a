"""The host for Jupyter: an anywidget that draws a state and carries ``ask`` to the live door."""

from __future__ import annotations

import json
from typing import Any

import anywidget
import traitlets

from ..live import AnyState, answer_json
from .bundle import module, stylesheet
from .fallback import widget_html
from .markup import Html

VIEW = "application/vnd.jupyter.widget-view+json"


class Host(anywidget.AnyWidget):
    """A widget with a ``state`` (a dict, synced) and the one front end, which draws whatever state it is given.

    Its output carries the short ``repr``, the HTML fallback with the state, and the live view. A notebook stores
    the first two, which are the same at every run.
    """

    _esm = module()
    _css = stylesheet()
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, state: AnyState, **traits: Any) -> None:
        self._shown = state
        super().__init__(state=state.model_dump(mode="json"), **traits)
        self.on_msg(self._asked)

    def show_state(self, state: AnyState) -> None:
        """Draw another state in every view of this widget."""
        self._shown = state
        self.state = state.model_dump(mode="json")

    def fallback(self) -> Html:
        """The HTML that stands in for this widget, with its state."""
        return widget_html(self._shown)

    def answered(self, reply: dict[str, Any], message: dict[str, Any]) -> dict[str, Any]:
        """What the front end is told: the door's reply, to which a widget may add a notice.

        ``message`` is what the front end sent: the request, and what it says beside it.
        """
        return reply

    def _asked(self, _: Any, message: Any, __: Any) -> None:
        if isinstance(message, dict) and "ask" in message:
            reply = json.loads(answer_json(json.dumps(message.get("request"))))
            self.send({"reply_to": message["ask"], "reply": self.answered(reply, message)})

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data: dict[str, Any] = {"text/plain": repr(self), "text/html": str(self.fallback())}
        live = super()._repr_mimebundle_(**kwargs)
        if live is not None:
            data[VIEW] = live[0][VIEW]
        return data, {}
