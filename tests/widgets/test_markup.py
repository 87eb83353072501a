"""HTML written from values cannot be broken out of."""

from __future__ import annotations

import doctest
import json

from interop_course.widgets import markup
from interop_course.widgets.markup import Html, data_script, element, join
from tests.widgets.widget_states import HOSTILE


def test_the_examples_hold() -> None:
    result = doctest.testmod(markup)
    assert result.attempted
    assert not result.failed


def test_text_is_escaped_and_markup_is_not() -> None:
    assert element("b", "<i>") == "<b>&lt;i&gt;</b>"
    assert element("b", Html("<i>")) == "<b><i></b>"
    assert join(["a<", [Html("<hr>"), None]]) == "a&lt;<hr>"


def test_attributes_are_quoted() -> None:
    assert element("img", alt='"><script>') == '<img alt="&quot;&gt;&lt;script&gt;">'
    assert element("i", open=True, hidden=False, title=None) == "<i open></i>"


def test_a_data_script_holds_any_text_and_ends_nowhere_else() -> None:
    written = data_script({"a": HOSTILE, '{"': [HOSTILE]})
    inner = written.removeprefix('<script type="application/json">').removesuffix("</script>")
    assert "<" not in inner
    assert "\u2028" not in inner
    assert json.loads(inner) == {"a": HOSTILE, '{"': [HOSTILE]}
