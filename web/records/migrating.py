"""Brings a database to the tables of this program; one that a newer program wrote is left alone."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from rag.wording.words import N_
from web.records.engine import WRITING
from web.records.failures import RecordsNewer

FOLDER = Path(__file__).parent / "migrations"
_BEFORE_ALEMBIC = 1  # the only `user_version` that an SQLite file had before there were migrations
_LOCK = 7_211_904  # of PostgreSQL's advisory locks; any number that is ours


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a database stands: its revision (None when nothing was made yet) and the program's."""

    revision: str | None
    wanted: str

    @property
    def current(self) -> bool:
        return self.revision == self.wanted


def standing(engine: Engine, name: str) -> Standing:
    """Raises RecordsNewer when this program does not know the revision."""
    with engine.connect() as connection:
        return _standing(connection, name)


def upgrade(engine: Engine, name: str) -> Standing:
    """All in one transaction, for which a second program that starts at the same time waits. Raises RecordsNewer."""
    with engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if not _standing(connection, name).current:
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
        return _standing(connection, name)


def _standing(connection: Connection, name: str) -> Standing:
    revision = MigrationContext.configure(connection).get_current_revision()
    scripts = _scripts()
    known = {None, *(each.revision for each in scripts.walk_revisions())}
    if revision not in known or (revision is None and _newer_file(connection)):
        raise RecordsNewer(
            N_(
                "%(name)s was written by a newer version of this program: run that version, or restore a backup of "
                "before"
            ),
            name=name,
        )
    return Standing(revision, scripts.get_current_head() or "")


def _newer_file(connection: Connection) -> bool:
    """An SQLite file without revisions, of a `user_version` that was never released."""
    if connection.dialect.name != "sqlite":
        return False
    version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return version > _BEFORE_ALEMBIC


@cache
def _scripts() -> ScriptDirectory:
    """Each migration is a file that is run to read its number, and they stay as they are while the program runs."""
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
