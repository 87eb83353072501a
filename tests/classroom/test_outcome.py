"""How the room decided: counts that add up for every kind, the key only where the answer is shown."""

from __future__ import annotations

import pytest

from interop_course.classroom.outcome import MOST_IN_GROUP, Line, Outcome, mine, outcome
from interop_course.classroom.session import Session, Step, begin, join, take, vote

from .holding import OF_EACH_KIND, asked

WRONG = {
    "single": ["a"],
    "multiple": ["a", "b"],
    "decision": ["a"],
    "ordering": ["d", "c", "b", "a"],
    "matching": ["a=p", "b=p", "c=p", "d=p", "e=p", "f=p"],
    "numeric": ["24", "hours"],
    "field": ["1.02"],
}


def voted(kind: str) -> Session:
    """Six have answered: four as the key has it, two wrongly."""
    [item] = asked(OF_EACH_KIND[kind])
    assert not item.right(item.normal(WRONG[kind]))
    now = take(begin([item]), Step.OPEN)
    for n in range(6):
        now = vote(join(now, str(n)), str(n), 1, 1, item.best if n < 4 else WRONG[kind])
    return take(now, Step.CLOSE)


def of(now: Session) -> Outcome:
    found = outcome(now.now)
    assert found is not None
    return found


def lines(found: Outcome) -> list[Line]:
    return [line for group in found.groups for line in group.lines]


@pytest.mark.parametrize("kind", OF_EACH_KIND)
def test_closed_votes_are_counted_without_the_key(kind: str) -> None:
    now = voted(kind)
    assert outcome(now.now) is None
    found = of(take(now, Step.VOTES))
    assert (found.answered, found.right) == ((6,), None)
    assert any(line.counts == (4,) for line in lines(found))
    for line in lines(found):
        assert (line.right, line.reason, line.sources) == (None, "", ())
    assert all((group.reason, group.sources) == ("", ()) for group in found.groups)


@pytest.mark.parametrize("kind", OF_EACH_KIND)
def test_a_shown_answer_has_its_share_its_reasons_and_their_sources(kind: str) -> None:
    now = take(voted(kind), Step.ANSWER)
    found = of(now)
    assert (found.answered, found.right) == ((6,), (4,))
    item = now.now.item
    told = [part.reason for part in (*found.groups, *lines(found)) if part.reason]
    assert {part.reason for part in item.parts} <= set(told)
    assert all(part.sources for part in (*found.groups, *lines(found)) if part.reason in {p.reason for p in item.parts})
    own = {f"{group.id}/{line.id}" for group in found.groups for line in group.lines if line.right}
    assert set(mine(item, item.best)) == own


@pytest.mark.parametrize("kind", ["ordering", "matching"])
def test_of_each_part_what_is_right_and_what_was_chosen_most(kind: str) -> None:
    found = of(take(voted(kind), Step.ANSWER))
    for group in found.groups:
        assert group.lines[0].right is True
        assert len(group.lines) <= MOST_IN_GROUP
        assert sum(line.counts[0] for line in group.lines) + sum(group.more) == 6


def test_covered_votes_leave_reasons_and_no_counts() -> None:
    [item] = asked(OF_EACH_KIND["single"])
    now = vote(join(take(begin([item]), Step.OPEN), "x"), "x", 1, 1, ["a"])
    found = of(take(take(now, Step.CLOSE), Step.ANSWER))
    assert (found.answered, found.right) == ((1,), None)
    assert all(line.counts == () and line.reason for line in lines(found))


def test_two_rounds_stand_side_by_side() -> None:
    now = take(voted("single"), Step.AGAIN)
    for n in range(5):
        now = vote(now, str(n), 1, 2, now.now.item.best)
    found = of(take(take(now, Step.CLOSE), Step.ANSWER))
    assert (found.answered, found.right) == ((6, 5), (4, 5))
    assert [line.counts for line in lines(found) if line.right] == [(4, 5)]


def test_what_nobody_foresaw_is_listed_by_how_often_it_was_given() -> None:
    [item] = asked(OF_EACH_KIND["numeric"])
    now = take(begin([item]), Step.OPEN)
    for n in range(12):
        now = vote(join(now, str(n)), str(n), 1, 1, [str(n // 2 + 1), "hours"] if n else ["9", "hours"])
    [group] = of(take(take(now, Step.CLOSE), Step.VOTES)).groups
    assert group.lines[0].counts == (2,)
    assert sum(line.counts[0] for line in group.lines) + sum(group.more) == 12
