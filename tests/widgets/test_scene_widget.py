"""A scene as Jupyter sees it, and as it reads without a script."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser

import pytest

from interop_course.assessment import SCENES, NoSuchScene
from interop_course.live import scene_state
from interop_course.widgets import decide
from interop_course.widgets.fallback import widget_html
from interop_course.widgets.host import VIEW


class Links(HTMLParser):
    """The ids of a page, where its links lead, and its visible words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.words = ""
        self._data = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self._data = tag == "script"
        if id := found.get("id"):
            self.ids.append(id)
        if tag == "a":
            self.hrefs.append(found["href"] or "")

    def handle_data(self, data: str) -> None:
        self.words += "" if self._data else data


def test_a_scene_says_in_short_what_it_holds() -> None:
    scene = decide("night-desk")
    assert repr(scene) == "<Scene night-desk, 8 decisions, 5 endings>"
    assert len(scene.endings) == 5
    assert {walk.ending.title for walk in scene.walks} == scene.endings


@pytest.mark.parametrize("name", SCENES)
def test_an_output_is_the_same_on_every_run(name: str) -> None:
    (one, _), (two, _) = decide(name)._repr_mimebundle_(), decide(name)._repr_mimebundle_()
    assert one.keys() == {"text/plain", "text/html", VIEW}
    assert one["text/html"] == two["text/html"] == widget_html(scene_state(name))
    assert one["text/plain"] == two["text/plain"] == repr(decide(name))


@pytest.mark.parametrize("name", SCENES)
def test_the_state_lies_beside_the_fallback(name: str) -> None:
    (data,) = re.findall(r'<script type="application/json">(.*?)</script>', widget_html(scene_state(name)), re.DOTALL)
    assert json.loads(data) == scene_state(name).model_dump(mode="json")


@pytest.mark.parametrize("name", SCENES)
def test_every_decision_outcome_and_ending_is_reached_by_links(name: str) -> None:
    """From the first decision, links alone lead everywhere, as the choices do."""
    scene, page = SCENES[name], Links(widget_html(scene_state(name)))
    assert len(set(page.ids)) == len(page.ids)
    choices = [choice for decision in scene.decisions for choice in decision.choices]
    assert len(page.ids) == len(scene.decisions) + len(choices) + len(scene.endings)
    inside = {href.removeprefix("#") for href in page.hrefs if href.startswith("#")}
    assert inside | {f"{name}-{scene.decisions[0].id}"} == set(page.ids)


@pytest.mark.parametrize("name", SCENES)
def test_on_paper_nothing_is_left_out(name: str) -> None:
    scene, html = SCENES[name], widget_html(scene_state(name))
    assert "<details" not in html
    words = unescape(Links(html).words)
    for decision in scene.decisions:
        assert decision.text in words
        assert all(line in words for line in (decision.fact.lines if decision.fact else ()))
        for choice in decision.choices:
            assert all(text in words for text in (choice.text, choice.consequence, choice.reason))
    for ending in scene.endings:
        assert all(text in words for text in (ending.title, ending.person, ending.desk, ending.takeaway))


def test_an_unknown_scene_is_refused() -> None:
    with pytest.raises(NoSuchScene, match="press-office"):
        decide("press-room")
