"""What can be wrong with the database, told apart; every message is for whoever runs it and says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from rag.errors import BadInput, RagError
from rag.wording.reasons import error_text
from rag.wording.words import N_, Words


class Unfit(BadInput):
    """What a person asked for cannot be done, to be said in their language."""

    def told(self, words: Words) -> str:
        return error_text(self, words)


class RecordsUnavailable(RagError):
    """The database cannot be used now; `code` names what a visitor is told (web/protection/problems.py)."""

    code = "records_unavailable"


class RecordsLocked(RecordsUnavailable):
    """Another program holds it for longer than we wait."""

    code = "records_locked"


class RecordsFull(RecordsUnavailable):
    """Nothing more can be written to its disk."""

    code = "records_full"


class RecordsReadOnly(RecordsUnavailable):
    """It can be read, but not written."""

    code = "records_read_only"


class RecordsNewer(RecordsUnavailable):
    """It was written by a newer version of this program."""

    code = "records_newer"


# What SQLite and PostgreSQL call it.
_LOCKED = ("database is locked", "database table is locked", "lock timeout")
_FULL = ("database or disk is full", "no space left", "could not extend file")
_READ_ONLY = ("readonly database", "read-only transaction")


@contextmanager
def told_apart(name: str) -> Iterator[None]:
    """Turns what the driver raises into one of the above; `name` is the database as it may be shown."""
    try:
        yield
    except IntegrityError:
        raise
    except PoolExhausted as error:
        raise RecordsLocked(N_("%(name)s: all its connections are in use"), name=name) from error
    except DBAPIError as error:
        raise _told(name, str(error.orig)) from error
    except sqlite3.Error as error:  # of a connection that SQLAlchemy does not watch
        raise _told(name, str(error)) from error


def _told(name: str, reason: str) -> RecordsUnavailable:
    said = reason.lower()
    if any(words in said for words in _LOCKED):
        return RecordsLocked(N_("%(name)s: another program holds it (%(reason)s)"), name=name, reason=reason)
    if any(words in said for words in _FULL):
        return RecordsFull(N_("%(name)s: its disk is full; make room on it (%(reason)s)"), name=name, reason=reason)
    if any(words in said for words in _READ_ONLY):
        return RecordsReadOnly(
            N_("%(name)s: it can only be read; let the program write it (%(reason)s)"), name=name, reason=reason
        )
    return RecordsUnavailable(f"{name}: {reason}")
