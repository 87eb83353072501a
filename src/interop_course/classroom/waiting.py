"""Pages that wait for news: each asks with the version it has, and is answered when there is another one."""

from __future__ import annotations

import asyncio
from collections import Counter

from .errors import RoomFull

MOST_OF_ONE = 4
"""Pages of one device that may wait; a reload may leave the last one behind for a moment."""

Waiter = asyncio.Future[None]


class Channel:
    """One row of versions. ``most`` bounds how many pages may wait for the next one."""

    def __init__(self, name: str, most: int) -> None:
        self._name = name
        self._most = most
        self._number = 0
        self._waiting: dict[Waiter, str] = {}

    @property
    def version(self) -> str:
        """The version there is. The name is in it, so that one of an earlier session is never taken for it."""
        return f"{self._name}.{self._number}"

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def turn(self) -> None:
        """There is news: everybody who waits goes on."""
        self._number += 1
        for waiter in self._waiting:
            release(waiter)

    def enter(self, who: str, loop: asyncio.AbstractEventLoop) -> Waiter:
        """A place to wait in, on the loop that waits.

        Raises:
            RoomFull: too many wait, or too many pages of one device.
        """
        if Counter(self._waiting.values())[who] >= MOST_OF_ONE:
            raise RoomFull("This page is open too often on this device. Close the other ones.")
        if len(self._waiting) >= self._most:
            raise RoomFull("Too many pages wait for news. This page tries again by itself.")
        waiter: Waiter = loop.create_future()
        self._waiting[waiter] = who
        return waiter

    async def wait(self, waiter: Waiter, seconds: float) -> None:
        """Until there is news, the page has gone, or the time is up."""
        try:
            await asyncio.wait({waiter}, timeout=seconds)
        finally:
            self._waiting.pop(waiter, None)


def release(waiter: Waiter) -> None:
    """Let one go on."""
    if not waiter.done():
        waiter.set_result(None)
