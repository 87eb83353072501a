"""What an inspector shows of each message, and what it marks as new or changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from interop_course.live import InspectorState, NotAMessage, inspector_state
from interop_course.live.errors import TwoComparisons
from interop_course.live.inspector_states import FieldState, LineState
from interop_course.live.uses import MAY, NAMED, UNNAMED
from interop_course.live.words import BANNER, FORMS, KINDS
from interop_course.messages import DhsSRE, Form, Kind
from interop_course.process import SCENARIOS, Entry, Journal, scenario
from interop_course.rules import Outcome
from interop_course.rules.permitted_use import Use, may_use

JOURNALS: dict[str, Journal] = {name: scenario(name) for name in SCENARIOS}
MATCH = JOURNALS["match"]


@cache
def every_state() -> tuple[tuple[Entry, InspectorState], ...]:
    return tuple((entry, inspector_state(entry)) for journal in JOURNALS.values() for entry in journal.entries)


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
    from interop_course.live import dissecting

    message = MATCH.find(Kind.DHS_SRE).message
    assert isinstance(message, DhsSRE)
    monkeypatch.setattr(dissecting, "_drawings", lambda: {})
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


def test_every_part_has_its_place_in_the_bytes() -> None:
    for entry, state in every_state():
        assert state.size == len(entry.data)
        for record in state.records:
            for field in record.fields:
                placed = entry.data[field.offset : field.offset + field.length]
                head, _, value = placed.partition(b":")
                assert (head.decode(), len(value)) == (field.tag, field.size), (entry, field.tag)
                assert record.offset <= field.offset < record.offset + record.length
        for line in lines_of(state):
            placed = entry.data[line.offset : line.offset + line.length]
            assert [each.rstrip() for each in placed.decode().splitlines()] == line.text.splitlines()


def test_stated_and_counted_lengths_agree_in_the_courses_own_messages_and_nothing_is_wrong_with_them() -> None:
    for entry, state in every_state():
        assert all(measure.stated == measure.computed for measure in state.measures), entry
        assert state.faults == (), entry
    tags = [measure.tag for measure in inspector_state(MATCH.find(Kind.DHS_SRE)).measures]
    assert tags == ["1.01", "1.03", "2.001", "10.001"]


def test_a_field_says_how_long_it_may_be_and_whether_it_must_be_there() -> None:
    fields = fields_of(inspector_state(MATCH.find(Kind.DHS_SRE)))
    assert fields["2.018"].rule == "3 to 30 characters"
    assert fields["2.059"].rule == "1 character; one of I, N"
    assert (fields["2.018"].need, fields["2.075"].need) == ("mandatory", "optional")


def test_what_ident_and_the_lesc_say_comes_with_its_uses_and_nothing_else_does() -> None:
    with_uses = {entry.kind for entry, state in every_state() if state.uses}
    assert with_uses == {Kind.IDR, Kind.IAR, Kind.DHS_SRE}
    tags = {tag for use in inspector_state(MATCH.find(Kind.DHS_SRE)).uses for tag in use.tags}
    assert tags == {"2.075", "10.999"}


def test_the_words_on_uses_are_what_the_rules_decide() -> None:
    met = {"in_custody": True, "related": True, "permission": True}
    for purpose in MAY:
        assert may_use(Use(purpose)).outcome in (Outcome.YES, Outcome.CONDITION), purpose
    for purpose in NAMED | UNNAMED:
        assert may_use(Use(purpose, **met)).outcome is Outcome.NO, purpose


def test_only_a_reply_with_an_iar_says_what_one_may_be_used_for() -> None:
    match, no_match = (inspector_state(JOURNALS[name].find(Kind.DHS_SRE)) for name in ("match", "no-match"))
    assert [use.of for use in match.uses] == ["IDR information", "IAR information"]
    assert [use.of for use in no_match.uses] == ["IDR information"]


def test_a_message_is_compared_with_the_one_that_should_have_come() -> None:
    got, wanted = JOURNALS["no-match"].find(Kind.DHS_SRE), MATCH.find(Kind.DHS_SRE)
    state = inspector_state(got, expected=wanted)
    fields = fields_of(state)
    assert state.expected.startswith("DHS SRE")
    assert (fields["2.059"].change, fields["2.059"].before) == ("changed", "I")
    (missing,) = state.missing
    assert missing.name == "Type-10 record: photograph"
    (field,) = inspector_state(JOURNALS["old-arrest"].find(Kind.ERRT), expected=got).missing[-1:]
    assert field.tag == "2.075"
    lines = inspector_state(JOURNALS["no-match"].find(Kind.IDR), expected=MATCH.find(Kind.IDR)).missing
    assert "EID = 9900000090" in {line.value for line in lines}


def test_two_comparisons_at_once_are_refused() -> None:
    reply = MATCH.find(Kind.DHS_SRE)
    with pytest.raises(TwoComparisons):
        inspector_state(reply, reply, reply)
