"""A session goes from state to state as the table says, refuses everything else, and counts nobody twice."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interop_course.assessment import Item
from interop_course.classroom.errors import ClassroomError, NotCounted, NothingToAsk, NotNow, RoomFull, UnknownDevice
from interop_course.classroom.outcome import outcome
from interop_course.classroom.session import (
    FEW,
    MOST_LEARNERS,
    Phase,
    Session,
    Step,
    begin,
    join,
    steps,
    take,
    vote,
)
from interop_course.classroom.views import room_view

from .holding import OF_EACH_KIND, SINGLE, asked

OTHER = OF_EACH_KIND["multiple"]


def session(path: str, votes: int = 1) -> Session:
    """Two questions and two learners, after these steps; in each open round so many vote."""
    now = join(join(begin(asked(SINGLE, OTHER)), "d1"), "d2")
    for step in path.split():
        now = take(now, Step(step))
        if step in ("open", "again"):
            for who in ("d1", "d2")[:votes]:
                now = vote(now, who, now.at + 1, now.now.round, ["a"])
    return now


TABLE = {
    "": {"open", "next", "end"},
    "next": {"open", "back", "end"},
    "open": {"close"},
    "open close": {"reopen", "votes", "again", "answer", "next", "end"},
    "open close votes": {"again", "answer", "next", "end"},
    "open close reopen": {"close"},
    "open close again": {"close"},
    "open close again close": {"reopen", "votes", "answer", "next", "end"},
    "open close answer": {"votes", "next", "end"},
    "open close votes answer": {"next", "end"},
    "open close answer next": {"open", "back", "end"},
    "next open close votes answer": {"back", "end"},
    "end": set(),
    "open close end": set(),
}


@pytest.mark.parametrize("path", TABLE)
def test_only_what_the_table_says_is_possible(path: str) -> None:
    now = session(path)
    assert set(steps(now)) == TABLE[path]
    for step in Step:
        if step in TABLE[path]:
            assert take(now, step).moves == now.moves + 1
        else:
            with pytest.raises(NotNow, match=f'"{step}" is not possible now'):
                take(now, step)


@pytest.mark.parametrize(
    ("path", "phase", "round", "uncovered"),
    [
        ("open", Phase.OPEN, 1, False),
        ("open close", Phase.CLOSED, 1, False),
        ("open close reopen", Phase.OPEN, 1, False),
        ("open close votes", Phase.CLOSED, 1, True),
        ("open close votes again", Phase.OPEN, 2, False),
        ("open close again close answer", Phase.SHOWN, 2, False),
        ("open close answer votes", Phase.SHOWN, 1, True),
    ],
)
def test_where_the_steps_lead(path: str, phase: Phase, round: int, uncovered: bool) -> None:
    now = session(path).now
    assert (now.phase, now.round, now.uncovered) == (phase, round, uncovered)


def test_a_round_without_an_answer_shows_nothing_and_is_not_repeated() -> None:
    now = session("open close", votes=0)
    assert {Step.VOTES, Step.AGAIN} & set(steps(now)) == set()
    assert Step.REOPEN in steps(now)


@pytest.mark.parametrize(("votes", "uncovered"), [(0, True), (1, False), (FEW - 1, False), (FEW, True)])
def test_few_votes_stay_covered_until_the_instructor_says_so(votes: int, uncovered: bool) -> None:
    now = take(begin(asked(SINGLE)), Step.OPEN)
    for n in range(votes):
        now = vote(join(now, str(n)), str(n), 1, 1, ["a"])
    now = take(take(now, Step.CLOSE), Step.ANSWER)
    assert now.now.uncovered is uncovered
    assert (Step.VOTES in steps(now)) is not uncovered


def test_an_answer_may_be_changed_while_it_is_open_and_counts_once() -> None:
    now = session("open")
    now = vote(now, "d1", 1, 1, ["c"])
    assert now.now.rounds == ({"d1": ("c",)},)


def test_who_is_late_joins_and_votes() -> None:
    now = vote(join(session("open"), "late"), "late", 1, 1, ["b"])
    assert set(now.now.rounds[0]) == {"d1", "late"}


@pytest.mark.parametrize(
    ("path", "who", "question", "round", "given", "error"),
    [
        ("", "d1", 1, 1, ["a"], NotCounted),
        ("open close", "d1", 1, 1, ["a"], NotCounted),
        ("open close answer", "d1", 1, 1, ["a"], NotCounted),
        ("open close again", "d1", 1, 1, ["a"], NotCounted),
        ("open", "d1", 2, 1, ["a"], NotCounted),
        ("open", "d1", 1, 1, [], NotCounted),
        ("open", "d1", 1, 1, ["z"], NotCounted),
        ("open", "stranger", 1, 1, ["a"], UnknownDevice),
        ("end", "d1", 1, 1, ["a"], NotCounted),
    ],
)
def test_what_is_not_counted(
    path: str, who: str, question: int, round: int, given: list[str], error: type[ClassroomError]
) -> None:
    now = session(path)
    with pytest.raises(error):
        vote(now, who, question, round, given)


def test_a_room_has_a_last_place() -> None:
    now = begin(asked(SINGLE))
    for n in range(MOST_LEARNERS):
        now = join(now, str(n))
    assert join(now, "0") == now
    with pytest.raises(RoomFull, match=str(MOST_LEARNERS)):
        join(now, "one more")


def test_a_session_needs_a_question_and_is_frozen() -> None:
    with pytest.raises(NothingToAsk):
        begin([])
    now = session("open")
    with pytest.raises(FrozenInstanceError):
        now.at = 1  # type: ignore[misc]
    with pytest.raises(TypeError):
        now.now.rounds[0]["d2"] = ("a",)  # type: ignore[index]


DEVICES = st.sampled_from(["d1", "d2", "d3", "d4", "d5", "d6"])
ACTIONS = st.one_of(
    st.tuples(st.just("join"), DEVICES),
    st.tuples(
        st.just("vote"), DEVICES, st.integers(1, 3), st.integers(0, 3), st.lists(st.sampled_from("abcz"), max_size=2)
    ),
    st.tuples(st.just("step"), st.sampled_from([step for step in Step if step is not Step.END])),
    st.tuples(st.just("step"), st.sampled_from([Step.OPEN, Step.CLOSE, Step.AGAIN, Step.ANSWER])),
)


@given(st.lists(ACTIONS, max_size=40))
def test_whatever_happens_counts_add_up_and_nothing_is_told_too_early(actions: list[tuple]) -> None:  # type: ignore[type-arg]
    items: list[Item] = asked(SINGLE, OTHER)
    reasons = [part.reason for item in items for part in item.parts]
    now = begin(items)
    for kind, *rest in actions:
        before = now
        try:
            now = {"join": join, "vote": vote, "step": take}[kind](now, *rest)
        except ClassroomError:
            assert now is before
        for one, other in zip(before.asked, now.asked, strict=True):
            if one.rounds and one.rounds != other.rounds[: one.round]:
                assert kind == "vote"
                assert one.phase is Phase.OPEN
                assert one.rounds[:-1] == other.rounds[: one.round - 1]
        for each in now.asked:
            assert all(set(votes) <= now.learners for votes in each.rounds)
            assert each.round <= 2
            assert each.round or each.phase is Phase.WAITING
            shown = outcome(each)
            if each.phase in (Phase.WAITING, Phase.OPEN):
                assert shown is None
            if shown and each.uncovered and each.item.kind == "single":
                [group] = shown.groups
                sums = tuple(map(sum, zip(*(line.counts for line in group.lines), strict=True)))
                assert sums == shown.answered
        told = room_view(now).model_dump_json()
        assert any(reason in told for reason in reasons) is (now.now.phase is Phase.SHOWN)
