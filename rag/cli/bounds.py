"""What clients may hold of the server: connections, and how long a request or an answer may be on its way."""

import resource
from asyncio import TimerHandle, Transport
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

ACCEPTED_AT_ONCE = 16  # asyncio takes as many before it looks at any of them
ARRIVING_S = 1.0  # that a request may be on its way when the end comes
_RESERVED = 96 + 4 * ACCEPTED_AT_ONCE  # descriptors for files, models, other servers, and what is being closed
_FEWEST = 16
_LATE = b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
_COMING = (h11.IDLE, h11.SEND_BODY)  # in which a client has not sent its whole request


def most_connections(wanted: int) -> int:
    """`wanted`, or as many as this process may open files for, raised as far as it may raise that itself."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = wanted + _RESERVED
    if soft < needed:
        with suppress(OSError, ValueError):  # a system may keep it lower than it says
            resource.setrlimit(resource.RLIMIT_NOFILE, (needed if hard < 0 else min(needed, hard), hard))
        soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return max(_FEWEST, min(wanted, soft - _RESERVED))


class _Leaving:
    """A transport whose end may be put off: then only nothing more is sent."""

    def __init__(self, transport: Any, is_put_off: Callable[[], bool]) -> None:
        self._transport, self._is_put_off, self.is_left = transport, is_put_off, False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def is_closing(self) -> bool:
        return self.is_left or bool(self._transport.is_closing())

    def close(self) -> None:
        if self.is_closing() or not self._is_put_off():
            self._transport.close()
        else:
            self.is_left = True
            self._transport.write_eof()


def bounded(request_s: float, send_s: float, connections: int) -> type[H11Protocol]:
    """HTTP/1.1 on at most so many connections, each of which has `request_s` for a whole request, body included, and
    `send_s` to take in what waits to be sent to it (up to 64 KB, beside what the kernel holds). Between two requests
    uvicorn bounds it (`timeout_keep_alive`).

    A request that is refused before it has come in is taken in all the same, and forgotten: a connection that is closed
    over unread bytes is reset, and the refusal may be lost with it.

    When there are too many, the one that has been waiting longest for its request goes; those that are being answered
    stay. When all are, the newcomer goes.
    """
    waiting: dict[H11Protocol, float] = {}  # since when, in the loop's time; the oldest first

    class Bounded(H11Protocol):
        _coming: TimerHandle | None = None
        _sending: TimerHandle | None = None

        def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
            self._leaving = _Leaving(transport, self._is_answered_early)
            super().connection_made(self._leaving)  # type: ignore[arg-type]
            self._wait()
            if len(self.connections) > connections:
                oldest = next(iter(waiting))
                oldest.connections.discard(oldest)
                oldest.transport.abort()
                oldest._arrived()  # type: ignore[attr-defined]

        def data_received(self, data: bytes) -> None:
            if not self._leaving.is_left:
                super().data_received(data)
                return
            self.conn.receive_data(data)
            with suppress(h11.RemoteProtocolError):
                while isinstance(self.conn.next_event(), h11.Data):
                    pass
            if self.conn.their_state is not h11.SEND_BODY:
                self._leaving.close()

        def handle_events(self) -> None:
            super().handle_events()
            if self.conn.their_state in _COMING:
                self._wait()
            else:
                self._arrived()

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
            return self in waiting and self.loop.time() - waiting[self] < ARRIVING_S

        def _wait(self) -> None:
            """The first request, and what has begun to come, has `request_s`."""
            is_idle = self.conn.their_state is h11.IDLE and self.cycle is not None and not self.conn.trailing_data[0]
            if self not in waiting or (self._coming is None and not is_idle):
                self._arrived()
                waiting[self] = self.loop.time()
                self._coming = None if is_idle else self.loop.call_later(request_s, self._late)

        def _is_answered_early(self) -> bool:
            early = self.conn.their_state is h11.SEND_BODY and self.conn.our_state is h11.CLOSED
            if early:
                self.flow.resume_reading()
            return early

        def _taken(self) -> None:
            if self._sending is not None:
                self._sending.cancel()

        def _arrived(self) -> None:
            waiting.pop(self, None)
            if self._coming is not None:
                self._coming.cancel()
                self._coming = None

        def _late(self) -> None:
            self._arrived()
            if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
                self.transport.write(_LATE)
            self.transport.close()

    return Bounded
