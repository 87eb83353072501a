"""The scenes of the course pass every check, and each check is shown to fail on a scene with one thing spoilt."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from interop_course.assessment import SCENES, BrokenScene, NoSuchScene, Scene, Verdict, scene, walks
from interop_course.assessment.scene import Ending, read
from interop_course.assessment.scene_checks import CHECKS, check
from interop_course.assessment.verdict import DraftQuestion, UseQuestion
from interop_course.rules import Outcome

Data = dict[str, Any]
Spoil = Callable[[Data], None]


TEXTS = {"go": "Go ahead.", "hold": "Hold on for now.", "wait": "Wait.", "ask": "Ask somebody.", "mend": "Mend it."}


def choice(id: str, to: str, verdict: str = "right", **more: Any) -> Data:
    return {
        "id": id,
        "text": TEXTS[id],
        "to": to,
        "verdict": verdict,
        "consequence": f"Somebody does so, and the {id} is over before the tea is cold.",
        "reason": f"The packet says what it says about {id}, on a page of its own.",
        "cites": ["faq@11"],
        **more,
    }


def ending(id: str) -> Data:
    return {
        "id": id, "title": f"The {id}", "person": "Alex goes home.", "desk": "You go home.",
        "takeaway": "A reply informs.", "cites": ["faq@11"],
    }  # fmt: skip


def sound() -> Data:
    """A scene in order: five decisions, one of them to put an error right, and two endings."""
    facts = {"action": "hold", "basis": "an IAR"}
    hold = {"question": "may-act", "facts": facts, "says": "yes", "rule": "AU-none"}
    return {
        "id": "test",
        "title": "A test",
        "role": "You test.",
        "setting": "A desk, and ALEX SAMPLE in front of it.",
        "register": ["C14"],
        "decisions": [
            {
                "id": "one",
                "text": "A reply has come.",
                "fact": {
                    "title": "On the screen",
                    "lines": ["2.059 SRF: I", "Photo Attached"],
                    "origin": {"scenario": "match", "signal": "dhs-sre", "receiver": "LEA", "at": "23:29"},
                },
                "choices": [choice("go", "two"), choice("hold", "mend", "wrong", ruled=hold)],
            },
            {"id": "two", "text": "And then?", "choices": [choice("wait", "mend", "wrong"), choice("go", "three")]},
            {"id": "three", "text": "And now?", "choices": [choice("go", "four"), choice("ask", "four", "ask-first")]},
            {"id": "four", "text": "At last?", "choices": [choice("wait", "mend", "wrong"), choice("go", "good")]},
            {"id": "mend", "text": "A call.", "choices": [choice("wait", "bad", "wrong"), choice("mend", "good")]},
        ],
        "endings": [ending("good"), ending("bad")],
    }


def made(*spoils: Spoil) -> Scene:
    data = sound()
    for spoil in spoils:
        spoil(data)
    return Scene.model_validate(data)


def at(*path: str | int, value: Any) -> Spoil:
    """Set what lies at a path in the data of a scene."""

    def spoil(data: Data) -> None:
        here: Any = data
        for step in path[:-1]:
            here = here[step]
        here[path[-1]] = value

    return spoil


FIRST = ("decisions", 0, "choices", 0)
SECOND = ("decisions", 0, "choices", 1)


def without_the_third(data: Data) -> None:
    del data["decisions"][2]
    data["decisions"][1]["choices"][1]["to"] = "four"


def more_decisions(data: Data) -> None:
    for n in range(5):
        data["decisions"].append(
            {"id": f"more-{n}", "text": "Again?", "choices": [choice("go", "good"), choice("ask", "good", "ask-first")]}
        )


def always_first(data: Data) -> None:
    for decision in data["decisions"]:
        decision["choices"].sort(key=lambda option: option["verdict"] != "right")


def always_longest(data: Data) -> None:
    for decision in data["decisions"]:
        for option in decision["choices"]:
            option["text"] = option["id"] + " in any case" * (option["verdict"] == "right")


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_of_the_course_passes_every_check(name: str) -> None:
    found = check(SCENES[name])
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize("name", SCENES)
def test_every_walk_of_a_scene_ends_and_every_ending_is_reached(name: str) -> None:
    shown, reached, ways = SCENES[name], set(), set()
    for walk in walks(shown):
        assert isinstance(walk.ending, Ending)
        assert walk.steps[0].decision is shown.decisions[0]
        for step, after in zip(walk.steps, walk.steps[1:], strict=False):
            assert step.choice.to == after.decision.id
        assert walk.steps[-1].choice.to == walk.ending.id
        assert len({step.decision.id for step in walk.steps}) == len(walk.steps)
        reached.add(walk.ending.id)
        ways.add(tuple((step.decision.id, step.choice.id) for step in walk.steps))
    assert reached == {ending.id for ending in shown.endings}
    assert len(ways) == sum(1 for _ in walks(shown))


@pytest.mark.parametrize("name", SCENES)
def test_who_decides_rightly_throughout_comes_to_one_ending(name: str) -> None:
    right = [walk for walk in walks(SCENES[name]) if {step.choice.verdict for step in walk.steps} == {Verdict.RIGHT}]
    assert len({walk.ending.id for walk in right}) == 1
    assert all(len(walk.steps) >= 4 for walk in right)


@pytest.mark.parametrize("name", SCENES)
def test_the_rules_decide_the_better_part_of_a_scene(name: str) -> None:
    choices = [choice for decision in SCENES[name].decisions for choice in decision.choices]
    assert 2 * sum(choice.ruled is not None for choice in choices) > len(choices)


def test_there_are_scenes_for_every_desk() -> None:
    assert {"night-desk", "photo-array", "press-office", "profiled", "state-bureau"} <= set(SCENES)
    assert len({scene.title for scene in SCENES.values()}) == len(SCENES)


def test_a_sound_scene_passes_every_check() -> None:
    assert check(made()) == ()


@pytest.mark.parametrize(
    ("spoil", "name", "where", "said"),
    [
        (without_the_third, "size", "test", "4 decisions"),
        (more_decisions, "size", "test", "10 decisions"),
        (lambda data: data["decisions"][2]["choices"].pop(), "size", "three", "1 choices"),
        (lambda data: data["endings"].append(ending("lost")), "reach", "lost", "No walk comes here"),
        (at("decisions", 1, "choices", 1, "to", value="four"), "reach", "three", "No walk comes here"),
        (at("decisions", 2, "choices", 0, "verdict", value="wrong"), "way back", "three", "No choice is right"),
        (at(*SECOND, "to", value="bad"), "way back", "one hold", "A first wrong choice ends the scene"),
        (at(*FIRST, "reason", value="So it is."), "reasons", "one go", "A reason of 9 characters"),
        (at(*FIRST, "consequence", value="It is."), "reasons", "one go", "A consequence of 6 characters"),
        (lambda data: at(*FIRST, "reason", value=data["decisions"][0]["choices"][0]["consequence"])(data),
         "reasons", "one go", "repeats"),
        (lambda data: at(*FIRST, "text", value=data["decisions"][0]["choices"][1]["text"])(data),
         "reasons", "one go hold", "say the same"),
        (at(*FIRST, "cites", value=["faq@99"]), "citations", "one go", "page 99"),
        (at("endings", 1, "cites", value=["fqa@11"]), "citations", "bad", "faq"),
        (at("register", value=["C99"]), "register", "test", "C99"),
        (at("decisions", 0, "fact", "lines", value=["2.059 SRF: N"]), "facts", "one", "does not say"),
        (at("decisions", 0, "fact", "origin", "at", value="23:30"), "facts", "one", "arrived at 23:29"),
        (at("decisions", 0, "fact", "origin", "scenario", value="no-such"), "facts", "one", "no-such"),
        (at("decisions", 0, "fact", "origin", "signal", value="detainer"), "facts", "one", "no detainer"),
        (at(*SECOND, "verdict", value="ask-first"), "rulings", "one hold", "is to be wrong"),
        (at(*SECOND, "ruled", "facts", "basis", value="a detainer that was received"),
         "rulings", "one hold", "is to be ask-first"),
        (at(*SECOND, "ruled", "rule", value="PU-press"), "rulings", "one hold", "not with PU-press"),
        (at(*SECOND, "cites", value=["complaint@63"]), "rulings", "one hold", "cites none of the places of AU-none"),
        (at(*FIRST, "ruled", value={"question": "may-keep", "facts": {"suspected": True}, "says": "yes",
                                    "rule": "RT-grounds"}), "rulings", "one go", "a reading of unclear words"),
        (always_first, "order", "test", "the first choice"),
        (always_longest, "order", "test", "the longest choice"),
        (at(*FIRST, "reason", value="The packet says **no** to that, on page 11."), "wording", "one go", "plain text"),
        (at("endings", 0, "desk", value="You go to `sleep` now."), "wording", "good", "plain text"),
    ],
)  # fmt: skip
def test_a_check_finds_what_is_spoilt(spoil: Spoil, name: str, where: str, said: str) -> None:
    found = check(made(spoil), [name])
    assert where in [finding.where for finding in found if said in finding.problem], list(map(str, found))


def test_every_check_has_a_case_above() -> None:
    cases = next(mark for mark in test_a_check_finds_what_is_spoilt.pytestmark if mark.name == "parametrize")
    assert {case[1] for case in cases.args[1]} == set(CHECKS)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (at("decisions", 4, "choices", 0, "to", value="one"), "comes back to where it was: one -> two -> mend -> one"),
        (at(*FIRST, "to", value="nowhere"), "one go leads to nowhere, which is not there"),
        (at("decisions", 0, "choices", value=[]), "one has no choices"),
        (at("endings", 0, "id", value="mend"), "have the same id"),
        (at(*SECOND, "id", value="go"), "two choices of one have the same id"),
        (at(*FIRST, "cites", value=[]), "decisions > 0 > choices > 0 > cites"),
        (at(*FIRST, "verdict", value="fine"), "decisions > 0 > choices > 0 > verdict"),
        (at(*SECOND, "ruled", "facts", value={"action": "hold", "basis": "an IAR", "exemption": []}), "exemption"),
        (at("mood", value="dark"), "mood"),
        (at("id", value="other"), "its id is to be that of its file, not 'other'"),
    ],
)
def test_a_scene_that_cannot_be_walked_is_refused(spoil: Spoil, said: str) -> None:
    data = sound()
    spoil(data)
    with pytest.raises(BrokenScene, match=r"test\.json cannot be used") as caught:
        read("test.json", json.dumps(data).encode())
    assert said in str(caught.value)


def test_every_fault_of_a_file_is_named() -> None:
    with pytest.raises(BrokenScene) as caught:
        read("test.json", b'{"id": 7, "title": ""}')
    assert len(caught.value.faults) > 3
    with pytest.raises(BrokenScene, match="JSON"):
        read("test.json", b"{")


def test_a_sound_file_is_read_as_it_was_written() -> None:
    found = read("test.json", json.dumps(sound()).encode())
    assert found == made()
    assert Scene.model_validate_json(found.model_dump_json()) == found


def test_an_unknown_scene_is_refused_with_the_nearest_name() -> None:
    assert scene("night-desk") is SCENES["night-desk"]
    with pytest.raises(NoSuchScene, match="night-desk"):
        scene("nightdesk")


def test_a_walk_counts_what_was_wrong() -> None:
    assert sorted({(walk.ending.id, walk.wrong) for walk in walks(made())}) == [("bad", 2), ("good", 0), ("good", 1)]


@pytest.mark.parametrize(
    ("outcome", "yes", "no", "ask"),
    [
        (Outcome.YES, Verdict.RIGHT, Verdict.WRONG, None),
        (Outcome.NO, Verdict.WRONG, Verdict.RIGHT, Verdict.WRONG),
        (Outcome.CONDITION, Verdict.ASK_FIRST, Verdict.ASK_FIRST, Verdict.RIGHT),
    ],
)
def test_what_an_answer_is_worth(outcome: Outcome, yes: Verdict, no: Verdict, ask: Verdict | None) -> None:
    permission = {Outcome.YES: True, Outcome.NO: False, Outcome.CONDITION: None}[outcome]
    facts = {"purpose": "print a wanted poster or flyer", "permission": permission}
    for says, verdict in (("yes", yes), ("no", no), ("ask", ask)):
        asked = UseQuestion.model_validate({"question": "may-use", "rule": "PU-poster", "says": says, "facts": facts})
        assert asked.decide().outcome is outcome
        assert asked.verdict is verdict


def test_what_sending_a_draft_is_worth() -> None:
    def asked(says: str, **draft: object) -> Verdict | None:
        data = {"question": "review", "rule": "CP-writing", "says": says, "draft": draft}
        return DraftQuestion.model_validate(data).verdict

    assert asked("send", channel="telephone") is Verdict.WRONG
    assert asked("wait", channel="telephone") is Verdict.RIGHT
    assert asked("send", channel="letter") is Verdict.ASK_FIRST
