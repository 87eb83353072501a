"""What every answer of the server has: its headers, the checks before it, and a sentence where something is refused.

Nothing is logged that would name who asked.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any, TypeVar
from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError
from tornado.web import RequestHandler

from . import pages
from .addresses import may_be_called
from .errors import ClassroomError, NotCounted, NotNow, RoomFull, UnknownDevice
from .room import Room
from .waiting import Channel, Waiter, release

WAIT = 25.0
"""Seconds that a page waits for news before it asks again: less than what ends idle connections on the way."""

LARGEST_BODY = 2_000
"""Bytes of a request. An answer has far fewer."""

_STATUS = {UnknownDevice: 401, NotCounted: 409, NotNow: 409, RoomFull: 503}
_NOT_HERE = "There is no such page here."
_NOT_BY_NAME = "This server is reached by its address only, as it stands at the front of the room."

Shape = TypeVar("Shape", bound=BaseModel)
_log = logging.getLogger(__name__)


class Refused(Exception):
    """A request that gets a status and a sentence."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


class Handler(RequestHandler):
    """The base of all."""

    room: Room

    def initialize(self, room: Room) -> None:
        self.room = room
        self.waiter: Waiter | None = None

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        self.set_header("Content-Security-Policy", pages.POLICY)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Cache-Control", "no-store")

    def prepare(self) -> None:
        if not may_be_called(self.request.headers.get("Host", "")):
            raise Refused(421, _NOT_BY_NAME)
        if self.request.method == "POST":
            self._check_post()

    def _check_post(self) -> None:
        """A page of another origin cannot send JSON here without asking first, and is told no."""
        origin = self.request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != self.request.headers.get("Host"):
            raise Refused(403, "This request comes from a page of another address.")
        if self.request.headers.get("Content-Type", "").partition(";")[0] != "application/json":
            raise Refused(415, "Requests are JSON.")
        if len(self.request.body) > LARGEST_BODY:
            raise Refused(413, f"This is larger than {LARGEST_BODY:,} bytes.")

    def read(self, shape: type[Shape]) -> Shape:
        """The body of the request. Raises Refused."""
        try:
            return shape.model_validate_json(self.request.body)
        except ValidationError:
            raise Refused(400, "This is not what this address takes.") from None

    def reply(self, value: BaseModel) -> None:
        self.set_header("Content-Type", "application/json")
        self.finish(value.model_dump_json())

    def send_part(self, part: pages.Part, *, keep: bool = False) -> None:
        """Send a page or a part of one; what is kept is asked for again, and not sent if it is the same."""
        if keep:
            self.set_header("Cache-Control", "no-cache")
        charset = "" if part.type.startswith("image/") else "; charset=utf-8"
        self.set_header("Content-Type", part.type + charset)
        self.finish(part.data)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        _, error, _ = kwargs.get("exc_info", (None, None, None))
        if isinstance(error, Refused):
            self.set_status(error.status)
        elif isinstance(error, ClassroomError):
            self.set_status(_STATUS.get(type(error), 400))
        else:
            error = Refused(status_code, _NOT_HERE if status_code in (404, 405) else "Something went wrong here.")
        if self.request.path.startswith("/api/"):
            self.set_header("Content-Type", "application/json")
            self.finish({"fault": str(error)})
        else:
            self.send_part(pages.refusal_page(str(error)))

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """Only what is our own fault is told, and without the request: that would name who asked."""
        if isinstance(value, Exception) and not isinstance(value, Refused | ClassroomError):
            _log.error("a request failed", exc_info=(type(value), value, tb))

    async def wait(self, channel: Channel, who: str) -> None:
        """Wait while the page has the newest version, which it names as `after`."""
        if self.get_query_argument("after", "") == channel.version:
            self.waiter = channel.enter(who, asyncio.get_running_loop())
            await channel.wait(self.waiter, WAIT)

    def on_connection_close(self) -> None:
        if self.waiter is not None:
            release(self.waiter)


class Nothing(Handler):
    """Where there is no page."""

    def prepare(self) -> None:
        super().prepare()
        raise Refused(404, _NOT_HERE)
