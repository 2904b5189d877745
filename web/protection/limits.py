"""Bounds on how often is asked: by one client, with one key, and by everybody together.

Counted by the library `limits` in windows of a minute that slide, in this process or, for several, in Redis.
"""

import hashlib
import ipaddress
import logging
import math
import secrets
import time
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import anyio
from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import StorageError

from rag.errors import BadInput, MissingExtra
from rag.settings import Settings
from rag.wording.words import N_

log = logging.getLogger(__name__)

PATIENCE_S = 0.5  # with Redis; then this process counts by itself
REST_S = 30.0  # in which it is not asked again
_EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Allowance:
    """Who is counted ("client:192.0.2.7", "key:4"), and how often they may ask in a minute."""

    name: str
    per_minute: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Whole seconds to wait; `by_all` where everybody together has asked too often."""

    wait_s: int
    by_all: bool = False


class Limits:
    """Counts requests. Who is over a bound of their own takes nothing from what is for everybody."""

    def __init__(self, in_total: int, redis_url: str | None = None) -> None:
        """Raises MissingExtra, BadInput for an address that is none."""
        self._in_total = RateLimitItemPerMinute(in_total)
        self._here = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._connections = _connections(redis_url) if redis_url else None
        self._shared = _shared(redis_url, self._connections) if redis_url else None
        # Nothing that is counted by can be read in Redis; its address is what all processes, and they only, know.
        self._secret = hashlib.blake2b(redis_url.encode()).digest() if redis_url else secrets.token_bytes(32)
        self._rests_until = 0.0

    @classmethod
    def of(cls, settings: Settings) -> "Limits":
        return cls(settings.total_per_minute, settings.redis_url.get_secret_value() if settings.redis_url else None)

    async def take(self, allowance: Allowance, in_total: bool = True) -> Refused | None:
        """Counts a request; None where it may go on. One that is refused is not counted.

        `in_total`: whether it takes from what is for everybody.
        """
        if self._shared and time.monotonic() >= self._rests_until:
            try:
                with anyio.fail_after(PATIENCE_S):
                    return await self._take(self._shared, allowance, in_total)
            except (StorageError, TimeoutError) as error:
                self._rests_until = time.monotonic() + REST_S
                log.warning("Redis does not answer, so each process counts by itself: %s", type(error).__name__)
        return await self._take(self._here, allowance, in_total)

    async def close(self) -> None:
        """Ends the connections to Redis; nothing is counted afterwards."""
        if self._connections is not None:
            await self._connections.aclose()

    async def _take(
        self, limiter: SlidingWindowCounterRateLimiter, allowance: Allowance, in_total: bool
    ) -> Refused | None:
        own, key = RateLimitItemPerMinute(allowance.per_minute), self._key(allowance.name)
        # First asked, and last taken: names are remembered for what may go on only, so that they cannot pile up.
        if in_total and not await limiter.test(self._in_total, _EVERYBODY):
            return Refused(await _wait_s(limiter, self._in_total, _EVERYBODY), by_all=True)
        if not await limiter.hit(own, key):
            return Refused(await _wait_s(limiter, own, key))
        if in_total:
            await limiter.hit(self._in_total, _EVERYBODY)
        return None

    def _key(self, name: str) -> str:
        return hashlib.blake2b(name.encode(), key=self._secret, digest_size=16).hexdigest()


async def _wait_s(limiter: SlidingWindowCounterRateLimiter, item: RateLimitItemPerMinute, key: str) -> int:
    window = await limiter.get_window_stats(item, key)
    return max(1, math.ceil(window.reset_time - time.time()))


def _connections(url: str) -> Any:
    """A pool of redis-py's, whose operations take no longer than PATIENCE_S."""
    if not url.startswith(("redis://", "rediss://")):
        raise BadInput(N_("RAG_REDIS_URL is no address like redis://:password@host:6379/0"))
    try:
        redis = import_module("redis.asyncio")
    except ImportError as error:
        raise MissingExtra("redis") from error
    try:
        return redis.ConnectionPool.from_url(url, socket_timeout=PATIENCE_S, socket_connect_timeout=PATIENCE_S)
    except ValueError as error:
        raise BadInput(N_("RAG_REDIS_URL is no address like redis://:password@host:6379/0")) from error


def _shared(url: str, connections: Any) -> SlidingWindowCounterRateLimiter:
    storage = RedisStorage(
        f"async+{url}",
        wrap_exceptions=True,
        implementation="redispy",
        key_prefix="tanya",
        connection_pool=connections,
    )
    return SlidingWindowCounterRateLimiter(storage)


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
