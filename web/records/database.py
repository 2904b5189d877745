"""What the web remembers; the only door to it."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from time import monotonic

import stamina
from sqlalchemy.orm import Session

from rag.wording.words import N_
from web.records.engine import PATIENCE_S, WRITING, address_of, open_engine
from web.records.failures import RecordsFull, RecordsLocked, RecordsReadOnly, RecordsUnavailable, told_apart
from web.records.migrating import Standing, standing, upgrade

log = logging.getLogger(__name__)
RETRY_S = 5.0  # between two attempts to prepare a database that failed
REST_S = 30.0  # after a failure, in which what can be done without is not tried


class Database:
    """A transaction for each piece of work; safe from any thread. Its failures are RecordsUnavailable."""

    def __init__(self, place: str | Path) -> None:
        self._url = address_of(place)
        self._engine = open_engine(self._url)
        self._prepared = self._ever_prepared = False
        self._gone_since: float | None = None
        self._failed: tuple[float, RecordsUnavailable] | None = None
        self._lock = Lock()
        self._rests_until = 0.0

    @property
    def name(self) -> str:
        """As it may be shown: the file, or the address without its password."""
        if self._url.get_backend_name() == "sqlite":
            return self._url.database or ""
        return self._url.render_as_string(hide_password=True)

    def prepare(self) -> Standing:
        """Makes what is missing and brings the tables up to date. Raises RecordsUnavailable."""
        with told_apart(self.name):
            self._make_file()
            done = upgrade(self._engine, self.name)
        self._prepared = self._ever_prepared = True
        return done

    def prepare_or_tell(self) -> None:
        """As `prepare`, for a program that goes on without its database: it is tried again when it is needed."""
        with suppress(RecordsUnavailable):
            self._prepare_once()

    def standing(self) -> Standing:
        """How far the tables are; changes nothing. Raises RecordsUnavailable."""
        if self._url.get_backend_name() == "sqlite" and not Path(self._url.database or "").is_file():
            raise RecordsUnavailable(N_("%(name)s: there is no such file; the first start makes it"), name=self.name)
        with told_apart(self.name):
            return standing(self._engine, self.name)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that only reads; several go on at once, beside one that writes."""
        with self._session(writing=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that writes: all of it, or nothing when an error leaves the block."""
        with self._session(writing=True) as session:
            yield session

    @contextmanager
    def writing_if_it_can(self) -> Iterator[Session]:
        """As `writing`, for what can be done without: for REST_S after a failure it raises at once, so that not
        everybody waits for a database that is away."""
        if monotonic() < self._rests_until:
            raise RecordsUnavailable(N_("%(name)s: failed a moment ago"), name=self.name)
        try:
            with self.writing() as session:
                yield session
        except RecordsUnavailable:
            self._rests_until = monotonic() + REST_S
            raise

    def close(self) -> None:
        """Ends the connections that are held."""
        self._engine.dispose()

    @contextmanager
    def _session(self, writing: bool) -> Iterator[Session]:
        if not self._prepared:
            self._prepare_once()
        try:
            with (
                told_apart(self.name),
                self._engine.connect().execution_options(**{WRITING: writing}) as connection,
                Session(connection, expire_on_commit=False) as session,
            ):
                yield session
                session.commit()
        except (RecordsLocked, RecordsFull, RecordsReadOnly):
            raise
        except RecordsUnavailable:
            self._prepared = False  # it may be another file the next time, or one without tables
            raise

    def _prepare_once(self) -> None:
        """One thread prepares, and not again within RETRY_S of a failure, so that nobody waits for it in a row."""
        with self._lock:
            if self._prepared:
                return
            if self._failed and monotonic() - self._failed[0] < RETRY_S:
                raise self._failed[1]
            self._require_file()
            try:
                self.prepare()
                self._failed = None
            except RecordsUnavailable as error:
                log.warning("the database cannot be used: %s", error)
                self._failed = monotonic(), error
                raise

    def _require_file(self) -> None:
        """A file that went away may come back: only after RETRY_S another one is begun."""
        path = Path(self._url.database or "")
        if not self._ever_prepared or self._url.get_backend_name() != "sqlite" or path.exists():
            self._gone_since = None
            return
        self._gone_since = self._gone_since or monotonic()
        if monotonic() - self._gone_since < RETRY_S:
            raise RecordsUnavailable(
                N_("%(name)s: the file is gone; put it back, or it is soon begun anew, empty"), name=self.name
            )

    def _make_file(self) -> None:
        """An SQLite file, empty, whose readers go on while something is being written."""
        if self._url.get_backend_name() != "sqlite":
            return
        path = Path(self._url.database or "")
        if self._ever_prepared and not path.exists():
            # Its folder is not made anew: a disk that is not mounted must not be written beneath.
            log.error("%s is gone and is begun anew, empty: to have it back, stop, and `rag restore` a backup", path)
        try:
            if not self._ever_prepared:
                path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)  # it holds what people wrote, and who may sign in
        except OSError as error:
            raise RecordsUnavailable(
                N_("%(name)s: cannot be made (%(reason)s)"), name=self.name, reason=error.strerror
            ) from error
        connection = self._engine.raw_connection()
        try:
            # Of several that begin at once SQLite turns some away here without waiting.
            for attempt in stamina.retry_context(_is_locked, attempts=None, timeout=PATIENCE_S, wait_initial=0.02):
                with attempt:
                    connection.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()


def _is_locked(error: Exception) -> bool:
    return isinstance(error, sqlite3.OperationalError) and "locked" in str(error)
