"""The server of `rag serve`: uvicorn, with bounds on what clients may hold, and on how long ending may take."""

import asyncio
import signal
import socket
from types import FrameType
from typing import Any

import uvicorn

from rag.cli.bounds import ACCEPTED_AT_ONCE, ARRIVING_S, bounded, most_connections
from rag.cli.door import WAITING, let_nobody_new_in, waiting_at
from rag.settings import Settings

_ENTERING_S = 0.25  # that a handshake may be under way when nobody new is let in
_TELLING_S = 2  # in which an answer that is not waited for may say so
_LAST = (b"connection", b"close")


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
        backlog=ACCEPTED_AT_ONCE,
        timeout_keep_alive=settings.idle_s,
        timeout_graceful_shutdown=settings.shutdown_s + _TELLING_S,
        http=bounded(settings.request_s, settings.send_s, most_connections(settings.connections)),
    )
    config.load()
    started = _Starting(config.loaded_app)
    config.loaded_app = started
    try:
        _Server(config, settings.drain_s, settings.shutdown_s).run(sockets=[listener])
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

    def __init__(self, config: uvicorn.Config, drain_s: float, shutdown_s: float) -> None:
        super().__init__(config)
        self._drain_s, self._shutdown_s = drain_s, shutdown_s
        self._is_asked_to_end = False
        self._ended = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """The backlog is both what asyncio accepts at once, to be small, and what the kernel holds, to be large."""
        await super().startup(sockets)
        self.lifespan.state["ended"] = self._ended
        for listener in sockets or ():
            listener.listen(WAITING)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """SIGTERM comes from whoever restarts a service; SIGINT from a person who waits."""
        self._is_asked_to_end = sig == signal.SIGTERM
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """What a request sees as `state.stopping` is set first; each connection ends with its next answer.

        `state.ended` is set when running answers are waited for no longer: they may say so before they are cut off.
        """
        self.lifespan.state["stopping"] = True
        self.server_state.default_headers = [*self.server_state.default_headers, _LAST]
        if self._is_asked_to_end:
            await self._pass(self._drain_s)
        await self._close_the_door(sockets or [])
        await self._pass(ARRIVING_S, while_arriving=True)
        asyncio.get_running_loop().call_later(self._shutdown_s, self._ended.set)
        await super().shutdown(sockets)

    async def _close_the_door(self, sockets: list[socket.socket]) -> None:
        """The kernel resets what it holds of a socket that is closed: nobody new is let in, and who is in is taken."""
        closed = [let_nobody_new_in(listener) for listener in sockets]
        if any(closed):
            await self._pass(_ENTERING_S)
        held = [connection for listener in sockets for connection in waiting_at(listener)]
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
        """Returns early at Ctrl-C during the end, and `while_arriving` when no request is on its way any more."""
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        while loop.time() < until and not self.force_exit:
            await asyncio.sleep(min(0.05, seconds))  # in which who was just taken in comes to be counted
            if while_arriving and not any(getattr(each, "arriving", False) for each in self.server_state.connections):
                return
