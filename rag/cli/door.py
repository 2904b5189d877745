"""The socket a server listens at: opened so that it may be told, closed so that nobody who was let in is forgotten."""

import ctypes
import errno
import socket
import struct
import sys
from collections.abc import Iterator

from rag.errors import BadInput
from rag.wording.words import N_

WAITING = 1024  # connections the kernel may hold that were not accepted yet
_SO_ATTACH_FILTER = 26  # of Linux; the module `socket` has no name for it
# For the kernel's filter machine, over the head of a TCP segment: of what knocks (SYN without ACK) nothing is kept.
_NOBODY_NEW = (
    (0x30, 0, 0, 13),  # the flags
    (0x54, 0, 0, 0x12),  # of them SYN and ACK
    (0x15, 0, 1, 0x02),  # SYN alone?
    (0x06, 0, 0, 0),  # then nothing of it,
    (0x06, 0, 0, 0xFFFFFFFF),  # else all
)


def listening(host: str, port: int) -> socket.socket:
    """Listening at the address, so that it may be told; who comes early waits until the program has started.

    Raises BadInput where it is taken, or none of this machine.
    """
    try:
        return _bound(host, port)
    except OSError as error:  # also where the machine has no IPv6
        if error.errno == errno.EADDRINUSE:
            raise BadInput(
                N_("port %(port)s of %(host)s is taken by another program: choose another with --port"),
                port=port,
                host=host,
            ) from error
        raise BadInput(
            N_("cannot listen on port %(port)s of %(host)s: %(reason)s"), port=port, host=host, reason=error.strerror
        ) from error


def _bound(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        # Bound alone it could be bound by another program too, and only one of the two would come to listen.
        listener.listen(WAITING)
    except OSError:
        listener.close()
        raise
    return listener


def let_nobody_new_in(listener: socket.socket) -> bool:
    """Whether the kernel passes over everybody who knocks from now on, without a word.

    They knock again a second later (that is TCP's own patience), and find whoever listens then, or nobody, which a
    proxy takes as a sign to ask elsewhere. Were they let in, the kernel would reset them, and their request, when the
    socket is closed: taking in what a socket holds and closing it cannot be done at one stroke. False where the system
    cannot do this.
    """
    if sys.platform != "linux":
        return False
    program = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *each) for each in _NOBODY_NEW))
    try:
        given = struct.pack("HP", len(_NOBODY_NEW), ctypes.addressof(program))
        listener.setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, given)
    except OSError:
        return False
    return True


def waiting_at(listener: socket.socket) -> Iterator[socket.socket]:
    """The connections that the kernel has accepted and the program has not."""
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:  # none is left, or no descriptor is
            return
        connection.setblocking(False)
        yield connection
