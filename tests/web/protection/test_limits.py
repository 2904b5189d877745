"""The library counts; here is tried what is ours: whom, in which order, and what is done when Redis is away."""

import asyncio
import time
from collections.abc import Callable, Iterator

import pytest

from rag.errors import BadInput
from tests.patience import PATIENCE_S
from tests.ports import free_port
from tests.web.conftest import Clock
from tests.web.redis_server import PASSWORD, running_redis
from web.protection.limits import Allowance, Limits, Refused, client_key

Take = Callable[..., list[Refused | None]]


@pytest.fixture
def taken() -> Iterator[Take]:
    """Takes for names one after another, in one event loop, and closes afterwards."""
    used: list[Limits] = []

    async def take(limits: Limits, *names: str, per_minute: int = 2) -> list[Refused | None]:
        used.append(limits)
        return [await limits.take(Allowance(name, per_minute)) for name in names]

    with asyncio.Runner() as runner:
        yield lambda *arguments, **options: runner.run(take(*arguments, **options))
        for limits in used:
            runner.run(limits.close())


def test_a_third_request_in_a_minute_waits_for_its_end_where_two_are_allowed(taken: Take, clock: Clock) -> None:
    limits = Limits(in_total=100)
    assert taken(limits, "a", "a", "a") == [None, None, Refused(50)]
    clock.now += 45
    assert taken(limits, "a") == [Refused(5)]


def test_what_was_asked_a_minute_ago_weighs_less_and_less(taken: Take, clock: Clock) -> None:
    """Half-way through the next minute 2 weigh 1: there is room for one more."""
    limits = Limits(in_total=100)
    taken(limits, "a", "a")
    clock.now += 80
    first, second = taken(limits, "a", "a")
    assert first is None
    assert second is not None


def test_clients_are_counted_apart_and_a_refused_one_takes_nothing_from_the_others(taken: Take, clock: Clock) -> None:
    limits = Limits(in_total=4)
    assert taken(limits, *"aaaaaaaa")[2:] == [Refused(50)] * 6
    assert taken(limits, "b", "b", "c") == [None, None, Refused(50, by_all=True)]


def test_names_beyond_what_is_for_everybody_are_not_remembered(taken: Take, clock: Clock) -> None:
    limits = Limits(in_total=5)
    taken(limits, *map(str, range(200)))
    assert len(limits._here.storage.storage) <= 6  # type: ignore[attr-defined]


def test_a_key_has_an_allowance_of_its_own(taken: Take, clock: Clock) -> None:
    limits = Limits(in_total=100)
    assert taken(limits, *["key:1"] * 3, per_minute=3) == [None] * 3
    assert taken(limits, *["key:1"] * 1, per_minute=3) == [Refused(50)]


def test_two_thousand_clients_are_counted_in_a_few_seconds_whoever_sends_them(taken: Take) -> None:
    """An attacker with many addresses must not make counting slow; it took 0.2 s when this was written."""
    limits = Limits(in_total=1_000_000)
    begun = time.process_time()
    assert taken(limits, *map(str, range(2000)), per_minute=1) == [None] * 2000
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("address", ["localhost", "http://x", "redis:/x"])
def test_an_address_that_is_none_is_told_without_what_it_holds(address: str) -> None:
    with pytest.raises(BadInput, match="RAG_REDIS_URL is no address"):
        Limits(10, address)


class TestRedis:
    @pytest.fixture(scope="class")
    def redis_url(self) -> Iterator[str]:
        pytest.importorskip("redis")
        try:
            with running_redis(free_port()) as url:
                yield url
        except FileNotFoundError:
            pytest.skip("Redis is not installed: apt-get install redis-server")

    def test_two_processes_count_together(self, taken: Take, redis_url: str) -> None:
        first, second = (Limits(100, redis_url) for _ in range(2))
        assert [*taken(first, "a"), *taken(second, "a")] == [None, None]
        for limits in (first, second):
            (refused,) = taken(limits, "a")
            assert refused is not None
            assert 0 < refused.wait_s <= 60

    def test_everybody_together_is_counted_there_too_and_no_name_can_be_read(self, taken: Take, redis_url: str) -> None:
        import redis

        with redis.Redis.from_url(redis_url) as server:
            server.flushall()
            limits = Limits(2, redis_url)
            *allowed, refused = taken(limits, "client:192.0.2.7", "b", "c")
            assert (allowed, refused is not None and refused.by_all) == ([None, None], True)
            names = [name.decode() for name in server.keys("*")]
        assert len(names) == 3
        assert not any("192.0.2.7" in name for name in names)

    def test_when_it_ends_this_process_counts_by_itself_and_says_so_once(
        self, taken: Take, caplog: pytest.LogCaptureFixture
    ) -> None:
        port = free_port()
        try:
            with running_redis(port) as url:
                limits = Limits(100, url)
                assert taken(limits, "a", "a")[1] is None
        except FileNotFoundError:
            pytest.skip("Redis is not installed: apt-get install redis-server")
        assert taken(limits, "a", "a", "a")[:2] == [None, None]
        assert [PASSWORD in record.getMessage() for record in caplog.records] == [False]


def test_redis_that_does_not_answer_at_all_delays_one_request_and_only_for_a_moment() -> None:
    reached = []

    async def silent(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reached.append(writer)
        try:
            await asyncio.sleep(2 * PATIENCE_S)
        finally:
            writer.close()

    async def ask() -> float:
        server = await asyncio.start_server(silent, "127.0.0.1", 0)
        limits = Limits(100, f"redis://127.0.0.1:{server.sockets[0].getsockname()[1]}/0")
        begun = time.monotonic()
        for _ in range(5):
            assert await limits.take(Allowance("a", 10)) is None
        took = time.monotonic() - begun
        server.close()
        await limits.close()
        return took

    pytest.importorskip("redis")
    assert 0.4 < asyncio.run(ask()) < PATIENCE_S
    assert len(reached) == 1


def test_an_ipv6_household_is_one_client() -> None:
    assert client_key("2001:db8:1:2::1") == client_key("2001:db8:1:2:ffff::9") == "2001:db8:1:2::/64"
    assert client_key("192.0.2.7") == "192.0.2.7"
    assert client_key("testclient") == "testclient"


def test_ipv4_addresses_written_as_ipv6_are_counted_apart() -> None:
    assert [client_key(f"::ffff:192.0.2.{n}") for n in (7, 8)] == ["192.0.2.7", "192.0.2.8"]
