"""Every check is shown to pass on a sound bank and to fail on the same bank with one thing spoilt."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from interop_course.assessment import BANK, ITEM, Bank, Objective, SingleChoice
from interop_course.assessment.checks import CHECKS, check_bank
from interop_course.assessment.coverage import elements, of_elements, of_objectives
from tests.assessment.conftest import option
from tests.assessment.kinds import DATA, DRAWN, near, reasoned, said

Spoil = Callable[[Bank], Bank]


def _first(**changes: object) -> Spoil:
    """The bank with its first item changed; that item tests every element."""
    return _item("step-4/who-asks", **changes)


def _item(where: str, /, **changes: object) -> Spoil:
    """The bank with one item changed."""

    def spoil(bank: Bank) -> Bank:
        data = ITEM.dump_python(bank.item(where), mode="json") | changes
        changed = ITEM.validate_python(data)
        return replace(bank, items=tuple(changed if item.id == where else item for item in bank.items))

    return spoil


def _first_option(**changes: object) -> Spoil:
    def spoil(bank: Bank) -> Bank:
        options = ITEM.dump_python(bank.item("step-4/what-it-says"), mode="json")["options"]
        return _item("step-4/what-it-says", options=[options[0] | changes, *options[1:]])(bank)

    return spoil


def _also(where: str, /, **data: object) -> Spoil:
    """The bank with one item more, made of another one's data."""

    def spoil(bank: Bank) -> Bank:
        more = ITEM.validate_python(ITEM.dump_python(bank.item(where), mode="json") | data)
        return replace(bank, items=(*bank.items, more))

    return spoil


def _objectives(*more: Objective) -> Spoil:
    return lambda bank: replace(bank, objectives=(*bank.objectives, *more))


def _keys(key: str, times: int) -> Spoil:
    """The bank with many items more, all with the same key and with stems of their own."""

    def spoil(bank: Bank) -> Bank:
        for n in range(times):
            letter = chr(ord("a") + n)
            stem = " ".join(f"{letter}{word}" for word in ("one", "two", "three", "four"))
            options = [option(id, id == key, f"{letter}{id} option {letter}") for id in "abc"]
            bank = _also("step-4/what-it-says", id=f"step-4/more-{letter}", stem=stem, options=options)(bank)
        return bank

    return spoil


OBJECTIVE = Objective(id="S5-a", lesson="step-5-answer", text="You can say who answers.")
UNTESTED = Objective(id="S4-c", lesson="step-4-match", text="You can read an encounter.")
SECOND, THIRD, FOURTH = "step-4/how-many", "step-4/what-it-says", "step-4/where-next"
RULED, MUCH, POINT, PAIRS, DRAW = "step-4/ruled", "step-4/much", "step-4/point", "step-4/pairs", "step-4/drawn"
ONE = "step-4/one"


def test_a_sound_bank_passes_every_check(sound_bank: Bank) -> None:
    assert [str(finding) for finding in check_bank(sound_bank)] == []


def test_a_single_choice_with_a_case_is_sound_when_its_key_says_what_the_rules_say(sound_bank: Bank) -> None:
    told = _item(ONE, **said("b", "ync"))(sound_bank)
    assert [str(finding) for finding in check_bank(told)] == []
    again = _also(ONE, id="step-4/again", stem="Quite another question, put differently?", **said("b", "ync", "Desk"))
    assert check_bank(again(told), ["alike"]) == ()


def test_a_case_that_is_drawn_is_decided_for_every_seed(sound_bank: Bank) -> None:
    case = {
        "question": "is-over",
        "wording": "ICE's promise to take custody (SOP 3.2.4)",
        "start": "{start_iso}",
        "at": "{at_iso}",
    }
    stem = "A jail gave notice on {start}. Are the hours over on {at}?"
    told = said("b", "nyc", "At {at}", cites=["sop-ice-actions/3.2.4@51"]) | {"case": case, "stem": stem}
    bank = _also(ONE, id="step-4/over", draw="release_days", **told)(sound_bank)
    found = [finding.problem for finding in check_bank(bank, ["rules"])]
    assert set(found) == {'It is right and says "yes", where the rules say "no".'}


def _moved() -> Iterator[tuple[SingleChoice, str]]:
    """Every single choice of the bank with a case, with each wrong option that says another thing than the key."""
    for item in BANK.items:
        if isinstance(item, SingleChoice) and item.case:
            for option in item.options:
                if option.says is not item.case.outcome:
                    yield item, option.id


def test_every_case_of_the_bank_decides_against_a_key_that_was_moved() -> None:
    moved = list(_moved())
    assert len({item.id for item, _ in moved}) > 20
    for item, key in moved:
        options = [option.model_copy(update={"right": option.id == key}) for option in item.options]
        bank = replace(BANK, items=(item.model_copy(update={"options": tuple(options)}),))
        found = check_bank(bank, ["rules"])
        assert f"{item.id} {key}" in {finding.where for finding in found if "where the rules say" in finding.problem}


MUTATIONS: list[tuple[Spoil, str, str, str]] = [
    (_first(id=SECOND), "ids", SECOND, "2 items"),
    (_item(FOURTH, id="step-5/where-next"), "ids", "step-5/where-next", "step-4-match"),
    (_item(FOURTH, id="step/where-next", lesson="steps"), "ids", "step/where-next", "steps"),
    (_item(FOURTH, seed=3), "ids", FOURTH, "A seed is drawn"),
    (_objectives(Objective(id="S4-a", lesson="step-4-match", text="You can ask.")), "ids", "S4-a", "2 objectives"),
    (_item(FOURTH, objective="S4-z"), "objectives", FOURTH, "no objective S4-z"),
    (lambda bank: _item(FOURTH, objective="S5-a")(_objectives(OBJECTIVE)(bank)),
     "objectives", FOURTH, "belongs to step-5-answer"),
    (_objectives(UNTESTED), "coverage", "S4-c", "0 items test it, and 4 are needed"),
    (_item(FOURTH, objective="S4-b"), "coverage", "S4-a", "3 items test it, and 4 are needed"),
    (_first(tests=[id for id in elements() if id != "PU-array"]), "coverage", "PU-array", "1 items test it, and 2"),
    (_first(tests=[id for id in elements() if id != "AU-profiling"]), "coverage", "AU-profiling", "1 items"),
    (_first(tests=[id for id in elements() if id != "witnesses"]), "coverage", "witnesses", "1 items"),
    (_first_option(cites=["faq@99"]), "citations", f"{THIRD} a", "page 99"),
    (_first_option(cites=["faq@11", "fqa@11"]), "citations", f"{THIRD} a", "faq"),
    (_first_option(cites=["EBTS 9.2"]), "citations", f"{THIRD} a", "form"),
    (_item(MUCH, cites=["faq@99"]), "citations", f"{MUCH} number", "page 99"),
    (_item(MUCH, near=[near(value="3", unit="hours") | {"cites": ["faq@1"]}]), "citations", f"{MUCH} near 1", "page 1"),
    (_item("step-4/steps", steps=[DATA["ordering"]["steps"][0] | {"cites": ["faq"]}, *DATA["ordering"]["steps"][1:]]),
     "citations", "step-4/steps c", "faq"),
    (_first_option(reason="It is so."), "reasons", f"{THIRD} a", "9 characters"),
    (_first_option(text="The local desk of an agency.", reason="The local desk, of an agency"),
     "reasons", f"{THIRD} a", "repeats"),
    (lambda bank: _first_option(reason=bank.item(THIRD).parts[1].reason)(bank),
     "reasons", f"{THIRD} a b", "same reason"),
    (_first_option(text="A center, at its own impulse."), "reasons", f"{THIRD} a c", "say the same"),
    (_first_option(text="All of the above"), "wording", f"{THIRD} a", "without reference"),
    (_item(FOURTH, stem="What does **SRE** stand for?"), "wording", FOURTH, "plain text"),
    (_item(RULED, facts=[{"label": "`Purpose`", "text": "A press conference"}]), "wording", RULED, "plain text"),
    (_item(PAIRS, choices=[DATA["matching"]["choices"][0] | {"text": "`Hook`"}, *DATA["matching"]["choices"][1:]]),
     "wording", PAIRS, "plain text"),
    (_first_option(reason="See [SOP 2.1](packet.html), which says so."), "wording", THIRD, "plain"),
    (_item(PAIRS, rows=[reasoned(a, a, choice=p) for a, p in zip("abc", "pqr", strict=True)]),
     "keys", PAIRS, "the choice beside it"),
    (_item(DRAW, stem="The clasp hides {clasps} pearls."), "draws", DRAW, "placeholder {clasps}"),
    (_item(DRAW, draw="hidden_treasure"), "draws", DRAW, "draws no values called 'hidden_treasure'"),
    (_item(DRAW, near=[near(value="{hidden}", unit="encounters")]), "draws", DRAW, "is the right answer"),
    (_item(DRAW, value="2", near=[]), "draws", DRAW, "Its key is typed in"),
    (_item(DRAW, **{name: DRAWN[name].format(history=7, hidden=2, shown=5) for name in ("stem", "value", "reason")},
           near=[]), "draws", DRAW, "the same from the seeds 1, 2, 3, 4, 5, 6, 7, 8."),
    (_item(DRAW, draw="whose_reply", stem="Is it that of {other} or of {another}?", value="3", near=[],
           reason="It stands in the paper."), "draws", DRAW, "the same from the seeds 1, 3, 4, 7, 8."),
    (_also("step-4/one", id="step-4/told", draw="hidden_encounters", **said("b", "yny")),
     "draws", "step-4/told", "typed in"),
    (_also("step-4/one", id="step-4/typed", draw="hidden_encounters", stem="Who of {history}?"),
     "draws", "step-4/typed", "typed in"),
    (_item(POINT, field="2.060"), "messages", POINT, "no field 2.060"),
    (_item(POINT, near=[near(field="2.061")]), "messages", POINT, "no field 2.061"),
    (_item(POINT, near=[near(field="2.059")]), "messages", POINT, "and no wrong one"),
    (_item(POINT, message={"scenario": "mutch", "kind": "dhs-sre"}), "messages", POINT, "cannot be shown"),
    (_item(POINT, message={"scenario": "no-match", "kind": "iar"}), "messages", POINT, "cannot be shown"),
    (_item(POINT, message={"scenario": "match", "kind": "iar"}), "messages", POINT, "no fields to point at"),
    (_item(FOURTH, tests=["PU-dance"]), "rules", FOURTH, "The rules have no PU-dance"),
    (_item(FOURTH, tests=["PU-array"]), "rules", FOURTH, "no page of PU-array: idr-policy@57"),
    (_item(RULED, tests=["PU-press", "PU-array"]), "rules", RULED, "and not on PU-array"),
    (_item(RULED, options=[o | {"cites": ["faq@8"]} for o in DATA["decision"]["options"]], tests=[]),
     "rules", f"{RULED} b", "none of the places of the rules"),
    (_item(RULED, case={"question": "may-keep", "facts": {"convicted": True}}, tests=[]),
     "rules", RULED, "a reading of unclear words"),
    (_item(ONE, **said("a", "yny")), "rules", f"{ONE} a", 'says "yes", where the rules say "no"'),
    (_item(ONE, **said("c", "ync")), "rules", f"{ONE} c", 'says "only on a condition", where the rules say "no"'),
    (_item(ONE, **said("b", "nnn")), "rules", ONE, "the rules decide nothing"),
    (_item(ONE, **said("b", "yny", cites=["faq@12"])), "rules", f"{ONE} b", "It cites no page of the rules"),
    (_item(ONE, **said("b", "yny") | {"register": []}), "register", ONE, "C40 bears on it"),
    (_item(MUCH, clock=None), "clocks", MUCH, 'names no "clock"'),
    (_item(THIRD, topics=["timing"], options=[option(o, o == "b", f"In {o} 24 hours") for o in "abc"]),
     "clocks", THIRD, 'names no "clock"'),
    (_item(MUCH, clock={"id": "faq@11", "start": "from its blowing out"}), "clocks", MUCH, "does not say"),
    (_item(MUCH, clock={"id": "sundial", "start": "from its lighting"}), "clocks", MUCH, "'sundial' is no clock"),
    (_item(MUCH, clock={"id": "faq@12", "start": "from its lighting"}), "clocks", MUCH, "no place that the item cites"),
    (_item(MUCH, clock={"id": "DC-ceiling", "start": "from its lighting"}), "register", MUCH, "C24 bears on it"),
    (_item(RULED, register=["C01"]), "register", RULED, "C05 bears on it"),
    (_first(register=[]), "register", "step-4/who-asks", "C90 bears on it"),
    (_item(FOURTH, register=["C99"]), "register", FOURTH, "no entry C99"),
    (_item(FOURTH, register=["C82"]), "register", FOURTH, "names C82 and cites no page"),
    (lambda bank: _item(FOURTH, stem=bank.item(THIRD).stem.upper())(bank),
     "alike", f"{THIRD} and {FOURTH}", "Their stems share"),
    (lambda bank: _also(THIRD, id="step-4/more", stem="Which?")(_item(THIRD, stem="Who?")(bank)),
     "alike", f"{THIRD} and step-4/more", "all their parts"),
    (_also(RULED, id="step-4/again", stem="Quite another question, put differently?",
           options=[reasoned(o, f"{o} {o}{o} {o}{o}{o}") for o in "abc"]),
     "alike", f"{RULED} and step-4/again", "the same case"),
    (_keys("c", 9), "guessing", "the bank", "always chooses option c"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "name", "where", "said"), MUTATIONS)
def test_a_check_finds_what_is_spoilt(sound_bank: Bank, spoil: Spoil, name: str, where: str, said: str) -> None:
    found = check_bank(spoil(sound_bank), [name])
    assert [finding.where for finding in found if said in finding.problem] == [where]


def test_every_check_has_a_mutation() -> None:
    assert {name for _, name, _, _ in MUTATIONS} == set(CHECKS)


def test_the_specification_may_be_cited(sound_bank: Bank) -> None:
    spoilt = _first_option(cites=["EBTS 9.1 (IAFIS-DOC-01078-9.1)"])(sound_bank)
    assert check_bank(spoilt, ["citations"]) == ()


def test_a_finding_reads_as_one_line(sound_bank: Bank) -> None:
    (finding,) = check_bank(_objectives(UNTESTED)(sound_bank))
    assert str(finding) == "coverage: S4-c: 0 items test it, and 4 are needed: You can read an encounter."


def test_coverage_counts_the_items_of_each_objective(sound_bank: Bank) -> None:
    table = of_objectives(_objectives(UNTESTED)(sound_bank))
    assert {line.id: (len(line.items), line.lacking) for line in table} == {
        "S4-a": (4, 0), "S4-b": (8, 0), "S4-c": (0, 4),
    }  # fmt: skip


def test_what_has_to_be_covered_comes_from_the_rules() -> None:
    groups: dict[str, set[str]] = {}
    for element in elements().values():
        groups.setdefault(element.group, set()).add(element.id)
    assert groups["authorized use"] == {"PU-identity", "PU-investigation", "PU-case-file", "PU-array", "PU-poster"}
    assert {"PU-filler", "PU-press", "PU-data-mining", "PU-closed-list"} <= groups["prohibited use"]
    assert not groups["authorized use"] & groups["prohibited use"]
    assert {"AU-none", "AU-no-waiting", "AU-profiling", "AU-287g"} <= groups["limit of authority"]
    assert {"CP-writing", "CP-consent", "CP-referral"} <= groups["complaint"]
    assert {"name", "a-number", "papers"} <= groups["part of a complaint"]


def test_coverage_counts_the_items_that_test_an_element(sound_bank: Bank) -> None:
    counts = {line.id: len(line.items) for line in of_elements(sound_bank)}
    assert counts["PU-press"] == 3
    assert set(counts.values()) == {2, 3}
