"""A decision: what the packet answers to a question, why, and what would change the answer.

A decision rests on rules, and each rule is one statement in the course's own words with the places that carry it.
Where the packet speaks twice, the register's word on what to teach governs; such a rule names the entry, and is
marked as our reading where the register offers one.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from interop_course.packet import Citation, cite


class Outcome(StrEnum):
    """The answer to a question that begins with "may"."""

    YES = "yes"
    NO = "no"
    CONDITION = "only on a condition"
    NOT_SAID = "the packet does not say"
    NOT_GOVERNED = "the policy does not govern this"


@dataclass(frozen=True, slots=True)
class Rule:
    """One statement of the packet, restated.

    Attributes:
        id: its name, for example "PU-press"; the letters before the hyphen name the module.
        text: one or two sentences.
        refs: where the packet carries it, as compact citations; at least one.
        register: entries of the register of disagreements that bear on it.
        reading: whether it is the course's reading of unclear words rather than what they plainly say.
    """

    id: str
    text: str
    refs: tuple[str, ...]
    register: tuple[str, ...] = ()
    reading: bool = False

    @property
    def cites(self) -> tuple[Citation, ...]:
        """``refs``, resolved."""
        return tuple(cite(ref) for ref in self.refs)


Verdict = TypeVar("Verdict", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Decision(Generic[Verdict]):
    """An answer with its grounds.

    Attributes:
        outcome: the answer.
        rules: what it rests on, the weightiest first; at least one.
        would_change: what would make the answer another one, each a short clause; may be empty.
    """

    outcome: Verdict
    rules: tuple[Rule, ...]
    would_change: tuple[str, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """The statements of the rules."""
        return tuple(rule.text for rule in self.rules)

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """The ids of the rules."""
        return tuple(rule.id for rule in self.rules)

    @property
    def cites(self) -> tuple[Citation, ...]:
        """The places that carry the decision, each once."""
        return tuple(dict.fromkeys(citation for rule in self.rules for citation in rule.cites))

    @property
    def register(self) -> tuple[str, ...]:
        """The entries of the register that bear on the decision, in the order of their numbers."""
        return tuple(sorted({id for rule in self.rules for id in rule.register}))

    @property
    def reading(self) -> bool:
        """Whether any part of it is the course's reading of unclear words. Nobody is tested on such a case."""
        return any(rule.reading for rule in self.rules)
