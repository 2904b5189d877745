from rag.models.chat.breaker import CircuitBreaker


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_opens_after_the_failures_in_a_row_and_not_before():
    breaker = CircuitBreaker(failures=2, pause_s=30, clock=Clock())
    assert not breaker.failed()
    assert breaker.allows()
    assert breaker.failed()
    assert not breaker.allows()
    assert not breaker.failed()  # it was open already


def test_a_success_starts_the_count_afresh():
    breaker = CircuitBreaker(failures=2, pause_s=30, clock=Clock())
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert breaker.allows()


def test_after_the_pause_one_caller_may_try_and_the_next_must_wait():
    clock = Clock()
    breaker = CircuitBreaker(failures=1, pause_s=30, clock=clock)
    breaker.failed()
    clock.now = 29.9
    assert not breaker.allows()
    clock.now = 30.0
    assert breaker.allows()
    assert not breaker.allows()
