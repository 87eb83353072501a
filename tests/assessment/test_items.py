"""Items of each kind as values: what is read, and what is refused."""

import pytest
from pydantic import ValidationError

from interop_course.assessment import ITEM, DecisionItem, Objective, OrderingItem, Topic
from tests.assessment.conftest import MakeItem, option
from tests.assessment.kinds import DATA, item, reasoned, said


def test_an_item_is_read_from_its_data(make_item: MakeItem) -> None:
    made = make_item(topics=["message", "timing"], register=["C24", "C38"])
    assert made.best == ("b",)
    assert made.topics == (Topic.MESSAGE, Topic.TIMING)
    assert made.disagreements == ("C24", "C38")
    assert (made.language, made.tests, made.clock, made.seed, made.drawn) == ("en", (), None, None, False)


@pytest.mark.parametrize("kind", [*DATA, "drawn"])
def test_an_item_reads_back_what_it_writes(kind: str) -> None:
    made = item(kind)
    assert ITEM.validate_json(ITEM.dump_json(made)) == made
    assert made.kind == (kind if kind in DATA else "numeric")
    assert all(part.reason and part.cites for part in made.parts)


def test_an_item_writes_its_register_under_the_name_of_the_data_files(make_item: MakeItem) -> None:
    assert '"register":["C24"]' in make_item(register=["C24"]).model_dump_json()


@pytest.mark.parametrize("key", ["", "ab", "abc"])
def test_a_single_choice_has_exactly_one_right_option(make_item: MakeItem, key: str) -> None:
    with pytest.raises(ValidationError, match="a single choice has one right option"):
        make_item(key=key)


@pytest.mark.parametrize("key", ["", "abc"])
def test_a_multiple_choice_has_something_right_and_something_wrong(make_item: MakeItem, key: str) -> None:
    with pytest.raises(ValidationError, match="at least one right and at least one wrong"):
        make_item(key=key, kind="multiple")


OPTION_FORMS = [
    ({"options": [option("a", True, "Yes"), option("b", False, "No")]}, "3 to 6 options, this one has 2"),
    ({"options": [option(letter, letter == "a", letter) for letter in "acb"]}, "are to be called a, b, c"),
    ({"options": [option("a", True, "Yes")] * 3}, "are to be called a, b, c"),
    ({"options": [option(letter, letter == "a", letter) for letter in "abcdefg"]}, "this one has 7"),
]
DECISION_OPTIONS = DATA["decision"]["options"]


@pytest.mark.parametrize(
    ("kind", "change", "said"),
    [
        ("single", {"id": "step-4"}, "pattern"),
        ("single", {"id": "Step-4/Who"}, "pattern"),
        ("single", {"difficulty": 4}, "less than or equal to 3"),
        ("single", {"difficulty": 0}, "greater than or equal to 1"),
        ("single", {"kind": "riddle"}, "expected tags: 'single', 'multiple'"),
        ("single", {"kind": None}, "kind"),
        ("single", {"topics": []}, "at least 1 item"),
        ("single", {"topics": ["weather"]}, "permitted-use"),
        ("single", {"stem": "  "}, "at least 1 character"),
        ("single", {"register": ["24"]}, "pattern"),
        ("single", {"key": "b"}, "Extra inputs"),
        ("single", {"seed": 9}, "less than or equal to 8"),
        ("single", {"clock": {"id": "DC-promise"}}, "start"),
        *(("single", change, said) for change, said in OPTION_FORMS),
        ("single", {"case": {"question": "may-select-by-origin"}}, "with a case every option says"),
        ("single", said("b", "yny") | {"case": None}, "without one none does"),
        ("single", {"options": [*said("b", "yny")["options"][:2], DATA["single"]["options"][2]]}, "every option says"),
        ("single", said("b", "yny") | {"case": {"question": "may-dream"}}, "question"),
        ("multiple", {"options": said("b", "yny")["options"]}, "only the options of a single choice say"),
        ("multiple", {"case": {"question": "may-select-by-origin"}}, "Extra inputs"),
        ("decision", {"case": {"question": "may-use", "facts": {"purpose": "educate", "agency": "federal"}}},
         "which is no option of a decision"),
        ("decision", {"case": {"question": "may-use", "facts": {"purpose": "print a wanted poster or flyer"}}},
         "only on a condition"),
        ("decision", {"case": {"question": "may-use", "facts": {"purpose": "juggle"}}}, "purpose"),
        ("decision", {"case": {"question": "may-use", "facts": {"purpose": "educate", "mood": "good"}}}, "mood"),
        ("decision", {"case": {"question": "may-dream"}}, "question"),
        ("decision", {"options": DECISION_OPTIONS[:2]}, "3 to 3 options, this one has 2"),
        ("decision", {"options": DECISION_OPTIONS[::-1]}, "are to be called a, b, c"),
        ("decision", {"options": [option("a", True, "Yes"), *DECISION_OPTIONS[1:]]}, "Extra inputs"),
        ("ordering", {"steps": [reasoned("a", "One"), reasoned("b", "Two")]}, "3 to 5 steps, this one has 2"),
        ("ordering", {"steps": [reasoned(letter, letter) for letter in "abcdef"]}, "this one has 6"),
        ("ordering", {"steps": [reasoned(letter, letter) for letter in "aba"]}, "two steps have one id"),
        ("matching", {"rows": DATA["matching"]["rows"][:2]}, "3 to 6 rows, this one has 2"),
        ("matching", {"rows": DATA["matching"]["rows"][::-1]}, "are to be called a, b, c"),
        ("matching", {"choices": DATA["matching"]["choices"][:1]}, "at least 2 items"),
        ("matching", {"choices": DATA["matching"]["choices"][::-1]}, "are to be called p, q, r"),
        ("matching", {"choices": [{"id": "p", "text": "P"}, {"id": "q", "text": "Q"}],
                      "rows": [reasoned(letter, letter, choice="r") for letter in "abc"]}, "which is not there"),
        ("numeric", {"value": "4,8"}, "pattern"),
        ("numeric", {"value": "-48"}, "pattern"),
        ("numeric", {"unit": "weeks"}, "the unit weeks is not offered"),
        ("numeric", {"units": ["hours", "bytes", "hours"]}, "a unit is offered twice"),
        ("numeric", {"near": [DATA["numeric"]["near"][0] | {"value": "2", "unit": "days"}]}, "is the right answer"),
        ("numeric", {"near": [DATA["numeric"]["near"][0] | {"unit": "weeks"}]}, "the unit weeks is not offered"),
        ("field", {"field": "SRF"}, "pattern"),
        ("field", {"message": {"scenario": "match", "kind": "postcard"}}, "kind"),
        ("drawn", {"kind": "riddle"}, "kind"),
        ("drawn", {"draw": 7}, "valid string"),
    ],
)  # fmt: skip
def test_an_item_out_of_form_is_refused(kind: str, change: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        item(kind, **change)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"cites": []}, "at least 1 item"),
        ({"reason": ""}, "at least 1 character"),
        ({"right": "yes"}, "valid boolean"),
        ({"right": 1}, "valid boolean"),
        ({"id": "1"}, "pattern"),
    ],
)
def test_an_option_out_of_form_is_refused(make_item: MakeItem, change: dict[str, object], said: str) -> None:
    options = [option("a", True, "Yes") | change, option("b", False, "No"), option("c", False, "Perhaps")]
    with pytest.raises(ValidationError, match=said):
        make_item(options=options)


@pytest.mark.parametrize(
    ("case", "key"),
    [
        ({"question": "may-use", "facts": {"purpose": "put it into an investigative case file"}}, "a"),
        ({"question": "may-use", "facts": {"purpose": "educate"}}, "b"),
        ({"question": "may-use", "facts": {"purpose": "educate", "material": "Immigration Alien Response"}}, "c"),
        ({"question": "may-keep", "facts": {"suspected": False, "convicted": False, "nexus": False,
                                            "identity_confirmed": True}}, "b"),
        ({"question": "may-share", "facts": {"recipient": "somebody outside law enforcement"}}, "b"),
        ({"question": "may-act", "facts": {"action": "hold", "basis": "an IAR", "exemptions": []}}, "b"),
        ({"question": "may-concern", "conduct": "something done through a DHS program or activity"}, "a"),
        ({"question": "may-concern", "conduct": "that of a local officer, with no link to a DHS program shown"}, "c"),
        ({"question": "is-duty", "section": "2.2.8"}, "b"),
        ({"question": "is-duty", "section": "2.2.1"}, "c"),
        ({"question": "may-search", "submitter": "the Office of Personnel Management"}, "a"),
        ({"question": "may-select-by-origin"}, "b"),
        ({"question": "must-query-after-no-match"}, "b"),
        ({"question": "silence-means-no-match"}, "b"),
        ({"question": "review", "draft": {"channel": "telephone"}}, "b"),
        ({"question": "review", "draft": {"channel": "fax"}}, "a"),
        ({"question": "is-over", "wording": "ICE's promise to take custody (SOP 3.2.4)",
          "start": "2010-03-05T14:00:00", "at": "2010-03-09T14:00:00"}, "b"),
        ({"question": "is-over", "wording": "ICE's promise to take custody (SOP 3.2.4)",
          "start": "2010-03-05T14:00:00", "at": "2010-03-09T14:01:00"}, "a"),
        ({"question": "is-level", "code": "0901", "says": "Level 1"}, "a"),
        ({"question": "is-level", "code": "2201", "says": "Level 1"}, "b"),
        ({"question": "is-level", "code": "0250", "says": "Level 3"}, "c"),
        ({"question": "tell-apart", "scenario": "match", "kind": "dhs-sre", "says": "the reply of IAFIS"}, "b"),
        ({"question": "tell-apart", "scenario": "match", "kind": "iafis-sre", "says": "the reply of IAFIS"}, "a"),
        ({"question": "whom-to-ask", "about": "what does this IAFIS reply mean?",
          "says": "the CJIS Division of the FBI"}, "a"),
    ],
)  # fmt: skip
def test_the_rules_decide_a_case(case: dict[str, object], key: str) -> None:
    made = item("decision", case=case)
    assert isinstance(made, DecisionItem)
    assert made.best == (key,)
    assert made.case.decide().rules


def test_steps_are_shown_in_an_order_of_their_own_that_is_never_the_right_one() -> None:
    orders = set()
    for n in range(40):
        made = item("ordering", id=f"step-4/n{n}")
        assert isinstance(made, OrderingItem)
        assert made.shown == item("ordering", id=f"step-4/n{n}").shown  # type: ignore[attr-defined]
        assert sorted(step.id for step in made.shown) == ["a", "b", "c"]
        orders.add("".join(step.id for step in made.shown))
    assert orders == {"abc", "acb", "bac", "bca", "cba"}  # all but "cab"


def test_an_objective_says_what_you_can_do() -> None:
    with pytest.raises(ValidationError, match="You can"):
        Objective(id="S4-a", lesson="step-4-match", text="Knowledge of queries.")
