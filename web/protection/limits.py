"""Bounds on what one client may send: how often, and how much."""

import ipaddress
import math
from collections import OrderedDict
from collections.abc import Callable, Mapping
from time import monotonic
from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.protection.base_path import path_in
from web.protection.problems import problem_response


class RateLimiter:
    """A token bucket for each client; the least recently seen are forgotten beyond `clients`."""

    def __init__(self, per_minute: int, clients: int = 10_000, clock: Callable[[], float] = monotonic) -> None:
        self._capacity = float(per_minute)
        self._per_second = per_minute / 60
        self._clients = clients
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> int:
        """0 when the request may go on, else the whole seconds to wait."""
        now = self._clock()
        tokens, seen = self._buckets.pop(client, (self._capacity, now))
        tokens = min(self._capacity, tokens + (now - seen) * self._per_second)
        allowed = tokens >= 1
        self._buckets[client] = (tokens - 1 if allowed else tokens, now)
        if len(self._buckets) > self._clients:
            self._buckets.popitem(last=False)
        return 0 if allowed else math.ceil((1 - tokens) / self._per_second)


def client_key(host: str) -> str:
    """The address to count by: an IPv6 network of 64 bits is one client, since one household holds all of it."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return host


class BodyLimit:
    """Refuses a request body above `max_bytes`, by its declared length or as it comes in.

    `larger`: what is allowed at some paths, for those who show a cookie; the door behind reads whose it is.
    """

    def __init__(self, app: ASGIApp, max_bytes: int, larger: Mapping[str, int] = MappingProxyType({})) -> None:
        self._app = app
        self._max_bytes = max_bytes
        self._larger = larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        declared = headers.get(b"content-length", b"0")
        most = self._larger.get(path_in(scope), self._max_bytes) if b"cookie" in headers else self._max_bytes
        if not declared.isdigit() or int(declared) > most:
            await problem_response(scope, 413, "body_too_large")(scope, receive, send)
            return
        await self._app(scope, _counted(receive, most), send)


def _counted(receive: Receive, most: int) -> Receive:
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            # A chunked body has no declared length. FastAPI lets an HTTPException pass while it reads a body.
            raise HTTPException(413)
        return message

    return counted
