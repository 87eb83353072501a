"""The learner's record behind a widget: in Jupyter it is the kernel's file, and the front end asks for every change.

The front end asks with widget messages, as it asks the live door, and each has the record as its reply::

    {"do": "keep", "record": {…}}    merge this into the record; an empty one only asks for it
    {"do": "rename", "name": "…"}    another display name, or None
    {"do": "clear"}                  begin again with an empty record

The live door is not asked: it touches no file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from ..assessment import AssessmentError, CorruptRecord, LearningRecord
from ..assessment.record_file import change, data_folder, load
from ..live.learning_states import RecordPanelState, record_panel_state
from .host import Host

CHANGES = frozenset({"keep", "rename", "clear"})


class Keeping(Host):
    """A widget that reads and changes the learner's record."""

    def _asked(self, widget: Any, message: Any, buffers: Any) -> None:
        request = message.get("request") if isinstance(message, dict) else None
        if isinstance(request, dict) and request.get("do") in CHANGES:
            self.send({"reply_to": message.get("ask"), "reply": kept(request)})
        else:
            super()._asked(widget, message, buffers)


class RecordPanel(Keeping):
    """The panel that shows the learner's record. Made by ``my_record``."""

    def __init__(self) -> None:
        super().__init__(record_panel_state())

    @property
    def record(self) -> LearningRecord:
        """The record as it is stored now."""
        return load(data_folder()).record

    def __repr__(self) -> str:
        assert isinstance(self._shown, RecordPanelState)
        return f"<RecordPanel of {len(self._shown.pages)} lessons>"


def my_record() -> RecordPanel:
    """Look at your learning record, save it as a file, bring in another one, give it a name, or clear it."""
    return RecordPanel()


def kept(request: dict[str, Any]) -> dict[str, Any]:
    """Make a change to the stored record; the reply has the record as it is now, and a notice or an error.

    A reply with ``ok`` false leaves the stored record as it was.
    """
    try:
        make = _change(request)
        loaded = change(data_folder(), make) if make else load(data_folder())
    except ValidationError as error:
        return {"ok": False, "error": error.errors()[0]["msg"], "hint": "Your record is as it was."}
    except AssessmentError as error:
        return {"ok": False, "error": str(error), "hint": "This is not kept."}
    notice = loaded.notice.message if loaded.notice else ""
    return {"ok": True, "record": loaded.record.model_dump(mode="json"), "notice": notice}


def _change(request: dict[str, Any]) -> Callable[[LearningRecord], LearningRecord] | None:
    """What a request does to a record; None where it only asks for it."""
    if request["do"] == "clear":
        return lambda _: LearningRecord()
    if request["do"] == "rename":
        return lambda record: record.named(request.get("name"))
    try:
        part = LearningRecord.model_validate(request.get("record"))
    except ValidationError as error:
        raise CorruptRecord(f"This is not a learning record: {error.errors()[0]['msg']}.") from None
    if part == LearningRecord():
        return None
    return lambda record: record.merged(part, name=record.name or part.name)
