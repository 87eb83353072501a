"""What must hold for a scene. Each check is a function of the scene, and returns what it found."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from interop_course.assessment.checks import MARKUP, SHORTEST_REASON, Finding
from interop_course.assessment.scene import Choice, Decision, Fact, Origin, Scene, walks
from interop_course.assessment.verdict import Verdict
from interop_course.messages import EbtsMessage
from interop_course.packet import REGISTER, UnknownCitation, cite
from interop_course.process import Entry, ProcessError, scenario
from interop_course.wire import read

FEWEST_DECISIONS, MOST_DECISIONS = 5, 9
FEWEST_CHOICES, MOST_CHOICES = 2, 4

Found = Iterator[tuple[str, str]]


def _size(scene: Scene) -> Found:
    there = len(scene.decisions)
    if not FEWEST_DECISIONS <= there <= MOST_DECISIONS:
        yield scene.id, f"It has {there} decisions; a scene has {FEWEST_DECISIONS} to {MOST_DECISIONS}."
    for decision in scene.decisions:
        there = len(decision.choices)
        if not FEWEST_CHOICES <= there <= MOST_CHOICES:
            yield decision.id, f"It has {there} choices; a decision has {FEWEST_CHOICES} to {MOST_CHOICES}."


def _reach(scene: Scene) -> Found:
    seen: set[str] = set()
    for walk in walks(scene):
        seen |= {step.decision.id for step in walk.steps} | {walk.ending.id}
    for id in scene.places:
        if id not in seen:
            yield id, "No walk comes here."


def _way_back(scene: Scene) -> Found:
    """Whoever decides wrongly can put it right: there is a right choice everywhere, and one error ends nothing."""
    for decision in scene.decisions:
        if not any(choice.verdict is Verdict.RIGHT for choice in decision.choices):
            yield decision.id, "No choice is right here."
    steps = (walk.steps[-1] for walk in walks(scene) if walk.wrong == 1)
    last = {f"{step.decision.id} {step.choice.id}" for step in steps if step.choice.verdict is Verdict.WRONG}
    for where in sorted(last):
        yield where, "A first wrong choice ends the scene here, with no chance to put it right."


def _reasons(scene: Scene) -> Found:
    for decision, choice in _choices(scene):
        where = f"{decision.id} {choice.id}"
        for name, text in (("reason", choice.reason), ("consequence", choice.consequence)):
            if len(text) < SHORTEST_REASON:
                yield where, f"A {name} of {len(text)} characters can hardly say anything."
        if choice.reason == choice.consequence:
            yield where, "The reason only repeats the consequence."
    for decision in scene.decisions:
        for first, second in combinations(decision.choices, 2):
            if first.text == second.text:
                yield f"{decision.id} {first.id} {second.id}", "Two choices say the same."


def _citations(scene: Scene) -> Found:
    cited = [(f"{decision.id} {choice.id}", choice.cites) for decision, choice in _choices(scene)]
    for where, cites in (*cited, *((ending.id, ending.cites) for ending in scene.endings)):
        for text in cites:
            try:
                cite(text)
            except UnknownCitation as error:
                yield where, str(error)


def _register(scene: Scene) -> Found:
    known = {entry.id for entry in REGISTER}
    for id in scene.disagreements:
        if id not in known:
            yield scene.id, f"The register has no entry {id}."


def _facts(scene: Scene) -> Found:
    for decision in scene.decisions:
        if decision.fact is not None and decision.fact.origin is not None:
            for problem in _differences(decision.fact, decision.fact.origin):
                yield decision.id, problem


def _differences(fact: Fact, origin: Origin) -> Iterator[str]:
    try:
        entry = scenario(origin.scenario).find(origin.signal, origin.receiver)
    except ProcessError as error:
        yield str(error)
        return
    if f"{entry.at:%H:%M}" != origin.at:
        yield f"It arrived at {entry.at:%H:%M}, not at {origin.at}."
    said = set(_said(entry))
    for line in fact.lines:
        if line not in said:
            yield f"The entry does not say {line!r}."


def _said(entry: Entry) -> Iterator[str]:
    """The lines of an entry: fields as "2.059 SRF: I" and the lines inside them; the title where it has no message."""
    if entry.message is None:
        yield entry.title
    elif isinstance(entry.message, EbtsMessage):
        for record in read(entry.data).records:
            for field in record.fields:
                yield f"{field.tag} {field.mnemonic}: {field.text}"
                yield from map(str.strip, field.text.splitlines())
    else:
        yield from map(str.strip, entry.data.decode().splitlines())


def _rulings(scene: Scene) -> Found:
    for decision, choice in _choices(scene):
        for problem in _disagreements(choice):
            yield f"{decision.id} {choice.id}", problem


def _disagreements(choice: Choice) -> Iterator[str]:
    """Where the data says something else than the rules, asked again."""
    if choice.ruled is None:
        return
    decided = choice.ruled.decide()
    if choice.ruled.verdict is not choice.verdict:
        yield f"The verdict is to be {choice.ruled.verdict}, since the rules answer: {decided.outcome}."
    if decided.reading:
        yield "The rules answer with a reading of unclear words. Nobody is judged by that."
    rule = next((rule for rule in decided.rules if rule.id == choice.ruled.rule), None)
    if rule is None:
        yield f"The rules answer with {', '.join(decided.rule_ids)}, not with {choice.ruled.rule}."
    elif not set(rule.refs) & set(choice.cites):
        yield f"It cites none of the places of {rule.id}: {', '.join(rule.refs)}."


def _order(scene: Scene) -> Found:
    tricks: dict[str, Callable[[Decision], Choice]] = {
        "the first choice": lambda decision: decision.choices[0],
        "the second choice": lambda decision: decision.choices[1],
        "the last choice": lambda decision: decision.choices[-1],
        "the longest choice": lambda decision: max(decision.choices, key=lambda choice: len(choice.text)),
        "the shortest choice": lambda decision: min(decision.choices, key=lambda choice: len(choice.text)),
    }
    for name, trick in tricks.items():
        hits = sum(trick(decision).verdict is Verdict.RIGHT for decision in scene.decisions)
        if 2 * hits > len(scene.decisions) + 1:
            yield scene.id, f"Who always takes {name} is right {hits} times in {len(scene.decisions)}."


def _wording(scene: Scene) -> Found:
    for where, text in _texts(scene):
        if any(mark in text for mark in MARKUP):
            yield where, f"Scenes are plain text, without markup: {text!r}."


def _texts(scene: Scene) -> Iterator[tuple[str, str]]:
    yield from ((scene.id, text) for text in (scene.title, scene.role, scene.setting))
    yield from ((decision.id, decision.text) for decision in scene.decisions)
    for decision, choice in _choices(scene):
        yield from ((f"{decision.id} {choice.id}", text) for text in (choice.text, choice.consequence, choice.reason))
    for ending in scene.endings:
        yield from ((ending.id, text) for text in (ending.title, ending.person, ending.desk, ending.takeaway))


CHECKS: Mapping[str, Callable[[Scene], Found]] = {
    "size": _size,
    "reach": _reach,
    "way back": _way_back,
    "reasons": _reasons,
    "citations": _citations,
    "register": _register,
    "facts": _facts,
    "rulings": _rulings,
    "order": _order,
    "wording": _wording,
}
"""Every check by its name. That every walk ends is not among them: a scene with a circle cannot be made."""


def check(scene: Scene, names: Iterable[str] = tuple(CHECKS)) -> tuple[Finding, ...]:
    """Run checks over a scene, all of them by default. Nothing is found in a scene in order."""
    return tuple(Finding(name, *found) for name in names for found in CHECKS[name](scene))


def _choices(scene: Scene) -> Iterator[tuple[Decision, Choice]]:
    return ((decision, choice) for decision in scene.decisions for choice in decision.choices)
