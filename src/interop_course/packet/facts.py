"""What the packet says, in 563 short facts: each with its place, and with where the course teaches it.

The facts are the course's own restatement. A sentence that draws a conclusion says so ("Inference"), a number names
the date or the paper that it comes from, and what only the packet's order of rows tells says that too.
"""

from functools import cache, cached_property
from importlib.resources import files
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from interop_course.packet.citations import Citation, cite
from interop_course.packet.register import Compact

Place = Annotated[str, Field(pattern=r"^(book|notebooks)/[a-z0-9-]+#[\w-]+$")]
"""A heading or another anchor of a page or lesson, without the ending of its file: "book/background#two-systems"."""


class Fact(BaseModel):
    """One statement of the packet, and what the course does with it.

    Attributes:
        id: "F001" to "F563".
        statement: what the packet says, in our own words.
        cites: where it says so, as compact citations.
        topic: what it is about, "nff" or "detainer".
        taught: the places of the course that say it; empty only for what is left out.
        left_out: why the course does not teach it; empty for what it teaches.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^F[0-9]{3}$")]
    statement: Annotated[str, Field(min_length=1)]
    cites: Annotated[tuple[Compact, ...], Field(min_length=1)]
    topic: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    taught: tuple[Place, ...] = ()
    left_out: str = ""

    @model_validator(mode="after")
    def _is_taught_or_left_out(self) -> Self:
        if bool(self.taught) == bool(self.left_out.strip()):
            raise ValueError(f"{self.id} is taught somewhere, or left out for a reason, and not both")
        return self

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """``cites``, resolved."""
        return tuple(cite(text) for text in self.cites)

    @property
    def anchor(self) -> str:
        """The fact's anchor on the page of facts: "f001"."""
        return self.id.lower()


@cache
def all_facts() -> tuple[Fact, ...]:
    """All facts in the order of their numbers; read when first asked for."""
    data = files("interop_course.packet").joinpath("facts.json").read_bytes()
    return TypeAdapter(tuple[Fact, ...]).validate_json(data)
