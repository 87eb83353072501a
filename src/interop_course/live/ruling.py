"""From a rule of the packet to its state, with sources and entries of the register as links."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from ..rules import Rule
from .practice_state import RuleState
from .words import register_entry, source


def rule_state(rule: Rule) -> RuleState:
    """A rule as a widget shows it."""
    return RuleState(
        id=rule.id,
        text=rule.text,
        sources=tuple(map(source, rule.refs)),
        entries=tuple(map(register_entry, rule.register)),
        reading=rule.reading,
    )


def outcome_id(outcome: StrEnum) -> str:
    """An outcome as a short id: "yes", "not-said", "lacks-required"."""
    return outcome.name.lower().replace("_", "-")


class Pool:
    """Rules that stand once in a state, however many decisions rest on them."""

    def __init__(self) -> None:
        self._at: dict[Rule, int] = {}

    def places(self, rules: Iterable[Rule]) -> tuple[int, ...]:
        """Where the rules stand; a new one is put at the end."""
        return tuple(self._at.setdefault(rule, len(self._at)) for rule in rules)

    def states(self) -> tuple[RuleState, ...]:
        """All rules in the order of their places."""
        return tuple(map(rule_state, self._at))
