"""Name and password become a session; the same words and the same time for a name that is not there."""

from dataclasses import dataclass, replace

from rag.settings import Settings
from web.protection.passwords import hashed, matches, outdated
from web.protection.privacy import mask
from web.protection.visitors import lifetimes_of
from web.records.accounts import begin, named, plain_name
from web.records.attempts import ACCOUNT, forgive, keys_of, take
from web.records.audit import record
from web.records.database import Database
from web.records.models import AccountRow, AttemptRow

NOBODY = "-"  # the actor of what was done without an account


@dataclass(frozen=True, slots=True)
class Tried:
    """What somebody who wants to sign in has sent, and from where."""

    name: str
    password: str
    address: str
    browser: str


class Refused(Exception):
    """Not let in; `wait_s` is 0 for a wrong name or password, else how long nothing is tried."""

    def __init__(self, wait_s: int = 0) -> None:
        super().__init__("refused")
        self.wait_s = wait_s


def sign_in(database: Database, settings: Settings, tried: Tried) -> str:
    """The token of the new session. Raises Refused."""
    tried = replace(tried, name=plain_name(tried.name)[:100])
    with database.writing() as session:
        wait_s = take(session, keys_of(tried.name, tried.address))
        stored = _password_of(named(session, tried.name))
    if wait_s:
        raise Refused(wait_s)
    # Outside of every transaction: it takes long, and is meant to.
    right = matches(tried.password, stored)
    token = _begin(database, settings, tried, stored) if right else None
    if token is None:
        _note_failure(database, tried)
        raise Refused
    return token


def _password_of(account: AccountRow | None) -> str | None:
    return account.password_hash if account is not None and account.disabled_at is None else None


def _begin(database: Database, settings: Settings, tried: Tried, stored: str | None) -> str | None:
    """None when the account was changed while the password was being checked."""
    with database.writing() as session:
        account = named(session, tried.name)
        if account is None or _password_of(account) != stored:
            return None
        if stored is not None and outdated(stored):
            account.password_hash = hashed(tried.password)
        forgive(session, tried.name, tried.address)
        record(session, account.name, "session.began", f"account:{account.name}", {"address": tried.address})
        return begin(session, account, tried.browser, lifetimes_of(settings))


def _note_failure(database: Database, tried: Tried) -> None:
    with database.writing() as session:
        known = named(session, tried.name)
        # Whoever mistypes may have typed something else into the field of the name.
        subject = f"account:{known.name if known else mask(tried.name)}"
        record(session, NOBODY, "session.failed", subject, {"address": tried.address})
        counted = session.get(AttemptRow, next(iter(keys_of(tried.name, tried.address))))
        if counted is not None and counted.failures == ACCOUNT.locked:
            record(session, NOBODY, "account.locked", subject)
