"""Work on a database that is killed, or kills itself: in a module of its own, which is soon loaded."""

import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine

from tests.web.heard import question, save
from web.records.database import Database


def rates(path: Path, first: int, told: Connection) -> None:
    """One rating after another; each is told once it is acknowledged."""
    database = Database(path)
    for number in range(first, 1_000_000):
        save(database, question(number, f"Berapa {number}?", kind="down", comment="x" * 2000))
        told.send(number)


def migrates(path: Path, statements: int) -> None:
    """Dies before the statement after so many."""
    left = statements

    @event.listens_for(Engine, "before_cursor_execute")
    def count(*_: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    Database(path).prepare()
