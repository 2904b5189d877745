"""The queue: cases found, assigned, noted on and resolved; what a person does leaves a row in the audit log."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session

from rag.wording.words import N_
from web.protection.privacy import mask
from web.records.audit import record
from web.records.failures import Unfit
from web.records.models import CaseNoteRow, CaseRow, HeardRow

STATES = {"open": N_("open"), "assigned": N_("assigned"), "resolved": N_("resolved")}
KINDS = {
    "unanswered": N_("not answered"),
    "down": N_("not helpful"),
    "up": N_("helpful"),
    "comment": N_("with a comment"),
}
_LONGEST_NOTE = 4000
CHANGED = N_("Somebody changed this case meanwhile. Look at it again; what you typed is still in the form.")

UNANSWERED = and_(HeardRow.kind == "asked", HeardRow.outcome != "answered")
_OF_KIND: dict[str, ColumnElement[bool]] = {
    "unanswered": UNANSWERED,
    "down": HeardRow.kind == "down",
    "up": HeardRow.kind == "up",
    "comment": HeardRow.comment != "",
}
_QUEUED = or_(HeardRow.kind != "asked", UNANSWERED)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases are looked for; empty is all, but for the state, where it is not resolved. `until` is exclusive."""

    state: str = ""
    language: str = ""
    kind: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def rows(self) -> ColumnElement[bool]:
        """The rows of `heard` for which a case is in the queue."""
        parts = [_OF_KIND.get(self.kind, _QUEUED)]
        if self.language:
            parts.append(HeardRow.language == self.language)
        if self.since:
            parts.append(HeardRow.at >= self.since)
        if self.until:
            parts.append(HeardRow.at < self.until)
        return and_(*parts)

    def narrow(self, query: Select[Any]) -> Select[Any]:
        query = query.where(select(HeardRow.id).where(HeardRow.case_id == CaseRow.id, self.rows()).exists())
        if self.state == "all":
            return query
        return query.where(CaseRow.state == self.state if self.state in STATES else CaseRow.state != "resolved")


@dataclass(frozen=True, slots=True)
class Queued:
    """A case with how often each kind of thing was said in it."""

    case: CaseRow
    unanswered: int
    down: int
    up: int
    comments: int


def count(session: Session, wanted: Wanted) -> int:
    return session.scalar(wanted.narrow(select(func.count(CaseRow.id)))) or 0


def find(session: Session, wanted: Wanted, offset: int = 0, limit: int | None = None) -> Iterator[Queued]:
    """Last heard first."""
    query = wanted.narrow(select(CaseRow)).order_by(CaseRow.last_at.desc(), CaseRow.id.desc())
    found = list(session.scalars(query.offset(offset).limit(limit)))
    counts = _counts(session, [each.id for each in found])
    for each in found:
        yield Queued(each, *counts.get(each.id, (0, 0, 0, 0)))


def waiting(session: Session) -> int:
    """Rows that are not grouped yet."""
    return session.scalar(select(func.count(HeardRow.id)).where(HeardRow.case_id.is_(None))) or 0


def heard_in(session: Session, case_id: int, limit: int) -> list[HeardRow]:
    """What was said in a case, newest first."""
    query = select(HeardRow).where(HeardRow.case_id == case_id).order_by(HeardRow.at.desc(), HeardRow.id)
    return list(session.scalars(query.limit(limit)))


def notes_of(session: Session, case_id: int) -> list[CaseNoteRow]:
    return list(session.scalars(select(CaseNoteRow).where(CaseNoteRow.case_id == case_id).order_by(CaseNoteRow.id)))


def assign(session: Session, actor: str, row: CaseRow, revision: int, assignee: str) -> None:
    """To an account, or with "" to nobody. Raises Unfit where somebody changed it since."""
    _change(row, revision)
    row.assignee = assignee[:100] or None
    if row.state != "resolved":
        row.state = "assigned" if row.assignee else "open"
    record(session, actor, "case.assigned", f"case:{row.id}", {"to": row.assignee or ""})


def add_note(session: Session, actor: str, row: CaseRow, text: str) -> None:
    """Raises Unfit for an empty one."""
    text = text.strip()
    if not text:
        raise Unfit(N_("Write something first."))
    session.add(CaseNoteRow(case_id=row.id, at=datetime.now(UTC), author=actor, text=mask(text)[:_LONGEST_NOTE]))
    record(session, actor, "case.noted", f"case:{row.id}")


def resolve(session: Session, actor: str, row: CaseRow, revision: int, text: str) -> None:
    """With what was done about it, which may stay empty. Raises Unfit where somebody changed it since."""
    _change(row, revision)
    row.state = "resolved"
    if text.strip():
        add_note(session, actor, row, text)
    record(session, actor, "case.resolved", f"case:{row.id}")


def reopen(session: Session, actor: str, row: CaseRow, revision: int) -> None:
    """Raises Unfit where somebody changed it since."""
    _change(row, revision)
    row.state = "assigned" if row.assignee else "open"
    record(session, actor, "case.reopened", f"case:{row.id}")


def _change(row: CaseRow, revision: int) -> None:
    if row.revision != revision:
        raise Unfit(CHANGED)
    row.revision += 1


def _counts(session: Session, numbers: list[int]) -> dict[int, tuple[int, int, int, int]]:
    sums = [func.sum(case((condition, 1), else_=0)) for condition in _OF_KIND.values()]
    query = select(HeardRow.case_id, *sums).where(HeardRow.case_id.in_(numbers)).group_by(HeardRow.case_id)
    return {row[0]: (int(row[1]), int(row[2]), int(row[3]), int(row[4])) for row in session.execute(query)}
