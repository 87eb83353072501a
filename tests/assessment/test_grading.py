"""The one definition of a right answer, kind by kind."""

from itertools import chain, combinations, permutations

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from interop_course.assessment import (
    BANK,
    ChoiceItem,
    FieldItem,
    Item,
    Mark,
    MatchingItem,
    NumericItem,
    OrderingItem,
    UnknownOption,
    UnreadableAnswer,
    WrongSeed,
    grade,
    instance,
    instances,
)
from interop_course.assessment.measuring import NUMBER, equal
from tests.assessment.conftest import MakeItem
from tests.assessment.kinds import DATA, item

CASES = [
    # kind, given, right, given as normal, (part, right, given) of each remark
    ("single", ["b"], True, ["b"], [("b", True, "b")]),
    ("single", ["a"], False, ["a"], [("a", False, "a"), ("b", True, "")]),
    ("single", ["b", "a"], False, ["a", "b"], [("a", False, "a"), ("b", True, "b")]),
    ("single", [], False, [], [("b", True, "")]),
    ("multiple", ["c", "a"], True, ["a", "c"], [("a", True, "a"), ("c", True, "c")]),
    ("multiple", ["a", "c", "a"], True, ["a", "c"], [("a", True, "a"), ("c", True, "c")]),
    ("multiple", ["a"], False, ["a"], [("a", True, "a"), ("c", True, "")]),
    ("multiple", ["a", "b", "c"], False, ["a", "b", "c"], [("a", True, "a"), ("b", False, "b"), ("c", True, "c")]),
    ("multiple", [], False, [], [("a", True, ""), ("c", True, "")]),
    ("decision", ["b"], True, ["b"], [("b", True, "b")]),
    ("decision", ["c"], False, ["c"], [("b", True, ""), ("c", False, "c")]),
    ("ordering", ["c", "a", "b"], True, ["c", "a", "b"], [("c", True, "1"), ("a", True, "2"), ("b", True, "3")]),
    ("ordering", ["c", "b", "a"], False, ["c", "b", "a"], [("c", True, "1"), ("a", False, "3"), ("b", False, "2")]),
    ("ordering", ["c", "a"], False, ["c", "a"], [("c", True, "1"), ("a", True, "2"), ("b", False, "")]),
    ("ordering", [], False, [], [("c", False, ""), ("a", False, ""), ("b", False, "")]),
    ("matching", ["c=q", "a=q", "b=p"], True, ["a=q", "b=p", "c=q"],
     [("a", True, "q"), ("b", True, "p"), ("c", True, "q")]),
    ("matching", ["a=q", "b=r"], False, ["a=q", "b=r"], [("a", True, "q"), ("b", False, "r"), ("c", False, "")]),
    ("matching", [], False, [], [("a", False, ""), ("b", False, ""), ("c", False, "")]),
    ("numeric", ["48", "hours"], True, ["48", "hours"], [("number", True, "48 hours")]),
    ("numeric", [" 2.0 ", "days"], True, ["2.0", "days"], [("number", True, "2.0 days")]),
    ("numeric", ["2880", "minutes"], True, ["2880", "minutes"], [("number", True, "2880 minutes")]),
    ("numeric", ["0048.00", "hours"], True, ["0048.00", "hours"], [("number", True, "0048.00 hours")]),
    ("numeric", ["48.01", "hours"], False, ["48.01", "hours"], [("number", False, "48.01 hours")]),
    ("numeric", ["2879.99", "minutes"], False, ["2879.99", "minutes"], [("number", False, "2879.99 minutes")]),
    ("numeric", ["48", "bytes"], False, ["48", "bytes"], [("number", False, "48 bytes")]),
    ("numeric", [], False, [], [("number", False, "")]),
    ("field", ["2.059"], True, ["2.059"], [("field", True, "2.059")]),
    ("field", ["1.08"], False, ["1.08"], [("field", False, "1.08")]),
    ("field", [], False, [], [("field", False, "")]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "given", "right", "normal", "remarks"), CASES)
def test_an_answer_is_graded_part_by_part(
    kind: str, given: list[str], right: bool, normal: list[str], remarks: list[tuple[str, bool, str]]
) -> None:
    mark = grade(item(kind), given)
    assert mark.right is right
    assert list(mark.given) == normal
    assert [(remark.part, remark.right, remark.given) for remark in mark.remarks] == remarks
    assert Mark.model_validate_json(mark.model_dump_json()) == mark


def test_the_table_has_every_kind() -> None:
    assert {case[0] for case in CASES} == set(DATA)


@pytest.mark.parametrize(
    ("kind", "given", "reason", "cites"),
    [
        ("numeric", ["2", "days"], "Somebody has looked at the watch twice.", ("faq@11",)),
        ("numeric", ["3", "days"], "Many would say 72 hours here.", ("faq@10",)),
        ("numeric", ["48", "bytes"], "Many would say 48 bytes here.", ("faq@10",)),
        ("numeric", ["1", "hours"], "That is not the number asked for.", ()),
        ("numeric", [], "That is not the number asked for.", ()),
        ("field", ["2.059"], "The finding stands in this field alone.", ("faq@11",)),
        ("field", ["2.075"], "Many would say 2.075 here.", ("faq@10",)),
        ("field", ["1.04"], "That is not the field asked for.", ()),
        ("field", [], "That is not the field asked for.", ()),
    ],
)
def test_a_number_or_field_gets_the_reason_written_for_it(
    kind: str, given: list[str], reason: str, cites: tuple[str, ...]
) -> None:
    (remark,) = grade(item(kind), given).remarks
    assert (remark.reason, remark.cites) == (reason, cites)
    assert remark.text == {"numeric": "48 hours", "field": "2.059"}[kind]


@pytest.mark.parametrize("kind", ["single", "multiple", "decision", "ordering", "matching"])
def test_a_remark_has_the_text_and_reason_of_its_part(kind: str) -> None:
    made = item(kind)
    parts = {part.id: (part.text, part.reason, part.cites) for part in made.parts}
    for remark in grade(made, made.best).remarks:
        assert (remark.text, remark.reason, remark.cites) == parts[remark.part]


@pytest.mark.parametrize(
    ("kind", "given", "error", "said"),
    [
        ("single", ["e", "b", "d"], UnknownOption, r"step-4/one has no option 'd', 'e'\. It has: a, b, c\."),
        ("ordering", ["a", "e"], UnknownOption, "no option 'e'"),
        ("ordering", ["a", "b", "a"], UnreadableAnswer, "step a stands in it twice"),
        ("matching", ["a"], UnreadableAnswer, "'a' is no row and choice"),
        ("matching", ["a=p", "a=q"], UnreadableAnswer, "row a is matched twice"),
        ("matching", ["d=p"], UnknownOption, "no row 'd'"),
        ("matching", ["a=s"], UnknownOption, "no choice 's'"),
        ("matching", ["a=p=q"], UnknownOption, "no choice 'p=q'"),
        ("numeric", ["48"], UnreadableAnswer, "a number and a unit"),
        ("numeric", ["48", "hours", "x"], UnreadableAnswer, "a number and a unit"),
        ("numeric", ["", "hours"], UnreadableAnswer, "'' is no number"),
        ("numeric", ["1,5", "hours"], UnreadableAnswer, "'1,5' is no number"),
        ("numeric", ["-2", "hours"], UnreadableAnswer, "'-2' is no number"),
        ("numeric", ["+2", "hours"], UnreadableAnswer, "no number"),
        ("numeric", ["2.", "hours"], UnreadableAnswer, "no number"),
        ("numeric", [".5", "hours"], UnreadableAnswer, "no number"),
        ("numeric", ["1e2", "hours"], UnreadableAnswer, "no number"),
        ("numeric", ["٤٨", "hours"], UnreadableAnswer, "no number"),
        ("numeric", ["1234567", "hours"], UnreadableAnswer, "no number"),
        ("numeric", ["1.234", "hours"], UnreadableAnswer, "no number"),
        ("numeric", ["12345.5", "hours"], UnreadableAnswer, "no number"),
        ("numeric", ["48", "weeks"], UnknownOption, "no unit 'weeks'"),
        ("field", ["9.999"], UnknownOption, "no field '9.999'"),
        ("field", ["2.059", "1.08"], UnreadableAnswer, "one tag"),
        ("drawn", ["3", "encounters"], WrongSeed, "is drawn from a seed of 1 to 8, not None"),
    ],
)
def test_what_cannot_be_graded_is_refused(kind: str, given: list[str], error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        grade(item(kind), given)


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        (("1", "weeks"), ("7", "days"), True),
        (("0.5", "days"), ("12", "hours"), True),
        (("0.0007", "days"), ("1.008", "minutes"), True),
        (("9999999.9999", "weeks"), ("9999999.9999", "weeks"), True),
        (("0.1", "hours"), ("6.0", "minutes"), True),
        (("0.1", "hours"), ("6.0001", "minutes"), False),
        (("5", "bytes"), ("5.0", "bytes"), True),
        (("5", "bytes"), ("5", "characters"), False),
        (("60", "minutes"), ("60", "bytes"), False),
    ],
)
def test_quantities_are_compared_exactly(one: tuple[str, str], other: tuple[str, str], are: bool) -> None:
    assert equal(one, other) is are
    assert equal(other, one) is are


def test_a_mark_of_an_instance_carries_its_seed() -> None:
    made = instance(item("drawn"), 3)
    mark = grade(made, made.best)
    assert (mark.item, mark.seed, mark.right) == ("step-4/drawn", 3, True)
    assert grade(item("single"), ["b"]).seed is None


ASKED = [form for bank_item in BANK.items for form in instances(bank_item)]


@pytest.mark.parametrize("form", ASKED, ids=lambda form: f"{form.id}-{form.seed or 0}")
def test_of_all_answers_exactly_the_key_is_right(form: Item) -> None:
    right = [given for given in answers(form) if grade(form, given).right]
    assert right == [form.best]
    assert not grade(form, []).right


def answers(form: Item) -> list[tuple[str, ...]]:
    """Every answer in its normal form, each once; of numbers and matchings the right one and those near it."""
    match form:
        case ChoiceItem():
            ids = [option.id for option in form.choices]
            return list(chain(*(combinations(ids, n) for n in range(len(ids) + 1))))
        case OrderingItem():
            return list(permutations(sorted(form.best)))
        case MatchingItem():
            changed = [
                tuple(f"{row.id}={choice.id if row is other else row.choice}" for row in form.rows)
                for other in form.rows
                for choice in form.choices
            ]
            return list(dict.fromkeys([form.best, *changed]))
        case NumericItem():
            return [form.best, *(wrong.quantity for wrong in form.near)]
        case FieldItem():
            return [(tag,) for tag in form.message.tags]
    raise AssertionError(form.kind)


@pytest.mark.parametrize("kind", DATA)
@examples(data=st.data())
def test_grading_is_total_over_what_can_be_given(kind: str, data: st.DataObject) -> None:
    made = item(kind)
    given = data.draw(some_answer(made))
    mark = grade(made, given)
    assert grade(made, mark.given) == mark  # a normal answer is its own normal form
    assert mark.given or not mark.right
    assert mark.remarks
    assert mark.right == all(remark.right and remark.given for remark in mark.remarks)


def some_answer(made: Item) -> st.SearchStrategy[list[str]]:
    match made:
        case ChoiceItem():
            return st.lists(st.sampled_from([option.id for option in made.choices]))
        case OrderingItem():
            return st.lists(st.sampled_from(made.best), unique=True)
        case MatchingItem():
            choices = st.sampled_from([choice.id for choice in made.choices])
            rows = st.lists(st.sampled_from([row.id for row in made.rows]), unique=True)
            return rows.flatmap(lambda ids: st.tuples(*(choices.map(lambda c, id=id: f"{id}={c}") for id in ids))).map(
                list
            )
        case NumericItem():
            number = st.from_regex(NUMBER, fullmatch=True)
            return st.just([]) | st.tuples(number, st.sampled_from(made.units)).map(list)
        case FieldItem():
            return st.lists(st.sampled_from(made.message.tags), max_size=1)
    raise AssertionError(made.kind)


def test_equal_answers_have_equal_marks(make_item: MakeItem) -> None:
    made = make_item(kind="multiple", key="ac")
    assert grade(made, ["c", "a"]) == grade(made, ("a", "c", "c"))
