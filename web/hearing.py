"""Writes down what is asked, beside the answers: nobody waits for it, and a database that is away stops nobody."""

import logging
import threading
from collections import deque

from rag.errors import RagError
from rag.settings import Settings
from rag.types import Answer
from web.ports import QuestionMeaning
from web.records.database import Database
from web.records.failures import RecordsUnavailable
from web.records.grouping import Grouping
from web.records.hearing import Heard, asked, forget_beyond, note

log = logging.getLogger(__name__)

MOST_WAITING = 2000  # questions held while the database is away; the oldest are let go
_LOOK_S = 30.0


class Hearing:
    """One thread that writes, groups, and keeps the table to its size; safe from any thread."""

    def __init__(self, database: Database, settings: Settings, meaning: QuestionMeaning | None) -> None:
        self.meaning = meaning
        self._database, self._settings = database, settings
        self._grouping = Grouping(database, meaning)
        self._waiting: deque[Heard] = deque(maxlen=MOST_WAITING)
        self._working = threading.Lock()
        self._woken, self._stopped = threading.Event(), threading.Event()

    def start(self) -> None:
        threading.Thread(target=self._work, name="hearing", daemon=True).start()

    def stop(self) -> None:
        self._stopped.set()
        self._woken.set()

    def heard(self, answer: Answer) -> None:
        """Remembers a question; returns at once."""
        if self._settings.keep_questions:
            self._waiting.append(asked(answer))
        self._woken.set()

    def rated(self) -> None:
        """A rating was written, and waits to be grouped."""
        self._woken.set()

    def catch_up(self) -> None:
        """Writes and groups all that waits. Raises RecordsUnavailable; then what was not written waits on."""
        with self._working:
            self._write()
            while not self._stopped.is_set() and self._grouping.step():
                pass

    def _write(self) -> None:
        held = [self._waiting.popleft() for _ in range(len(self._waiting))]
        try:
            with self._database.writing() as session:
                note(session, held)
                session.flush()
                forget_beyond(session, self._settings.feedback_rows)
        except RecordsUnavailable:
            room = MOST_WAITING - len(self._waiting)
            self._waiting.extendleft(reversed(held[len(held) - min(room, len(held)) :]))
            raise

    def _work(self) -> None:
        while not self._stopped.is_set():
            self._woken.wait(_LOOK_S)
            self._woken.clear()
            try:
                self.catch_up()
            except RagError as error:
                log.warning("what was asked waits to be stored: %s", error)
                self._stopped.wait(_LOOK_S)
            except Exception:  # whatever it is, the questions themselves go on
                log.exception("what was asked could not be grouped")
                self._stopped.wait(_LOOK_S)
