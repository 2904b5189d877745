"""Keys of programs: made once, shown once, stored as SHA-256 only; every change leaves a row in the audit log."""

import hashlib
import hmac
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from rag.wording.words import N_
from web.records.audit import record
from web.records.failures import Unfit
from web.records.models import Base

PREFIX = "tanya_"  # by which a key is known wherever it turns up, in a log or a repository
LONGEST_NAME = 100
MOST_PER_MINUTE = 100_000
MOST_DAYS = 3650
_HINT = 4  # last characters, by which people tell keys apart


class Scope(StrEnum):
    """What a key opens."""

    ASK = "ask"
    SEARCH = "search"
    READ = "read"  # the list of documents


class KeyRow(Base):
    """A key; `scopes` parted by spaces, `last_used_on` a day, so that no more is known of who asks."""

    __tablename__ = "api_keys"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    hint: Mapped[str] = mapped_column(String(20))
    scopes: Mapped[str] = mapped_column(String(100))
    per_minute: Mapped[int]
    made_by: Mapped[str] = mapped_column(String(100))
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    last_used_on: Mapped[date | None]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[str | None] = mapped_column(String(100))

    def may(self, scope: Scope) -> bool:
        return scope.value in self.scopes.split()

    def standing(self, now: datetime) -> "Standing":
        if self.revoked_at is not None:
            return Standing.REVOKED
        return Standing.EXPIRED if self.expires_at is not None and now >= self.expires_at else Standing.OPEN


class Standing(StrEnum):
    """Whether a key opens anything."""

    OPEN = "open"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class NewKey:
    """What a key is made of; `days` None: it never expires."""

    name: str
    scopes: Collection[Scope]
    per_minute: int
    days: int | None


def make(session: Session, actor: str, new: NewKey) -> tuple[KeyRow, str]:
    """The key and its secret, PREFIX and 256 random bits, which is stored nowhere. Raises Unfit."""
    _require_fit(new)
    secret, now = PREFIX + secrets.token_urlsafe(32), datetime.now(UTC)
    row = KeyRow(
        name=new.name.strip(),
        secret_hash=hash_of(secret),
        hint=f"{PREFIX}…{secret[-_HINT:]}",
        scopes=" ".join(scope.value for scope in Scope if scope in new.scopes),
        per_minute=new.per_minute,
        made_by=actor[:100],
        made_at=now,
        expires_at=now + timedelta(days=new.days) if new.days else None,
    )
    session.add(row)
    session.flush()
    until = row.expires_at.date().isoformat() if row.expires_at else "never"
    details: dict[str, str | int] = {
        "name": row.name,
        "scopes": row.scopes,
        "per_minute": row.per_minute,
        "expires": until,
    }
    record(session, actor, "key.made", f"key:{row.id}", details)
    return row, secret


def revoke(session: Session, actor: str, key_id: int) -> KeyRow:
    """It opens nothing from now on, and stays in the list. Raises Unfit where there is none, or it was revoked."""
    row = session.get(KeyRow, key_id)
    if row is None:
        raise Unfit(N_("There is no key %(id)s."), id=key_id)
    if row.revoked_at is not None:
        raise Unfit(N_("This key was revoked already."))
    row.revoked_at, row.revoked_by = datetime.now(UTC), actor[:100]
    record(session, actor, "key.revoked", f"key:{row.id}", {"name": row.name})
    return row


def everything(session: Session) -> list[KeyRow]:
    """Newest first."""
    return list(session.scalars(select(KeyRow).order_by(KeyRow.id.desc())))


def find(session: Session, secret: str) -> KeyRow | None:
    """The key of this secret, whatever its standing."""
    wanted = hash_of(secret)
    row = session.scalars(select(KeyRow).where(KeyRow.secret_hash == wanted)).one_or_none()
    # A database compares byte by byte, of hashes that nobody can choose; what it finds is compared in constant time.
    return row if row is not None and hmac.compare_digest(row.secret_hash, wanted) else None


def touch(session: Session, key_id: int, today: date) -> None:
    """It was used on this day."""
    row = session.get(KeyRow, key_id)
    if row is not None:
        row.last_used_on = today


def hash_of(secret: str) -> str:
    """Of 256 random bits, which no list of guesses holds: nothing slower is needed."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _require_fit(new: NewKey) -> None:
    name = new.name.strip()
    if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable():
        raise Unfit(N_("Say what the key is for, in 1 to %(most)s characters."), most=LONGEST_NAME)
    if not new.scopes:
        raise Unfit(N_("Choose at least one thing that the key may do."))
    if not 1 <= new.per_minute <= MOST_PER_MINUTE:
        raise Unfit(N_("A key may be used 1 to %(most)s times a minute."), most=MOST_PER_MINUTE)
    if new.days is not None and not 1 <= new.days <= MOST_DAYS:
        raise Unfit(N_("A key lasts 1 to %(most)s days, or does not expire."), most=MOST_DAYS)
