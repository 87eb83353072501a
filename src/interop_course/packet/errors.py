"""What can go wrong when the packet is cited.

::

    Exception
    └── PacketError                 anything about the packet's documents, citations, register or glossary
        ├── UnknownCitation         a citation names a document, section or page that is not there
        ├── UnknownDisagreement     the register has no entry of that number
        └── UnknownTerm             the glossary has no such acronym
"""


class PacketError(Exception):
    """The base of every error of this package."""


class UnknownCitation(PacketError, ValueError):
    """A citation that does not lead to a page of the packet.

    Attributes:
        text: the citation as it was written.
        problem: one sentence that says what is wrong with it.
        nearest: what may have been meant, best guess first; may be empty.
    """

    def __init__(self, text: str, problem: str, nearest: tuple[str, ...] = ()) -> None:
        self.text = text
        self.problem = problem
        self.nearest = nearest
        hint = f" Nearest: {', '.join(nearest)}." if nearest else ""
        super().__init__(f"Citation {text!r}: {problem}{hint}")


class UnknownDisagreement(PacketError, KeyError):
    """The register has no entry with this id."""

    def __init__(self, id: str, nearest: tuple[str, ...] = ()) -> None:
        self.id = id
        self.nearest = nearest
        hint = f" Nearest: {', '.join(nearest)}." if nearest else ""
        self.message = f"The register has no entry {id!r}.{hint}"
        super().__init__(self.message)

    def __str__(self) -> str:
        return self.message


class UnknownTerm(PacketError, KeyError):
    """The glossary has no such term."""

    def __init__(self, acronym: str, nearest: tuple[str, ...] = ()) -> None:
        self.acronym = acronym
        self.nearest = nearest
        hint = f" Nearest: {', '.join(nearest)}." if nearest else ""
        self.message = f"The glossary has no term {acronym!r}.{hint}"
        super().__init__(self.message)

    def __str__(self) -> str:
        return self.message
