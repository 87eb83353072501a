"""Ports to serve at: which numbers there are, why one cannot be had, and which to try instead."""

from __future__ import annotations

import errno

PORTS = range(65536)
NO_PORT = "is no port number (0 to 65535)"

_REFUSALS = {
    errno.EADDRINUSE: "is in use",
    errno.EACCES: "is reserved for the system",
    errno.EPERM: "is reserved for the system",
}


def refusal(error: OSError) -> str | None:
    """Why the system does not give a port, as the end of a sentence; None where it is about something else."""
    return _REFUSALS.get(error.errno or 0)


def instead_of(port: int, usual: int) -> int:
    """The next port; `usual` for one that only the system may take, and for the last."""
    return port + 1 if 1024 <= port < PORTS.stop - 1 else usual
