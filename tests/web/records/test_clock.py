"""A clock that was ahead and is set back: nobody is locked out, or stays signed in, until it catches up."""

from datetime import timedelta

import pytest

from tests.web.accounts import add_person
from web.protection.permissions import Role
from web.records import accounts, attempts
from web.records.accounts import Lifetimes
from web.records.database import Database
from web.records.models import AccountRow, AttemptRow, SessionRow

KEYS = attempts.keys_of("budi", "192.0.2.7")
LIFETIMES = Lifetimes(longest=timedelta(days=7), idle=timedelta(days=2))


def set_back(database: Database, gone: timedelta) -> None:
    """As if all that happened had happened so much later than it is."""
    with database.writing() as session:
        for row in session.query(AttemptRow):
            row.last_at, row.blocked_until = row.last_at + gone, row.blocked_until + gone
        for one in session.query(SessionRow):
            one.seen_at, one.expires_at = one.seen_at + gone, one.expires_at + gone


def wait(database: Database) -> int:
    with database.writing() as session:
        return attempts.take(session, KEYS)


def failed(database: Database, times: int) -> None:
    for _ in range(times):
        assert wait(database) == 0
        set_back(database, -attempts.LOCKED)


@pytest.mark.parametrize("gone", [timedelta(hours=3), timedelta(days=30 * 365)])
def test_nobody_is_locked_out_until_the_clock_catches_up(database: Database, gone: timedelta) -> None:
    failed(database, 4)
    assert wait(database) == 0
    set_back(database, gone)
    assert wait(database) <= attempts.ACCOUNT.wait(5).total_seconds()
    set_back(database, -attempts.ACCOUNT.wait(5))
    assert wait(database) == 0


def test_who_is_locked_stays_so_as_long_as_usual(database: Database) -> None:
    failed(database, attempts.ACCOUNT.locked - 1)
    assert wait(database) == 0
    set_back(database, timedelta(hours=3))
    assert wait(database) == attempts.LOCKED.total_seconds()


def test_failures_of_a_far_future_are_forgotten(database: Database) -> None:
    failed(database, 1)
    set_back(database, timedelta(days=2))
    with database.writing() as session:
        attempts.forget_old(session)
        assert session.query(AttemptRow).count() == 0


def test_a_session_of_the_future_is_over(database: Database) -> None:
    add_person(database, "budi", Role.STAFF)
    with database.writing() as session:
        token = accounts.begin(session, session.query(AccountRow).one(), "", LIFETIMES)
    with database.reading() as session:
        assert accounts.signed_in(session, token, LIFETIMES)
    set_back(database, timedelta(hours=3))
    with database.writing() as session:
        assert accounts.signed_in(session, token, LIFETIMES) is None
        accounts.forget_ended(session, LIFETIMES)
        assert session.query(SessionRow).count() == 0
