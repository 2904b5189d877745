"""Says of an evaluation that goes on in this process that it does, so that no other process takes it for ended."""

import logging
import threading

from web.records import runs
from web.records.database import Database
from web.records.failures import RecordsUnavailable

log = logging.getLogger(__name__)
EVERY_S = runs.LOST_S / 6


class Heartbeat:
    """Of the one evaluation of this process; safe from any thread."""

    def __init__(self, database: Database, every_s: float = EVERY_S) -> None:
        self._database, self._every_s = database, every_s
        self._lock = threading.Lock()
        self._beats: tuple[int, threading.Event] | None = None

    def begin(self, number: int) -> None:
        """From now on, until `end`, that run goes on here."""
        with self._lock:
            stopped = threading.Event()
            self._beats = number, stopped
        threading.Thread(target=self._work, args=(number, stopped), name="heartbeat", daemon=True).start()

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

    def _work(self, number: int, stopped: threading.Event) -> None:
        while not stopped.wait(self._every_s):
            try:
                with self._database.writing() as session:
                    if not stopped.is_set():
                        runs.beat(session, number)
            except RecordsUnavailable as error:
                log.warning("that an evaluation goes on could not be noted: %s", error)
