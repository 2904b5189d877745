"""Which hosts may be read, and at which network addresses."""

import ipaddress
import socket
from collections.abc import Sequence

from rag.errors import LibraryProblem
from rag.wording.words import N_

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PRIVATE = N_("%(host)s is at an address of a private network, which is not read")
_UNKNOWN = N_("%(host)s cannot be found: check the address and the network")


def is_allowed(host: str, hosts: Sequence[str]) -> bool:
    """Whether it is in the list; ".example" stands for every host below it, and for itself."""
    host = host.lower().rstrip(".")
    for each in map(str.lower, hosts):
        if host == each.lstrip(".") or (each.startswith(".") and host.endswith(each)):
            return True
    return False


def public_address(host: str, port: int) -> str:
    """The address to connect to, looked up once, so that what was checked is what is used.

    Raises LibraryProblem when any address of the host is not on the public internet.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise LibraryProblem(_UNKNOWN, host=host) from error
    addresses = [str(each[4][0]) for each in found]
    if not addresses or not all(map(is_public, addresses)):
        raise LibraryProblem(_PRIVATE, host=host)
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether it, and the one that it may carry within it, is on the public internet."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast and not found.is_reserved
