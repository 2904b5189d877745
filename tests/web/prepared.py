"""Databases with all tables and nothing in them: the migrations, which have tests of their own, run once for all."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from web.records.database import Database


def put_database(path: Path) -> Path:
    """The file, made; only its owner may read it, as the program makes it."""
    path.touch(mode=0o600)
    path.write_bytes(_prepared())
    return path


@cache
def _prepared() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "prepared.sqlite"
        database = Database(path)
        database.prepare()
        database.close()
        return path.read_bytes()
