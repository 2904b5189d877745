"""From the setting RAG_DATABASE, a file or an address, to an engine; SQLite and PostgreSQL."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from rag.errors import BadInput, MissingExtra
from rag.wording.words import N_

PATIENCE_S = 10  # with another writer, and with a server that does not answer
WRITING = "writing"  # the option of a connection that will write


def address_of(place: str | Path) -> URL:
    """A path is SQLite's. Raises BadInput for an address of another kind."""
    if isinstance(place, Path) or "://" not in place:
        return URL.create("sqlite+pysqlite", database=str(place))
    try:
        url = make_url(place)
    except ArgumentError as error:
        raise BadInput(N_("RAG_DATABASE is neither a file nor an address like postgresql://user@host/name")) from error
    if url.get_backend_name() in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite" and url.database:
        return url.set(drivername="sqlite+pysqlite")
    raise BadInput(
        N_("RAG_DATABASE names '%(kind)s': only a file (SQLite) and postgresql:// are known"),
        kind=url.get_backend_name(),
    )


def open_engine(url: URL) -> Engine:
    """Nothing is connected yet. What a statement was given, questions among it, is in no message of a failure.

    Raises MissingExtra when PostgreSQL's driver is not installed.
    """
    if url.get_backend_name() == "sqlite":
        return _sqlite(Path(url.database or ""))
    try:
        return create_engine(
            url,
            pool_size=5,
            max_overflow=10,
            pool_timeout=PATIENCE_S,
            pool_pre_ping=True,
            connect_args=_SERVER,
            hide_parameters=True,
        )
    except ImportError as error:
        raise MissingExtra("postgres") from error


def hold(session: Session, table: str) -> None:
    """Until the transaction ends nobody else writes the table; SQLite has one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"LOCK TABLE {table} IN EXCLUSIVE MODE"))


# A statement that waits longer for a lock fails, as it does on SQLite. A machine that vanished is given up: what it is
# sent has to be acknowledged in time, and while nothing is sent it is asked whether it is there.
_SERVER: dict[str, Any] = {
    "connect_timeout": PATIENCE_S,
    "tcp_user_timeout": PATIENCE_S * 1000,
    "keepalives_idle": PATIENCE_S,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "options": f"-c lock_timeout={PATIENCE_S}s -c timezone=UTC",
}


def _sqlite(path: Path) -> Engine:
    """A connection for each piece of work, so that a file that was put back or taken away is noticed at once."""

    def connect() -> sqlite3.Connection:
        # Not mode=rwc: a file that went away while the program runs is told, not silently begun anew.
        address = f"{path.absolute().as_uri()}?mode=rw"
        return sqlite3.connect(address, uri=True, timeout=PATIENCE_S, check_same_thread=False, isolation_level=None)

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later would fail at once beside another writer; this one waits.
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
