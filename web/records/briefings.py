"""Briefings that are kept; every change leaves a row in the audit log."""

import json
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rag.briefing.stored import from_json, to_json
from rag.briefing.values import Briefing
from rag.wording.words import N_
from web.records.audit import record
from web.records.failures import Unfit
from web.records.models import BriefingRow

CHANGED_MEANWHILE = N_(
    "%(name)s changed this briefing meanwhile, so nothing was saved. What you typed is still below; open the briefing "
    "in another window to see the change."
)


def add(session: Session, actor: str, briefing: Briefing) -> BriefingRow:
    now = datetime.now(UTC)
    row = BriefingRow(
        topic=briefing.topic,
        index_version=briefing.index_version,
        made_by=actor,
        made_at=now,
        changed_by=actor,
        changed_at=now,
        revision=1,
        content=_written(briefing),
    )
    session.add(row)
    session.flush()
    record(session, actor, "briefing.made", f"briefing:{row.id}", {"topic": briefing.topic[:200]})
    return row


def change(session: Session, actor: str, row: BriefingRow, revision: int, briefing: Briefing) -> None:
    """`revision`: the one that was edited. Raises Unfit where somebody has changed it since."""
    _require_unchanged(row, revision)
    row.content, row.revision = _written(briefing), revision + 1
    row.changed_by, row.changed_at = actor, datetime.now(UTC)
    record(session, actor, "briefing.changed", f"briefing:{row.id}", {"revision": row.revision})


def remove(session: Session, actor: str, row: BriefingRow, revision: int) -> None:
    """Raises Unfit where somebody has changed it since."""
    _require_unchanged(row, revision)
    session.delete(row)
    record(session, actor, "briefing.removed", f"briefing:{row.id}", {"topic": row.topic[:200]})


def briefing_in(row: BriefingRow) -> Briefing:
    """Raises BadInput for one of another release."""
    return from_json(json.loads(row.content))


def count(session: Session) -> int:
    return session.scalar(select(func.count(BriefingRow.id))) or 0


def listed(session: Session, offset: int, limit: int) -> list[BriefingRow]:
    """Newest first."""
    query = select(BriefingRow).order_by(BriefingRow.made_at.desc(), BriefingRow.id.desc())
    return list(session.scalars(query.offset(offset).limit(limit)))


def _require_unchanged(row: BriefingRow, revision: int) -> None:
    if row.revision != revision:
        raise Unfit(CHANGED_MEANWHILE, name=row.changed_by)


def _written(briefing: Briefing) -> str:
    return json.dumps(to_json(briefing))  # in ASCII: half a surrogate pair has no other form
