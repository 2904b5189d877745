from datetime import UTC, date, datetime, timedelta

import pytest

from web.records.audit import Wanted
from web.records.audit import find as find_rows
from web.records.database import Database
from web.records.failures import Unfit
from web.records.keys import PREFIX, KeyRow, NewKey, Scope, Standing, everything, find, hash_of, make, revoke, touch

NEW = NewKey("Situs perpustakaan", (Scope.READ, Scope.ASK), 30, 90)


def made(database: Database, new: NewKey = NEW) -> tuple[KeyRow, str]:
    with database.writing() as session:
        return make(session, "ani", new)


def test_a_key_is_found_by_its_secret_of_which_only_the_hash_is_stored(database: Database) -> None:
    row, secret = made(database)
    made(database)
    assert secret.startswith(PREFIX)
    assert len(secret) == len(PREFIX) + 43  # 256 bits, six in each character
    assert row.secret_hash == hash_of(secret)
    with database.reading() as session:
        found = find(session, secret)
        assert found is not None
        assert found.id == row.id
        assert find(session, secret[:-1]) is None
        assert find(session, "\ud83d") is None
        stored = [str(value) for each in everything(session) for value in vars(each).values()]
    assert not any(secret in value for value in stored)
    assert row.hint == f"tanya_…{secret[-4:]}"


def test_a_key_expires_after_its_days_and_is_revoked_once(database: Database) -> None:
    row, _ = made(database)
    assert row.expires_at == row.made_at + timedelta(days=90)
    assert row.standing(row.made_at + timedelta(days=89)) is Standing.OPEN
    assert row.standing(row.expires_at) is Standing.EXPIRED
    with database.writing() as session:
        assert revoke(session, "budi", row.id).standing(datetime.now(UTC)) is Standing.REVOKED
    with pytest.raises(Unfit, match="revoked already"), database.writing() as session:
        revoke(session, "budi", row.id)
    with pytest.raises(Unfit, match="no key 99"), database.writing() as session:
        revoke(session, "budi", 99)


def test_making_and_revoking_leave_rows_without_the_secret(database: Database) -> None:
    row, secret = made(database)
    with database.writing() as session:
        revoke(session, "budi", row.id)
    with database.reading() as session:
        revoked, new = find_rows(session, Wanted())
        told = [(each.actor, each.action, each.subject) for each in (revoked, new)]
        details = new.details
    assert told == [("budi", "key.revoked", f"key:{row.id}"), ("ani", "key.made", f"key:{row.id}")]
    assert '"scopes": "ask read"' in details
    assert secret not in details


def test_the_day_of_its_last_use_is_remembered(database: Database) -> None:
    row, secret = made(database)
    with database.writing() as session:
        touch(session, row.id, date(2026, 2, 12))
    with database.reading() as session:
        found = find(session, secret)
        assert found is not None
        assert found.last_used_on == date(2026, 2, 12)
        assert (found.may(Scope.ASK), found.may(Scope.SEARCH)) == (True, False)


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (NewKey(" ", (Scope.ASK,), 1, None), "what the key is for"),
        (NewKey("a\nb", (Scope.ASK,), 1, None), "what the key is for"),
        (NewKey("x", (), 1, None), "at least one"),
        (NewKey("x", (Scope.ASK,), 0, None), "times a minute"),
        (NewKey("x", (Scope.ASK,), 1, 4000), "lasts 1 to 3650 days"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_stored(tmp_path_factory, new: NewKey, why: str) -> None:
    database = Database(tmp_path_factory.mktemp("keys") / "k.sqlite")
    with pytest.raises(Unfit, match=why), database.writing() as session:
        make(session, "ani", new)
    with database.reading() as session:
        assert everything(session) == []
