"""What people asked and how they rated it; every column is masked, and cut to a length, before it is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from rag.types import Answer
from web.protection.privacy import mask
from web.records.models import CaseRow, HeardRow

ASKED = "asked"  # the kind of a row that is no rating
_LONGEST = {"comment": 2000, "question": 2000, "answer": 4000, "documents": 4000}
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Heard:
    """A question with its answer; `id` of a rating is the answer's, so a second rating replaces the first."""

    id: str
    kind: str  # ASKED, "up" or "down"
    comment: str = ""
    question: str = ""
    answer: str = ""
    outcome: str = ""
    language: str = ""
    documents: str = ""  # ids, one a line
    model: str = ""
    index_version: str = ""
    at: datetime | None = None  # None: now


def asked(answer: Answer) -> Heard:
    """The question of an answer, as it was understood."""
    return Heard(
        id=uuid4().hex,
        kind=ASKED,
        question=answer.understood_as or answer.question,
        outcome=answer.outcome.value,
        language=answer.language.value,
        documents="\n".join(dict.fromkeys(each.document_id for each in answer.citations)),
        model=answer.model,
        index_version=answer.index_version or "",
        at=datetime.now(UTC),
    )


def note(session: Session, heard: Iterable[Heard]) -> None:
    """Writes questions that were asked."""
    for each in heard:
        session.add(_row(each))


def rate(session: Session, rating: Heard) -> None:
    """Writes a rating, or replaces the rating and the comment of an earlier one."""
    row = session.get(HeardRow, rating.id)
    if row is None:
        session.add(_row(rating))
        return
    row.kind, row.comment = rating.kind, _kept("comment", rating.comment)


def forget_before(session: Session, moment: datetime) -> int:
    """Deletes what is older, and cases of which nothing is left; how many rows."""
    gone = session.scalar(select(func.count(HeardRow.id)).where(HeardRow.at < moment)) or 0
    session.execute(delete(HeardRow).where(HeardRow.at < moment))
    _forget_empty(session)
    return gone


def forget_beyond(session: Session, most: int) -> int:
    """Deletes the oldest where there are more rows than `most`; how many."""
    kept = select(HeardRow.at).order_by(HeardRow.at.desc()).offset(most - 1).limit(1)
    oldest = session.scalar(kept)
    return forget_before(session, oldest) if oldest is not None else 0


def _forget_empty(session: Session) -> None:
    """What is not yet grouped has none, and a case is made with its first row, in one transaction."""
    session.execute(delete(CaseRow).where(~select(HeardRow.id).where(HeardRow.case_id == CaseRow.id).exists()))


def older_than(days: int) -> datetime:
    return datetime.now(UTC) - timedelta(days=days)


def _row(heard: Heard) -> HeardRow:
    texts: Sequence[str] = [*_LONGEST, "outcome", "language", "model", "index_version"]
    return HeardRow(
        id=heard.id,
        at=heard.at or datetime.now(UTC),
        kind=heard.kind,
        **{name: _kept(name, getattr(heard, name)) for name in texts},
    )


def _kept(name: str, text: str) -> str:
    """Masked first: a number that is cut in two would be none."""
    return mask(text.replace("\x00", ""))[: _LONGEST.get(name, _LONGEST_NAME)]
