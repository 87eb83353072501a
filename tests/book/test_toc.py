"""The table of contents holds every lesson and page, and the settings keep the book off other origins."""

from pathlib import Path
from typing import Any

import pytest
import yaml


@pytest.fixture(scope="module")
def config(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(Path(root, "_config.yml").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def contents(root: Path) -> list[str]:
    toc = yaml.safe_load(Path(root, "book", "_toc.yml").read_text("utf-8"))
    return [toc["root"], *(chapter["file"] for part in toc["parts"] for chapter in part["chapters"])]


def test_every_lesson_and_page_is_in_the_contents_once(root: Path, contents: list[str]) -> None:
    lessons = {f"notebooks/{path.stem}" for path in Path(root, "notebooks").glob("*.ipynb")}
    pages = {f"book/{path.stem}" for path in Path(root, "book").glob("*.md")}
    assert len(contents) == len(set(contents))
    assert set(contents) == lessons | pages


def test_the_steps_stand_in_order(contents: list[str]) -> None:
    steps = [page for page in contents if "/step-" in page]
    assert [int(page.split("-")[1]) for page in steps] == list(range(1, 8))


def test_the_stored_outputs_are_what_is_published(config: dict[str, Any]) -> None:
    assert config["execute"]["execute_notebooks"] == "off"


def test_no_setting_names_another_origin(root: Path) -> None:
    assert "://" not in Path(root, "_config.yml").read_text("utf-8")
