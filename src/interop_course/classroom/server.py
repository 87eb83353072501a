"""The server of a room: it takes a port, and serves one session from memory until it is stopped."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from socket import create_server, socket

from tornado.httpserver import HTTPServer
from tornado.web import Application

from ..publish.ports import NO_PORT, PORTS, instead_of, refusal
from . import pages
from .addresses import EVERYWHERE, LOOPBACK
from .errors import PortTaken
from .handlers import routes
from .handling import Nothing
from .room import Room

PORT = 8080

_LARGEST_SENT = 64_000
"""Bytes of a body that are read at all, so that a request that is too large gets an answer."""

_LARGEST_HEAD = 8_192
_PATIENCE = 60.0
"""Seconds that a connection may be idle, or a request be on its way."""


def listen(port: int, address: str = LOOPBACK) -> list[socket]:
    """Take the port; 0 takes any free one. Beside an address of the room this machine's own is listened on.

    Raises:
        PortTaken: the port is taken, not allowed, or none.
    """
    if port not in PORTS:
        raise PortTaken(port, NO_PORT, PORT)
    found: list[socket] = []
    try:
        for each in dict.fromkeys((address, LOOPBACK)) if address != EVERYWHERE else (EVERYWHERE,):
            found.append(create_server((each, port_of(found) if found else port), backlog=128))
            found[-1].setblocking(False)
    except OSError as error:
        close(found)
        why = refusal(error)
        if why is None:
            raise
        raise PortTaken(port, why, instead_of(port, PORT)) from None
    return found


def port_of(sockets: Sequence[socket]) -> int:
    """The port that was taken."""
    return int(sockets[0].getsockname()[1])


def close(sockets: Sequence[socket]) -> None:
    """Give the port back."""
    for each in sockets:
        each.close()


def application(room: Room, port: int) -> Application:
    """What answers requests. The port is part of the names of cookies, which do not know ports."""
    parts = pages.parts()
    return Application(
        routes(room, parts),
        default_handler_class=Nothing,
        default_handler_args={"room": room},
        compress_response=True,
        log_function=lambda handler: None,
        parts=parts,
        port=port,
    )


async def serve(room: Room, sockets: Sequence[socket]) -> None:
    """Serve until this is cancelled, as Ctrl-C does under `asyncio.run`."""
    server = HTTPServer(
        application(room, port_of(sockets)),
        max_header_size=_LARGEST_HEAD,
        max_body_size=_LARGEST_SENT,
        idle_connection_timeout=_PATIENCE,
        body_timeout=_PATIENCE,
    )
    server.add_sockets(sockets)
    try:
        await asyncio.Event().wait()
    finally:
        server.stop()
        await server.close_all_connections()
