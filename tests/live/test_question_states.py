"""What a question card shows of an item, and what it does not show where the state is sealed."""

from __future__ import annotations

from typing import Any

import pytest

from interop_course.assessment import (
    BANK,
    ChoiceItem,
    DecisionItem,
    FieldItem,
    Item,
    MatchingItem,
    NoSuchLesson,
    NumericItem,
    OrderingItem,
    instance,
    instances,
)
from interop_course.live import question_state, quiz_state
from interop_course.live.question_states import DrawnState, QuizState
from tests.assessment.kinds import DATA, item

ASKED = [form for bank_item in BANK.items for form in instances(bank_item)[:2]]
KEYS = ("right", "place", "choice", "key")
REASONS = ("reason", "sources", "near")


@pytest.mark.parametrize("form", ASKED, ids=lambda form: f"{form.id}-{form.seed or 0}")
def test_a_card_carries_every_part_with_its_reason_and_sources(form: Item) -> None:
    state = question_state(form).model_dump(mode="json")
    head = (state["widget"], state["id"], state["seed"], state["objective"], state["stem"], state["kind"])
    assert head == ("question", form.id, form.seed, form.objective, form.stem, form.kind)
    shown = {(found["reason"], len(found["sources"])) for found in parts(state)}
    assert shown == {(part.reason, len(part.cites)) for part in form.parts}
    assert all(source["label"] for found in parts(state) for source in found["sources"])
    assert key(form, state) == form.best


def parts(state: dict[str, Any]) -> list[dict[str, Any]]:
    """Everything in a state that has a reason."""
    lists = (state.get(name, []) for name in ("options", "steps", "rows", "near"))
    return [part for each in lists for part in each] + [state] * ("reason" in state)


def key(form: Item, state: dict[str, Any]) -> tuple[str, ...]:
    """The right answer, read from the state as the front end reads it."""
    match form:
        case ChoiceItem():
            return tuple(option["id"] for option in state["options"] if option["right"])
        case OrderingItem():
            assert [step["id"] for step in state["steps"]] == [step.id for step in form.shown]
            return tuple(step["id"] for step in sorted(state["steps"], key=lambda step: step["place"]))
        case MatchingItem():
            return tuple(f"{row['id']}={row['choice']}" for row in state["rows"])
        case NumericItem():
            return state["key"]["number"], state["key"]["unit"]
        case FieldItem():
            return tuple(state["key"])
    raise AssertionError(form.kind)


@pytest.mark.parametrize("kind", DATA)
def test_a_sealed_card_has_the_same_shape_and_no_key_or_reason(kind: str) -> None:
    made = item(kind)
    whole = question_state(made).model_dump(mode="json")
    sealed = question_state(made, sealed=True).model_dump(mode="json")
    assert without(sealed) == without(whole)
    told = [found[name] for found in (sealed, *parts(sealed)) for name in (*KEYS, *REASONS) if name in found]
    assert told
    assert all(value in (None, "", []) for value in told)
    assert not any(part.reason in str(sealed) for part in made.parts)


def without(state: Any) -> Any:
    """A state without what only an open one has."""
    if isinstance(state, dict):
        return {name: without(value) for name, value in state.items() if name not in (*KEYS, *REASONS)}
    return [without(each) for each in state] if isinstance(state, list) else state


def test_a_decision_shows_its_facts() -> None:
    made = item("decision")
    assert isinstance(made, DecisionItem)
    assert question_state(made).model_dump()["facts"] == tuple(fact.model_dump() for fact in made.facts)


def test_units_carry_their_length_where_they_are_times() -> None:
    units = {unit["id"]: unit["factor"] for unit in question_state(item("numeric")).model_dump()["units"]}
    assert units == {"minutes": 1, "hours": 60, "days": 1440, "bytes": None}


def test_the_message_of_a_question_is_marked_and_unexplained() -> None:
    message = question_state(item("field")).model_dump(mode="json")["message"]
    assert message["banner"].startswith("Synthetic message")
    assert (message["title"], [record["type"] for record in message["records"]]) == (
        "DHS SRE: The response with the IDENT answer",
        [1, 2, 10],
    )
    fields = {field["tag"]: field for record in message["records"] for field in record["fields"]}
    assert fields["2.059"] == {"tag": "2.059", "mnemonic": "SRF", "name": "Search Results Findings", "value": "I"}
    assert fields["1.03"]["value"] == "1␟02␞2␟00␞10␟01"
    assert fields["2.075"]["value"].endswith(" lines of text)")
    assert fields["2.075"]["value"].count("\n") == 3
    assert fields["10.999"]["value"].startswith("(image, ")


def test_of_records_with_the_same_fields_the_first_is_shown() -> None:
    made = item("field", message={"scenario": "match", "kind": "car"}, field="14.013", near=[])
    message = question_state(made).model_dump(mode="json")["message"]
    assert [record["type"] for record in message["records"]] == [1, 2, 14]
    assert message["summary"].startswith("12 records, ")
    assert message["summary"].endswith(" bytes. Of 10 records of Type-14 the first is shown.")


@pytest.mark.parametrize("sealed", [False, True])
def test_a_parametrised_question_brings_its_eight_instances(sealed: bool) -> None:
    made = item("drawn")
    state = question_state(made, sealed=sealed)
    assert isinstance(state, DrawnState)
    assert state.instances == tuple(question_state(instance(made, seed), sealed=sealed) for seed in range(1, 9))
    assert (state.kind, state.id, state.seed, state.stem) == ("drawn", made.id, None, state.instances[0].stem)


def test_a_quiz_has_the_questions_of_its_lesson_in_order() -> None:
    for lesson in BANK.lessons:
        state = quiz_state(lesson)
        assert [question.id for question in state.questions] == [each.id for each in BANK.of(lesson)]
        assert QuizState.model_validate_json(state.model_dump_json()) == state


def test_an_unknown_lesson_is_refused() -> None:
    with pytest.raises(NoSuchLesson):
        quiz_state("step-8")
