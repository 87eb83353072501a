"""What is asked can be read without a script, and the answer with its reasons lies folded below it."""

from __future__ import annotations

import re

import pytest

from interop_course.live.question_states import AnyQuestionState
from interop_course.widgets.question_fallback import question, quiz
from tests.widgets.question_states import (
    DECISION,
    DRAWN,
    FIELD,
    KINDS,
    MATCHING,
    NUMERIC,
    ORDERING,
    QUIZ,
    SINGLE,
    sealed,
)

FOLDED = "<summary>Answers and reasons</summary>"


def parts(state: AnyQuestionState) -> tuple[str, str]:
    """What lies open, and what is folded away, as text."""
    open_part, _, folded = question(state).partition(FOLDED)
    return plain(open_part), plain(folded)


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


@pytest.mark.parametrize("state", KINDS, ids=lambda state: state.kind)
def test_the_question_lies_open_and_every_reason_is_folded_away(state: AnyQuestionState) -> None:
    shown, folded = parts(state)
    assert state.stem in shown
    reasons = re.findall(r'"reason":"([^"]+)"', state.model_dump_json())
    assert reasons
    for reason in reasons:
        assert reason not in shown
        assert reason in folded


@pytest.mark.parametrize("state", KINDS, ids=lambda state: state.kind)
def test_a_sealed_question_has_nothing_folded(state: AnyQuestionState) -> None:
    shown, folded = parts(sealed(state))
    assert shown == parts(state)[0]
    assert folded == ""


def test_a_single_answer_says_right_and_not_right() -> None:
    _, folded = parts(SINGLE)
    assert folded.startswith("Right: The state bureau. It relays them. Source: FAQ, p. 11 (FOIA 0117642)")
    assert folded.count("Not right: ") == 2


def test_a_case_has_its_facts() -> None:
    shown, _ = parts(DECISION)
    assert "Purpose a photo array in a burglary case" in shown


def test_steps_are_shown_mixed_and_answered_in_order() -> None:
    shown, folded = parts(ORDERING)
    for text, ids in ((shown, "cadb"), (folded, "abcd")):
        places = {step.id: text.index(step.text) for step in ORDERING.steps}
        assert "".join(sorted(places, key=places.__getitem__)) == ids


def test_a_match_is_told_by_its_text() -> None:
    shown, folded = parts(MATCHING)
    assert "Match each line with one of these: the local agency; FBI CJIS; the LESC; the local ICE office." in shown
    assert "The IAR about a person: the LESC. The LESC answers the query." in folded


def test_a_number_names_its_units_and_the_typical_mistakes() -> None:
    shown, folded = parts(NUMERIC)
    assert "Write a number, in minutes, hours or days." in shown
    assert "Right: 4 hours." in folded
    assert "Not right: 2 hours." in folded


def test_the_message_of_a_question_can_be_read() -> None:
    shown, folded = parts(FIELD)
    for record in FIELD.message.records:
        for field in record.fields:
            assert f"{field.tag} {field.mnemonic} {field.name} {' '.join(field.value.split())}" in shown
    assert FIELD.message.banner in shown
    assert folded.startswith("Right: 2.059.")


def test_of_a_parametrised_question_the_first_instance_is_shown() -> None:
    shown, folded = parts(DRAWN)
    assert DRAWN.instances[0].stem in shown
    assert DRAWN.instances[1].stem not in shown + folded
    assert "one set of 8" in folded


def test_the_questions_of_a_lesson_follow_each_other() -> None:
    assert [quiz(QUIZ).index(each.stem) for each in QUIZ.questions] == sorted(
        quiz(QUIZ).index(each.stem) for each in QUIZ.questions
    )
