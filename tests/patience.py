"""How long a test waits for what must happen: a busy machine is no fault, and no test claims a speed."""

import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE_S = 60.0
Found = TypeVar("Found")


def wait_until(happened: Callable[[], object]) -> None:
    """Asks again and again. Raises AssertionError when it has not happened in PATIENCE_S."""
    deadline = time.monotonic() + PATIENCE_S
    while not happened():
        assert time.monotonic() < deadline, f"did not happen in {PATIENCE_S} s: {happened}"
        time.sleep(0.02)


def in_one_minute(ask: Callable[[], Found]) -> Found:
    """What came of it within one minute of the clock: it is asked again when that ended meanwhile."""
    while True:
        begun = time.time() // 60
        found = ask()
        if time.time() // 60 == begun:
            return found
