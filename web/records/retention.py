"""What is over its time is deleted: at the start of the server, once a day while it runs, and by `rag retention`."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from rag.settings import Settings
from web.records.accounts import Lifetimes, forget_ended
from web.records.attempts import forget_old
from web.records.audit import prune, record
from web.records.database import Database
from web.records.hearing import forget_before, forget_beyond, older_than
from web.records.models import AnswerRow

ACTOR = "retention"
EVERY_S = 24 * 3600


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows were deleted."""

    feedback: int
    answers: int
    audit: int


def forget(database: Database, settings: Settings) -> Forgotten:
    """All in one transaction; what was deleted leaves a row in the audit log. Raises RecordsUnavailable."""
    now = datetime.now(UTC)
    lifetimes = Lifetimes(timedelta(minutes=settings.session_idle_minutes), timedelta(hours=settings.session_hours))
    with database.writing() as session:
        feedback = forget_before(session, older_than(settings.feedback_days))
        feedback += forget_beyond(session, settings.feedback_rows)
        answers = _forget_answers(session, now - timedelta(days=settings.answer_days))
        forget_ended(session, lifetimes)
        forget_old(session)
        if feedback:
            record(session, ACTOR, "retention.ran", "feedback", {"deleted": feedback})
        return Forgotten(feedback, answers, prune(session, now - timedelta(days=settings.audit_days), ACTOR))


def _forget_answers(session: Session, before: datetime) -> int:
    """No row in the log: nobody but who has the address knew of an answer."""
    old = AnswerRow.created_at < before
    count = session.scalar(select(func.count()).select_from(AnswerRow).where(old)) or 0
    session.execute(delete(AnswerRow).where(old))
    return count
