"""What is switched off, and the notice, as every process of the site knows it: read again every two seconds."""

import logging
import threading
from collections.abc import Callable
from time import monotonic

import anyio

from web.records.database import Database
from web.records.failures import RecordsUnavailable
from web.records.switching import State, Switch, state_of

log = logging.getLogger(__name__)

FRESH_S = 2.0
PATIENCE_S = 0.5  # with a database that does not answer; then the last known state holds


class Switchboard:
    """Safe from any thread. Nobody waits for it longer than PATIENCE_S."""

    def __init__(self, database: Database, clock: Callable[[], float] = monotonic) -> None:
        self._database, self._clock = database, clock
        self._state, self._failing = State(), False
        self._begun = float("-inf")  # when it was last read, or began to be
        self._turn = threading.Lock()

    def now(self) -> State:
        """Read again where that is due; for a thread."""
        if self._waits() and self._turn.acquire(timeout=PATIENCE_S):
            try:
                self._look()
            finally:
                self._turn.release()
        return self._state

    async def state(self) -> State:
        """The same for a request."""
        if self._waits():
            with anyio.move_on_after(PATIENCE_S):
                await anyio.to_thread.run_sync(self.now, abandon_on_cancel=True)
        return self._state

    def expire(self) -> None:
        """Something was changed in this process: whoever asks next sees it."""
        self._begun = float("-inf")

    def model_is_on(self) -> bool:
        return Switch.MODEL not in self.now().off

    def _waits(self) -> bool:
        """Whether it is old, or being read just now; one reading that hangs delays nobody for longer."""
        age = self._clock() - self._begun
        return age >= FRESH_S or (age < PATIENCE_S / 2 and self._turn.locked())

    def _look(self) -> None:
        if self._clock() - self._begun < FRESH_S:
            return  # somebody else has meanwhile
        self._begun = self._clock()
        try:
            with self._database.reading() as session:
                self._state, self._failing = state_of(session), False
        except RecordsUnavailable as error:
            if not self._failing:
                log.warning("the switches stay as they were last read: %s", error)
            self._failing = True
