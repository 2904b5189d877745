"""A circuit breaker (Nygard, Release It!): after repeated failures nobody waits for a server that is down."""

import threading
import time
from collections.abc import Callable


class CircuitBreaker:
    """Closed until `failures` in a row; then open for `pause_s`, after which one caller may try. Thread-safe."""

    def __init__(self, failures: int, pause_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit = failures
        self._pause_s = pause_s
        self._clock = clock
        self._lock = threading.Lock()
        self._failed = 0
        self._closed_from = 0.0

    def allows(self) -> bool:
        """Whether a call may be made; while open, the first caller after the pause is the one that tries."""
        with self._lock:
            if self._failed < self._limit:
                return True
            if self._clock() < self._closed_from:
                return False
            self._closed_from = self._clock() + self._pause_s
            return True

    def succeeded(self) -> None:
        with self._lock:
            self._failed = 0

    def failed(self) -> bool:
        """Whether this failure opened it; those that keep it open do not."""
        with self._lock:
            self._failed += 1
            if self._failed >= self._limit:
                self._closed_from = self._clock() + self._pause_s
            return self._failed == self._limit
