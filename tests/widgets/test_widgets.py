"""The widgets as Jupyter sees them: what they print, what they store, what they sync, what they answer."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import ipywidgets
import pytest
import traitlets

from interop_course.assessment import BANK, NoSuchLesson
from interop_course.assessment.record_file import load
from interop_course.live import NotAMessage
from interop_course.messages import Kind
from interop_course.process import scenario
from interop_course.widgets import (
    NothingToShow,
    Playground,
    Question,
    inspect,
    playground,
    quiz,
    walk,
)
from interop_course.widgets.host import VIEW, Host

MATCH = scenario("match")
LESSON = BANK.lessons[0]


def bundle_of(widget: Any) -> dict[str, Any]:
    found = widget._repr_mimebundle_()
    return found[0] if isinstance(found, tuple) else found


def made() -> list[Any]:
    return [
        inspect(MATCH.find(Kind.DHS_SRE), since=MATCH.find(Kind.IAFIS_SRE)),
        walk(MATCH, at=3),
        quiz(LESSON),
        Question(BANK.items[0]),
        playground(),
    ]


class Asked:
    """A widget whose front end is played by the test."""

    def __init__(self, widget: Host, monkeypatch: pytest.MonkeyPatch) -> None:
        self.widget = widget
        self.sent: list[Any] = []
        monkeypatch.setattr(widget, "send", self.sent.append)

    def __call__(self, request: Any, number: int = 1, **beside: Any) -> Any:
        self.widget._handle_custom_msg({"ask": number, "request": request, **beside}, [])
        reply = self.sent.pop()
        assert reply["reply_to"] == number
        return reply["reply"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTEROP_COURSE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.CAR, "<Inspector CAR 12 records, 2.018=SAMPLE,ALEX>"),
        (Kind.IAFIS_SRE, "<Inspector IAFIS SRE 2 records, 2.059=N>"),
        (Kind.DHS_SRE, "<Inspector DHS SRE 3 records, 2.059=I>"),
        (Kind.IDENT_QUERY, "<Inspector Query 8 lines>"),
    ],
)
def test_an_inspector_says_in_short_what_it_shows(kind: Kind, text: str) -> None:
    assert repr(inspect(MATCH.find(kind))) == text


def test_the_other_widgets_say_in_short_what_they_show() -> None:
    event = next(entry for entry in MATCH.entries if entry.message is None)
    assert repr(inspect(event)) == f"<Inspector no message: {event.title}>"
    assert repr(walk(MATCH, at=2)) == f"<Stepper match, {len(MATCH.entries)} entries, at 2>"
    assert repr(quiz(LESSON)) == f"<Quiz {LESSON}, {len(BANK.of(LESSON))} questions>"
    assert repr(playground()).startswith("<Playground match, ")


@pytest.mark.parametrize("number", range(5))
def test_an_output_has_a_text_a_fallback_and_the_live_view(number: int) -> None:
    one, two = made()[number], made()[number]
    first, second = bundle_of(one), bundle_of(two)
    assert first.keys() == {"text/plain", "text/html", VIEW}
    assert first["text/plain"] == repr(one)
    assert first["text/plain"] == second["text/plain"]
    assert first["text/html"] == second["text/html"]
    assert first[VIEW]["model_id"] != second[VIEW]["model_id"]
    assert one.model_id not in first["text/html"]


def test_what_cannot_be_shown_is_refused() -> None:
    with pytest.raises(NotAMessage):
        inspect("CAR")  # type: ignore[arg-type]
    with pytest.raises(NothingToShow, match="no journal"):
        walk(MATCH.entries[0])  # type: ignore[arg-type]
    with pytest.raises(NoSuchLesson):
        quiz("step-8")


def test_widgets_are_placed_and_linked_as_any_ipywidget() -> None:
    stepper = walk(MATCH)
    slider = ipywidgets.IntSlider(min=1, max=len(MATCH.entries))
    ipywidgets.jslink((stepper, "at"), (slider, "value"))
    ipywidgets.link((stepper, "at"), (slider, "value"))
    ipywidgets.HBox([stepper, slider])
    slider.value = 4
    assert stepper.at == 4
    assert stepper.entry is MATCH.entries[3]


@pytest.mark.parametrize("at", [0, 99, -1])
def test_a_stepper_stays_inside_its_journal(at: int) -> None:
    stepper = walk(MATCH, at=2)
    with pytest.raises(traitlets.TraitError, match="entries 1 to"):
        stepper.at = at
    assert stepper.at == 2


def test_a_stepper_and_an_inspector_can_show_something_else() -> None:
    stepper, other = walk(MATCH, at=15), scenario("no-match")
    stepper.show(other)
    assert (stepper.at, stepper.journal) == (1, other)
    assert stepper.state["entries"] != []
    assert repr(stepper).startswith("<Stepper no match")
    inspector = inspect(MATCH.find(Kind.CAR))
    inspector.show(MATCH.find(Kind.IDR))
    assert inspector.state["kind"] == "idr"
    assert "IDR" in repr(inspector)


def test_a_widget_carries_ask_to_the_door(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = Asked(inspect(MATCH.find(Kind.CAR)), monkeypatch)
    assert ask({"do": "explain", "tag": "2.059"})["mnemonic"] == "SRF"
    assert ask({"do": "nonsense"}, 2)["ok"] is False
    assert ask(None, 3)["ok"] is False


def test_a_message_that_asks_nothing_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = Asked(inspect(MATCH.find(Kind.CAR)), monkeypatch)
    for content in ({}, {"request": {}}, [], "x", None):
        ask.widget._handle_custom_msg(content, [])
    assert ask.sent == []


def test_an_answer_is_kept_in_the_learning_record(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    item = BANK.of(LESSON)[0]
    widget = quiz(LESSON)
    bundle_of(widget)
    assert not home.exists(), "showing a quiz writes nothing"
    ask = Asked(widget, monkeypatch)
    ask({"do": "explain", "tag": "2.059"})
    ask({"do": "grade", "item": "no/such"})
    assert not home.exists(), "only an answer is kept"
    reply = ask({"do": "grade", "item": item.id, "given": list(item.best)})
    assert reply["mark"]["right"] is True
    assert reply["notice"] == "Kept in your learning record."
    (kept,) = load(home).record.answers
    assert (kept.item, kept.right, kept.given) == (item.id, True, item.best)


def test_how_sure_and_how_long_are_kept_with_the_answer(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    item = BANK.of(LESSON)[0]
    ask = Asked(quiz(LESSON), monkeypatch)
    ask({"do": "grade", "item": item.id, "given": []}, confidence="sure", seconds=12)
    ask({"do": "grade", "item": item.id, "given": []}, confidence=None, seconds=None)
    assert [(kept.confidence, kept.seconds) for kept in load(home).record.answers] == [("sure", 12), (None, None)]
    reply = ask({"do": "grade", "item": item.id, "given": []}, confidence="very")
    assert reply["ok"] is True
    assert reply["notice"].startswith("Your answer could not be kept.")


def test_an_answer_that_cannot_be_kept_is_graded_and_said_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.write_text("a file where the folder should be")
    item = BANK.of(LESSON)[0]
    reply = Asked(quiz(LESSON), monkeypatch)({"do": "grade", "item": item.id, "given": []})
    assert reply["ok"] is True
    assert reply["mark"]["right"] is False
    assert reply["notice"].startswith("Your answer could not be kept.")


def test_a_corrupt_record_is_set_aside_and_the_answer_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir()
    (home / "learning-record.json").write_text("{broken")
    item = BANK.of(LESSON)[0]
    reply = Asked(Question(item), monkeypatch)({"do": "grade", "item": item.id, "given": []})
    assert "corrupt-1" in reply["notice"]
    assert (home / "learning-record.corrupt-1.json").read_text() == "{broken"
    assert len(load(home).record.answers) == 1


@pytest.fixture
def ground() -> Playground:
    return playground()


def test_the_playground_follows_its_controls(ground: Playground) -> None:
    ground.choices.controls["encounters"].value = 0
    assert ground.stepper.journal.outcome == "no match"
    assert ground.stepper.at == 1
    ground.choices.controls["receives"].value = False
    assert not ground.stepper.journal.all(Kind.DHS_SRE)
    assert "no match" in ground.remark.value


def test_the_playground_inspects_the_selected_entry(ground: Playground) -> None:
    reply = ground.stepper.journal.find(Kind.DHS_SRE)
    ground.stepper.at = reply.n
    assert ground.inspector.state["kind"] == "dhs-sre"
    assert ground.inspector.state["since"].startswith("IAR")


@pytest.mark.parametrize(
    ("arrest", "says"), [(None, "no date of arrest"), (date(2010, 4, 1), "later than the booking")]
)
def test_choices_that_make_no_booking_keep_the_last_journal(ground: Playground, arrest: date | None, says: str) -> None:
    journal = ground.stepper.journal
    ground.choices.controls["doa"].value = arrest
    assert says in ground.remark.value
    assert 'role="status"' in ground.remark.value
    assert ground.stepper.journal is journal
    ground.choices.controls["doa"].value = date(2010, 2, 20)
    assert ground.stepper.journal.all(Kind.ERRT)


def test_every_choice_of_every_control_makes_a_journal(ground: Playground) -> None:
    for name, control in ground.choices.controls.items():
        first = control.value
        if name == "doa":
            continue
        for value in control.options.values() if hasattr(control, "options") else (not first,):
            control.value = value
            assert "no booking" not in ground.remark.value
        control.value = first
    assert json.dumps(ground.stepper.state) == json.dumps(playground().stepper.state)


def test_the_stored_playground_is_the_default_booking_in_words(ground: Playground) -> None:
    html = bundle_of(ground)["text/html"]
    assert html == bundle_of(playground())["text/html"]
    assert "Sample County" in html
    assert html.count('class="ic-widget') == 2
