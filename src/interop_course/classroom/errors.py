"""What can go wrong with a session in a room.

    ClassroomError
    ├── NothingToAsk     what was chosen makes no list of questions
    ├── NotNow           the instructor's step does not fit where the session is
    ├── NotCounted       an answer that came at the wrong time, or holds nothing
    ├── UnknownDevice    a device that has not joined this session
    ├── RoomFull         there is no place for another device, or for another waiting page
    ├── NoSuchAddress    an address for the room that this machine does not have
    └── PortTaken        nothing can be served at this port

Every message is one that can be shown to a person as it is.
"""

from __future__ import annotations


class ClassroomError(Exception):
    """Root of every error that this package raises."""


class NothingToAsk(ClassroomError):
    """No questions, or questions named in two ways that do not go together."""


class NotNow(ClassroomError):
    """The step is not possible where the session is."""

    def __init__(self, step: str, where: str) -> None:
        super().__init__(f'"{step}" is not possible now: {where}.')


class NotCounted(ClassroomError):
    """The answer is not counted; the message says why."""


class UnknownDevice(ClassroomError):
    """The device has to join first."""

    def __init__(self) -> None:
        super().__init__("This device is not in the session yet. Load the page again.")


class RoomFull(ClassroomError):
    """A bound is reached."""


class NoSuchAddress(ClassroomError):
    """Nobody in the room could reach this address."""


class PortTaken(ClassroomError):
    """The port is in use, reserved, or none."""

    def __init__(self, port: int, why: str, instead: int) -> None:
        super().__init__(f"port {port} {why}; try another: --port {instead}")
