"""The Sphinx extension of the book.

It writes what the package knows (documents, glossary, disagreements …) into a page that says ``{course} NAME``; lets
every explicit target of a page be linked as ``page.md#target``; explains acronyms at their first use; takes away
whatever would ask another origin; and brings the widgets' script and style to the pages that hold one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

from interop_course.widgets.bundle import classic_script, stylesheet

from .first_use import explain
from .origins import is_thebe, is_unwanted
from .tables import TABLES

# What every widget's stored output begins with.
WIDGET = 'class="ic-widget'

HERE = (Path(__file__), Path(__file__).with_name("first_use.py"))
GLOSSARY_PAGE = "book/glossary"

FRONT: dict[str, Callable[[], str]] = {"course-widgets.js": classic_script, "course-widgets.css": stylesheet}


_CALL = re.compile(r"^```\{course\} *(?P<name>\S*) *\n```$", re.MULTILINE)
_log = logging.getLogger(__name__)


def fill_in_tables(app: Sphinx, page: str, source: list[str]) -> None:
    """Put the table NAME of `TABLES` where a page says ``{course} NAME``; an unknown name is an error.

    The text goes in before the page is read: a directive's own text is read apart, and what stands in it before its
    first heading, an anchor for example, would end up behind its last.
    """

    def table(call: re.Match[str]) -> str:
        if call["name"] in TABLES:
            return TABLES[call["name"]]()
        known = ", ".join(sorted(TABLES))
        _log.error("there is no table %r; there are %s", call["name"], known, location=page)
        return ""

    source[0] = _CALL.sub(table, source[0])


def note_contents(app: Sphinx, config: Config) -> None:
    """Let pages be read anew when a table has changed, and written anew when the front end or this file has."""
    config.course_tables = _digest(*(TABLES[name]() for name in sorted(TABLES)))
    config.course_front = _digest(*(path.read_text("utf-8") for path in HERE), *(source() for source in FRONT.values()))


def _digest(*texts: str) -> str:
    return sha256("\0".join(texts).encode()).hexdigest()


def place_front(app: Sphinx) -> None:
    """Put the joined front end beside the theme's files, before the first page asks for its checksum."""
    if not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    static = Path(app.outdir, "_static")
    static.mkdir(parents=True, exist_ok=True)
    for name, source in FRONT.items():
        Path(static, name).write_text(source(), encoding="utf-8")


def open_targets(app: Sphinx, doctree: nodes.document) -> None:
    """Let ``page.md#target`` reach every explicit target of a page, where MyST offers headings only."""
    slugs = app.env.metadata[app.env.docname].setdefault("myst_slugs", {})
    for name, explicit in doctree.nametypes.items():
        target = doctree.nameids.get(name)
        if explicit and target:
            slugs.setdefault(target, (None, target, name))


def explain_acronyms(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Explain each acronym at its first use on a page, on every page but the glossary itself."""
    if page != GLOSSARY_PAGE and GLOSSARY_PAGE in app.env.found_docs:
        explain(doctree, app.builder.get_relative_uri(page, GLOSSARY_PAGE))


def drop_thebe(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Take away what Thebe wrote into the page itself; its scripts go in `dress_page`."""
    for raw in list(doctree.findall(nodes.raw)):
        if raw.parent is doctree and is_thebe(raw.astext()):
            doctree.remove(raw)


def dress_page(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Drop what asks another origin; on a page with a widget bring the front end."""
    if WIDGET in context.get("body", ""):
        app.add_css_file("course-widgets.css")
        app.add_js_file("course-widgets.js", loading_method="defer")
    for kind in ("script_files", "css_files"):
        context[kind] = [asset for asset in context.get(kind, ()) if not is_unwanted(asset)]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register all of it with Sphinx."""
    app.add_config_value("course_tables", "", "env", types=frozenset({str}))
    app.add_config_value("course_front", "", "html", types=frozenset({str}))
    app.connect("config-inited", note_contents)
    app.connect("builder-inited", place_front)
    app.connect("source-read", fill_in_tables)
    app.connect("doctree-read", open_targets)
    # After every other extension has added its own.
    app.connect("doctree-resolved", drop_thebe, priority=900)
    app.connect("doctree-resolved", explain_acronyms, priority=901)
    app.connect("html-page-context", dress_page, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
