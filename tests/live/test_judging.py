"""The door answers questions to the rules as the rules do, and refuses in words what it does not know."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from typing import Any

import pytest

from interop_course.live import REPLY, answer_json
from interop_course.live.counting import moment_state
from interop_course.live.deciding import judge_use
from interop_course.live.drafting import review_draft


def asked(request: Any) -> Any:
    text = answer_json(json.dumps(request))
    assert REPLY.validate_json(text).model_dump_json() == text
    return json.loads(text)


ARRAY = {"agency": "state-or-local", "material": "photo", "purpose": "array", "standing": "neither"}


def test_a_use_is_judged() -> None:
    reply = asked({"do": "judge", "answers": ARRAY})
    verdict = judge_use(ARRAY)
    assert verdict is not None
    assert (reply["use"]["outcome"], reply["use"]["word"]) == ("no", "Prohibited")
    assert tuple(rule["id"] for rule in reply["use"]["rules"]) == verdict.decision.rule_ids
    assert tuple(reply["use"]["change"]) == verdict.decision.would_change
    assert reply["use"]["rules"][0]["sources"]
    assert reply["sharing"] is None


def test_so_is_the_passing_on() -> None:
    answers = {"agency": "tribal", "material": "idr", "recipient": "case-agency", "ground": "yes", "visa-record": "yes"}
    reply = asked({"do": "judge", "answers": {**answers, "consent": "no"}})
    assert reply["use"] is None
    assert reply["sharing"]["outcome"] == "no"
    assert asked({"do": "judge", "answers": {**answers, "consent": "yes"}})["sharing"]["outcome"] == "yes"


def test_a_deadline_is_counted_and_seconds_are_left_out() -> None:
    reply = asked({"do": "deadline", "start": "2010-05-28T12:00:31"})
    assert reply["moment"]["ends"]["custody"] == "Wednesday, 2 June 2010, 12:00"
    assert "Memorial Day" in [day["why"] for day in reply["moment"]["days"]]
    assert reply["moment"] == moment_state(datetime(2010, 5, 28, 12)).model_dump(mode="json")


def test_without_the_calendar_a_deadline_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    reply = asked({"do": "deadline", "start": "2010-05-28T12:00"})
    assert reply["ok"] is False
    assert "not installed" in reply["error"]


def test_a_draft_is_looked_at() -> None:
    reply = asked({"do": "review", "filer": "relative", "channel": "fax", "parts": ["name", "what"]})
    decision = review_draft("relative", "fax", ("name", "what"))
    assert reply["ruling"]["outcome"] == "lacks-required"
    assert tuple(reply["ruling"]["change"]) == decision.would_change
    assert tuple(rule["id"] for rule in reply["ruling"]["rules"]) == decision.rule_ids


@pytest.mark.parametrize(
    ("request_", "says"),
    [
        ({"do": "judge"}, "answers"),
        ({"do": "judge", "answers": {"weather": "yes"}}, "The questions are agency"),
        ({"do": "judge", "answers": {"agency": "county"}}, "Its answers are federal, state-or-local, tribal"),
        ({"do": "judge", "answers": {"agency": "x" * 41}}, "40 characters"),
        ({"do": "deadline"}, "start"),
        ({"do": "deadline", "start": "tomorrow"}, "datetime"),
        ({"do": "deadline", "start": "2010-05-28T12:00Z"}, "timezone"),
        ({"do": "deadline", "start": "1999-12-31T12:00"}, "2000 to 2099"),
        ({"do": "deadline", "start": "9999-12-31T23:59"}, "2000 to 2099"),
        ({"do": "review", "filer": "neighbor"}, "organization, relative, self"),
        ({"do": "review", "filer": "self", "channel": "pigeon"}, "e-mail, fax, letter, telephone"),
        ({"do": "review", "filer": "self", "parts": ["Robin was stopped"]}, "It has a_number"),
        ({"do": "review", "filer": "self", "language": "Latin"}, "english, other"),
        ({"do": "review", "filer": "self", "what": "a story"}, "Extra inputs"),
    ],
)
def test_what_is_not_known_is_refused_in_words(request_: Any, says: str) -> None:
    reply = asked(request_)
    assert reply["ok"] is False
    assert says in reply["error"]


def test_a_calendar_ends_beyond_the_last_year() -> None:
    assert asked({"do": "deadline", "start": "2099-12-31T23:59"})["ok"] is True
