"""Parametrised items: the same seed gives the same item, and every key is computed."""

from datetime import datetime

import pytest

from interop_course.assessment import (
    BANK,
    ITEM,
    DrawnItem,
    MissingValue,
    NoSuchDraw,
    NumericItem,
    SingleChoice,
    WrongSeed,
    instance,
    instances,
)
from interop_course.assessment.computing import DRAWS, draw
from interop_course.rules import Wording, deadline
from tests.assessment.kinds import DATA, item, reasoned

SEEDS = range(1, 9)
DRAWN = [bank_item for bank_item in BANK.items if bank_item.drawn]


def test_a_template_becomes_an_item_of_its_kind() -> None:
    made = instance(item("drawn"), 1)
    assert isinstance(made, NumericItem)
    assert made.stem == "Of 7 pearls on a string some are hidden. What is their number?"
    assert (made.value, made.reason, made.seed) == ("2", "The clasp shows 5 of them at most.", 1)
    assert (made.id, made.objective, made.drawn) == ("step-4/drawn", "S4-b", False)
    assert instance(made, 1) is made


def test_an_ordinary_item_is_its_own_only_instance() -> None:
    made = item("ordering")
    assert instance(made) is made
    assert instances(made) == (made,)
    assert len(instances(item("drawn"))) == 8


@pytest.mark.parametrize(("kind", "seed"), [("drawn", None), ("drawn", 0), ("drawn", 9), ("single", 1)])
def test_a_seed_is_needed_where_there_is_a_draw_and_nowhere_else(kind: str, seed: int | None) -> None:
    with pytest.raises(WrongSeed):
        instance(item(kind), seed)


def test_a_template_has_no_answer_of_its_own() -> None:
    made = item("drawn")
    for ask in (lambda: made.best, lambda: made.normal([]), lambda: made.right(()), lambda: made.remarks(())):
        with pytest.raises(WrongSeed):
            ask()


def test_a_draw_or_value_that_is_not_there_is_named() -> None:
    with pytest.raises(NoSuchDraw, match="Did you mean hidden_encounters"):
        instance(item("drawn", draw="hidden_encounter"), 1)
    with pytest.raises(MissingValue, match=r"placeholder \{pearls\}"):
        instance(item("drawn", stem="Of {pearls} pearls?"), 1)


def test_options_of_a_drawn_choice_are_mixed_by_the_seed() -> None:
    made = ITEM.validate_python(
        {**DATA["single"], "lesson": "step-4-match", "objective": "S4-b", "difficulty": 1, "topics": ["process"],
         "kind": "single", "draw": "hidden_encounters", "id": "step-4/mixed",
         "options": [reasoned("a", "{hidden}", right=True), reasoned("b", "{shown}", right=False),
                     reasoned("c", "{history}", right=False)]}
    )  # fmt: skip
    keys = set()
    for seed in SEEDS:
        form = instance(made, seed)
        assert isinstance(form, SingleChoice)
        assert [option.id for option in form.options] == ["a", "b", "c"]
        assert [option.text for option in form.options if option.right] == [draw("hidden_encounters", seed)["hidden"]]
        keys |= set(form.best)
    assert keys == {"a", "b", "c"}


@pytest.mark.parametrize("name", DRAWS)
def test_a_draw_is_the_same_each_time_and_differs_between_seeds(name: str) -> None:
    drawn = [draw(name, seed) for seed in SEEDS]
    assert drawn == [draw(name, seed) for seed in SEEDS]
    assert len({tuple(values.items()) for values in drawn}) == len(SEEDS)
    assert len({frozenset(values) for values in drawn}) == 1


@pytest.mark.parametrize("bank_item", DRAWN, ids=lambda drawn: drawn.id)
def test_every_draw_of_the_bank_leaves_no_placeholder(bank_item: DrawnItem) -> None:
    for form in instances(bank_item):
        assert "{" not in form.model_dump_json().replace('{"', "").replace("[{", "")


@pytest.mark.parametrize("name", ["hidden_encounters", "custody_hours"])
@pytest.mark.parametrize("seed", SEEDS)
def test_keys_are_as_counted_by_hand(name: str, seed: int) -> None:
    values = draw(name, seed)
    if name == "hidden_encounters":
        assert int(values["hidden"]) == int(values["history"]) - 5 > 1
    else:
        days_left_out = values["left_out"].count("(")
        assert int(values["hours"]) == 48 + 24 * days_left_out
        assert int(values["wrong"]) == int(values["hours"]) + 24


@pytest.mark.parametrize("seed", SEEDS)
def test_clocks_are_measured_from_the_times_that_are_shown(seed: int) -> None:
    for name, start, end, length in (
        ("match_clock", "received", "replied", "elapsed"),
        ("match_clock", "sent", "replied", "from_desk"),
        ("match_clock", "received", "arrived", "to_bureau"),
        ("notice_clock", "received", "noticed", "elapsed"),
        ("notice_clock", "desk", "noticed", "from_desk"),
    ):
        values = draw(name, seed)
        assert (minutes(values[end]) - minutes(values[start])) % 1440 == int(values[length])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_clock_read_in_a_wrong_way_comes_out_clearly_different(seed: int) -> None:
    notice, match = draw("notice_clock", seed), draw("match_clock", seed)
    assert int(notice["from_desk"]) - int(notice["elapsed"]) >= 20
    assert notice["desk"] < notice["received"] < notice["noticed"]
    for near in ("from_desk", "to_bureau"):
        assert int(match[near]) - int(match["elapsed"]) >= 5
    assert int(match["elapsed"]) < 240


def minutes(clock: str) -> int:
    hours, _, rest = clock.partition(":")
    return 60 * int(hours) + int(rest)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_four_moments_after_a_long_weekend_differ(seed: int) -> None:
    values = draw("custody_over_holiday", seed)
    assert len({values[name] for name in ("end", "plain", "weekend_only", "late")}) == 4
    assert values["holiday"].startswith("Monday")
    assert values["end"].split(",")[0] in ("Tuesday", "Wednesday")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_time_near_the_end_of_the_hours_is_on_the_side_that_is_said(seed: int) -> None:
    values = draw("release_days", seed)
    end = deadline(Wording.CUSTODY, datetime.fromisoformat(values["start_iso"])).end
    assert (values["side"] == "after") is (datetime.fromisoformat(values["at_iso"]) > end)


def test_a_length_changes_by_the_letters_of_the_name() -> None:
    for seed in SEEDS:
        values = draw("changed_name", seed)
        assert int(values["new"]) - int(values["old"]) == len(values["after"]) - len(values["before"]) != 0


def test_a_reply_answers_the_submission_whose_number_it_repeats() -> None:
    for seed in SEEDS:
        values = draw("whose_reply", seed)
        key = {values["first"]: "first", values["second"]: "second", values["third"]: "third"}[values["refers"]]
        assert values["key"] == f"the {key} booking"
        assert len({values["key"], values["other"], values["another"]}) == 3


def test_the_last_day_is_a_week_after_the_arrest() -> None:
    for seed in SEEDS:
        values = draw("last_day_for_prints", seed)
        assert values["arrest"].split(",")[0] == values["last"].split(",")[0] != values["refused"].split(",")[0]
        assert values["working"].split(",")[0] not in ("Saturday", "Sunday")
        assert len(set(values.values())) == 5
