"""The Sphinx extension of the book.

It writes what the package knows (documents, glossary, disagreements …) into a page that says ``{course} NAME``; lets
every explicit target of a page be linked as ``page.md#target``; explains acronyms at their first use; and has each page
load our own scripts and styles only.
"""

from __future__ import annotations

import os
import re
from hashlib import sha256
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

from . import dressing
from .book import LAB
from .dressing import FRONT, TEMPLATES
from .first_use import explain
from .origins import is_thebe
from .tables import TABLES

GLOSSARY_PAGE = "book/glossary"
# What a page looks like is decided here too.
HERE = (Path(__file__), *(Path(__file__).with_name(name) for name in ("dressing.py", "first_use.py", "lean_css.py")))

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
    """Let pages be read anew when a table has changed, and written anew when the front end, an asset or this file has.

    Sphinx brings the assets only when it writes a page.
    """
    config.course_tables = _digest(*(TABLES[name]() for name in sorted(TABLES)))
    config.course_lab = bool(os.environ.get(LAB))
    assets = [path for folder in config.html_static_path for path in sorted(Path(app.confdir, folder).glob("*"))]
    ours = (*HERE, *sorted(TEMPLATES.rglob("*.html")), *assets)
    config.course_front = _digest(*(path.read_text("utf-8") for path in ours), *(source() for source in FRONT.values()))


def _digest(*texts: str) -> str:
    return sha256("\0".join(texts).encode()).hexdigest()


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
    """Take away what Thebe wrote into the page itself; its scripts go with all that are not ours."""
    for raw in list(doctree.findall(nodes.raw)):
        if raw.parent is doctree and is_thebe(raw.astext()):
            doctree.remove(raw)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register all of it with Sphinx."""
    app.add_config_value("course_tables", "", "env", types=frozenset({str}))
    app.add_config_value("course_front", "", "html", types=frozenset({str}))
    app.add_config_value("course_lab", False, "html", types=frozenset({bool}))
    app.connect("config-inited", note_contents)
    app.connect("config-inited", dressing.choose_templates)
    app.connect("builder-inited", dressing.place_front)
    app.connect("source-read", fill_in_tables)
    app.connect("doctree-read", open_targets)
    # After every other extension has added its own.
    app.connect("doctree-resolved", drop_thebe, priority=900)
    app.connect("doctree-resolved", explain_acronyms, priority=901)
    app.connect("html-page-context", dressing.dress, priority=900)
    app.connect("build-finished", dressing.finish, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
