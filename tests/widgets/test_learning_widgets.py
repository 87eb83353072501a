"""The final, the review and the record in Jupyter: what they store, and how the kernel's file is kept through them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from interop_course.assessment import BANK, LearningRecord
from interop_course.assessment.blueprint import BLUEPRINT
from interop_course.assessment.lessons import LESSONS
from interop_course.assessment.record_file import load, record_path, save
from interop_course.assessment.sealing import seal
from interop_course.live.learning_states import final_state, sealed_final_state
from interop_course.widgets import final, my_record, review
from interop_course.widgets.record import kept
from interop_course.widgets.sealed_page import sealed_page
from tests.assessment.exam import BEGUN, begun, practised, taken

ANSWER = LearningRecord(answers=(practised("step-4/who-asks", True, BEGUN),))
SITTING = taken(begun(minutes=None))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTEROP_COURSE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def keep(record: LearningRecord) -> dict[str, Any]:
    return kept({"do": "keep", "record": record.model_dump(mode="json")})


def test_they_say_in_short_what_they_are() -> None:
    size = len(BANK.items)
    assert repr(final()) == f"<Final {BLUEPRINT.size} of {size} questions, {BLUEPRINT.percent} percent to pass>"
    assert repr(review()) == f"<Review of {size} questions>"
    assert repr(my_record()) == f"<RecordPanel of {len(LESSONS)} lessons>"
    assert (final().size, final().must, review().size) == (BLUEPRINT.size, BLUEPRINT.must, size)


@pytest.mark.parametrize("make", [final, review, my_record])
def test_their_outputs_are_equal_and_hold_no_record(make: Any, home: Path) -> None:
    before = str(make().fallback())
    keep(ANSWER.merged(SITTING).named("Alex Sample"))
    assert str(make().fallback()) == before
    assert "Alex Sample" not in json.dumps(make().state)
    assert before.startswith('<div class="ic-widget')


def test_the_fallback_of_a_final_tells_its_terms_and_no_question() -> None:
    read = re.split(r'<script type="application/json">', str(final().fallback()))[0]
    for term in final_state().terms:
        assert term in read
    assert "Permitted use" in read
    assert not [item.id for item in BANK.items if item.stem in read]


def test_the_front_end_asks_for_the_record_and_adds_to_it(home: Path) -> None:
    assert kept({"do": "keep", "record": {"version": 2}}) == {
        "ok": True, "notice": "", "record": LearningRecord().model_dump(mode="json")
    }  # fmt: skip
    assert not record_path(home).exists(), "to ask for a record writes none"
    keep(ANSWER)
    reply = keep(SITTING)
    assert load(home).record == ANSWER.merged(SITTING)
    assert reply["record"] == json.loads(load(home).record.to_json())
    assert my_record().record == load(home).record


def test_a_name_is_given_taken_away_and_refused(home: Path) -> None:
    save(home, ANSWER)
    assert kept({"do": "rename", "name": "Alex"})["record"]["name"] == "Alex"
    assert keep(SITTING.named("Robin"))["record"]["name"] == "Alex", "a merge changes no name; the page has asked"
    refused = kept({"do": "rename", "name": "A 123 456 789"})
    assert not refused["ok"]
    assert "digits" in refused["error"]
    assert kept({"do": "rename", "name": None})["record"]["name"] is None
    assert load(home).record == ANSWER.merged(SITTING)


def test_clearing_begins_with_an_empty_record(home: Path) -> None:
    save(home, ANSWER)
    assert kept({"do": "clear"})["record"] == LearningRecord().model_dump(mode="json")
    assert load(home).record == LearningRecord()


@pytest.mark.parametrize("record", [None, 7, {"version": 3}, {"version": 2, "answers": [{"item": "x"}]}])
def test_what_is_no_record_is_refused_and_nothing_changes(home: Path, record: Any) -> None:
    save(home, ANSWER)
    reply = kept({"do": "keep", "record": record})
    assert (reply["ok"], load(home).record) == (False, ANSWER)
    assert "not a learning record" in reply["error"]


def test_a_corrupt_file_is_set_aside_and_said(home: Path) -> None:
    save(home, ANSWER)
    record_path(home).write_text("{", encoding="utf-8")
    assert "corrupt-1" in keep(SITTING)["notice"]
    assert load(home).record == SITTING


def test_a_widget_passes_changes_to_the_file_and_the_rest_to_the_door(home: Path) -> None:
    widget, sent = final(), []
    widget.send = lambda content, *_: sent.append(content)
    request = {"do": "keep", "record": ANSWER.model_dump(mode="json")}
    widget._handle_custom_msg({"ask": 4, "request": request}, [])
    widget._handle_custom_msg({"ask": 5, "request": {"do": "explain", "tag": "2.059"}}, [])
    assert [(each["reply_to"], each["reply"]["ok"]) for each in sent] == [(4, True), (5, True)]
    assert load(home).record == ANSWER
    assert sent[1]["reply"]["mnemonic"] == "SRF"


def test_a_sealed_page_is_one_file_without_any_key() -> None:
    sealed, key = seal(2010)
    page = sealed_page(sealed)
    assert page == sealed_page(sealed)
    assert key.digest in page
    assert not re.search(r'(src|href)="?http|@import|url\(', page)
    assert [asked.stem for asked in sealed_final_state(sealed).questions] == [asked.stem for asked in key.questions]
    reasons = [part.reason for question in key.questions for part in question.parts if part.reason]
    assert reasons
    assert not [reason for reason in reasons if reason in page]
    state = page.split('application/json">')[1].split("</script>")[0]
    assert not re.search(r'"(right|place|choice|key)":(true|false|\d|"|\n?\{|\[)', state)
