"""Which scripts and styles may stay on a page."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from interop_course.publish.origins import is_foreign, is_unwanted


@dataclass
class Asset:
    filename: str | None
    attributes: dict[str, Any] = field(default_factory=dict)


@pytest.mark.parametrize(
    "address",
    [
        "https://cdn.example/x.js",
        "//cdn.example/x.js",
        " HTTP://cdn.example/x",
        "ws://cdn.example",
        "ftp://cdn.example",
    ],
)
def test_another_origin_is_foreign(address: str) -> None:
    assert is_foreign(address)
    assert is_unwanted(Asset(address))


@pytest.mark.parametrize(
    "address", ["_static/x.js", "../_static/x.js?v=1", "/x.js", "data:,", "x.html#https://a.example", "a//b.js", ""]
)
def test_the_own_origin_is_not(address: str) -> None:
    assert not is_foreign(address)
    assert not is_unwanted(Asset(address))


@pytest.mark.parametrize(
    "asset",
    [
        Asset("_static/sphinx-thebe.js?v=1"),
        Asset("_static/sphinx-thebe.css"),
        Asset(None, {"body": "const thebe_selector = '.cell'"}),
        Asset(None, {"body": "kernelName = 'python3'"}),
        Asset(None, {"body": "load('https://cdn.example/x.js')"}),
    ],
)
def test_thebe_and_scripts_that_name_another_origin_go(asset: Asset) -> None:
    assert is_unwanted(asset)


def test_an_ordinary_inline_script_stays() -> None:
    assert not is_unwanted(Asset(None, {"body": "let toggleHintShow = 'Click to show';"}))
