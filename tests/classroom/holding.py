"""A room that is served on loopback while a test runs, and requests to it."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any

from interop_course.assessment import BANK, Item, instances
from interop_course.classroom import Room, begin, listen, port_of, serve

SINGLE = "step-4/who-asks"
OF_EACH_KIND = {
    "single": SINGLE,
    "multiple": "capstone/who-holds-the-answer",
    "decision": "permitted-uses/answer-in-the-file",
    "ordering": "complaint/stations",
    "matching": "permitted-uses/four-invitations",
    "numeric": "step-5/clock-of-one-night",
    "field": "exceptions/says-why",
}


def asked(*ids: str) -> list[Item]:
    """Questions of the bank, ready to be asked."""
    return [instances(BANK.item(id))[0] for id in ids]


@contextmanager
def served(room: Room, port: int = 0) -> Iterator[str]:
    """Serve while the block runs; gives the origin. Pages that wait are let go at the end."""
    sockets = listen(port)
    origin = f"http://127.0.0.1:{port_of(sockets)}"
    room.addresses = room.addresses or (f"{origin}/",)
    loop = asyncio.new_event_loop()
    task = loop.create_task(serve(room, sockets))

    def run() -> None:
        with suppress(asyncio.CancelledError):
            loop.run_until_complete(task)
        loop.close()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield origin
    finally:
        loop.call_soon_threadsafe(task.cancel)
        thread.join()


@contextmanager
def holding(*ids: str) -> Iterator[tuple[Room, str]]:
    """A room with these questions, served."""
    room = Room(begin(asked(*(ids or [SINGLE]))))
    with served(room) as origin:
        yield room, origin


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


@dataclass
class Client:
    """Asks a room, and keeps its cookies. `heard` has everything that came back."""

    origin: str
    cookies: dict[str, str] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)

    def ask(self, path: str, body: Any = None, *, raw: bytes | None = None, **headers: str) -> Answer:
        """GET, or POST where there is a body."""
        connection = HTTPConnection(self.origin.removeprefix("http://"), timeout=10)
        data = raw if raw is not None else None if body is None else json.dumps(body).encode()
        sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if data is not None:
            sent["Content-Type"] = "application/json"
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET" if data is None else "POST", path, data, sent)
        reply = connection.getresponse()
        answer = Answer(reply.status, dict(reply.headers.items()), reply.read().decode())
        for cookie in reply.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        connection.close()
        self.heard.append(answer.text)
        return answer

    def news(self, after: str = "") -> Any:
        return self.ask(f"/api/news?after={after}").json

    def vote(self, given: Sequence[str], question: int = 1, round: int = 1) -> Answer:
        return self.ask("/api/answer", {"question": question, "round": round, "given": list(given)})


def learner(origin: str) -> Client:
    """A device that has joined."""
    client = Client(origin)
    assert client.ask("/api/join", {}).status == 200
    return client


class Desk(Client):
    """The instructor."""

    def take(self, step: str, moves: int | None = None) -> Answer:
        if moves is None:
            moves = self.ask("/api/desk/news").json["room"]["moves"]
        return self.ask("/api/desk/step", {"step": step, "moves": moves})


def desk(room: Room, origin: str) -> Desk:
    """The instructor's page, opened at its address."""
    client = Desk(origin)
    assert client.ask(f"/desk/{room.secret}").status == 303
    return client
