"""Says in the log why a chat model fails; the answers go on without it, so that nobody would notice otherwise."""

import logging
import threading
import time
from collections.abc import Callable

_log = logging.getLogger(__name__)

_EVERY_S = 600.0


class FailureLog:
    """Each reason once in ten minutes, however many questions it costs. Thread-safe."""

    def __init__(self, model: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._model = model
        self._clock = clock
        self._lock = threading.Lock()
        self._told: dict[str, float] = {}

    def failed(self, reason: str) -> None:
        """`reason` must hold neither the key nor what was asked or answered."""
        with self._lock:
            now = self._clock()
            if now - self._told.get(reason, -_EVERY_S) < _EVERY_S:
                return
            self._told[reason] = now
        _log.warning("chat model %s: %s; answers are made without it", self._model, reason)

    def left_alone(self, pause_s: float) -> None:
        _log.warning("chat model %s failed repeatedly and is tried again every %g s", self._model, pause_s)
