"""Failed sign-ins: each makes the next one wait longer, many lock for a while; counted by account and by address."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from web.records.engine import hold
from web.records.models import AttemptRow

FORGOTTEN_AFTER = timedelta(hours=24)
LOCKED = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Bound:
    """From `slow` failures in a row on one waits, 1 s and twice as long each time; from `locked` on, LOCKED."""

    slow: int
    locked: int

    def wait(self, failures: int) -> timedelta:
        if failures >= self.locked:
            return LOCKED
        return timedelta(seconds=2 ** (failures - self.slow)) if failures >= self.slow else timedelta()


ACCOUNT = Bound(slow=3, locked=10)
# Several people share an office's address.
ADDRESS = Bound(slow=20, locked=40)


def keys_of(name: str, address: str) -> dict[str, Bound]:
    return {f"account:{name}"[:200]: ACCOUNT, f"address:{address}"[:200]: ADDRESS}


def take(session: Session, keys: dict[str, Bound]) -> int:
    """Counts an attempt as failed before it is tried, so that many at once are counted; whole seconds to wait, or 0.

    An attempt that must wait is not counted.
    """
    hold(session, "attempts")
    now = _now()
    rows = [_row(session, key, now) for key in keys]
    for row in rows:  # the clock may have been set back since
        row.blocked_until = min(row.blocked_until, now + keys[row.key].wait(row.failures))
    waits = [(row.blocked_until - now).total_seconds() for row in rows]
    if max(waits) > 0:
        return max(1, round(max(waits)))
    for row in rows:
        row.failures += 1
        row.last_at, row.blocked_until = now, now + keys[row.key].wait(row.failures)
    return 0


def forgive(session: Session, name: str, address: str) -> None:
    """After the right password: the account's failures are forgotten, the address keeps those of other accounts."""
    session.execute(delete(AttemptRow).where(AttemptRow.key == f"account:{name}"[:200]))
    row = session.get(AttemptRow, f"address:{address}"[:200])
    if row is not None:
        row.failures = max(0, row.failures - 1)
        row.blocked_until = _now()


def unlock(session: Session, name: str) -> None:
    """An administrator lets the account try again."""
    session.execute(delete(AttemptRow).where(AttemptRow.key == f"account:{name}"[:200]))


def locked_accounts(session: Session) -> set[str]:
    """The names that must wait now, also those of no account."""
    query = select(AttemptRow.key).where(AttemptRow.blocked_until > _now())
    return {key.removeprefix("account:") for key in session.scalars(query) if key.startswith("account:")}


def forget_old(session: Session) -> None:
    now = _now()
    old = (AttemptRow.last_at < now - FORGOTTEN_AFTER) | (AttemptRow.last_at > now + FORGOTTEN_AFTER)
    session.execute(delete(AttemptRow).where(old))


def _now() -> datetime:
    return datetime.now(UTC)


def _row(session: Session, key: str, now: datetime) -> AttemptRow:
    row = session.get(AttemptRow, key)
    if row is None or abs(now - row.last_at) > FORGOTTEN_AFTER:
        if row is not None:
            session.delete(row)
            session.flush()
        row = AttemptRow(key=key, failures=0, last_at=now, blocked_until=now)
        session.add(row)
        session.flush()
    return row
