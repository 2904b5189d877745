"""Ports for servers of the tests' own."""

import random
import socket
from itertools import cycle

# Outside of what the kernel hands out for connections, of which another process may take one at any time.
_SOME = cycle(random.sample(range(20_000, 32_000), k=1000))


def free_port() -> int:
    """A port of this machine that nobody listens on, each time another."""
    return next(port for port in _SOME if _is_free(port))


def _is_free(port: int) -> bool:
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
