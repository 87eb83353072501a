"""The two pages of a session and their parts, made once: no file is read while the room is at work."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import segno

from ..widgets import bundle
from ..widgets.markup import Html, element, join

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Nothing of another origin, nothing written into a page."""

TITLE = "Questions for the room"
NEEDS_SCRIPT = "This page needs JavaScript, which is switched off in this browser."
QUIET_ZONE = 4
"""Modules of white around the code, as scanners want it."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is sent for one path."""

    type: str
    data: bytes


def learner_page() -> Part:
    """The page of a device in the room."""
    return _page(TITLE, "learner")


def desk_page() -> Part:
    """The instructor's page."""
    return _page(f"{TITLE}: the instructor's page", "desk")


def refusal_page(text: str) -> Part:
    """A page that says in a sentence why there is none."""
    body = element("main", element("h1", TITLE), element("p", text), class_="ic room")
    return _html(TITLE, "learner", body)


@cache
def parts() -> dict[str, Part]:
    """The scripts and styles, by path."""
    return {
        "/learner.js": Part("text/javascript", _script("room-learner").encode()),
        "/desk.js": Part("text/javascript", _script("room-desk").encode()),
        "/learner.css": Part("text/css", _style("room.css", "learner.css").encode()),
        "/desk.css": Part("text/css", _style("room.css", "desk.css").encode()),
    }


def code(address: str) -> Part:
    """An address as a QR code, dark on light in every theme, since that is what scanners read."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", border=QUIET_ZONE, dark="#000", light="#fff", scale=4, xmldecl=False
    )
    return Part("image/svg+xml", out.getvalue())


def _page(title: str, name: str) -> Part:
    body = join(
        [
            element("main", element("h1", TITLE), element("noscript", element("p", NEEDS_SCRIPT)), class_="ic room"),
            element("script", src=f"/{name}.js"),
        ]
    )
    return _html(title, name, body)


def _html(title: str, name: str, body: Html) -> Part:
    head = join(
        [
            Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
            element("title", title),
            Html(f'<link rel="stylesheet" href="/{name}.css">'),
        ]
    )
    text = f'<!doctype html>\n<html lang="en">\n<head>{head}</head>\n<body class="{name}">{body}</body>\n</html>\n'
    return Part("text/html", text.encode())


def _script(entry: str) -> str:
    return bundle.page_script(entry, {**bundle.sources(), **bundle.sources(__package__)})


def _style(*names: str) -> str:
    own = files(__package__).joinpath("front")
    return "\n".join((bundle.stylesheet(), *(own.joinpath(name).read_text("utf-8") for name in names)))
