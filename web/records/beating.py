"""Says of an evaluation that goes on in this process that it does, and how far it is.

Thus no other process takes it for ended, and each can tell of it and stop it.
"""

import logging
import threading
from typing import Protocol

from web.records import runs
from web.records.database import Database
from web.records.failures import RecordsUnavailable

log = logging.getLogger(__name__)
EVERY_S = 2.0


class Standing(Protocol):
    """How far a run is."""

    @property
    def done(self) -> int: ...
    @property
    def total(self) -> int: ...


class Evaluation(Protocol):
    """What runs, and may be stopped."""

    @property
    def progress(self) -> Standing: ...
    def stop(self) -> None: ...


class Heartbeat:
    """Of the one evaluation of this process; safe from any thread."""

    def __init__(self, database: Database, every_s: float = EVERY_S) -> None:
        self._database, self._every_s = database, every_s
        self._lock = threading.Lock()
        self._beats: tuple[int, threading.Event] | None = None

    def begin(self, number: int, evaluation: Evaluation) -> None:
        """From now on, until `end`, that run goes on here, as `evaluation`, which is stopped where that was asked."""
        with self._lock:
            stopped = threading.Event()
            self._beats = number, stopped
        threading.Thread(target=self._work, args=(number, evaluation, stopped), name="heartbeat", daemon=True).start()

    def end(self) -> int | None:
        """The number of the run that went on until now."""
        with self._lock:
            if self._beats is None:
                return None
            (number, stopped), self._beats = self._beats, None
            stopped.set()
            return number

    def close(self) -> None:
        """The process ends, and with it the run, if there is one."""
        number = self.end()
        if number is not None:
            runs.note_killed(self._database, number)

    def _work(self, number: int, evaluation: Evaluation, stopped: threading.Event) -> None:
        while not stopped.wait(self._every_s):
            progress = evaluation.progress
            try:
                with self._database.writing() as session:
                    if not stopped.is_set() and runs.beat(session, number, progress.done, progress.total):
                        evaluation.stop()
            except RecordsUnavailable as error:
                log.warning("that an evaluation goes on could not be noted: %s", error)
