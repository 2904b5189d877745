"""The audit log: append-only, each row holding the hash of the one before."""

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from web.protection.privacy import mask
from web.records.engine import hold
from web.records.models import AuditRow

BEGINNING = "0" * 64  # stands for the hash before the first row
PRUNED = "audit.pruned"
COLUMNS = ("id", "at", "actor", "action", "subject", "details", "hash")
_READ = 1000  # rows at once


@dataclass(frozen=True, slots=True)
class Chain:
    """The log as it was read: how many rows, the last hash, and the first row that does not fit (None: all do)."""

    rows: int
    head: str
    broken_at: int | None = None


def record(
    session: Session, actor: str, action: str, subject: str = "", details: Mapping[str, str | int] | None = None
) -> None:
    """Adds a row to the transaction that does what it tells, so that neither is without the other.

    `actor` is the name of an account, `subject` the thing ("account:budi"), `action` as "account.added"; what the
    details say is masked.
    """
    said = {name: mask(value) if isinstance(value, str) else value for name, value in (details or {}).items()}
    _add(session, actor, action, subject, said)


def _add(session: Session, actor: str, action: str, subject: str, details: Mapping[str, str | int]) -> None:
    hold(session, "audit")  # the next row needs the hash of the last one
    last = session.scalars(select(AuditRow).order_by(AuditRow.id.desc()).limit(1)).first()
    row = AuditRow(
        id=last.id + 1 if last else 1,
        at=datetime.now(UTC),
        actor=actor[:100],
        action=action,
        subject=subject[:300],
        details=json.dumps(dict(details), ensure_ascii=False, sort_keys=True),
        previous=last.hash if last else BEGINNING,
    )
    row.hash = hash_of(row)
    session.add(row)
    session.flush()


def hash_of(row: AuditRow) -> str:
    """SHA-256 over every other column, hex."""
    at = row.at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = [row.id, at, row.actor, row.action, row.subject, row.details, row.previous]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def verify(session: Session) -> Chain:
    """Computes every hash again; a row that was changed, put in or taken out breaks the chain."""
    rows, before, number = 0, *_start(session)
    for row in session.scalars(select(AuditRow).order_by(AuditRow.id).execution_options(yield_per=_READ)):
        if row.id != number or row.previous != before or row.hash != hash_of(row):
            return Chain(rows, before, row.id)
        rows, before, number = rows + 1, row.hash, number + 1
    return Chain(rows, before)


def holds(session: Session, head: str) -> bool:
    """Whether a row has this hash: one that was noted down earlier proves that the log was not cut since."""
    return session.scalar(select(func.count()).where(AuditRow.hash == head)) == 1


def prune(session: Session, before: datetime, actor: str) -> int:
    """Deletes the rows older than `before`, and says so in a row that holds the last deleted hash; how many."""
    last = session.scalars(select(AuditRow).where(AuditRow.at < before).order_by(AuditRow.id.desc()).limit(1)).first()
    if last is None:
        return 0
    _add(session, actor, PRUNED, "", {"up_to": last.id, "hash": last.hash})
    gone = session.scalar(select(func.count()).where(AuditRow.id <= last.id)) or 0
    session.execute(delete(AuditRow).where(AuditRow.id <= last.id))
    return gone


def _start(session: Session) -> tuple[str, int]:
    """The hash before the first row that is left, and its number."""
    query = select(AuditRow).where(AuditRow.action == PRUNED).order_by(AuditRow.id.desc()).limit(1)
    pruned = session.scalars(query).first()
    if pruned is None:
        return BEGINNING, 1
    details = json.loads(pruned.details)
    return str(details["hash"]), int(details["up_to"]) + 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows are looked for; empty is all. `until` is exclusive."""

    actor: str = ""
    action: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def narrow(self, query: Select[Any]) -> Select[Any]:
        """The query for these rows."""
        if self.actor:
            query = query.where(AuditRow.actor == self.actor)
        if self.action:
            query = query.where(AuditRow.action == self.action)
        if self.since:
            query = query.where(AuditRow.at >= self.since)
        return query.where(AuditRow.at < self.until) if self.until else query


def count(session: Session, wanted: Wanted) -> int:
    return session.scalar(wanted.narrow(select(func.count(AuditRow.id)))) or 0


def find(session: Session, wanted: Wanted, offset: int = 0, limit: int | None = None) -> Iterator[AuditRow]:
    """Rows, newest first."""
    query = wanted.narrow(select(AuditRow)).order_by(AuditRow.id.desc()).offset(offset).limit(limit)
    yield from session.scalars(query.execution_options(yield_per=_READ))


def names(session: Session) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The actors and the actions that occur, in alphabetical order."""
    actors = session.scalars(select(AuditRow.actor).distinct().order_by(AuditRow.actor))
    actions = session.scalars(select(AuditRow.action).distinct().order_by(AuditRow.action))
    return tuple(actors), tuple(actions)


def table_of(rows: Iterator[AuditRow]) -> Iterator[str]:
    """Lines of CSV; a cell that a spreadsheet would compute begins with an apostrophe."""
    yield _line(COLUMNS)
    for row in rows:
        yield _line((row.id, row.at.isoformat(), row.actor, row.action, row.subject, row.details, row.hash))


def _line(values: tuple[object, ...]) -> str:
    line = io.StringIO()
    cells = (f"'{value}" if str(value).startswith(("=", "+", "-", "@", "\t")) else value for value in values)
    csv.writer(line).writerow(cells)
    return line.getvalue()
