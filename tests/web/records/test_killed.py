"""A program that dies by SIGKILL while it writes to its database, at moments nobody chose."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.heard import rated
from tests.web.records.test_database import older_file
from web.records.database import Database

ROOT = Path(__file__).parents[3]
RATES = """
import sys
from tests.web.heard import question, save
from web.records.database import Database
database = Database(sys.argv[1])
for number in range(int(sys.argv[2]), 1_000_000):
    save(database, question(number, f"Berapa {number}?", kind="down", comment="x" * 2000))
    print(number, flush=True)
"""
# The statement at which it dies; each is told before it is done.
MIGRATES = """
import os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from web.records.database import Database
left = int(sys.argv[2])
@event.listens_for(Engine, "before_cursor_execute")
def count(*_):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
Database(sys.argv[1]).prepare()
"""


def whole(path: Path) -> bool:
    with sqlite3.connect(path) as connection:
        found: str = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    return found == "ok"


def test_every_rating_that_was_acknowledged_survives_kills_one_after_another(tmp_path: Path) -> None:
    path, acknowledged = tmp_path / "db.sqlite", -1
    for pause in (0, 7, 31):  # ratings, and then some part of the next one
        command = [sys.executable, "-c", RATES, str(path), str(acknowledged + 1000)]
        writer = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ))
        assert writer.stdout is not None
        for _ in range(pause + 1):
            acknowledged = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        told = writer.stdout.read().split()  # acknowledged before the kill reached it
        acknowledged = int(told[-1]) if told else acknowledged
        writer.wait()
        writer.stdout.close()
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
    command = [sys.executable, "-c", MIGRATES, str(path), str(statements)]
    died = subprocess.run(command, cwd=ROOT, check=False, env=dict(os.environ))
    assert died.returncode == -signal.SIGKILL
    assert whole(path)
    database = Database(path)
    assert database.prepare().current
    assert {row.id for row in rated(database)} == {"a", "b"}
