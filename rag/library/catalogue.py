"""The catalogue of a library, in SQLite: a change is one transaction, so that a kill leaves all of it or nothing."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rag.errors import LibraryProblem
from rag.library.records import Change, Entry, Event, Publication, State
from rag.library.rows import COLUMNS, entry_of, searched, values_of
from rag.wording.words import N_

FILE = "catalogue.sqlite"
_WAIT_S = 20.0  # for whoever is writing
_DOCUMENTS = """
CREATE TABLE documents (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, suffix TEXT NOT NULL, size INTEGER NOT NULL,
    state TEXT NOT NULL, found TEXT NOT NULL, said TEXT NOT NULL, searched TEXT NOT NULL,
    added_by TEXT NOT NULL, added_at TEXT NOT NULL, changed_by TEXT NOT NULL, changed_at TEXT NOT NULL,
    revision INTEGER NOT NULL, supersedes TEXT, superseded_by TEXT, ever_published INTEGER NOT NULL
) STRICT;
CREATE INDEX documents_sha256 ON documents (sha256);
CREATE INDEX documents_changed ON documents (changed_at DESC, id);
CREATE TABLE events (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, change TEXT NOT NULL,
    document_id TEXT NOT NULL, reason TEXT NOT NULL, fields TEXT NOT NULL
) STRICT;
CREATE INDEX events_document ON events (document_id, number);
CREATE TABLE publications (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, version TEXT NOT NULL, before TEXT,
    reason TEXT NOT NULL, rollback INTEGER NOT NULL, added INTEGER NOT NULL, changed INTEGER NOT NULL,
    removed INTEGER NOT NULL
) STRICT;
CREATE TABLE pending (version TEXT NOT NULL, content TEXT NOT NULL) STRICT;
"""
_SOURCES = """
CREATE TABLE sources (
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, place TEXT NOT NULL UNIQUE, minutes INTEGER NOT NULL,
    said TEXT NOT NULL, paused INTEGER NOT NULL, added_by TEXT NOT NULL, added_at TEXT NOT NULL, due_at TEXT NOT NULL
) STRICT;
CREATE TABLE seen (
    source INTEGER NOT NULL, place TEXT NOT NULL, stamp TEXT NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL,
    sha256 TEXT NOT NULL, document_id TEXT, at TEXT NOT NULL, PRIMARY KEY (source, place)
) STRICT;
CREATE TABLE runs (
    number INTEGER PRIMARY KEY, source INTEGER NOT NULL, at TEXT NOT NULL, added INTEGER NOT NULL,
    changed INTEGER NOT NULL, unchanged INTEGER NOT NULL, waiting INTEGER NOT NULL, problems TEXT NOT NULL
) STRICT;
CREATE INDEX runs_source ON runs (source, number);
"""
_LAYOUTS = (_DOCUMENTS, _SOURCES)  # a library of layout n has the tables of the first n; others are added at the end


def now() -> str:
    """This moment in UTC, ISO 8601; sorts as text."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Catalogue:
    """One open transaction over the catalogue; made by `reading` and `changing` only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def entry(self, document_id: str) -> Entry | None:
        query = f"SELECT {COLUMNS} FROM documents WHERE id = ?"  # noqa: S608 - names only
        row = self._connection.execute(query, [document_id]).fetchone()
        return None if row is None else entry_of(row)

    def entries(self, states: Sequence[State] = ()) -> Iterator[Entry]:
        """In the order of their ids; those in one of `states`, or all."""
        wanted = [state.value for state in states] or [state.value for state in State]
        marks = ", ".join("?" * len(wanted))
        query = f"SELECT {COLUMNS} FROM documents WHERE state IN ({marks}) ORDER BY id"  # noqa: S608 - marks only
        return map(entry_of, self._connection.execute(query, wanted))

    def of_original(self, sha256: str) -> tuple[Entry, ...]:
        """The documents that were made of one file."""
        query = f"SELECT {COLUMNS} FROM documents WHERE sha256 = ? ORDER BY added_at"  # noqa: S608 - names only
        return tuple(map(entry_of, self._connection.execute(query, [sha256])))

    def find(self, words: Sequence[str], states: Sequence[State], offset: int, limit: int) -> tuple[list[Entry], int]:
        """Last changed first, and how many there are in all; `words` as `searched` makes them."""
        marks = ", ".join("?" * len(states))
        where = f"state IN ({marks})" + " AND instr(searched, ?) > 0" * len(words)
        values: list[str | int] = [*(state.value for state in states), *words]
        count = f"SELECT count(*) FROM documents WHERE {where}"  # noqa: S608 - names and marks only
        total = self._connection.execute(count, values).fetchone()[0]
        page = f"SELECT {COLUMNS} FROM documents WHERE {where} ORDER BY changed_at DESC, id LIMIT ? OFFSET ?"  # noqa: S608
        return [entry_of(row) for row in self._connection.execute(page, [*values, limit, offset])], int(total)

    def counts(self) -> Mapping[State, int]:
        """How many documents there are in each state."""
        found = dict(self._connection.execute("SELECT state, count(*) FROM documents GROUP BY state"))
        return {state: found.get(state.value, 0) for state in State}

    def put(self, entry: Entry, event: Event) -> None:
        """Adds or replaces a document, and notes what was done."""
        values = [*values_of(entry), searched(entry)]
        marks = ", ".join("?" * len(values))
        query = f"INSERT OR REPLACE INTO documents ({COLUMNS}, searched) VALUES ({marks})"  # noqa: S608
        self._connection.execute(query, values)
        noted = [event.at, event.who, event.change.value, event.document_id, event.reason]
        query = "INSERT INTO events (at, who, change, document_id, reason, fields) VALUES (?, ?, ?, ?, ?, ?)"
        self._connection.execute(query, [*noted, json.dumps(dict(event.fields))])

    def events(self, document_id: str) -> tuple[Event, ...]:
        """What was done to a document, the last first."""
        query = (
            "SELECT at, who, change, document_id, reason, fields FROM events WHERE document_id = ? ORDER BY number DESC"
        )
        rows = self._connection.execute(query, [document_id])
        return tuple(Event(at, who, Change(change), i, why, json.loads(told)) for at, who, change, i, why, told in rows)

    def note_publication(self, publication: Publication) -> None:
        values = list(asdict(publication).values())
        query = (
            "INSERT INTO publications (at, who, version, before, reason, rollback, added, changed, removed) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        self._connection.execute(query, [int(each) if isinstance(each, bool) else each for each in values])

    def publications(self, limit: int = 100) -> tuple[Publication, ...]:
        """The last first."""
        query = (
            "SELECT at, who, version, before, reason, rollback, added, changed, removed FROM publications "
            "ORDER BY number DESC LIMIT ?"
        )
        rows = self._connection.execute(query, [limit])
        return tuple(replace(Publication(*row), rollback=bool(row[5])) for row in rows)

    def announce(self, version: str, content: Mapping[str, Any]) -> None:
        """Notes which version is about to be made current, so that a kill right after that is understood."""
        self._connection.execute("DELETE FROM pending")
        self._connection.execute("INSERT INTO pending VALUES (?, ?)", [version, json.dumps(content)])

    def announced(self) -> tuple[str, dict[str, Any]] | None:
        """What was announced and not called off."""
        row = self._connection.execute("SELECT version, content FROM pending").fetchone()
        return None if row is None else (row[0], json.loads(row[1]))

    def call_off(self) -> None:
        self._connection.execute("DELETE FROM pending")


@contextmanager
def changing(folder: Path) -> Iterator[Catalogue]:
    """One change of a library, alone; it is kept when the block ends well. Raises LibraryProblem."""
    folder.mkdir(parents=True, exist_ok=True)
    with opened(folder) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield Catalogue(connection)
        connection.execute("COMMIT")


@contextmanager
def reading(folder: Path) -> Iterator[Catalogue]:
    """One moment of a library; empty where there is none. Raises LibraryProblem."""
    with opened(folder if (folder / FILE).exists() else None) as connection:
        connection.execute("BEGIN")
        yield Catalogue(connection)


@contextmanager
def opened(folder: Path | None) -> Iterator[sqlite3.Connection]:
    """The tables, each statement a transaction unless one is begun; empty ones for None. Raises LibraryProblem."""
    path = folder / FILE if folder else ":memory:"
    try:
        with closing(sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            _prepare(connection, folder)
            yield connection
    except sqlite3.Error as error:
        raise LibraryProblem(_in_words(error), path=path, error=error) from error


def _prepare(connection: sqlite3.Connection, folder: Path | None) -> None:
    layout = connection.execute("PRAGMA user_version").fetchone()[0]
    if layout > len(_LAYOUTS):
        raise LibraryProblem(
            N_("the library %(path)s was written by a newer release of this program: install that one"), path=folder
        )
    if layout < len(_LAYOUTS):
        connection.execute("BEGIN IMMEDIATE")
        layout = connection.execute("PRAGMA user_version").fetchone()[0]  # others may have come first
        for statement in filter(str.strip, ";".join(_LAYOUTS[layout:]).split(";")):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(_LAYOUTS)}")
        connection.execute("COMMIT")


def _in_words(error: sqlite3.Error) -> str:
    text = str(error)
    if "locked" in text:
        return N_("another program has been writing in the library for long: try again")
    if "full" in text:
        return N_("the disk is full, so nothing was changed: make room, then try again")
    if "malformed" in text or "not a database" in text:
        return N_("%(path)s is damaged: put its last backup in its place; the originals beside it are whole")
    return N_("%(path)s cannot be used (%(error)s): check its permissions and the disk")
