"""The addresses at which the room finds this machine, and which names a request may call it by."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from ipaddress import IPv4Address, ip_address

from .errors import NoSuchAddress

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"

_BEYOND = ("192.0.2.1", 9)
"""An address of documentation, never sent to: the system only says from which of its own it would send."""

_SIOCGIFADDR = 0x8915
"""Linux: ask an interface for its address."""


def own_addresses() -> tuple[str, ...]:
    """This machine's IPv4 addresses that a room could reach; the one of the usual way out comes first.

    A closed network may know no way out and no name, so the interfaces are asked too, where the system lets us.
    """
    found = dict.fromkeys((*_way_out(), *_of_interfaces(), *_of_name()))
    return tuple(address for address in found if is_reachable(address))


def is_reachable(address: str) -> bool:
    """Whether others could reach this address.

    >>> is_reachable("192.168.4.1"), is_reachable("127.0.1.1"), is_reachable("0.0.0.0")
    (True, False, False)
    """
    try:
        found = IPv4Address(address)
    except ValueError:
        return False
    return not (found.is_loopback or found.is_unspecified or found.is_multicast)


def for_room(wanted: str = "") -> tuple[str, ...]:
    """The addresses to print for the room: the one that is wanted, or all.

    Raises:
        NoSuchAddress: the wanted one is not this machine's, or there is none at all.
    """
    own = own_addresses()
    if wanted and wanted not in own:
        known = ", ".join(own) or "no address that others could reach"
        raise NoSuchAddress(f"{wanted} is not an address of this machine. It has: {known}.")
    if not own:
        raise NoSuchAddress("This machine is in no network. Join one, or open a hotspot, and start again.")
    return (wanted,) if wanted else own


def may_be_called(host: str) -> bool:
    """Whether a Host header names an address or localhost. A name could be made to point here by somebody else.

    >>> [may_be_called(host) for host in ("192.168.4.1:8080", "localhost", "[::1]:80", "class.example", "")]
    [True, True, True, False, False]
    """
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and not host.endswith("]") else host
    if name == "localhost":
        return True
    try:
        ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


def is_own_machine(peer: str) -> bool:
    """Whether a request comes from this machine.

    >>> is_own_machine("127.0.0.1"), is_own_machine("192.168.4.7")
    (True, False)
    """
    try:
        return ip_address(peer).is_loopback
    except ValueError:
        return False


def _way_out() -> Iterator[str]:
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_BEYOND)
        yield probe.getsockname()[0]


def _of_name() -> Iterable[str]:
    try:
        return [found[4][0] for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]  # type: ignore[misc]
    except OSError:
        return []


def _of_interfaces() -> Iterator[str]:
    if sys.platform != "linux":
        return
    import fcntl

    for _, name in socket.if_nameindex():
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            asked = fcntl.ioctl(probe.fileno(), _SIOCGIFADDR, name.encode()[:15].ljust(256, b"\0"))
            yield socket.inet_ntoa(asked[20:24])
