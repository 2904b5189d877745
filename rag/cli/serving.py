"""The server of `rag serve`: uvicorn, with bounds on what clients may hold, and on how long ending may take."""

import resource
import socket
from asyncio import TimerHandle, Transport
from contextlib import suppress
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from rag.settings import Settings

_ACCEPTED_AT_ONCE = 16  # asyncio takes as many before it looks at any of them
_WAITING = 1024  # connections the kernel may hold that were not accepted yet
_RESERVED = 96 + 4 * _ACCEPTED_AT_ONCE  # descriptors for files, models, other servers, and what is being closed
_FEWEST = 16
_LATE = b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
_WHOLE = frozenset({h11.DONE, h11.MUST_CLOSE, h11.CLOSED, h11.ERROR})


def serve(settings: Settings, host: str, port: int) -> None:
    """Serves until SIGTERM or SIGINT; then running answers have `shutdown_s` to come to an end."""
    config = uvicorn.Config(
        "web.app:create_app",
        factory=True,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        backlog=_ACCEPTED_AT_ONCE,
        timeout_graceful_shutdown=settings.shutdown_s,
        http=bounded(settings.request_s, most_connections(settings.connections)),
    )
    listener = config.bind_socket()
    _Server(config).run(sockets=[listener])


class _Server(uvicorn.Server):
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """The backlog is both what asyncio accepts at once, to be small, and what the kernel holds, to be large."""
        await super().startup(sockets)
        for listener in sockets or ():
            listener.listen(_WAITING)


def most_connections(wanted: int) -> int:
    """`wanted`, or as many as this process may open files for, raised as far as it may raise that itself."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = wanted + _RESERVED
    if soft < needed:
        soft = needed if hard < 0 else min(needed, hard)
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return max(_FEWEST, min(wanted, soft - _RESERVED))


def bounded(request_s: float, connections: int) -> type[H11Protocol]:
    """HTTP/1.1 on at most so many connections, each of which has `request_s` for a whole request, body included.

    When there are too many, the one that has been waiting longest for its request goes; those that are being answered
    stay. When all are, the newcomer goes.
    """
    waiting: dict[H11Protocol, TimerHandle] = {}  # the oldest first

    class Bounded(H11Protocol):
        def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._wait()
            if len(self.connections) > connections:
                oldest = next(iter(waiting))
                waiting.pop(oldest).cancel()
                oldest.connections.discard(oldest)
                oldest.transport.abort()

        def handle_events(self) -> None:
            super().handle_events()
            self._arrived() if self.conn.their_state in _WHOLE else self._wait()

        def connection_lost(self, exc: Exception | None) -> None:
            self._arrived()
            super().connection_lost(exc)

        def shutdown(self) -> None:
            """What has not come in whole by now is not waited for."""
            if self in waiting and not self.transport.is_closing():
                self._arrived()
                self.transport.close()
            else:
                super().shutdown()

        def _wait(self) -> None:
            if self not in waiting:
                waiting[self] = self.loop.call_later(request_s, self._late)

        def _arrived(self) -> None:
            timer: Any = waiting.pop(self, None)
            if timer is not None:
                timer.cancel()

        def _late(self) -> None:
            waiting.pop(self, None)
            if self.transport.is_closing():
                return
            if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
                self.transport.write(_LATE)
            self.transport.close()

    return Bounded
