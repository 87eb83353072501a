"""What a page of the book loads besides its text: one lean style sheet and our own scripts, all of them files.

The theme, as it comes, loads 600 kB of icons, a framework of widgets, and a search index on every page, and writes
scripts into its pages, which a strict content security policy refuses. The templates beside this module leave that
out; `in_browser/course-page.js` does what a reader uses of it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config

from interop_course.widgets.bundle import classic_script, progress_script, stylesheet

from .lean_css import lean, names_in_page, names_in_script

THEME = "sphinx_book_theme"
TEMPLATES = Path(__file__).with_name("templates")
IN_BROWSER = Path(__file__).with_name("in_browser")
SHEET = "course-book.css"
THEME_SHEET = "styles/sphinx-book-theme.css"
# In the order of the cascade; those that a version of the tools does not bring are passed over.
SHEETS = (
    "basic.css",
    "styles/pydata-sphinx-theme.css", "pygments.css", THEME_SHEET, "mystnb*.css",
    "sphinx-design.min.css",
)  # fmt: skip
# What the pages load by name; everything else that the tools leave in the folder goes.
LOADED = {
    "course-*", "course.css", "favicon.svg", "doctools.js", "documentation_options.js", "file.png", "language_data.js",
    "searchtools.js", "sphinx_highlight.js",
}  # fmt: skip
SEARCH = "searchtools.js"
LESSONS = "notebooks/"
# What every widget's stored output begins with.
WIDGET = 'class="ic-widget'
_EMPTY_HEAD = re.compile(r"<th(?: [^>]*)?>\s*(?:<p></p>)?\s*</th>")


def _file(name: str) -> Callable[[], str]:
    return lambda: (IN_BROWSER / name).read_text("utf-8")


FRONT: dict[str, Callable[[], str]] = {
    "course-theme.js": _file("course-theme.js"),
    "course-page.js": _file("course-page.js"),
    "course-progress.js": progress_script,
    "course-search.js": _file("course-search.js"),
    "course-store.html": _file("course-store.html"),
    "course-store.js": _file("course-store.js"),
    "course-widgets.js": classic_script,
    "course-widgets.css": stylesheet,
    "course-start.css": _file("course-start.css"),
}
"""The files of ours, by name, and what they hold."""


def choose_templates(app: Sphinx, config: Config) -> None:
    """Let our templates stand before the theme's."""
    if config.html_theme == THEME:
        config.templates_path = [*config.templates_path, str(TEMPLATES)]


def place_front(app: Sphinx) -> None:
    """Put our own files beside the theme's, before the first page asks for their checksums."""
    if not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    static = Path(app.outdir, "_static")
    static.mkdir(parents=True, exist_ok=True)
    for name, source in FRONT.items():
        Path(static, name).write_text(source(), encoding="utf-8")


def dress(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Choose what the page loads: our script of pages, and the widgets' or that of progress; no inline script."""
    app.add_js_file("course-page.js", loading_method="defer")
    if WIDGET in context.get("body", ""):
        app.add_css_file("course-widgets.css")
        app.add_js_file("course-widgets.js", loading_method="defer")
    else:
        app.add_js_file("course-progress.js", loading_method="defer")
    for kind in ("script_files", "css_files"):
        context[kind] = [asset for asset in context.get(kind, ()) if _is_ours(asset.filename)]
    if app.config.course_lab and page.startswith(LESSONS):
        context["course_lab"] = f"lab/notebooks/index.html?path={Path(page).name}.ipynb"
    if "body" in context:
        context["body"] = _without_empty_heads(context["body"])
    context["course_front"] = app.config.course_front[:8]
    context["last_updated"] = None


def _without_empty_heads(body: str) -> str:
    """A table's empty corner is no heading: a screen reader would announce one that says nothing."""
    return _EMPTY_HEAD.sub("<td></td>", body)


def _is_ours(filename: object) -> bool:
    return Path(str(filename or "")).name.startswith("course")


def finish(app: Sphinx, error: Exception | None) -> None:
    """When all pages are there: write the style sheet that they need, and take away what none of them loads."""
    if error or app.config.html_theme != THEME or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    static = Path(app.outdir, "_static")
    known = names_in_script("".join(path.read_text("utf-8") for path in (*static.glob("course-*.js"), static / SEARCH)))
    for path in Path(app.outdir).rglob("*.html"):
        if static not in path.parents:
            known |= names_in_page(path.read_text("utf-8"))
    # The tools bring a theme's sheets only when they write pages; otherwise the sheet of the last build still holds.
    if Path(static, THEME_SHEET).exists():
        sheets = [path for pattern in SHEETS for path in sorted(static.glob(pattern))]
        text = "".join(lean(path.read_text("utf-8"), known) for path in sheets)
        Path(static, SHEET).write_text(text, encoding="utf-8")
    for path in static.iterdir():
        if not any(path.match(pattern) for pattern in LOADED):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
