import json
import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from interop_course.assessment import BANK, Bank, Topic
from interop_course.assessment.blueprint import BLUEPRINT, Blueprint, content_hash, gaps, pools
from interop_course.assessment.lessons import LESSONS, title
from interop_course.assessment.pace import course_hours, expected_minutes, final_minutes, seconds
from interop_course.assessment.terms import LABELS, listed, supervised_terms, terms
from tests.assessment.exam import COURSE, PLAN, SMALL, a_question


def test_the_bank_of_the_course_fills_its_blueprint() -> None:
    assert list(gaps(BANK, BLUEPRINT)) == []
    assert BLUEPRINT.size == 30
    assert {Topic.PERMITTED_USE, Topic.AUTHORITY, Topic.COMPLAINT} == set(BLUEPRINT.must)


def test_every_stratum_has_more_to_draw_from_than_it_needs() -> None:
    for pool in pools(BANK, BLUEPRINT):
        assert len(pool.items) >= 2 * pool.count


def test_a_stratum_that_cannot_be_filled_is_named() -> None:
    thin = Bank(SMALL.objectives, tuple(item for item in SMALL.items if item.topics[0] != Topic.PERMITTED_USE))
    assert list(gaps(thin, PLAN)) == ["The final needs 2 items on permitted-use; the bank has 0."]


def test_an_item_belongs_to_the_stratum_of_its_first_topic() -> None:
    two = a_question("step-4/two", "process", topics=["process", "permitted-use"])
    first, _, third = pools(Bank(SMALL.objectives, (two,)), PLAN)
    assert first.items == ()
    assert third.items == (two,)
    assert not PLAN.is_must(two)


@pytest.mark.parametrize("right", range(11))
def test_eight_of_ten_are_eighty_percent(right: int) -> None:
    assert PLAN.is_enough(right, 10) is (right >= 8)
    assert PLAN.enough == 8


def test_a_share_that_is_no_whole_number_is_rounded_up() -> None:
    plan = PLAN.model_copy(update={"percent": 75})
    assert plan.enough == 8
    assert not plan.is_enough(7, 10)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda raw: raw["strata"].pop(), "every topic"),
        (lambda raw: raw["strata"][0]["topics"].append("authority"), "every topic"),
        (lambda raw: raw["strata"][0].update(count=0), "count"),
        (lambda raw: raw.update(percent=101), "percent"),
        (lambda raw: raw.update(must=["nothing"]), "must"),
    ],
)
def test_a_blueprint_that_is_none_is_refused(change: object, said: str) -> None:
    raw = json.loads(BLUEPRINT.model_dump_json())
    change(raw)  # type: ignore[operator]
    with pytest.raises(ValidationError, match=said):
        Blueprint.model_validate(raw)


def test_the_content_hash_follows_from_bank_blueprint_and_version_alone() -> None:
    known = content_hash(SMALL, PLAN, COURSE)
    assert re.fullmatch("[0-9a-f]{16}", known)
    assert known == content_hash(Bank(SMALL.objectives, tuple(SMALL.items)), PLAN, COURSE)
    reworded = SMALL.items[0].model_copy(update={"stem": "What else?"})
    others = [
        content_hash(SMALL, PLAN, "9.9.10"),
        content_hash(SMALL, PLAN.model_copy(update={"percent": 81}), COURSE),
        content_hash(Bank(SMALL.objectives[:1], SMALL.items), PLAN, COURSE),
        content_hash(Bank(SMALL.objectives, (reworded, *SMALL.items[1:])), PLAN, COURSE),
        content_hash(Bank(SMALL.objectives, SMALL.items[::-1]), PLAN, COURSE),
    ]
    assert len({known, *others}) == 6


def test_longer_and_harder_questions_take_more_time() -> None:
    plain = a_question("step-4/plain", "process")
    assert seconds(a_question("step-4/plain", "process", stem="What? " * 60)) > seconds(plain) + 15
    assert seconds(a_question("step-4/plain", "process", difficulty=3)) == seconds(plain) + 40
    assert seconds(plain, with_reasons=True) > seconds(plain)


def test_a_final_has_a_time_that_somebody_can_plan() -> None:
    minutes = expected_minutes()
    assert minutes % 5 == 0
    assert 20 <= minutes <= 60
    assert final_minutes(BANK.items[:30]) % 5 == 0
    assert re.fullmatch(r"\d+ hours?( 30 minutes)?", course_hours())


def test_the_terms_say_size_time_pass_and_retry() -> None:
    said = " ".join(terms())
    for part in ("30 questions", f"{expected_minutes()} minutes", "80 percent", "24 of 30", "any time"):
        assert part in said
    assert "permitted use, authority and complaint" in said
    assert "hand it to your instructor" in " ".join(supervised_terms(30, 40))


def test_every_topic_has_a_name_for_learners() -> None:
    assert set(LABELS) == set(Topic)
    assert len(set(LABELS.values())) == len(Topic)


@pytest.mark.parametrize(("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), ("abc", "a, b and c")])
def test_words_make_a_list(words: object, said: str) -> None:
    assert listed(words) == said  # type: ignore[arg-type]


def test_the_lessons_are_those_of_the_course_under_their_own_titles(root: Path) -> None:
    for stem, lesson in LESSONS.items():
        cells = json.loads((root / "notebooks" / f"{stem}.ipynb").read_text("utf-8"))["cells"]
        prose = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
        heading = next(line for text in prose for line in text.splitlines() if line.startswith("# "))
        assert title(stem) == heading.removeprefix("# ").strip()
        words = len(re.sub(r"\]\([^)]*\)", "]", " ".join(prose)).split())
        planned = words / 200 + len(cells) - len(prose)
        assert planned / 2 - 5 <= lesson.minutes <= planned * 2 + 5, f"{stem}: plan about {planned:.0f} minutes"
    assert {path.stem for path in (root / "notebooks").glob("*.ipynb")} - {"final", "review"} == set(LESSONS)
    assert {objective.lesson for objective in BANK.objectives} <= set(LESSONS)
