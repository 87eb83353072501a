"""The Sphinx extension, in small books that Sphinx builds here and now."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from interop_course.publish import sphinx_ext

OTHER = "https://other.example/x"
WIDGET = '<div class="ic-widget mathjax_ignore" data-widget="quiz"><div class="ic-fallback">read me</div></div>'

Build = Callable[..., tuple[Path, str]]


def plant(app: Sphinx) -> None:
    """What other extensions do: ask other origins, and bring Thebe."""
    app.add_js_file(f"{OTHER}.js")
    app.add_css_file(f"{OTHER}.css")
    app.add_js_file(None, body=f"const THEBE_JS_URL = '{OTHER}'")
    app.add_js_file(None, body="let kept = 1")


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Write the pages given by name, build them, and return the folder of the pages and the warnings."""

    def run(**pages: str) -> tuple[Path, str]:
        for name, text in pages.items():
            Path(tmp_path, f"{name}.md").write_text(text, "utf-8")
        warnings, out = io.StringIO(), tmp_path / "_build"
        settings = {
            "extensions": ["myst_parser", "sphinx_thebe", "interop_course.publish.sphinx_ext"],
            "thebe_config": {"repository_url": "https://github.com/other/book"},
            "myst_heading_anchors": 3,
            "exclude_patterns": ["_build"],
            "html_static_path": ["assets"],
        }
        Path(tmp_path, "assets").mkdir(exist_ok=True)
        with patch_docutils(), docutils_namespace():
            app = Sphinx(tmp_path, None, out, out / ".doctrees", "html", settings, status=None, warning=warnings)
            plant(app)
            app.build()
        return out, warnings.getvalue()

    return run


def test_a_table_is_read_in_place_and_its_targets_can_be_linked(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        sphinx_ext.TABLES,
        "papers",
        lambda: "Two.\n\n(a)=\n### Sheet A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n(b)=\n### Sheet B\n",
    )
    page = "# Papers\n\n## All\n\n```{course} papers\n```\n\n[there](other.md#o) [here](#a)\n"
    out, warnings = build(index=page, other="# O\n\n[A](index.md#a) [B](index.md#b)\n")
    assert "isn't included in any toctree" in warnings
    assert warnings.count("WARNING") == 1
    text = Path(out, "index.html").read_text("utf-8")
    assert "<table" in text
    marks = "Two.", 'id="a"', "Sheet A", 'id="b"', "Sheet B", 'href="other.html#o"'
    assert sorted(marks, key=text.index) == list(marks)
    other = Path(out, "other.html").read_text("utf-8")
    assert 'href="index.html#a"' in other
    assert 'href="index.html#b"' in other


def test_a_target_that_is_not_there_is_a_warning(build: Build) -> None:
    _, warnings = build(index="# I\n\n[x](index.md#gone)\n")
    assert "'gone'" in warnings


def test_an_unknown_table_is_an_error_with_the_known_ones(build: Build) -> None:
    _, warnings = build(index="# I\n\n```{course} nothing\n```\n")
    assert "ERROR: there is no table 'nothing'; there are disagreements, documents" in warnings


def test_a_page_loads_our_files_only_and_nothing_is_written_into_it(build: Build) -> None:
    out, _ = build(index="# I\n\ntext\n")
    text = Path(out, "index.html").read_text("utf-8")
    assert "other.example" not in text
    assert "thebe" not in text.lower()
    assert "kernelName" not in text
    assert "let kept = 1" not in text
    loaded = re.findall(r'<script defer="defer" src="_static/([^"?]*)', text)
    assert "course-page.js" in loaded
    assert all(name.startswith("course-") for name in loaded)


def test_the_front_end_comes_to_pages_with_a_widget_only(build: Build) -> None:
    out, _ = build(index="# I\n\ntext\n", lesson=f"# L\n\n{WIDGET}\n")
    for name in ("course-widgets.js", "course-widgets.css"):
        assert Path(out, "_static", name).stat().st_size > 1000
        assert name in Path(out, "lesson.html").read_text("utf-8")
        assert name not in Path(out, "index.html").read_text("utf-8")


def test_a_changed_table_or_front_end_reaches_the_pages(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {"index": f"# I\n\n```{{course}} words\n```\n\n{WIDGET}\n"}
    monkeypatch.setitem(sphinx_ext.TABLES, "words", lambda: "first\n")
    out, _ = build(**pages)
    page, script = Path(out, "index.html"), Path(out, "_static", "course-widgets.js")
    written = page.stat().st_mtime_ns
    build()
    assert page.stat().st_mtime_ns == written

    monkeypatch.setitem(sphinx_ext.TABLES, "words", lambda: "second\n")
    build()
    assert "second" in page.read_text("utf-8")

    written = page.stat().st_mtime_ns
    monkeypatch.setitem(sphinx_ext.FRONT, "course-widgets.js", lambda: "let other = 1;\n")
    build()
    assert script.read_text("utf-8") == "let other = 1;\n"
    assert page.stat().st_mtime_ns > written


def test_a_changed_asset_is_brought(build: Build, tmp_path: Path) -> None:
    sheet = Path(tmp_path, "assets", "course.css")
    build(index="# One\n")
    for text in ("p { color: red }", "p { color: blue }"):
        sheet.write_text(text, "utf-8")
        out, _ = build()
        assert Path(out, "_static", "course.css").read_text("utf-8") == text
