"""Draws, results, reviews and merges have one meaning: what a page computes and what Python computes are equal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from interop_course.assessment import BANK, ChoiceItem, LearningRecord
from interop_course.assessment.blueprint import BLUEPRINT, COURSE_VERSION
from interop_course.assessment.chance import Chance
from interop_course.assessment.errors import RecordError
from interop_course.assessment.final import asked, draw, result, shown
from interop_course.assessment.record_parts import Answered, PageRead, Sitting
from interop_course.assessment.review import in_review
from interop_course.live.learning_states import final_state
from interop_course.widgets import bundle
from tests.assessment.exam import begun, taken

PROBE = """
import { chance } from "./chance.js";
import { draw } from "./drawing.js";
import { inReview } from "./due.js";
import { faultOfName, merge, read } from "./record.js";
import { drawn, isOurs, resultOf } from "./result.js";
export const probe = { chance, draw, inReview, faultOfName, merge, read, drawn, isOurs, resultOf };
"""
BEGUN = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
ITEMS = [item.id for item in BANK.items]
SEEDS = (0, 1, 7, 2010, 2**31, 2**32 - 1, *(Random(4).getrandbits(32) for _ in range(60)))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page with the front end's modules, the course's final in `course`, and nothing to see."""
    front = files("interop_course.widgets").joinpath("front")
    sources = {file.name[:-3]: file.read_text("utf-8") for file in front.iterdir() if file.name.endswith(".js")}
    context = browser.new_context()
    page = context.new_page()
    page.add_script_tag(
        content=f"{bundle.join(sources | {'probe': PROBE}, 'probe')} Object.assign(window, $probe.probe);"
    )
    page.evaluate("state => { window.course = state; }", final_state().model_dump(mode="json"))
    yield page
    context.close()


def test_chance_is_the_same(page: Page) -> None:
    limits = [1, 2, 3, 8, 30, 1000, 2**31 + 1, 2**32]
    script = """([seeds, limits]) => seeds.map(seed => {
      const one = chance(seed);
      return [one.number(), ...limits.map(n => one.below(n)), one.shuffled([1, 2, 3, 4, 5, 6, 7])].flat();
    })"""
    for seed, said in zip(SEEDS, page.evaluate(script, [list(SEEDS), limits]), strict=True):
        one = Chance(seed)
        assert said == [one.number(), *(one.below(n) for n in limits), *one.shuffled(range(1, 8))]


def test_a_draw_is_the_same_and_shows_its_options_in_the_same_order(page: Page) -> None:
    script = """seeds => seeds.map(seed => {
      const entries = draw(course, seed);
      return drawn(course, { draw: entries, seed }).map(({ id, seed, question }) =>
        [id, seed, question.stem, question.options?.map(({ id }) => id) ?? []]);
    })"""
    kinds = set()
    for seed, said in zip(SEEDS, page.evaluate(script, list(SEEDS)), strict=True):
        expected = []
        for place, entry in enumerate(draw(seed=seed).entries):
            item = asked(BANK, entry)
            options = [option.id for option in item.choices] if isinstance(item, ChoiceItem) else []
            order = shown(options, seed, place) if item.kind in ("single", "multiple") else options
            expected.append([entry.item, entry.seed, item.stem, order])
            kinds.add(item.kind)
        assert said == expected, seed
    assert kinds == {form.kind for form in BANK.items}


def sat(seed: int, chance: Random) -> tuple[LearningRecord, Sitting]:
    """A sitting of the course's own final: answered rightly, wrongly, twice, too late, not at all, or with nonsense."""
    sitting = begun(seed, bank=BANK, plan=BLUEPRINT, course=COURSE_VERSION, minutes=chance.choice([None, 3, 45, 90]))
    whole = taken(sitting, bank=BANK)
    answers = []
    share = chance.choice([0, 0, 0.05, 0.3])
    for answered in whole.answers:
        if chance.random() >= share:
            answers.append(answered)
            continue
        for at, given in chance.sample([(-1, ()), (0, ("z",)), (1, answered.given), (2, ("x=y",)), (900, ())], k=2):
            later = answered.at + timedelta(minutes=at * chance.random() * 20)
            answers.append(answered.model_copy(update={"given": given, "at": max(later, sitting.started)}))
    return LearningRecord(answers=tuple(answers), sittings=(sitting,)), sitting


def test_a_result_is_the_same(page: Page) -> None:
    cases = [sat(seed, Random(seed)) for seed in SEEDS]
    script = """([records, sittings]) => records.map((text, i) => {
      const { record } = read(text);
      const sitting = record.sittings[0];
      const found = resultOf(course, sitting, record);
      const counts = (lines) => lines.map(({ id, right, total }) => [id, right, total]);
      return [isOurs(course, sitting), found.passed, found.right, found.total, found.enough, found.minutes,
        found.missed.map(({ id }) => id), counts(found.topics), counts(found.objectives)];
    })"""
    said = page.evaluate(script, [[record.to_json() for record, _ in cases], None])
    for (record, sitting), page_says in zip(cases, said, strict=True):
        one = result(record, record.sittings[0])
        topics = [[line.topic, line.right, line.of] for line in one.topics]
        objectives = [[line.objective, line.right, line.of] for line in one.objectives]
        counts = [one.passed, one.right, one.of, one.enough, one.minutes, list(one.missed)]
        assert page_says == [True, *counts, topics, objectives], sitting.seed
    assert {each[1] for each in said} == {True, False}, "some of these are passed, and some are not"


def test_a_draw_that_does_not_follow_from_its_seed_is_not_ours(page: Page) -> None:
    record, _ = sat(7, Random(7))
    ours = "text => isOurs(course, read(text).record.sittings[0])"
    forged = json.loads(record.to_json())
    forged["sittings"][0]["seed"] = 8
    assert page.evaluate(ours, record.to_json())
    assert not page.evaluate(ours, json.dumps(forged))


def a_record(chance: Random) -> LearningRecord:
    """A record of any content: few items and moments, so that answers meet, and things that others have too."""
    moments = [BEGUN + timedelta(hours=chance.randrange(24 * 60), milliseconds=n) for n in range(12)]
    answers = tuple(
        Answered(
            item=chance.choice(ITEMS[:6]),
            seed=chance.choice([None, 3]),
            given=chance.choice([(), ("a",), ("a", "b"), ("48", "hours")]),
            right=chance.choice([True, False, True, False, None]),
            confidence=chance.choice([None, "guess", "think", "sure"]),
            seconds=chance.choice([None, 0, 12]),
            at=chance.choice(moments),
            sitting=chance.choice([None, None, None, "00c0ffee"]),
        )
        for _ in range(chance.randrange(40))
    )
    sittings = tuple(
        begun(chance.choice([7, 8]), id=chance.choice(["00c0ffee", "0badcafe"]), minutes=chance.choice([None, 20, 30]))
        for _ in range(chance.randrange(4))
    )
    pages = tuple(PageRead(page=chance.choice(["start", "step-4-match"]), at=chance.choice(moments)) for _ in range(3))
    return LearningRecord(name=chance.choice([None, "Desk 4"]), answers=answers, sittings=sittings, read=pages)


def test_a_review_is_the_same(page: Page) -> None:
    records = [a_record(Random(seed)) for seed in range(150)]
    script = "texts => texts.map(text => inReview(read(text).record).map(e => [e.item, e.due, e.step, e.sure]))"
    reviews = page.evaluate(script, [record.to_json() for record in records])
    for record, said in zip(records, reviews, strict=True):
        expected = [[e.item, round(e.due.timestamp() * 1000), e.step, e.sure] for e in in_review(record)]
        assert said == expected
    steps = {(step, sure) for said in reviews for _, _, step, sure in said}
    assert {(0, True), (0, False), (1, False), (2, False)} <= steps


def test_a_merge_is_the_same_and_reading_keeps_everything(page: Page) -> None:
    pairs = [(a_record(Random(seed)), a_record(Random(seed + 500))) for seed in range(40)]
    script = "pairs => pairs.map(([a, b]) => [read(a).record, merge(read(a).record, read(b).record)])"
    said = page.evaluate(script, [[one.to_json(), other.to_json()] for one, other in pairs])
    for (one, other), (same, both) in zip(pairs, said, strict=True):
        assert same == json.loads(one.to_json())
        assert both == json.loads(one.merged(other).to_json())


def changed(record: dict[str, Any], path: list[Any], value: Any) -> str:
    spoilt = json.loads(json.dumps(record))
    place = spoilt
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return json.dumps(spoilt)


def test_what_python_refuses_to_read_a_page_refuses_too(page: Page) -> None:
    whole = json.loads(sat(7, Random(1))[0].named("Desk 4").with_page(PageRead(page="start", at=BEGUN)).to_json())
    moment = "2026-03-02T14:00:00Z"
    cases = [
        "", "{", "null", "[]", "7", '"text"', '{"answers": []}', '{"version": "2"}', '{"version": 3}',
        '{"version": 2.5}', '{"version": true}', '{"version": 0}', '{"version": 2}', '{"version": 1}',
        '{"version": 1, "answers": {}}',
        json.dumps({"version": 1, "answers": [{"item": "a/b", "chosen": ["b", "a"], "right": True, "at": moment}]}),
        json.dumps({"version": 1, "answers": [{"item": "a/b", "right": True, "at": moment}]}),
    ]  # fmt: skip
    spoilt: list[tuple[list[Any], Any]] = [
        (["name"], "N" * 61), (["name"], "A 123-45-6789"), (["name"], ""), (["name"], "two\nlines"), (["name"], 7),
        (["name"], " Desk "), (["extra"], 1), (["answers"], None), (["answers", 0], "text"),
        (["answers", 0, "item"], "x"),
        (["answers", 0, "item"], "a/b-1234567"), (["answers", 0, "seed"], -1), (["answers", 0, "seed"], 2**32),
        (["answers", 0, "seed"], "1"), (["answers", 0, "given"], "a"), (["answers", 0, "given"], ["a"] * 13),
        (["answers", 0, "given"], ["a" * 41]), (["answers", 0, "given"], ["1234567"]), (["answers", 0, "given"], [1]),
        (["answers", 0, "right"], "yes"), (["answers", 0, "right"], 1), (["answers", 0, "confidence"], "certain"),
        (["answers", 0, "seconds"], -1), (["answers", 0, "seconds"], 1.5), (["answers", 0, "at"], "yesterday"),
        (["answers", 0, "at"], "2026-13-02T14:00:00Z"), (["answers", 0, "at"], "2026-03-02T14:00:00"),
        (["answers", 0, "at"], "2026-03-02T14:00:00.123456Z"), (["answers", 0, "sitting"], "xyz"),
        (["answers", 0, "more"], 1), (["sittings", 0, "id"], "00C0FFEE"), (["sittings", 0, "seed"], None),
        (["sittings", 0, "course"], "0.2.0\n"), (["sittings", 0, "course"], "1234567"),
        (["sittings", 0, "content"], "ab"),
        (["sittings", 0, "draw"], []), (["sittings", 0, "draw", 0], {"item": "a/b", "seed": 1, "x": 1}),
        (["sittings", 0, "ended"], None), (["sittings", 0, "ended"], "later"), (["read", 0, "page"], "../secret"),
        (["read", 0, "page"], "page-1234567"), (["read", 0, "at"], None),
    ]  # fmt: skip
    cases += [changed(whole, path, value) for path, value in spoilt]
    said = page.evaluate("texts => texts.map(text => read(text))", cases)
    kinds = []
    for text, found in zip(cases, said, strict=True):
        try:
            expected: Any = json.loads(LearningRecord.from_json(text).to_json())
        except RecordError as error:
            expected = None
            kinds.append(type(error).__name__)
            assert found["kind"] == ("newer" if kinds[-1] == "NewerRecord" else "corrupt"), text[:300]
        assert found.get("record") == expected, text[:300]
    assert kinds.count("NewerRecord") == 1
    assert 40 < len(kinds) < len(cases) - 4
