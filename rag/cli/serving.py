"""The server of `rag serve`: uvicorn, with bounds on what clients may hold, and on how long ending may take."""

import asyncio
import errno
import resource
import signal
import socket
from asyncio import TimerHandle, Transport
from collections.abc import Iterator
from contextlib import suppress
from types import FrameType
from typing import Any

import h11
import uvicorn
from h11._state import MIGHT_SWITCH_PROTOCOL
from uvicorn.protocols.http.h11_impl import H11Protocol

from rag.errors import BadInput
from rag.settings import Settings
from rag.wording.words import N_

_ACCEPTED_AT_ONCE = 16  # asyncio takes as many before it looks at any of them
_WAITING = 1024  # connections the kernel may hold that were not accepted yet
_RESERVED = 96 + 4 * _ACCEPTED_AT_ONCE  # descriptors for files, models, other servers, and what is being closed
_FEWEST = 16
_ARRIVING_S = 1.0  # that a request may be on its way when the end comes
_LAST = (b"connection", b"close")
_LATE = b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
_WHOLE = frozenset({h11.DONE, MIGHT_SWITCH_PROTOCOL, h11.MUST_CLOSE, h11.CLOSED, h11.ERROR})


def listening(host: str, port: int) -> socket.socket:
    """Listening at the address, so that it may be told; who comes early waits until the program has started.

    Raises BadInput where it is taken, or none of this machine.
    """
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        # Bound alone it could be bound by another program too, and only one of the two would come to listen.
        listener.listen(_WAITING)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise BadInput(
                N_("port %(port)s of %(host)s is taken by another program: choose another with --port"),
                port=port,
                host=host,
            ) from error
        raise BadInput(
            N_("cannot listen on port %(port)s of %(host)s: %(reason)s"), port=port, host=host, reason=error.strerror
        ) from error
    return listener


def serve(settings: Settings, listener: socket.socket, app: Any = None) -> None:
    """Serves until SIGTERM or SIGINT; then running answers have `shutdown_s` to come to an end.

    `app`: an ASGI application; None: the site, which reads the environment.

    After SIGTERM it first says for `drain_s` seconds that it is about to stop, and answers as before.
    """
    config = uvicorn.Config(
        app or "web.app:create_app",
        factory=app is None,
        log_level="warning",
        server_header=False,
        backlog=_ACCEPTED_AT_ONCE,
        timeout_graceful_shutdown=settings.shutdown_s,
        http=bounded(settings.request_s, settings.send_s, most_connections(settings.connections)),
    )
    config.load()
    started = _Starting(config.loaded_app)
    config.loaded_app = started
    try:
        _Server(config, settings.drain_s).run(sockets=[listener])
    except SystemExit:
        if started.failure is None:
            raise
    if started.failure is not None:
        raise started.failure


class _Starting:
    """The application, whose failure to start is kept to be told in words, instead of a traceback in the log."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self.failure: Exception | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return

        async def told(message: Any) -> None:
            failed = message["type"] == "lifespan.startup.failed"
            await send({"type": message["type"]} if failed else message)

        try:
            await self._app(scope, receive, told)
        except Exception as error:
            self.failure = error
            raise


class _Server(uvicorn.Server):
    """Ends without losing a request: whoever connected before the door closed is answered."""

    def __init__(self, config: uvicorn.Config, drain_s: float) -> None:
        super().__init__(config)
        self._drain_s = drain_s
        self._is_asked_to_end = False

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """The backlog is both what asyncio accepts at once, to be small, and what the kernel holds, to be large."""
        await super().startup(sockets)
        for listener in sockets or ():
            listener.listen(_WAITING)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """SIGTERM comes from whoever restarts a service; SIGINT from a person who waits."""
        self._is_asked_to_end = sig == signal.SIGTERM
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """What a request sees as `state.stopping` is set first; each connection ends with its next answer."""
        self.lifespan.state["stopping"] = True
        self.server_state.default_headers = [*self.server_state.default_headers, _LAST]
        if self._is_asked_to_end:
            await self._pass(self._drain_s)
        await self._close_the_door(sockets or [])
        await self._pass(_ARRIVING_S, while_arriving=True)
        await super().shutdown(sockets)

    async def _close_the_door(self, sockets: list[socket.socket]) -> None:
        """The kernel resets what it holds of a socket that is closed: that is taken in first, at one go."""
        held = [connection for listener in sockets for connection in _waiting_at(listener)]
        for server in self.servers:
            server.close()
        loop = asyncio.get_running_loop()
        for connection in held:
            await loop.connect_accepted_socket(self._protocol, connection)

    def _protocol(self) -> asyncio.Protocol:
        made: asyncio.Protocol = self.config.http_protocol_class(  # type: ignore[call-arg]
            config=self.config, server_state=self.server_state, app_state=self.lifespan.state
        )
        return made

    async def _pass(self, seconds: float, while_arriving: bool = False) -> None:
        """Returns early at a second signal, or when no request is on its way any more."""
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        while loop.time() < until and not self.force_exit:
            if while_arriving and not any(getattr(each, "arriving", False) for each in self.server_state.connections):
                return
            await asyncio.sleep(min(0.05, seconds))


def _waiting_at(listener: socket.socket) -> Iterator[socket.socket]:
    """The connections that the kernel has accepted and the program has not."""
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:  # none is left, or no descriptor is
            return
        connection.setblocking(False)
        yield connection


def most_connections(wanted: int) -> int:
    """`wanted`, or as many as this process may open files for, raised as far as it may raise that itself."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = wanted + _RESERVED
    if soft < needed:
        soft = needed if hard < 0 else min(needed, hard)
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return max(_FEWEST, min(wanted, soft - _RESERVED))


def bounded(request_s: float, send_s: float, connections: int) -> type[H11Protocol]:
    """HTTP/1.1 on at most so many connections, each of which has `request_s` for a whole request, body included, and
    `send_s` to take in what waits to be sent to it (up to 64 KB, beside what the kernel holds).

    When there are too many, the one that has been waiting longest for its request goes; those that are being answered
    stay. When all are, the newcomer goes.
    """
    waiting: dict[H11Protocol, TimerHandle] = {}  # the oldest first

    class Bounded(H11Protocol):
        _sending: TimerHandle | None = None

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
            self._taken()
            super().connection_lost(exc)

        def pause_writing(self) -> None:
            super().pause_writing()
            self._sending = self.loop.call_later(send_s, self.transport.abort)

        def resume_writing(self) -> None:
            self._taken()
            super().resume_writing()

        def _unsupported_upgrade_warning(self) -> None:
            """Another protocol is a wish that may be passed over; two lines for each would be a way to fill the log."""

        def shutdown(self) -> None:
            """What has not come in whole by now is not waited for."""
            if self in waiting and not self.transport.is_closing():
                self._arrived()
                self.transport.close()
            else:
                super().shutdown()

        @property
        def arriving(self) -> bool:
            """Whether it has waited for a request so shortly that one may be on its way."""
            timer = waiting.get(self)
            return timer is not None and self.loop.time() - (timer.when() - request_s) < _ARRIVING_S

        def _wait(self) -> None:
            if self not in waiting:
                waiting[self] = self.loop.call_later(request_s, self._late)

        def _taken(self) -> None:
            if self._sending is not None:
                self._sending.cancel()

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
