"""A sealed final as one file: a page that needs no server, no other file and no network, and holds no key."""

from __future__ import annotations

from ..assessment.sealing import SealedDraw
from ..live.learning_states import sealed_final_state
from .bundle import classic_script, stylesheet
from .fallback import widget_html
from .markup import Html, element, join

STYLE = (
    ":root { color-scheme: light dark; }\n"
    "body { max-width: 50rem; margin: 1rem auto; padding: 0 1rem; font-family: system-ui, sans-serif; }"
)


def sealed_page(sealed: SealedDraw) -> str:
    """The page to hand out for a final under supervision. Equal draws give equal text.

    Raises:
        NoSuchItem: the bank of this course is not the one that it was drawn from.
    """
    state = sealed_final_state(sealed)
    head = join(
        [
            Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
            element("title", f"Final {state.digest}: {state.title}"),
            element("style", Html(f"{stylesheet()}\n{STYLE}")),
        ]
    )
    script = element("script", Html(classic_script()))
    body = element("main", element("h1", state.title), widget_html(state))
    return f'<!doctype html>\n<html lang="en">\n<head>{head}</head>\n<body>{body}{script}</body>\n</html>\n'
