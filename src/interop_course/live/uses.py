"""What the information in a message may be used for and what not, in a few words.

The words stand beside the purposes of the rules, which decide; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..messages import Kind
from ..packet import Citation
from ..rules.permitted_use import CLOSED_LIST, CONFIDENTIAL, IAR_NATURE, PRESS_CONFERENCE, Purpose
from .inspector_states import UseState
from .showing import Shown
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

NAMED: dict[Purpose, str] = {
    Purpose.EDUCATION: "education",
    Purpose.PRESS_CONFERENCE: "press conferences",
    Purpose.DATABASE: "databases of people with no tie to a crime",
    Purpose.DATA_MINING: "data mining",
}
"""Some uses that the policy prohibits by name."""

UNNAMED: dict[Purpose, str] = {
    Purpose.TRAINING: "training",
    Purpose.SOCIAL_MEDIA: "social media",
    Purpose.EMPLOYMENT_CHECK: "job checks",
}
"""Some that it does not name; they are off the list all the same."""

IAR_MAY = "Information for law enforcement, as of the date of the answer."
IAR_NOT_FOR = "Holding or arresting anybody: it is no detainer and gives no authority. Nothing outside its purpose."

_IDR_TAGS = ("2.075", "10.999")
_IAR_TAGS = ("2.075",)
_FINDINGS = 59  # field 2.059, search results findings


def uses(shown: Shown) -> tuple[UseState, ...]:
    """The uses of what a message holds from IDENT or the LESC; none where it holds neither."""
    match shown.kind:
        case Kind.IDR:
            return (_idr(()),)
        case Kind.IAR:
            return (_iar(()),)
        case Kind.DHS_SRE:
            return (_idr(_IDR_TAGS),) if _is_no_match(shown) else (_idr(_IDR_TAGS), _iar(_IAR_TAGS))
        case _:
            return ()


def _is_no_match(shown: Shown) -> bool:
    """Whether the reply says so itself; then no IAR is in it. A broken one that does not say gets both notes."""
    records = shown.transaction.of_type(2) if shown.transaction else ()
    return any(record.value(_FINDINGS) == "N" for record in records)


def _idr(tags: tuple[str, ...]) -> UseState:
    return UseState(
        of="IDR information",
        tags=tags,
        may=f"{_listed(MAY.values())}.",
        not_for=f"Any other use. Named by the policy: {', '.join(NAMED.values())} … "
        f"Not named, prohibited all the same: {', '.join(UNNAMED.values())} …",
        sources=_sources((*CLOSED_LIST.cites, *PRESS_CONFERENCE.cites)),
    )


def _iar(tags: tuple[str, ...]) -> UseState:
    cites = (*IAR_NATURE.cites, *CONFIDENTIAL.cites)
    return UseState(of="IAR information", tags=tags, may=IAR_MAY, not_for=IAR_NOT_FOR, sources=_sources(cites))


def _sources(cites: Iterable[Citation]) -> tuple[Source, ...]:
    return tuple(source(each) for each in dict.fromkeys(map(str, cites)))


def _listed(words: Iterable[str]) -> str:
    text = "; ".join(words)
    return f"{text[0].upper()}{text[1:]}"
