"""The pages of a room: joined from the same sources as every page, with nothing of another origin in them."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from interop_course.classroom import pages

FRONT = files("interop_course.classroom").joinpath("front")


@pytest.mark.parametrize("path", pages.parts())
def test_no_part_asks_another_address_or_parses_text(path: str) -> None:
    text = pages.parts()[path].data.decode()
    ours = {"http://www.w3.org/2000/svg"}
    assert set(re.findall(r"\bhttps?://[^\s\"')]+", text)) <= ours
    for form in ("@import", "innerHTML", "url(", "eval(", "localStorage"):
        assert form not in text


@pytest.mark.parametrize("page", [pages.learner_page(), pages.desk_page(), pages.refusal_page("<no>")])
def test_nothing_is_written_into_a_page(page: pages.Part) -> None:
    text = page.data.decode()
    assert not re.search(r"<script(?![^>]*src=)|<style|\bstyle=|\bon\w+=", text)
    assert "<no>" not in text
    assert set(re.findall(r'(?:src|href)="([^"]*)"', text)) <= set(pages.parts())


def test_every_source_is_used() -> None:
    parts = {path: part.data.decode() for path, part in pages.parts().items()}
    for source in FRONT.iterdir():
        if source.name.endswith(".js"):
            name = source.name.removesuffix(".js").replace("-", "_")
            assert any(f"const ${name} =" in text for text in parts.values()), source.name
        else:
            first = source.read_text("utf-8").splitlines()[0]
            assert any(first in text for text in parts.values()), source.name


def test_a_learners_page_has_the_questions_controls_and_nothing_of_the_desk() -> None:
    script = pages.parts()["/learner.js"].data.decode()
    assert "const $question =" in script
    assert "$room_desk" not in script
    assert "/api/desk" not in script


def test_the_code_holds_the_address_and_room_around_it() -> None:
    small, large = (pages.code(address).data.decode() for address in ("http://10.0.0.5:8080/", "http://x/" + "y" * 200))
    sizes = [int(re.search(r'width="(\d+)"', text)[1]) for text in (small, large)]  # type: ignore[index]
    assert sizes[0] == 4 * (25 + 2 * pages.QUIET_ZONE)
    assert sizes[1] > sizes[0]
