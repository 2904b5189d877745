"""A bound on how much work runs at once, in threads, so that the event loop never waits for a model."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import anyio

from web.protection.problems import Problem

T = TypeVar("T")
_DONE: Any = object()


class Gate:
    """Lets `places` callers in; the others wait up to `patience_s` seconds."""

    def __init__(self, places: int, patience_s: float) -> None:
        self._semaphore = anyio.Semaphore(places)
        self._patience_s = patience_s
        self._places = places

    @property
    def taken(self) -> int:
        return self._places - self._semaphore.value

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Holds one place. Raises Problem with status 503 when none comes free in time."""
        with anyio.move_on_after(self._patience_s) as wait:
            await self._semaphore.acquire()
        if wait.cancelled_caught:
            raise Problem(503, "busy", retry_after_s=max(1, round(self._patience_s)))
        try:
            yield
        finally:
            self._semaphore.release()


async def in_thread(function: Callable[..., T], *arguments: Any) -> T:
    """The result of a blocking call."""
    return await anyio.to_thread.run_sync(function, *arguments)


async def iterate(start: Callable[[], Iterator[T]], idle: T, every_s: float) -> AsyncIterator[T]:
    """The items of a blocking iterator, each fetched in a thread, and `idle` whenever `every_s` pass without one.

    The iterator is closed when the reader goes away.
    """
    iterator = await in_thread(start)
    coming: asyncio.Future[T] | None = None
    try:
        while True:
            coming = coming or asyncio.ensure_future(in_thread(next, iterator, _DONE))
            # Waiting, unlike a time limit, leaves the thread to its work.
            finished, _ = await asyncio.wait({coming}, timeout=every_s)
            if not finished:
                yield idle
                continue
            item = coming.result()
            if item is _DONE:
                return
            coming = None
            yield item
    finally:
        with anyio.CancelScope(shield=True):
            if coming is not None:
                await asyncio.wait({coming})
            await in_thread(getattr(iterator, "close", _nothing))


def _nothing() -> None:
    """Closes what has nothing to close."""
