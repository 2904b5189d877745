"""How long a test waits for what must happen: a busy machine is no fault, and no test claims a speed."""

import time
from collections.abc import Callable

PATIENCE_S = 60.0


def wait_until(happened: Callable[[], object]) -> None:
    """Asks again and again. Raises AssertionError when it has not happened in PATIENCE_S."""
    deadline = time.monotonic() + PATIENCE_S
    while not happened():
        assert time.monotonic() < deadline, f"did not happen in {PATIENCE_S} s: {happened}"
        time.sleep(0.02)
