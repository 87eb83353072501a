"""Pieces of MyST Markdown that every table is made of."""

import re

from interop_course.packet import Citation

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|$~@])")


def plain(text: str) -> str:
    """Text that MyST shows as it is, whatever characters it holds."""
    return _MARKDOWN.sub(r"\\\1", text)


def cite_link(citation: Citation) -> str:
    """A citation as a link to its document, for the pages of ``book/``."""
    return f"[{plain(citation.label)}](packet.md#{citation.document.id})"
