"""The acronyms and special words of the packet and of the course, each with the place that expands it.

The packet is not always of one mind: it expands some acronyms in two or three ways, and some not at all. So a
term has a tuple of expansions, the one that the course uses first, and each names its source.
"""

from functools import cached_property
from importlib.resources import files
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from interop_course.packet.citations import Citation, cite
from interop_course.packet.errors import UnknownTerm
from interop_course.packet.nearest import nearest
from interop_course.packet.register import Compact


class Expansion(BaseModel):
    """One way to spell a term out.

    Attributes:
        text: the words that the letters stand for.
        cites: where the packet expands it so.
        outside: the source outside the packet, where the packet has none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Annotated[str, Field(min_length=1)]
    cites: tuple[Compact, ...] = ()
    outside: str | None = None

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        if bool(self.cites) == bool(self.outside):
            raise ValueError(f"the expansion {self.text!r} needs citations or an outside source, and not both")
        return self

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """``cites``, resolved."""
        return tuple(cite(text) for text in self.cites)


class Term(BaseModel):
    """An entry of the glossary.

    Attributes:
        acronym: the term as it is written, "LESC"; also a word with a special meaning, such as "detainer".
        expansions: what it stands for, the form that the course uses first; empty for words, and for acronyms
            that no source at hand expands.
        plain: what it is, in plain words.
        cites: where the packet says so, as compact citations.
        outside: the source outside the packet that the explanation rests on.
        disagreements: ids of the entries of the register that touch the term.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    acronym: Annotated[str, Field(min_length=1)]
    expansions: tuple[Expansion, ...] = ()
    plain: Annotated[str, Field(min_length=1)]
    cites: tuple[Compact, ...] = ()
    outside: str | None = None
    disagreements: tuple[str, ...] = ()

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """``cites``, resolved."""
        return tuple(cite(text) for text in self.cites)

    @property
    def anchor(self) -> str:
        """The term's anchor on the glossary page, "term-lesc"; other signs than letters and digits become hyphens."""
        slug = "".join(letter if letter.isalnum() else "-" for letter in self.acronym.lower())
        return f"term-{'-'.join(part for part in slug.split('-') if part)}"


def _load() -> tuple[Term, ...]:
    data = files("interop_course.packet").joinpath("glossary.json").read_bytes()
    terms = TypeAdapter(tuple[Term, ...]).validate_json(data)
    return tuple(sorted(terms, key=lambda term: term.acronym.lower()))


GLOSSARY: tuple[Term, ...] = _load()
"""All terms in alphabetical order."""

_BY_ACRONYM = {term.acronym: term for term in GLOSSARY}


def term(acronym: str) -> Term:
    """The glossary's entry for this acronym or word, written as the glossary writes it.

    Raises:
        UnknownTerm: there is none; the error names the nearest terms.
    """
    try:
        return _BY_ACRONYM[acronym]
    except KeyError:
        raise UnknownTerm(acronym, nearest(acronym, _BY_ACRONYM)) from None
