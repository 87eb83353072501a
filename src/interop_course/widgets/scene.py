"""A branching scene to decide in."""

from __future__ import annotations

from functools import cached_property

from ..assessment.scene import Walk, scene, walks
from ..live.scene_state import state_of
from .host import Host


class Scene(Host):
    """A scene. Made by ``decide``."""

    def __init__(self, name: str) -> None:
        self._scene = scene(name)
        super().__init__(state_of(self._scene))

    @cached_property
    def walks(self) -> tuple[Walk, ...]:
        """Every way through the scene, from the first decision to an ending."""
        return tuple(walks(self._scene))

    @property
    def endings(self) -> frozenset[str]:
        """The titles of the endings that some way leads to."""
        return frozenset(walk.ending.title for walk in self.walks)

    def __repr__(self) -> str:
        return f"<Scene {self._scene.id}, {len(self._scene.decisions)} decisions, {len(self._scene.endings)} endings>"


def decide(name: str) -> Scene:
    """Decide in a branching scene, by its name: ``decide("night-desk")``. Raises NoSuchScene."""
    return Scene(name)
