import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from operator import attrgetter
from typing import TypeVar

import anyio
import pytest
from starlette.requests import Request
from starlette.types import Message

from tests.patience import PATIENCE_S
from web.protection.gate import Gate, in_thread, is_left, iterate, unfinished
from web.protection.problems import Problem

T = TypeVar("T")


def run(scenario: Callable[[], Awaitable[T]]) -> T:
    """In a thread of its own: the browser tests leave an event loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, scenario).result()


def test_a_full_gate_is_503_when_no_place_comes_free() -> None:
    async def scenario() -> Problem:
        gate = Gate(places=1, patience_s=0.01)
        async with gate.place():
            assert gate.taken == 1
            with pytest.raises(Problem) as caught:
                async with gate.place():
                    raise AssertionError("let in")
        assert gate.taken == 0
        return caught.value

    problem = run(scenario)
    assert (problem.status, problem.code, problem.retry_after_s) == (503, "busy", 1)


def test_whoever_finds_the_queue_full_is_told_so_at_once_and_the_others_come_in_in_turn() -> None:
    async def scenario() -> tuple[list[str], Problem, float]:
        gate, came, may_go = Gate(places=1, patience_s=PATIENCE_S, most_waiting=2), list[str](), anyio.Event()

        async def come(name: str) -> None:
            async with gate.place():
                came.append(name)
                await may_go.wait()

        async with anyio.create_task_group() as people:
            for name in "abc":
                people.start_soon(come, name)
                await anyio.wait_all_tasks_blocked()
            begun = time.monotonic()
            with pytest.raises(Problem) as caught:
                await come("d")
            waited = time.monotonic() - begun
            may_go.set()
        return came, caught.value, waited

    came, problem, waited = run(scenario)
    assert (came, problem.status, problem.code) == (["a", "b", "c"], 503, "busy")
    assert waited < PATIENCE_S / 2


def test_a_place_is_given_back_after_a_failure() -> None:
    async def scenario() -> int:
        gate = Gate(places=1, patience_s=0.01)
        with pytest.raises(ValueError, match="broken"):
            async with gate.place():
                raise ValueError("broken")
        return gate.taken

    assert run(scenario) == 0


def test_items_are_fetched_outside_the_event_loop() -> None:
    def where() -> Iterator[int]:
        yield threading.get_ident()

    async def scenario() -> bool:
        return [ident async for ident in iterate(where, 0, 60)] != [threading.get_ident()]

    assert run(scenario)


def test_while_an_item_takes_long_the_idle_one_is_given_again_and_again() -> None:
    go_on = threading.Event()

    def slow() -> Iterator[str]:
        yield "first"
        assert go_on.wait(PATIENCE_S)
        yield "last"

    async def scenario() -> list[str]:
        seen: list[str] = []
        async for item in iterate(slow, "idle", 0.01):
            seen.append(item)
            if seen.count("idle") == 3:
                go_on.set()
        return seen

    seen = run(scenario)
    assert [seen[0], seen[-1]] == ["first", "last"]
    assert set(seen[1:-1]) == {"idle"}
    assert len(seen) >= 5


def test_leaving_while_an_item_takes_long_waits_for_nothing_and_closes_the_iterator_after_it() -> None:
    go_on, closed = threading.Event(), threading.Event()

    def slow() -> Iterator[str]:
        try:
            assert go_on.wait(PATIENCE_S)
            yield "never read"
        finally:
            closed.set()

    async def scenario() -> None:
        items = iterate(slow, "idle", 0.01)
        assert await anext(items) == "idle"
        await items.aclose()
        assert not closed.is_set()
        go_on.set()
        assert await in_thread(closed.wait, PATIENCE_S)

    run(scenario)


def test_what_takes_longer_than_the_server_can_wait_ends_with_a_word_of_its_own() -> None:
    may_end, closed = threading.Event(), threading.Event()

    def slow() -> Iterator[str]:
        try:
            yield "first"
            assert may_end.wait(PATIENCE_S)
            yield "never read"
        finally:
            closed.set()

    async def scenario() -> list[str]:
        ended = asyncio.Event()
        request = Request({"type": "http", "state": {"ended": ended}})
        seen: list[str] = []
        async for item in iterate(slow, "idle", PATIENCE_S, partial(unfinished, request, attrgetter("code"))):
            seen.append(item)
            ended.set()
        may_end.set()
        assert await in_thread(closed.wait, PATIENCE_S)
        return seen

    assert run(scenario) == ["first", "stopping"]


def client_that(leaves: threading.Event) -> Request:
    """A request whose body was read, of a client that leaves when it is told to."""

    async def receive() -> dict[str, str]:
        await in_thread(leaves.wait, PATIENCE_S)
        return {"type": "http.disconnect"}

    return Request({"type": "http"}, receive)


def test_whoever_leaves_frees_the_place_at_once_and_no_further_step_is_taken() -> None:
    leaves, go_on, closed = threading.Event(), threading.Event(), threading.Event()
    steps = []

    def slow() -> Iterator[str]:
        try:
            for step in ("one", "two", "three"):
                steps.append(step)
                leaves.set()
                assert go_on.wait(PATIENCE_S)
                yield step
        finally:
            closed.set()

    async def scenario() -> tuple[int, str]:
        gate = Gate(places=1, patience_s=0.01)
        with pytest.raises(Problem) as caught:
            async with gate.place():
                await gate.last_of(client_that(leaves), slow)
        async with gate.place():
            assert not closed.is_set()
        go_on.set()
        assert await in_thread(closed.wait, PATIENCE_S)
        return caught.value.status, caught.value.code

    assert run(scenario) == (499, "left")
    assert steps == ["one"]


def test_whoever_stays_gets_the_last_item_or_the_failure() -> None:
    stays = threading.Event()

    def fails() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    async def scenario() -> int:
        gate = Gate(places=1, patience_s=0.01)
        with pytest.raises(ValueError, match="broken"):
            await gate.last_of(client_that(stays), fails)
        last = await gate.last_of(client_that(stays), lambda: (number for number in (1, 2, 3)))
        stays.set()
        return last

    assert run(scenario) == 3


def test_leaving_early_closes_the_iterator() -> None:
    closed = threading.Event()

    def endless() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            closed.set()

    async def scenario() -> None:
        items = iterate(endless, 0, 60)
        assert await anext(items) == 1
        await items.aclose()
        assert await in_thread(closed.wait, PATIENCE_S)

    run(scenario)
    assert closed.is_set()


def test_a_long_step_can_see_that_its_reader_has_left_and_end() -> None:
    begun, ended = threading.Event(), threading.Event()

    def slow() -> Iterator[str]:
        yield "first"
        begun.set()
        for _ in range(int(PATIENCE_S / 0.01)):
            if is_left():
                ended.set()
                return
            time.sleep(0.01)

    async def streamed() -> None:
        items = iterate(slow, "idle", 0.01)
        async for item in items:
            if item == "idle" and begun.is_set():
                break
        await items.aclose()  # type: ignore[attr-defined]
        assert await in_thread(ended.wait, PATIENCE_S)

    async def plain() -> None:
        async def leaving() -> Message:
            await in_thread(begun.wait, PATIENCE_S)
            return {"type": "http.disconnect"}

        with pytest.raises(Problem):
            await Gate(1, 1).last_of(Request({"type": "http"}, leaving), slow)
        assert await in_thread(ended.wait, PATIENCE_S)

    for scenario in (streamed, plain):
        begun.clear()
        ended.clear()
        run(scenario)
    assert not is_left()
