"""A number for each request: in its response, and in every line of the log that it caused."""

import logging
import re
import time
from contextvars import ContextVar
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADER = "X-Request-ID"
_GIVEN = re.compile(r"[A-Za-z0-9_.-]{8,64}")
_QUIET = frozenset({"/healthz", "/readyz", "/metrics"})  # asked for again and again

log = logging.getLogger("web.requests")
_current: ContextVar[str | None] = ContextVar("request_id", default=None)


def current_id() -> str | None:
    """Of the request that is being answered, in its threads too."""
    return _current.get()


class RequestIds:
    """Gives each request a number, its proxy's where it sends one, and tells of it when it was answered.

    Told is the declared path of the route ("/answers/{answer_id}"), never the address itself: questions and ids stand
    in those. Who asked is not told either.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        number = given if _GIVEN.fullmatch(given) else uuid4().hex
        # Not reset: what goes wrong is told outside of here, and every request has a context of its own.
        _current.set(number)
        began, status = time.perf_counter(), 500

        async def numbered(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = number
            await send(message)

        try:
            await self._app(scope, receive, numbered)
        finally:
            _tell(scope, status, time.perf_counter() - began)


def _tell(scope: Scope, status: int, took_s: float) -> None:
    route = getattr(scope.get("route"), "path", None)
    # Static files have no route; nor has an address that leads nowhere, which is told.
    if route in _QUIET or (route is None and status < 400) or not log.isEnabledFor(logging.INFO):
        return
    facts = {"method": scope["method"], "route": route, "status": status, "ms": round(took_s * 1000, 1)}
    log.info("request", extra={"facts": facts})
