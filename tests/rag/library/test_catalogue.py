"""Libraries of older releases are brought up to date, those of newer ones left alone."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from rag.errors import LibraryProblem
from rag.library.catalogue import FILE, reading
from rag.library.watching.records import Kind
from rag.library.watching.store import sources
from tests.rag.library.shelves import RICE, Shelf


def run(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / FILE)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_library_without_sources_gets_their_tables_and_keeps_its_documents(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    entry = shelf.add("beras.txt", RICE)
    run(shelf.library, "DROP TABLE sources", "DROP TABLE seen", "DROP TABLE runs", "PRAGMA user_version = 1")
    with sources(shelf.library) as store:
        added = store.add(Kind.FOLDER, "/srv/masuk", 60, {}, "siti")
        assert store.all() == (added,)
    with reading(shelf.library) as catalogue:
        assert list(catalogue.entries()) == [entry]


def test_a_library_of_a_newer_release_is_not_touched(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.add("beras.txt", RICE)
    run(shelf.library, "PRAGMA user_version = 99")
    with pytest.raises(LibraryProblem, match="newer release"), reading(shelf.library):
        pass
