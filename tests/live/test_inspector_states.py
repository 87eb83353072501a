"""What an inspector shows of each message, and what it marks as new or changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from interop_course.live import InspectorState, NotAMessage, inspector_state
from interop_course.live.states import FieldState, LineState
from interop_course.live.words import BANNER, FORMS, KINDS
from interop_course.messages import DhsSRE, Form, Kind
from interop_course.process import SCENARIOS, Entry, Journal, scenario

JOURNALS: dict[str, Journal] = {name: scenario(name) for name in SCENARIOS}
MATCH = JOURNALS["match"]


def every_state() -> Iterator[tuple[Entry, InspectorState]]:
    for journal in JOURNALS.values():
        for entry in journal.entries:
            yield entry, inspector_state(entry)


def fields_of(state: InspectorState) -> dict[str, FieldState]:
    return {field.tag: field for record in state.records for field in record.fields}


def lines_of(state: InspectorState) -> Iterator[LineState]:
    yield from state.lines
    for field in fields_of(state).values():
        yield from field.lines


def changes(state: InspectorState) -> dict[str, str]:
    return {line.text: line.change for line in lines_of(state)}


def test_the_scenarios_bring_every_kind_of_message() -> None:
    assert {entry.kind for entry, _ in every_state()} - {None} == set(Kind) == set(KINDS)
    assert set(FORMS) == set(Form)


def test_every_field_and_line_of_every_message_is_explained() -> None:
    for entry, state in every_state():
        for field in fields_of(state).values():
            assert field.meaning, (entry, field.tag)
            assert field.source.label
        for line in lines_of(state):
            assert line.meaning, (entry, line.text)


def test_every_message_says_that_it_is_synthetic_and_whose_form_it_has() -> None:
    for entry, state in every_state():
        assert state.banner == BANNER
        assert state.form == FORMS[entry.form]


def test_records_hold_every_byte_count_and_separator() -> None:
    state = inspector_state(MATCH.find(Kind.DHS_SRE))
    entry = MATCH.find(Kind.DHS_SRE)
    assert sum(record.length for record in state.records) == len(entry.data)
    assert [record.type for record in state.records] == [1, 2, 10]
    assert "␞" in fields_of(state)["1.03"].value
    assert "␟" in fields_of(state)["1.03"].value
    assert state.text.count("␜") == 3
    assert state.text.startswith("1.01:")


def test_names_and_birth_dates_are_marked_personal_and_lengths_are_not() -> None:
    fields = fields_of(inspector_state(MATCH.find(Kind.CAR)))
    assert fields["2.018"].personal
    assert fields["2.022"].personal
    assert not fields["1.01"].personal
    personal = {line.text for line in lines_of(inspector_state(MATCH.find(Kind.IDR))) if line.personal}
    assert "EID = 9900000090" in personal
    assert "------ MATCH ------" not in personal


def test_the_text_inside_a_response_is_explained_line_by_line() -> None:
    lines = {line.text: line for line in fields_of(inspector_state(MATCH.find(Kind.DHS_SRE)))["2.075"].lines}
    assert "EID" in lines["EID = 9900000090"].meaning
    assert "not to be held" not in lines["------ MATCH ------"].meaning
    assert lines["THIS IS NOT A GOVERNMENT DETAINER!"].meaning


def test_each_print_of_a_submission_is_shown_with_its_finger() -> None:
    state = inspector_state(MATCH.find(Kind.CAR))
    images = [field.image for record in state.records for field in record.fields if field.image]
    assert len(images) == 10
    assert len({image.alt for image in images}) == 10
    assert all("SYNTHETIC" in image.alt and image.label for image in images)
    assert state.records[2].name == "fingerprint image, right thumb"


def test_a_placeholder_says_that_it_shows_nobody() -> None:
    images = [
        field.image
        for record in inspector_state(JOURNALS["five-encounters"].find(Kind.DHS_SRE)).records
        for field in record.fields
        if field.image
    ]
    assert [("nobody" in image.label) for image in images] == [False, True]


def test_an_image_that_is_not_the_courses_own_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    from interop_course.live import inspecting

    message = MATCH.find(Kind.DHS_SRE).message
    assert isinstance(message, DhsSRE)
    monkeypatch.setattr(inspecting, "_drawings", lambda: {})
    field = fields_of(inspector_state(message))["10.999"]
    assert field.image is None
    assert field.value.startswith("(image, ")


def test_a_response_is_compared_field_by_field() -> None:
    state = inspector_state(MATCH.find(Kind.DHS_SRE), MATCH.find(Kind.IAFIS_SRE))
    fields = fields_of(state)
    assert state.since.startswith("IAFIS SRE")
    assert (fields["1.08"].change, fields["1.08"].before) == ("changed", "XXIAFIS00")
    assert (fields["2.075"].change, fields["2.059"].change) == ("new", "changed")
    assert fields["2.018"].change == fields["1.10"].change == ""
    assert fields["10.999"].change == "new"
    assert fields["2.001"].change == "", "a computed length is no news"
    assert not any(line.change for line in fields["2.075"].lines), "the field is new as a whole"


def test_a_response_passed_on_is_unchanged() -> None:
    at_bureau, at_desk = MATCH.all(Kind.DHS_SRE)
    assert not any(field.change for field in fields_of(inspector_state(at_desk, at_bureau)).values())


def test_a_query_is_compared_with_the_response_it_is_made_from() -> None:
    marked = changes(inspector_state(MATCH.find(Kind.IAQ), MATCH.find(Kind.IDR)))
    assert marked["NAM/ SAMPLE, ALEX"] == ""
    assert marked["9900000080;SAMPLE;ALEX;B;19800115;XX;X"] == ""
    assert marked["PHN/5550100000"] == "new"


def test_an_answer_repeats_its_query_and_adds_to_it() -> None:
    marked = changes(inspector_state(MATCH.find(Kind.IAR), MATCH.find(Kind.IAQ)))
    assert marked["PHN/5550100000"] == ""
    assert marked["THIS IS NOT A GOVERNMENT DETAINER!"] == "new"


def test_text_and_fields_are_compared_by_their_labels() -> None:
    query = changes(inspector_state(MATCH.find(Kind.IDENT_QUERY), MATCH.find(Kind.CAR)))
    assert query["NAM = SAMPLE,ALEX"] == ""
    assert query["SOURCE = submission"] == "new"
    filled = JOURNALS["nff-later"]
    assert changes(inspector_state(filled.find(Kind.IDENT_QUERY), filled.find(Kind.CAR)))["NAM = CPI,CPI"] == "changed"
    reply = inspector_state(MATCH.find(Kind.DHS_SRE), MATCH.find(Kind.IAR))
    assert fields_of(reply)["2.018"].change == ""
    assert changes(reply)["PHN/5550100000"] == ""
    assert changes(reply)["------ MATCH ------"] == "new"


def test_an_event_shows_that_no_message_travels() -> None:
    event = next(entry for entry in MATCH.entries if entry.message is None)
    state = inspector_state(event, MATCH.find(Kind.CAR))
    assert (state.records, state.lines, state.text) == ((), (), "")
    assert state.title == event.title
    assert state.form == FORMS[Form.NONE]


def test_equal_messages_have_equal_states() -> None:
    again = scenario("match")
    for one, two in zip(MATCH.entries, again.entries, strict=True):
        assert inspector_state(one) == inspector_state(two)


@pytest.mark.parametrize("wrong", [None, "CAR", b"1.01:", MATCH])
def test_anything_else_is_refused_with_advice(wrong: object) -> None:
    with pytest.raises(NotAMessage, match=r"journal\.find"):
        inspector_state(wrong)  # type: ignore[arg-type]
