import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interop_course.assessment import BANK, grade
from interop_course.assessment.errors import BrokenKey
from interop_course.assessment.final import draw
from interop_course.assessment.sealing import LARGEST, AnswerKey, SealedDraw, digest_of, seal
from tests.assessment.exam import COURSE, PLAN, SMALL, begun

SEALED, KEY = seal(7, SMALL, PLAN, COURSE)


def test_one_digest_ties_the_draw_the_key_and_the_sitting_of_an_answer_file() -> None:
    assert SEALED.digest == KEY.digest == digest_of(begun(7))
    assert SEALED.draw == KEY.draw == draw(SMALL, PLAN, seed=7).entries


@pytest.mark.parametrize("other", [seal(8, SMALL, PLAN, COURSE), seal(7, SMALL, PLAN, "9.9.8")])
def test_another_seed_or_version_has_another_digest(other: tuple[SealedDraw, AnswerKey]) -> None:
    assert other[0].digest != SEALED.digest


def test_the_sealed_draw_holds_no_key() -> None:
    text = SEALED.to_json()
    assert json.loads(text).keys() == {"form", "version", "course", "content", "seed", "digest", "draw"}
    for word in ("right", "reason", "answer called"):
        assert word not in text


def test_the_key_is_read_back_and_marks_without_the_bank() -> None:
    key = AnswerKey.from_json(KEY.to_json())
    assert key == KEY
    assert all(grade(item, item.best).right and not grade(item, ["a"]).right for item in key.questions)


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=10)
def test_a_key_of_the_course_is_read_back_whatever_it_drew(seed: int) -> None:
    sealed, key = seal(seed)
    read = AnswerKey.from_json(key.to_json())
    assert read == key
    assert read.draw == sealed.draw
    assert [item.best for item in read.questions] == [item.best for item in key.questions]


def test_every_item_of_the_bank_can_stand_in_a_key() -> None:
    raw = json.loads(KEY.to_json())
    known = {item.kind for item in KEY.questions}
    for item in BANK.items:
        if item.drawn or item.kind in known:
            continue
        known.add(item.kind)
        with pytest.raises(BrokenKey, match="digest"):
            AnswerKey.from_json(json.dumps(raw | {"questions": [json.loads(item.model_dump_json())]}))


def changed(**changes: object) -> str:
    return json.dumps(json.loads(KEY.to_json()) | changes)


RAW = json.loads(KEY.to_json())
BROKEN = {
    "empty": ("", "no JSON"),
    "no JSON": ("{", "no JSON"),
    "a list": ("[]", "does not say"),
    "the sealed draw": (SEALED.to_json(), "does not say"),
    "a learning record": ('{"version": 2}', "does not say"),
    "deep": ("[" * 100_000, "no JSON"),
    "large": (" " * (LARGEST + 1), "larger than 4 MB"),
    "newer": (changed(version=2), "has version 2"),
    "no questions": (changed(questions=[]), "questions"),
    "a question less": (changed(questions=RAW["questions"][1:]), "changed after it was sealed"),
    "another order": (changed(questions=RAW["questions"][::-1]), "changed after it was sealed"),
    "another seed": (changed(seed=8), "changed after it was sealed"),
    "a question that is none": (changed(questions=[{"kind": "single"}]), "questions"),
    "more than a key": (changed(note="x"), "note"),
    "a share that is none": (changed(percent=0), "percent"),
    "bytes": (b"\xff\xfe", "no JSON"),
}


@pytest.mark.parametrize(("text", "said"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_key_is_refused_in_a_sentence(text: str | bytes, said: str) -> None:
    with pytest.raises(BrokenKey, match=said):
        AnswerKey.from_json(text)
