import threading
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import anyio
import pytest

from web.protection.gate import Gate, iterate
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
        assert go_on.wait(10)
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


def test_leaving_while_an_item_takes_long_waits_for_it_and_closes_the_iterator() -> None:
    go_on, closed = threading.Event(), threading.Event()

    def slow() -> Iterator[str]:
        try:
            assert go_on.wait(10)
            yield "never read"
        finally:
            closed.set()

    async def scenario() -> None:
        items = iterate(slow, "idle", 0.01)
        assert await anext(items) == "idle"
        go_on.set()
        await items.aclose()

    run(scenario)
    assert closed.is_set()


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

    run(scenario)
    assert closed.is_set()
