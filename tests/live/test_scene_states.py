"""What a page holds of a scene: the whole graph, with every verdict, reason and source."""

from __future__ import annotations

import pytest

from interop_course.assessment import SCENES, NoSuchScene
from interop_course.live import SceneState, scene_state


@pytest.mark.parametrize("name", SCENES)
def test_a_state_holds_the_whole_scene(name: str) -> None:
    state, told = scene_state(name), SCENES[name]
    assert [decision.id for decision in state.decisions] == [decision.id for decision in told.decisions]
    assert [ending.id for ending in state.endings] == [ending.id for ending in told.endings]
    places = set(told.places)
    for shown, decision in zip(state.decisions, told.decisions, strict=True):
        for way, choice in zip(shown.choices, decision.choices, strict=True):
            assert (way.id, way.text, way.to, way.verdict) == (choice.id, choice.text, choice.to, choice.verdict)
            assert (way.consequence, way.reason) == (choice.consequence, choice.reason)
            assert len(way.sources) == len(choice.cites)
            assert all(source.href for source in way.sources)
            assert way.to in places
    assert len(state.open) == len(told.disagreements)
    assert SceneState.model_validate_json(state.model_dump_json()) == state


def test_a_message_on_the_desk_bears_a_banner_and_an_event_does_not() -> None:
    facts = {decision.id: decision.fact for decision in scene_state("night-desk").decisions if decision.fact}
    assert facts["reply"].banner == "Synthetic message — invented person"
    assert facts["paper"].banner == ""


def test_an_unknown_scene_is_refused() -> None:
    with pytest.raises(NoSuchScene):
        scene_state("no-such")
