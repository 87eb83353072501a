"""A session with an instructor in one room: questions one at a time, answered on everybody's own device."""

from .addresses import for_room
from .errors import ClassroomError
from .room import Room
from .selection import select
from .server import listen, port_of, serve
from .session import Session, Step, begin, join, take, vote

__all__ = [
    "ClassroomError",
    "Room",
    "Session",
    "Step",
    "begin",
    "for_room",
    "join",
    "listen",
    "port_of",
    "select",
    "serve",
    "take",
    "vote",
]
