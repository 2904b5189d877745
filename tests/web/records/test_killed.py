"""A program that dies by SIGKILL while it writes to its database, at moments nobody chose."""

import signal
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from tests.warm import WARM, begun, ended
from tests.web.heard import rated
from tests.web.records.dying import migrates, rates
from tests.web.records.test_database import older_file
from web.records.database import Database


def whole(path: Path) -> bool:
    with sqlite3.connect(path) as connection:
        found: str = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    return found == "ok"


def test_every_rating_that_was_acknowledged_survives_kills_one_after_another(tmp_path: Path) -> None:
    path, acknowledged = tmp_path / "db.sqlite", -1
    for pause in (0, 7, 31):  # ratings, and then some part of the next one
        told, telling = WARM.Pipe(duplex=False)
        writer = begun(rates, path, acknowledged + 1000, telling)
        telling.close()
        for _ in range(pause + 1):
            acknowledged = told.recv()
        writer.kill()
        with told, suppress(EOFError):  # what was acknowledged before the kill reached it
            while True:
                acknowledged = told.recv()
        writer.join()
        assert whole(path)
        database = Database(path)
        assert f"{acknowledged:032x}" in {row.id for row in rated(database)}
        database.close()


@pytest.mark.parametrize("statements", [1, 3, 6, 12, 20, 30])
def test_a_kill_at_any_statement_of_a_migration_loses_nothing_and_it_is_done_the_next_time(
    tmp_path: Path, statements: int
) -> None:
    path = tmp_path / "db.sqlite"
    older_file(path)
    assert ended(migrates, path, statements) == -signal.SIGKILL
    assert whole(path)
    database = Database(path)
    assert database.prepare().current
    assert {row.id for row in rated(database)} == {"a", "b"}
