"""What the information in a message may be used for and what not, in a few words.

The words stand beside the purposes of the rules, which decide; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..messages import Kind
from ..packet import Citation
from ..rules.permitted_use import CLOSED_LIST, CONFIDENTIAL, IAR_NATURE, Purpose
from .inspector_states import UseState
from .states import Source
from .words import source

MAY: dict[Purpose, str] = {
    Purpose.IDENTITY: "finding out who a person in custody is",
    Purpose.INVESTIGATION: "an ongoing investigation about that person",
    Purpose.CASE_FILE: "its case file",
    Purpose.ARRAY: "a photo array in which the person is the suspect",
    Purpose.POSTER: "a wanted poster, once the owner of the data permits it",
}
"""The five uses of IDR information."""

NOT_FOR: dict[Purpose, str] = {
    Purpose.TRAINING: "training",
    Purpose.PRESS_CONFERENCE: "the press",
    Purpose.SOCIAL_MEDIA: "social media",
    Purpose.DATABASE: "databases",
    Purpose.DATA_MINING: "data mining",
    Purpose.EMPLOYMENT_CHECK: "job checks",
}
"""Examples of what is off the list."""

IAR_MAY = "Information for law enforcement, as of the date of the answer."
IAR_NOT_FOR = "Holding or arresting anybody: it is no detainer and gives no authority. Nothing outside its purpose."

_IDR_TAGS = ("2.075", "10.999")
_IAR_TAGS = ("2.075",)


def uses(kind: Kind) -> tuple[UseState, ...]:
    """The uses of what a message of this kind holds from IDENT or the LESC; none where it holds neither."""
    match kind:
        case Kind.IDR:
            return (_idr(()),)
        case Kind.IAR:
            return (_iar(()),)
        case Kind.DHS_SRE:
            return (_idr(_IDR_TAGS), _iar(_IAR_TAGS))
        case _:
            return ()


def _idr(tags: tuple[str, ...]) -> UseState:
    return UseState(
        of="IDR information",
        tags=tags,
        may=f"{_listed(MAY.values())}.",
        not_for=f"Any other use, named or not: {', '.join(NOT_FOR.values())} …",
        sources=_sources(CLOSED_LIST.cites),
    )


def _iar(tags: tuple[str, ...]) -> UseState:
    cites = (*IAR_NATURE.cites, *CONFIDENTIAL.cites)
    return UseState(of="IAR information", tags=tags, may=IAR_MAY, not_for=IAR_NOT_FOR, sources=_sources(cites))


def _sources(cites: Iterable[Citation]) -> tuple[Source, ...]:
    return tuple(source(each) for each in dict.fromkeys(map(str, cites)))


def _listed(words: Iterable[str]) -> str:
    text = "; ".join(words)
    return f"{text[0].upper()}{text[1:]}"
