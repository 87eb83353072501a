"""What leads a page away from its own origin."""

import pytest

from interop_course.publish.origins import is_foreign, is_thebe


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


@pytest.mark.parametrize(
    "address", ["_static/x.js", "../_static/x.js?v=1", "/x.js", "data:,", "x.html#https://a.example", "a//b.js", ""]
)
def test_the_own_origin_is_not(address: str) -> None:
    assert not is_foreign(address)


@pytest.mark.parametrize(
    ("text", "thebe"),
    [
        ('<script type="text/x-thebe-config">{}</script>', True),
        ("kernelName = 'python3'", True),
        ("<p>the best of both</p>", False),
    ],
)
def test_thebe_is_known(text: str, thebe: bool) -> None:
    assert is_thebe(text) is thebe
