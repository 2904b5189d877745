"""Sources, what was seen in them, and their runs: tables of the catalogue, so that a backup holds them."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from rag.errors import LibraryProblem, Reason
from rag.library.catalogue import FILE, now, opened
from rag.library.records import Field
from rag.library.watching.records import Kind, Run, Seen, Source, Trouble
from rag.wording.words import N_

_KEPT_RUNS = 50  # of a source
_COLUMNS = "id, kind, place, minutes, said, paused, added_by, added_at, due_at"
_TAKEN = N_("“%(place)s” is watched already")
_GONE = N_("there is no such source any more")


class Sources:
    """The sources of one library; made by `sources` only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Source, ...]:
        """In the order in which they were added."""
        query = f"SELECT {_COLUMNS} FROM sources ORDER BY id"  # noqa: S608 - names only
        return tuple(map(_source, self._connection.execute(query)))

    def one(self, source_id: int) -> Source:
        """Raises LibraryProblem."""
        query = f"SELECT {_COLUMNS} FROM sources WHERE id = ?"  # noqa: S608 - names only
        row = self._connection.execute(query, [source_id]).fetchone()
        if row is None:
            raise LibraryProblem(_GONE)
        return _source(row)

    def due(self, moment: str) -> tuple[Source, ...]:
        """Those that are to be looked at by now."""
        return tuple(source for source in self.all() if not source.paused and source.due_at <= moment)

    def add(self, kind: Kind, place: str, minutes: int, said: Mapping[Field, str], who: str) -> Source:
        """Due at once. Raises LibraryProblem when it is there."""
        told = json.dumps({field.value: value for field, value in said.items()})
        moment = now()
        query = (
            "INSERT INTO sources (kind, place, minutes, said, paused, added_by, added_at, due_at) "
            "VALUES (?, ?, ?, ?, 0, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id"
        )
        row = self._connection.execute(query, [kind.value, place, minutes, told, who, moment, moment]).fetchone()
        if row is None:
            raise LibraryProblem(_TAKEN, place=place)
        return self.one(row[0])

    def pause(self, source_id: int, paused: bool) -> None:
        self._connection.execute("UPDATE sources SET paused = ? WHERE id = ?", [int(paused), source_id])

    def make_due(self, source_id: int) -> None:
        self._connection.execute("UPDATE sources SET due_at = ? WHERE id = ?", [now(), source_id])

    def remove(self, source_id: int) -> None:
        """What came from it stays in the library."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("DELETE FROM sources WHERE id = ?", [source_id])
        self._connection.execute("DELETE FROM seen WHERE source = ?", [source_id])
        self._connection.execute("DELETE FROM runs WHERE source = ?", [source_id])
        self._connection.execute("COMMIT")

    def seen(self, source_id: int) -> dict[str, Seen]:
        """By place."""
        query = "SELECT place, stamp, etag, modified, sha256, document_id, at FROM seen WHERE source = ?"
        return {row[0]: Seen(*row) for row in self._connection.execute(query, [source_id])}

    def note_seen(self, source_id: int, seen: Seen) -> None:
        query = (
            "INSERT OR REPLACE INTO seen (source, place, stamp, etag, modified, sha256, document_id, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        )
        self._connection.execute(query, [source_id, *asdict(seen).values()])

    def note_run(self, source: Source, run: Run) -> None:
        """Keeps it, and sets when the source is due again."""
        due = (datetime.fromisoformat(now()) + timedelta(minutes=source.minutes)).isoformat(timespec="milliseconds")
        told = json.dumps([[each.place, _packed(each.reason)] for each in run.troubles], ensure_ascii=False)
        values = [source.id, run.at, run.added, run.changed, run.unchanged, run.waiting, told]
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(
            "INSERT INTO runs (source, at, added, changed, unchanged, waiting, problems) VALUES (?, ?, ?, ?, ?, ?, ?)",
            values,
        )
        self._connection.execute(
            "DELETE FROM runs WHERE source = ? AND number NOT IN "
            "(SELECT number FROM runs WHERE source = ? ORDER BY number DESC LIMIT ?)",
            [source.id, source.id, _KEPT_RUNS],
        )
        self._connection.execute("UPDATE sources SET due_at = ? WHERE id = ?", [due, source.id])
        self._connection.execute("COMMIT")

    def last_run(self, source_id: int) -> Run | None:
        query = (
            "SELECT at, added, changed, unchanged, waiting, problems FROM runs WHERE source = ? "
            "ORDER BY number DESC LIMIT 1"
        )
        row = self._connection.execute(query, [source_id]).fetchone()
        if row is None:
            return None
        at, added, changed, unchanged, waiting, troubles = row
        told = tuple(Trouble(place, _unpacked(reason)) for place, reason in json.loads(troubles))
        return Run(at, added, changed, unchanged, waiting, told)


def _packed(reason: Reason) -> list[Any]:
    """As JSON has it: a value is a number, text, or the list of a reason within this one."""
    return [reason.message, {name: _plain(each) for name, each in reason.values.items()}]


def _plain(value: object) -> object:
    if isinstance(value, Reason):
        return _packed(value)
    return value if isinstance(value, int | float) else str(value)


def _unpacked(packed: list[Any]) -> Reason:
    message, values = packed
    return Reason(message, {name: _unpacked(each) if isinstance(each, list) else each for name, each in values.items()})


def _source(row: tuple[int, str, str, int, str, int, str, str, str]) -> Source:
    number, kind, place, minutes, said, paused, who, at, due = row
    told = {Field(name): value for name, value in json.loads(said).items()}
    return Source(number, Kind(kind), place, minutes, told, bool(paused), who, at, due)


@contextmanager
def sources(folder: Path) -> Iterator[Sources]:
    """Each call is kept at once. Raises LibraryProblem."""
    folder.mkdir(parents=True, exist_ok=True)
    with opened(folder) as connection:
        yield Sources(connection)


@contextmanager
def sources_if_any(folder: Path) -> Iterator[Sources]:
    """For reading: makes no library where there is none. Raises LibraryProblem."""
    with opened(folder if (folder / FILE).exists() else None) as connection:
        yield Sources(connection)
