from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interop_course.assessment import BANK, Answered, Bank, LearningRecord
from interop_course.assessment.blueprint import BLUEPRINT
from interop_course.assessment.chance import SEEDS
from interop_course.assessment.errors import NoSuchItem, UnfillableBlueprint
from interop_course.assessment.final import asked, draw, result, shown
from tests.assessment.exam import BEGUN, PLAN, SMALL, a_question, begun, taken

seeds = st.integers(0, SEEDS - 1)


def test_a_draw_is_pinned() -> None:
    drawn = draw(SMALL, PLAN, seed=2010)
    assert drawn.seed == 2010
    assert [entry.item.removeprefix("step-4/") for entry in drawn.entries] == [
        "process-d", "message-c", "authority-d", "permitted-use-a", "timing-b",
        "timing-c", "process-a", "permitted-use-c", "complaint-b", "message-a",
    ]  # fmt: skip


@given(seeds)
@settings(max_examples=25)
def test_every_seed_fills_the_blueprint_of_the_course_with_different_items(seed: int) -> None:
    entries = draw(seed=seed).entries
    assert len({entry.item for entry in entries}) == len(entries) == BLUEPRINT.size
    topics = Counter(BANK.item(entry.item).topics[0] for entry in entries)
    for stratum in BLUEPRINT.strata:
        assert sum(topics[topic] for topic in stratum.topics) == stratum.count
    for entry in entries:
        assert (entry.seed is not None) is BANK.item(entry.item).drawn
    assert draw(seed=seed).entries == entries


def test_different_seeds_draw_different_finals_and_reach_every_item() -> None:
    draws = [draw(SMALL, PLAN, seed=seed).entries for seed in range(200)]
    assert len(set(draws)) == 200
    assert {entry.item for entries in draws for entry in entries} == {item.id for item in SMALL.items}
    assert len({entries[0].item for entries in draws}) > 15


def test_a_parametrised_item_is_drawn_with_each_of_its_seeds() -> None:
    item = a_question(
        "step-4/numbers", "detainer", draw="hidden_encounters", stem="Of {history} encounters, which show?"
    )
    bank = Bank(SMALL.objectives, (*SMALL.items, item))
    found: dict[int | None, str] = {}
    for seed in range(200):
        for entry in draw(bank, PLAN, seed=seed).entries:
            if entry.item == item.id:
                found[entry.seed] = asked(bank, entry).stem
    assert set(found) == set(range(1, 9))
    assert len(set(found.values())) > 1
    assert not any("{" in stem for stem in found.values())


def test_a_bank_that_is_too_small_draws_nothing() -> None:
    with pytest.raises(UnfillableBlueprint, match="needs 2 items on permitted-use; the bank has 1"):
        draw(Bank(SMALL.objectives, SMALL.items[:5]), PLAN, seed=1)


def test_options_are_shown_in_an_order_of_their_place() -> None:
    orders = ["".join(shown("abcd", 2010, place)) for place in range(10)]
    assert orders == ["cadb", "cdba", "dbca", "cabd", "adcb", "cdba", "dacb", "dcab", "cadb", "bcad"]
    assert len({"".join(shown("abcd", seed, 0)) for seed in range(500)}) == 24


@pytest.mark.parametrize(
    ("wrong", "must_wrong", "passed"),
    [(0, 0, True), (2, 0, True), (3, 0, False), (0, 1, False), (1, 1, False), (0, 2, False)],
)
def test_a_pass_needs_the_share_and_everything_that_has_to_be_right(wrong: int, must_wrong: int, passed: bool) -> None:
    sitting = begun()
    must = [entry.item for entry in sitting.draw if PLAN.is_must(SMALL.item(entry.item))]
    others = [entry.item for entry in sitting.draw if entry.item not in must]
    missed = [*others[:wrong], *must[:must_wrong]]
    found = result(taken(sitting, wrong=missed), sitting, SMALL, PLAN)
    assert (found.right, found.of) == (10 - wrong - must_wrong, 10)
    assert found.enough is (wrong + must_wrong <= 2)
    assert found.missed == tuple(must[:must_wrong])
    assert found.passed is passed


def test_an_unanswered_question_is_not_right() -> None:
    sitting = begun()
    found = result(taken(sitting, unanswered=[sitting.draw[0].item]), sitting, SMALL, PLAN)
    assert (found.right, found.answered, found.of) == (9, 9, 10)


def test_the_share_is_rounded_down_so_that_it_never_looks_like_a_pass() -> None:
    sitting = begun()
    three = sitting.model_copy(update={"draw": sitting.draw[:3]})
    found = result(taken(three, wrong=[three.draw[0].item]), three, SMALL, PLAN)
    assert found.percent == 66


def test_an_open_sitting_is_not_passed_however_right_it_is() -> None:
    sitting = begun(minutes=None)
    found = result(taken(sitting), sitting, SMALL, PLAN)
    assert found.right == 10
    assert not found.passed


def test_what_the_record_says_of_right_and_wrong_is_not_believed() -> None:
    sitting = begun()
    record = taken(sitting, say=lambda _: ["a"])
    boasting = record.model_copy(
        update={"answers": tuple(each.model_copy(update={"right": True}) for each in record.answers)}
    )
    assert result(boasting, sitting, SMALL, PLAN).right == 0


def test_the_latest_answer_before_the_end_counts() -> None:
    sitting = begun()
    item = sitting.draw[0].item
    record = taken(sitting, wrong=[item])

    def and_then(minutes: int) -> LearningRecord:
        answer = Answered(
            item=item, given=("b",), right=None, at=BEGUN + timedelta(minutes=minutes), sitting=sitting.id
        )
        return record.with_answer(answer)

    assert result(and_then(5), sitting, SMALL, PLAN).right == 10
    assert result(and_then(0), sitting, SMALL, PLAN).right == 9, "an earlier answer does not replace a later one"
    assert result(and_then(21), sitting, SMALL, PLAN).right == 9, "the final had ended"


def test_answers_of_practice_and_of_other_sittings_do_not_count() -> None:
    sitting, other = begun(), begun(id="0badf00d")
    record = taken(other).merged(LearningRecord(sittings=(sitting,)))
    assert result(record, sitting, SMALL, PLAN).answered == 0
    assert result(record, other, SMALL, PLAN).right == 10


def test_an_answer_that_the_item_cannot_have_is_not_right() -> None:
    sitting = begun()
    assert result(taken(sitting, say=lambda _: ["q"]), sitting, SMALL, PLAN).right == 0


def test_the_report_says_by_objective_where_to_read_again() -> None:
    sitting = begun()
    process = [entry.item for entry in sitting.draw if entry.item.startswith("step-4/process")]
    found = result(taken(sitting, wrong=process[:1]), sitting, SMALL, PLAN)
    [again] = found.again
    assert (again.objective, again.lesson, again.title) == ("S4-a", "step-4-match", "Step 4: a match")
    assert (again.right, again.of) == (len(process) - 1, len(process))
    assert sum(line.of for line in found.objectives) == sum(line.of for line in found.topics) == 10
    assert {line.topic for line in found.topics if line.must} == {"permitted-use"}


def test_minutes_leave_pauses_out() -> None:
    sitting = begun(minutes=240)
    found = result(taken(sitting), sitting, SMALL, PLAN)
    assert found.minutes == 1, "from the start to the last answer; then nothing for hours"


def test_a_sitting_of_another_bank_cannot_be_graded() -> None:
    sitting = begun()
    with pytest.raises(NoSuchItem):
        result(taken(sitting), sitting, Bank(SMALL.objectives, SMALL.items[:1]), PLAN)
