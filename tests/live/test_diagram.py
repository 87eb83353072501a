"""A diagram says what its rule says, and asks only what matters."""

from __future__ import annotations

from itertools import product

from interop_course.live.diagram import UNKNOWN, Answers, Diagram, walk_diagram

ASKS = [("guest", ("yes", "no")), ("day", ("week", "end", UNKNOWN)), ("hour", ("day", "night"))]


def price(told: Answers) -> str | None:
    """Guests are free; others pay by the day, and at the weekend by the hour as well."""
    if "guest" not in told:
        return None
    if told["guest"] == "yes":
        return "free"
    if told.get("day") == "end":
        return {"day": "four", "night": "six"}.get(told.get("hour", ""), "four or six")
    return "three" if told.get("day") == "week" else "three to six"


def grown() -> tuple[Diagram[str], int]:
    diagram: Diagram[str] = Diagram()
    return diagram, diagram.grow(ASKS, price)


def said(diagram: Diagram[str], start: int, told: Answers) -> tuple[str | None, tuple[str, ...]]:
    decision, met = walk_diagram(diagram.nodes, start, told)
    return (None if decision is None else diagram.verdicts[decision]), met


def test_the_diagram_says_what_the_rule_says() -> None:
    diagram, start = grown()
    for answers in product(*((None, *choices) for _, choices in ASKS)):
        told = {ask: answer for (ask, _), answer in zip(ASKS, answers, strict=True) if answer}
        assert said(diagram, start, told)[0] == price(told), told


def test_only_what_matters_is_asked() -> None:
    diagram, start = grown()
    assert said(diagram, start, {"guest": "yes"}) == ("free", ("guest",))
    assert said(diagram, start, {"guest": "no", "day": "week"}) == ("three", ("guest", "day"))
    assert said(diagram, start, {"guest": "no", "day": "end"}) == ("four or six", ("guest", "day", "hour"))
    assert said(diagram, start, {"day": "end", "hour": "day"}) == (None, ("guest",))


def test_i_do_not_know_is_as_not_told() -> None:
    diagram, start = grown()
    assert said(diagram, start, {"guest": "no", "day": UNKNOWN})[0] == said(diagram, start, {"guest": "no"})[0]


def test_what_follows_whatever_is_answered_follows_without_an_answer() -> None:
    diagram: Diagram[str] = Diagram()
    start = diagram.grow([("a", ("1", "2"))], lambda told: "always" if "a" in told else None)
    assert said(diagram, start, {}) == ("always", ())


def test_equal_parts_stand_once() -> None:
    diagram, _ = grown()
    parts = [(node.decision, node.ask, tuple(node.then.items())) for node in diagram.nodes]
    assert len(parts) == len(set(parts))
    assert len(diagram.verdicts) == len(set(diagram.verdicts))
    before = len(diagram.nodes)
    diagram.grow(ASKS, price)
    assert len(diagram.nodes) == before


def test_an_answer_that_settles_is_asked_for_whichever_it_is() -> None:
    diagram: Diagram[str] = Diagram()
    start = diagram.grow([("a", ("1", "2"))], lambda told: "settled" if "a" in told else "open")
    assert said(diagram, start, {}) == ("open", ("a",))
    assert said(diagram, start, {"a": "2"}) == ("settled", ("a",))
