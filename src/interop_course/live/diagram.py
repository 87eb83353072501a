"""Decision diagrams: everything that a rule decides about a set of answers, written down so that it can be looked up.

A rule is asked about every combination of answers. What comes of it is kept as a diagram in which a question stands
only where it matters, and equal parts stand once. Walking it by the answers gives the decision that the rule gave.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from .practice_state import NodeState

Answers = Mapping[str, str]
"""What has been told: the id of a question -> the id of its answer. A question that is missing was not answered."""

Ask = tuple[str, Sequence[str]]
"""A question and its answers, by their ids."""

UNKNOWN = "unknown"
"""The answer "I do not know": a question so answered is as one that was not answered."""

Verdict = TypeVar("Verdict", bound=Hashable)


class Diagram(Generic[Verdict]):
    """Nodes and verdicts, each kept once. Several rules may grow into one diagram."""

    def __init__(self) -> None:
        self.nodes: list[NodeState] = []
        self.verdicts: list[Verdict] = []
        self._verdict_at: dict[Verdict, int] = {}
        self._node_at: dict[Hashable, int] = {}

    def grow(self, asks: Sequence[Ask], decide: Callable[[Answers], Verdict | None]) -> int:
        """Ask a rule about every combination of answers, unanswered questions included; returns where to start.

        Args:
            asks: the questions in the order in which they are put.
            decide: the rule; None says that it has not been told enough.
        """
        return self._grow(asks, decide, {})

    def _grow(self, asks: Sequence[Ask], decide: Callable[[Answers], Verdict | None], told: Answers) -> int:
        if not asks:
            return self._node(self._verdict(decide(told)), "", {})
        (ask, answers), *rest = asks
        untold = self._grow(rest, decide, told)
        then = {
            answer: untold if answer == UNKNOWN else self._grow(rest, decide, {**told, ask: answer})
            for answer in answers
        }
        ways = set(then.values())
        # Whatever is answered, the same follows; then it follows without the answer too.
        if len(ways) == 1 and (untold in ways or self.nodes[untold].decision is None):
            return ways.pop()
        return self._node(self.nodes[untold].decision, ask, then)

    def _verdict(self, verdict: Verdict | None) -> int | None:
        if verdict is None:
            return None
        if verdict not in self._verdict_at:
            self._verdict_at[verdict] = len(self.verdicts)
            self.verdicts.append(verdict)
        return self._verdict_at[verdict]

    def _node(self, decision: int | None, ask: str, then: dict[str, int]) -> int:
        key = (decision, ask, tuple(then.items()))
        if key not in self._node_at:
            self._node_at[key] = len(self.nodes)
            self.nodes.append(NodeState(decision=decision, ask=ask, then=then))
        return self._node_at[key]


def walk_diagram(nodes: Sequence[NodeState], start: int, answers: Answers) -> tuple[int | None, tuple[str, ...]]:
    """Walk by the answers as far as they lead: the decision reached, and the questions met on the way."""
    node, met = nodes[start], list[str]()
    while node.ask:
        met.append(node.ask)
        if answers.get(node.ask) not in node.then:
            break
        node = nodes[node.then[answers[node.ask]]]
    return node.decision, tuple(met)
