import csv
from collections.abc import Sequence
from datetime import timedelta
from io import StringIO
from statistics import mean, pstdev

import pytest

from interop_course.assessment import Answered, LearningRecord
from interop_course.assessment.errors import WrongKey
from interop_course.assessment.roster import ENOUGH_LEARNERS, Row, analyse, doubles, mark
from interop_course.assessment.roster_table import ITEM_COLUMNS, ROSTER_COLUMNS, items_csv, roster_csv, safe
from interop_course.assessment.sealing import seal
from tests.assessment.exam import BEGUN, COURSE, PLAN, SMALL, begun, taken

_, KEY = seal(7, SMALL, PLAN, COURSE)
IDS = [item.id for item in KEY.questions]


def returned(wrong: Sequence[int] = (), name: str | None = None, id: str = "00c0ffee", minutes: int | None = 20) -> Row:
    """A marked answer file with these questions wrong, counted from 0; a wrong one has "a" chosen."""
    sitting = begun(7, id=id, minutes=minutes)
    record = taken(sitting, name=name, say=lambda entry: "a" if IDS.index(entry.item) in wrong else "b")
    return mark(KEY, record, f"{name or id}.json")


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_an_answer_file_is_marked() -> None:
    row = returned([0, 3], "Desk 4")
    assert (row.right, row.percent, row.name, row.source) == (8, 80, "Desk 4", "Desk 4.json")
    assert row.rights == tuple(n not in (0, 3) for n in range(10))
    assert row.given[0] == ("a",)
    assert row.minutes == 20
    assert row.remarks == ()


@pytest.mark.parametrize("wrong", [[], [0], [0, 1], [0, 1, 2]])
def test_it_passes_by_share_and_must_pass(wrong: list[int]) -> None:
    must = [n for n, item in enumerate(KEY.questions) if item.topics[0] in KEY.must]
    others = [n for n in range(10) if n not in must]
    assert returned([others[n] for n in wrong]).passed is (len(wrong) <= 2)
    missed = returned(must[:1])
    assert (missed.passed, missed.missed) == (False, (IDS[must[0]],))


def test_an_unfinished_final_is_marked_and_not_passed() -> None:
    row = returned(minutes=None)
    assert (row.right, row.passed) == (10, False)
    assert row.remarks == ("it was not finished",)


def test_what_was_not_answered_is_wrong() -> None:
    row = mark(KEY, taken(begun(7), unanswered=IDS[:4]), "x.json")
    assert row.right == 6
    assert row.given[:4] == ((), (), (), ())


def test_the_right_in_the_file_is_not_believed_and_odd_answers_are_named() -> None:
    record = taken(begun(7), say=lambda _: ["q"])
    row = mark(KEY, record.model_copy(update={"answers": tuple(
        each.model_copy(update={"right": True}) for each in record.answers
    )}), "x.json")  # fmt: skip
    assert row.right == 0
    assert "has no option 'q'" in row.remarks[0]


def test_the_first_of_several_sittings_counts() -> None:
    second = taken(begun(7, id="0badf00d", at=BEGUN + timedelta(hours=1)))
    row = mark(KEY, taken(begun(7), wrong=IDS).merged(second), "x.json")
    assert (row.right, row.sitting) == (0, "00c0ffee")
    assert row.remarks == ("this final was begun 2 times in this file; the first time counts",)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (LearningRecord(), "holds no final at all"),
        (taken(begun(8)), "and it holds [0-9a-f]{16}"),
        (taken(begun(7, course="9.9.8")), "and it holds"),
        (LearningRecord(answers=(Answered(item=IDS[0], given=("b",), right=None, at=BEGUN),)), "no final at all"),
    ],
    ids=["empty", "another final", "another version", "practice"],
)
def test_an_answer_file_of_something_else_is_refused(record: LearningRecord, said: str) -> None:
    with pytest.raises(WrongKey, match=said):
        mark(KEY, record, "x.json")


def test_what_looks_like_one_learner_twice_is_named() -> None:
    rows = [returned(name="Desk 4"), returned(name="Desk 4", id="0badf00d"), returned(name="Desk 5", id="00c0ffee")]
    assert doubles(rows) == (
        "2 answer files carry the name Desk 4",
        "2 answer files hold the same sitting, 00c0ffee",
    )
    assert doubles([returned(), returned(id="0badf00d")]) == ()


def group(*wrong: Sequence[int]) -> list[Row]:
    return [returned(each, f"Desk {n}", f"{n:08x}") for n, each in enumerate(wrong)]


def test_difficulty_is_the_share_of_those_who_were_right() -> None:
    first, second, third, *_ = analyse(KEY, group([0], [0, 1], [0], [0]))
    assert [each.difficulty for each in (first, second, third)] == [0, 0.75, 1]
    assert (first.n, first.right) == (4, 0)


def test_discrimination_is_the_point_biserial_correlation_with_the_rest() -> None:
    rows = group([], [1, 2], [0, 1, 2, 3, 4], [0, 5, 6], [2], [0, 1, 2, 3])
    found = analyse(KEY, rows)[0].discrimination
    # The formula of textbooks: difference of the means over the deviation, times the root of p * q.
    rest = [row.right - row.rights[0] for row in rows]
    ones = [score for score, row in zip(rest, rows, strict=True) if row.rights[0]]
    zeros = [score for score, row in zip(rest, rows, strict=True) if not row.rights[0]]
    p = len(ones) / len(rest)
    assert found == pytest.approx((mean(ones) - mean(zeros)) / pstdev(rest) * (p * (1 - p)) ** 0.5)
    assert found is not None
    assert found > 0.5


def test_a_question_that_the_better_ones_miss_is_pointed_out() -> None:
    bad = analyse(KEY, group([0], [0, 1], [1, 2, 3, 4], [1, 2, 3, 4, 5]))[0]
    assert bad.discrimination is not None
    assert bad.discrimination < 0
    assert "those who know more were right less often" in bad.remarks[-1]


@pytest.mark.parametrize(
    ("wrong", "remark"),
    [(([0], [0, 1]), "nobody was right"), (([1], [1, 2]), "everybody was right")],
    ids=["nobody", "everybody"],
)
def test_what_tells_nobody_apart_has_no_discrimination(wrong: tuple[list[int], ...], remark: str) -> None:
    first = analyse(KEY, group(*wrong))[0]
    assert first.discrimination is None
    assert remark in " ".join(first.remarks)


def test_each_option_is_counted_and_so_is_no_answer() -> None:
    rows = [*group([0], [], [0]), mark(KEY, taken(begun(7), unanswered=IDS[:1]), "x.json")]
    assert analyse(KEY, rows)[0].answers == (("a", 2), ("b (right)", 1), ("c", 0), ("d", 0), ("no answer", 1))


def test_a_small_group_is_warned_of_and_a_large_one_is_not() -> None:
    few = analyse(KEY, group([0], []))[0]
    assert few.remarks == (f"n is 2; below {ENOUGH_LEARNERS} these figures are mostly chance",)
    many = analyse(KEY, group(*([0], [0, 1], []) * (ENOUGH_LEARNERS // 3)))[0]
    assert many.n == ENOUGH_LEARNERS
    assert not any("chance" in remark for remark in many.remarks)


def test_without_rows_there_is_nothing_to_analyse() -> None:
    assert analyse(KEY, []) == ()


def test_the_roster_has_a_line_for_each_learner_by_name() -> None:
    lines = table(roster_csv([returned([0], "Zoe"), returned([], "amy", "0badf00d"), returned(minutes=None)]))
    assert tuple(lines[0]) == ROSTER_COLUMNS
    assert [line["name"] for line in lines] == ["", "amy", "Zoe"]
    assert [line["result"] for line in lines] == ["not passed", "passed", "passed"]
    assert (lines[2]["right"], lines[2]["of"], lines[2]["percent"]) == ("9", "10", "90")
    assert lines[1]["started"] == "2026-03-02T14:00:00+00:00"
    assert lines[0]["remarks"] == "it was not finished"


def test_the_table_of_items_has_a_line_for_each_question() -> None:
    lines = table(items_csv(analyse(KEY, group([0], [0, 1], [1, 2, 3, 4]))))
    assert tuple(lines[0]) == ITEM_COLUMNS
    assert [line["item"] for line in lines] == IDS
    assert lines[0]["question"] == KEY.questions[0].stem
    assert lines[0]["difficulty"] == "0.33"
    assert float(lines[0]["discrimination"]) < 0, "a negative number is a number"
    assert lines[0]["answers"] == "a: 2; b (right): 1; c: 0; d: 0; no answer: 0"


@pytest.mark.parametrize(
    "name",
    ["=1+1", "+1", "-2", "@SUM(A1)", '=HYPERLINK("x")', " =1+1", "＝1+1", "=cmd|' /C calc'!A0"],
)
def test_a_name_that_a_spreadsheet_would_run_is_made_harmless(name: str) -> None:
    [line] = table(roster_csv([returned(name=name)]))
    assert line["name"] == f"'{name.strip()}"
    assert line["file"].startswith("'")


def test_ordinary_cells_stay_as_they_are() -> None:
    assert [safe(cell) for cell in ("Desk 4", "a=b", -0.5, 3, "")] == ["Desk 4", "a=b", -0.5, 3, ""]
    assert safe("\tx") == "'\tx"
