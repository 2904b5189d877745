from web.protection.limits import RateLimiter, client_key


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_of_two_a_minute_refills_one_in_thirty_seconds() -> None:
    clock = Clock()
    limiter = RateLimiter(per_minute=2, clock=clock)
    assert [limiter.take("a") for _ in range(3)] == [0, 0, 30]
    clock.now = 29.0
    assert limiter.take("a") == 1
    clock.now = 30.0
    assert limiter.take("a") == 0


def test_clients_are_counted_apart() -> None:
    limiter = RateLimiter(per_minute=1, clock=Clock())
    assert [limiter.take("a"), limiter.take("b"), limiter.take("a")] == [0, 0, 60]


def test_no_more_clients_are_remembered_than_allowed() -> None:
    limiter = RateLimiter(per_minute=1, clients=2, clock=Clock())
    for client in "abc":
        limiter.take(client)
    # The first was forgotten, so it starts with a full bucket; the last was not.
    assert (limiter.take("c"), limiter.take("a")) == (60, 0)


def test_an_ipv6_household_is_one_client() -> None:
    assert client_key("2001:db8:1:2::1") == client_key("2001:db8:1:2:ffff::9") == "2001:db8:1:2::/64"
    assert client_key("192.0.2.7") == "192.0.2.7"
    assert client_key("testclient") == "testclient"


def test_ipv4_addresses_written_as_ipv6_are_counted_apart() -> None:
    assert [client_key(f"::ffff:192.0.2.{n}") for n in (7, 8)] == ["192.0.2.7", "192.0.2.8"]
