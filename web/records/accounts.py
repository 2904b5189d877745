"""Accounts and the browsers that are signed in to them; every change leaves a row in the audit log."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from rag.wording.words import N_
from web.records.audit import record
from web.records.engine import hold
from web.records.failures import Unfit
from web.records.models import AccountRow, SessionRow

TAKEN = N_("There is an account %(name)s already.")
_TOUCHED_EVERY = timedelta(minutes=1)  # a session's last use is written no more often
_SLACK = timedelta(minutes=5)  # of clocks of several machines


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """How long a session lasts without being used, and in all."""

    idle: timedelta
    longest: timedelta


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What an account is made of."""

    name: str
    full_name: str
    role: str
    password_hash: str | None
    must_change: bool = False
    subject: str | None = None


def named(session: Session, name: str) -> AccountRow | None:
    """Names are the same in capitals and small letters."""
    return session.scalars(select(AccountRow).where(AccountRow.name == plain_name(name))).first()


def plain_name(name: str) -> str:
    return name.strip().lower()


def everybody(session: Session) -> list[AccountRow]:
    """By name."""
    return list(session.scalars(select(AccountRow).order_by(AccountRow.name)))


def add(session: Session, actor: str, new: NewAccount) -> AccountRow:
    """Raises Unfit for a name that is taken, or unfit."""
    name = plain_name(new.name)
    if not 2 <= len(name) <= 100 or not name.isprintable() or any(letter.isspace() for letter in name):
        raise Unfit(N_("The name of an account has 2 to 100 characters, without spaces."))
    if named(session, name) is not None:
        raise Unfit(TAKEN, name=name)
    account = AccountRow(
        name=name,
        full_name=new.full_name.strip()[:200],
        role=new.role,
        password_hash=new.password_hash,
        must_change=new.must_change,
        subject=new.subject,
        created_at=datetime.now(UTC),
    )
    session.add(account)
    record(session, actor, "account.added", f"account:{name}", {"role": new.role})
    return account


def set_disabled(session: Session, actor: str, account: AccountRow, disabled: bool) -> None:
    """A disabled account is signed out everywhere. Raises Unfit for the last administrator."""
    if disabled:
        _keep_an_administrator(session, account)
        end_all(session, account.id)
    account.disabled_at = datetime.now(UTC) if disabled else None
    record(session, actor, "account.disabled" if disabled else "account.enabled", f"account:{account.name}")


def set_role(session: Session, actor: str, account: AccountRow, role: str) -> None:
    """The person must sign in anew. Raises Unfit for the last administrator."""
    if role != "administrator":
        _keep_an_administrator(session, account)
    before, account.role = account.role, role
    end_all(session, account.id)
    record(session, actor, "account.role", f"account:{account.name}", {"before": before, "after": role})


def set_password(session: Session, actor: str, account: AccountRow, password_hash: str, must_change: bool) -> None:
    """Signs the account out everywhere."""
    account.password_hash, account.must_change = password_hash, must_change
    end_all(session, account.id)
    record(session, actor, "account.password", f"account:{account.name}")


def _keep_an_administrator(session: Session, account: AccountRow) -> None:
    hold(session, "accounts")
    others = select(func.count(AccountRow.id)).where(
        AccountRow.role == "administrator", AccountRow.disabled_at.is_(None), AccountRow.id != account.id
    )
    if account.role == "administrator" and account.disabled_at is None and not session.scalar(others):
        raise Unfit(N_("This is the only administrator who can sign in; make another one first."))


def begin(session: Session, account: AccountRow, browser: str, lifetimes: Lifetimes) -> str:
    """Signs a browser in; the token for its cookie, 256 random bits, which is stored nowhere."""
    token, now = secrets.token_urlsafe(32), datetime.now(UTC)
    session.add(
        SessionRow(
            token_hash=_hash(token),
            account_id=account.id,
            browser=browser[:200],
            created_at=now,
            seen_at=now,
            expires_at=now + lifetimes.longest,
        )
    )
    return token


def signed_in(session: Session, token: str, lifetimes: Lifetimes) -> tuple[SessionRow, AccountRow] | None:
    """Whose browser holds the token; None when it is over, or the account is disabled."""
    query = (
        select(SessionRow, AccountRow)
        .join(AccountRow, AccountRow.id == SessionRow.account_id)
        .where(SessionRow.token_hash == _hash(token), AccountRow.disabled_at.is_(None))
    )
    found = session.execute(query).one_or_none()
    now = datetime.now(UTC)
    if found is None or now >= min(found[0].expires_at, found[0].seen_at + lifetimes.idle):
        return None
    if found[0].seen_at > now + _SLACK:  # the clock was set back: it would last for as long as that
        return None
    return found[0], found[1]


def due(row: SessionRow) -> bool:
    """Whether the use of a session is to be written again."""
    return datetime.now(UTC) - row.seen_at >= _TOUCHED_EVERY


def touch(session: Session, session_id: int) -> None:
    row = session.get(SessionRow, session_id)
    if row is not None:
        row.seen_at = datetime.now(UTC)


def sessions_of(session: Session, account_id: int) -> list[SessionRow]:
    """The latest used first."""
    query = select(SessionRow).where(SessionRow.account_id == account_id).order_by(SessionRow.seen_at.desc())
    return list(session.scalars(query))


def end(session: Session, account_id: int, session_id: int) -> None:
    """Signs one browser of the account out."""
    session.execute(delete(SessionRow).where(SessionRow.id == session_id, SessionRow.account_id == account_id))


def end_all(session: Session, account_id: int) -> None:
    """Signs the account out everywhere."""
    session.execute(delete(SessionRow).where(SessionRow.account_id == account_id))


def forget_ended(session: Session, lifetimes: Lifetimes) -> None:
    """Deletes the sessions that are over."""
    now = datetime.now(UTC)
    over = (SessionRow.expires_at <= now) | (SessionRow.seen_at <= now - lifetimes.idle)
    over |= SessionRow.seen_at > now + _SLACK
    session.execute(delete(SessionRow).where(over))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
