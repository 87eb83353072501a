"""The rules as a whole: every rule is sourced, named once, and reached by some question."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from importlib import import_module
from itertools import product
from pkgutil import iter_modules

import pytest

import interop_course.rules as package
from interop_course.packet import REGISTER, cite
from interop_course.rules import Decision, Outcome, Rule
from interop_course.rules.authority import Action, Basis, Exemption, Situation, may_act, may_select_by_origin
from interop_course.rules.civil import Submitter, may_search
from interop_course.rules.complaint import Conduct, Draft, may_concern, review
from interop_course.rules.cooperation import REQUESTED, is_duty, must_query_after_no_match
from interop_course.rules.detainer_clock import Wording, deadline
from interop_course.rules.offense_levels import drug_level, level_of
from interop_course.rules.permitted_use import Agency, Material, Purpose, Standing, Use, may_use
from interop_course.rules.replies import STATES, Question, silence_means_no_match, tell_apart, whom_to_ask
from interop_course.rules.retention import Holding, may_keep
from interop_course.rules.sharing import Disclosure, Recipient, may_share
from tests.rules.test_replies import reply

MODULES = tuple(sorted(module.name for module in iter_modules(package.__path__)))


def rules_of(module: str) -> dict[str, Rule]:
    """The rules that a module defines, by their ids, those in its tables included."""
    found: dict[str, Rule] = {}

    def collect(value: object, depth: int = 0) -> None:
        if isinstance(value, Rule):
            found[value.id] = value
        elif hasattr(value, "rule") and isinstance(value.rule, Rule):
            collect(value.rule)
        elif depth < 3 and isinstance(value, tuple | list):
            for part in value:
                collect(part, depth + 1)
        elif depth < 3 and isinstance(value, Mapping):
            collect(tuple(value.values()), depth + 1)

    for value in vars(import_module(f"interop_course.rules.{module}")).values():
        collect(value)
    return found


ALL = {id: rule for module in MODULES for id, rule in rules_of(module).items()}


def test_the_rules_are_found() -> None:
    assert len(ALL) > 80
    assert {"PU-closed-list", "RE-ngi", "RE-ask-visa", "CO-2.2.7", "RE-florida"} <= ALL.keys()


@pytest.mark.parametrize("rule", ALL.values(), ids=ALL)
def test_every_rule_is_sourced(rule: Rule) -> None:
    assert rule.cites
    assert set(rule.register) <= {entry.id for entry in REGISTER}
    assert re.fullmatch(r"[A-Z]{2}-[a-z0-9.-]+", rule.id)
    assert rule.text.endswith(".")


@pytest.mark.parametrize("rule", ALL.values(), ids=ALL)
def test_a_rule_is_placed_where_its_disagreement_is(rule: Rule) -> None:
    """A rule that names an entry of the register cites at least one document in which that entry lies."""
    here = {citation.document.id for citation in rule.cites}
    for entry in REGISTER:
        if entry.id in rule.register:
            assert here & {citation.document.id for citation in entry.citations}, entry.id


def test_two_rules_never_share_an_id() -> None:
    texts: dict[str, set[str]] = {}
    for module in MODULES:
        for id, rule in rules_of(module).items():
            texts.setdefault(id, set()).add(rule.text)
    assert [id for id, several in texts.items() if len(several) > 1] == []


BOOLS = (True, False, None)


def reached() -> Iterator[Rule]:
    """The rules of the answers to every question that can be asked with the values of the enumerations."""
    for use in product(Purpose, Material, Agency, BOOLS, BOOLS, (*Standing, None), BOOLS):
        yield from may_use(Use(*use)).rules
    for holding in product(Material, Agency, BOOLS, BOOLS, BOOLS, BOOLS):
        yield from may_keep(Holding(*holding)).rules
    for disclosure in product(Recipient, Material, Agency, BOOLS, BOOLS, BOOLS):
        yield from may_share(Disclosure(*disclosure)).rules
    for submitter in Submitter:
        yield from may_search(submitter).rules
    for action, basis, exemption in product(Action, Basis, (*Exemption, None)):
        yield from may_act(Situation(action, basis, frozenset({exemption} if exemption else ()))).rules
    yield from may_select_by_origin().rules
    for section in REQUESTED:
        yield from is_duty(section).rules
    yield from must_query_after_no_match().rules
    for wording in Wording:
        yield from deadline(wording, datetime(2010, 3, 1), lambda day: None).rules
    for code in range(10_000):
        yield from level_of(f"{code:04d}").rules
    for years in (0.5, 1, 2):
        yield from drug_level(years).rules
    for message in (reply("ERRT", "USVISIT0Z"), reply("SRE", "USVISIT0Z", "I"), reply("SRE", "XAIAFIS0Z")):
        yield from tell_apart(message).rules
    yield from silence_means_no_match().rules
    for question in Question:
        yield from whom_to_ask(question).rules
    yield from STATES.values()
    for organization_files in (True, False):
        yield from review(Draft(organization_files=organization_files)).rules
    for conduct in Conduct:
        yield from may_concern(conduct).rules


def test_every_rule_is_reached_by_some_question() -> None:
    assert ALL.keys() - {rule.id for rule in reached()} == set()


def test_a_decision_gathers_what_its_rules_say() -> None:
    one = Rule("XX-one", "One.", ("faq@11", "idr-policy@57"), ("C24", "C01"))
    two = Rule("XX-two", "Two.", ("faq@11",), ("C01",), reading=True)
    decision = Decision(Outcome.NO, (one, two), ("rain",))
    assert decision.reasons == ("One.", "Two.")
    assert decision.rule_ids == ("XX-one", "XX-two")
    assert decision.cites == (cite("faq@11"), cite("idr-policy@57"))
    assert decision.register == ("C01", "C24")
    assert decision.reading
    assert not Decision(Outcome.NO, (one,)).reading
