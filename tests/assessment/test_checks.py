"""Every check is shown to pass on a sound bank and to fail on the same bank with one thing spoilt."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from interop_course.assessment import Bank, Item, Objective
from interop_course.assessment.checks import CHECKS, check_bank, coverage
from tests.assessment.conftest import option

Spoil = Callable[[Bank], Bank]


def _first(**changes: object) -> Spoil:
    """The bank with its first item changed."""

    def spoil(bank: Bank) -> Bank:
        data = bank.items[0].model_dump(mode="json") | changes
        return replace(bank, items=(Item.model_validate(data), *bank.items[1:]))

    return spoil


def _first_option(**changes: object) -> Spoil:
    def spoil(bank: Bank) -> Bank:
        options = [option.model_dump(mode="json") for option in bank.items[0].options]
        return _first(options=[options[0] | changes, *options[1:]])(bank)

    return spoil


def _objectives(*more: Objective) -> Spoil:
    return lambda bank: replace(bank, objectives=(*bank.objectives, *more))


def _keys(key: str, times: int) -> Spoil:
    """The bank with many items more, all with the same key and with stems of their own."""

    def spoil(bank: Bank) -> Bank:
        more = []
        for n in range(times):
            letter = chr(ord("a") + n)
            stem = " ".join(f"{letter}{word}" for word in ("one", "two", "three", "four"))
            data = bank.items[0].model_dump(mode="json") | {"id": f"step-4/more-{letter}", "stem": stem}
            data["options"] = [option(id, id == key, f"This is option {id}") for id in "abc"]
            more.append(Item.model_validate(data))
        return replace(bank, items=(*bank.items, *more))

    return spoil


OBJECTIVE = Objective(id="S5-a", lesson="step-5-answer", text="You can say who answers.")
UNTESTED = Objective(id="S4-b", lesson="step-4-match", text="You can read an encounter.")


def test_a_sound_bank_passes_every_check_bank(sound_bank: Bank) -> None:
    assert check_bank(sound_bank) == ()


@pytest.mark.parametrize(
    ("spoil", "name", "where", "said"),
    [
        (_first(id="step-4/how-many"), "ids", "step-4/how-many", "2 items"),
        (_first(id="step-5/who-asks"), "ids", "step-5/who-asks", "step-4-match"),
        (_first(id="step/who-asks", lesson="steps"), "ids", "step/who-asks", "steps"),
        (
            _objectives(Objective(id="S4-a", lesson="step-4-match", text="You can ask.")),
            "ids", "S4-a", "2 objectives",
        ),
        (_first(objective="S4-z"), "objectives", "step-4/who-asks", "no objective S4-z"),
        (
            lambda bank: _first(objective="S5-a")(_objectives(OBJECTIVE)(bank)),
            "objectives", "step-4/who-asks", "belongs to step-5-answer",
        ),
        (_objectives(UNTESTED), "objectives", "S4-b", "No item"),
        (lambda bank: replace(bank, items=bank.items[:2]), "amounts", "step-4-match", "2 items and needs at least 3"),
        (
            _objectives(Objective(id="AU-a", lesson="authority", text="You can say who decides.")),
            "amounts", "authority", "0 items and needs at least 8",
        ),
        (_first_option(cites=["faq@99"]), "citations", "step-4/who-asks a", "page 99"),
        (_first_option(cites=["faq@11", "fqa@11"]), "citations", "step-4/who-asks a", "faq"),
        (_first_option(cites=["EBTS 9.2"]), "citations", "step-4/who-asks a", "form"),
        (_first(register=["C99"]), "register", "step-4/who-asks", "C99"),
        (_first_option(reason="It is so."), "reasons", "step-4/who-asks a", "9 characters"),
        (
            _first_option(text="The local desk of an agency.", reason="The local desk, of an agency"),
            "reasons", "step-4/who-asks a", "repeats",
        ),
        (
            lambda bank: _first_option(reason=bank.items[0].options[1].reason)(bank),
            "reasons", "step-4/who-asks a b", "same reason",
        ),
        (_first_option(text="A center, at its own impulse."), "reasons", "step-4/who-asks a c", "say the same"),
        (_first_option(text="All of the above"), "wording", "step-4/who-asks a", "without reference"),
        (_first(stem="What does **SRE** stand for?"), "wording", "step-4/who-asks", "plain text"),
        (_first_option(reason="See [SOP 2.1](packet.html), which says so."), "wording", "step-4/who-asks", "plain"),
        (
            lambda bank: _first(stem=bank.items[1].stem.upper())(bank),
            "stems", "step-4/who-asks and step-4/how-many", "share",
        ),
        (_keys("c", 9), "guessing", "the bank", "always chooses option c"),
    ],
)  # fmt: skip
def test_a_check_finds_what_is_spoilt(sound_bank: Bank, spoil: Spoil, name: str, where: str, said: str) -> None:
    found = check_bank(spoil(sound_bank), [name])
    assert [finding.where for finding in found if said in finding.problem] == [where]


def test_every_check_has_a_case_above() -> None:
    cases = next(mark for mark in test_a_check_finds_what_is_spoilt.pytestmark if mark.name == "parametrize")
    assert {case[1] for case in cases.args[1]} == set(CHECKS)


def test_the_specification_may_be_cited(sound_bank: Bank) -> None:
    spoilt = _first_option(cites=["EBTS 9.1 (IAFIS-DOC-01078-9.1)"])(sound_bank)
    assert check_bank(spoilt, ["citations"]) == ()


def test_a_finding_reads_as_one_line(sound_bank: Bank) -> None:
    (finding,) = check_bank(_objectives(UNTESTED)(sound_bank))
    assert str(finding) == "objectives: S4-b: No item tests this objective."


def test_coverage_lists_the_items_of_each_objective(sound_bank: Bank) -> None:
    table = coverage(_objectives(UNTESTED)(sound_bank))
    assert {id: len(items) for id, items in table.items()} == {"S4-a": 4, "S4-b": 0}
