"""A bound on how much work runs at once, in threads, so that the event loop never waits for a model."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, closing
from contextvars import ContextVar
from typing import Any, TypeVar, cast

import anyio
from starlette.requests import Request

from web.protection.problems import Problem

_AGAIN_S = 5  # after which another server, or this one once more, may be asked
T = TypeVar("T")
_DONE: Any = object()
_LEFT: ContextVar[threading.Event | None] = ContextVar("left", default=None)  # of the thread that works on an answer


def is_left() -> bool:
    """Whether whoever asked for what this thread works on has gone: a long step may look, and end early."""
    left = _LEFT.get()
    return left is not None and left.is_set()


class Gate:
    """Lets `places` callers in; up to `most_waiting` others wait in turn, up to `patience_s` seconds."""

    def __init__(self, places: int, patience_s: float, most_waiting: int = 1000) -> None:
        self._semaphore = anyio.Semaphore(places)
        self._patience_s, self._most_waiting = patience_s, most_waiting
        self._places = places
        self._threads = anyio.CapacityLimiter(2 * places)

    @property
    def taken(self) -> int:
        return self._places - self._semaphore.value

    @property
    def crowded(self) -> bool:
        """Whether others than the one who asks hold half of the places."""
        return 2 * (self.taken - 1) >= self._places > 1

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Holds one place. Raises Problem with status 503 when none comes free in time, or too many wait for one."""
        if self._semaphore.value == 0 and self._semaphore.statistics().tasks_waiting >= self._most_waiting:
            raise self._busy()
        with anyio.move_on_after(self._patience_s) as wait:
            await self._semaphore.acquire()
        if wait.cancelled_caught:
            raise self._busy()
        try:
            yield
        finally:
            self._semaphore.release()

    def _busy(self) -> Problem:
        return Problem(503, "busy", retry_after_s=max(1, round(self._patience_s)))

    async def result_of(self, work: Callable[[], T]) -> T:
        """Of a blocking call, which may look whether `is_left()` once this is cancelled."""
        left = threading.Event()

        def run() -> T:
            _LEFT.set(left)
            return work()

        working = asyncio.ensure_future(anyio.to_thread.run_sync(run, limiter=self._threads))
        try:
            return await asyncio.shield(working)
        finally:
            left.set()
            working.add_done_callback(_forget)

    async def last_of(self, request: Request, start: Callable[[], Iterator[T]]) -> T:
        """The last item of a blocking iterator, which is asked for no more once the client has left.

        Raises Problem when it has, or when the server can wait no longer. What is being worked on then comes to its end
        in its thread, and holds no place; of such threads there are at most as many as places, so that those who leave
        cannot pile up work.
        """
        left = threading.Event()
        work = asyncio.ensure_future(anyio.to_thread.run_sync(_drain, start, left, limiter=self._threads))
        leaving = asyncio.ensure_future(_leaving(request))
        ending = asyncio.ensure_future(_ended(request))
        try:
            await asyncio.wait({work, leaving, ending}, return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                raise _stopping() if ending.done() else Problem(499, "left")
            return work.result()
        finally:
            left.set()
            leaving.cancel()
            ending.cancel()
            work.add_done_callback(_forget)


async def in_thread(function: Callable[..., T], *arguments: Any) -> T:
    """The result of a blocking call."""
    return await anyio.to_thread.run_sync(function, *arguments)


def _drain(start: Callable[[], Iterator[T]], left: threading.Event) -> T:
    last: Any = None
    _LEFT.set(left)  # in the copy of the context that a thread gets
    with closing(start()) as items:  # type: ignore[type-var]  # a generator
        for item in items:
            last = item
            if left.is_set():
                break
    return cast(T, last)


async def _leaving(request: Request) -> None:
    """Returns when the client has left; to be asked only when the body has been read."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _stopping() -> Problem:
    """What is told in place of an answer when the server that works on it has to end."""
    return Problem(503, "stopping", retry_after_s=_AGAIN_S)


async def _ended(request: Request) -> None:
    """Returns when answers are waited for no longer, which the server says by `state.ended`; never under another's."""
    ended: asyncio.Event | None = getattr(request.state, "ended", None)
    await (ended or asyncio.Event()).wait()


def _forget(work: "asyncio.Future[Any]") -> None:
    """Nobody is there to be told of a failure."""
    if not work.cancelled():
        work.exception()


async def unfinished(request: Request, word: Callable[[Problem], T]) -> T:
    """`word` of what is told in place of an answer, when the server can wait for it no longer."""
    await _ended(request)
    return word(_stopping())


async def iterate(
    start: Callable[[], Iterator[T]], idle: T, every_s: float, last: Callable[[], Coroutine[Any, Any, T]] | None = None
) -> AsyncIterator[T]:
    """The items of a blocking iterator, each fetched in a thread, and `idle` whenever `every_s` pass without one.

    The iterator is closed when the reader goes away, and when `last` comes to a result: that is the last item then.
    """
    left = threading.Event()
    iterator = await in_thread(start)
    ending = asyncio.ensure_future(last()) if last else asyncio.Future[T]()
    coming: asyncio.Future[T] | None = None
    try:
        while True:
            coming = coming or asyncio.ensure_future(in_thread(_next, iterator, left))
            # Waiting, unlike a time limit, leaves the thread to its work.
            await asyncio.wait({coming, ending}, timeout=every_s, return_when=asyncio.FIRST_COMPLETED)
            if not coming.done() and ending.done():
                yield ending.result()
                return
            if not coming.done():
                yield idle
                continue
            item = coming.result()
            if item is _DONE:
                return
            coming = None
            yield item
    finally:
        left.set()
        ending.cancel()
        # Not waited for: whoever has left must not keep a place while a step comes to its end.
        _closing.add(task := asyncio.ensure_future(_close(iterator, coming)))
        task.add_done_callback(_closing.discard)


def _next(iterator: Iterator[T], left: threading.Event) -> T:
    _LEFT.set(left)
    return next(iterator, _DONE)


_closing: set[asyncio.Future[None]] = set()  # the event loop itself holds its tasks weakly


async def _close(iterator: Iterator[Any], coming: "asyncio.Future[Any] | None") -> None:
    if coming is not None:
        await asyncio.wait({coming})
        _forget(coming)
    await in_thread(getattr(iterator, "close", _nothing))


def _nothing() -> None:
    """Closes what has nothing to close."""
