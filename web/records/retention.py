"""What is over its time is deleted: at the start of the server, once a day while it runs, and by `rag retention`."""

import logging
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from sqlalchemy import delete, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from rag.settings import Settings
from web.records.accounts import Lifetimes, forget_ended
from web.records.attempts import forget_old
from web.records.audit import prune, record
from web.records.database import Database
from web.records.hearing import forget_before, forget_beyond, older_than
from web.records.models import AnswerRow, AuditRow, HeardRow

log = logging.getLogger(__name__)
ACTOR = "retention"
PUT_OFF = "retention.put_off"
EVERY_S = 24 * 3600
_SILENCE = timedelta(days=30)  # in which nothing was stored: a clock that jumped ahead looks like that
_DOUBT = timedelta(days=7)  # in which somebody may notice it


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows were deleted."""

    feedback: int
    answers: int
    audit: int


def forget(database: Database, settings: Settings, doubting: bool = False) -> Forgotten:
    """All in one transaction; what was deleted leaves a row in the audit log. Raises RecordsUnavailable.

    `doubting`: where the clock seems to have jumped ahead nothing is deleted for some days, and that is noted.
    """
    now = datetime.now(UTC)
    lifetimes = Lifetimes(timedelta(minutes=settings.session_idle_minutes), timedelta(hours=settings.session_hours))
    with database.writing() as session:
        if doubting and (until := _doubted_until(session, settings, now)):
            log.warning(
                "nothing was deleted: nothing was stored for over %s days, or the clock jumped ahead. If it is right, "
                "what is over its time goes after %s, or at once by `rag retention`",
                _SILENCE.days,
                until.date(),
            )
            return Forgotten(0, 0, 0)
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


def _doubted_until(session: Session, settings: Settings, now: datetime) -> datetime | None:
    """None where all that is over its time may go; from the first doubt on, which is noted, it waits for _DOUBT."""
    last = _before_silence(session, settings, now)
    if last is None:
        return None
    noted = select(func.min(AuditRow.at)).where(AuditRow.action == PUT_OFF, AuditRow.at > last, AuditRow.at <= now)
    first = session.scalar(noted)
    if first is None:
        record(session, ACTOR, PUT_OFF, "", {"last": last.date().isoformat()})
    until = (first or now) + _DOUBT
    return until if now < until else None


def _before_silence(session: Session, settings: Settings, now: datetime) -> datetime | None:
    """The end of the last day before the newest silence that follows something over its time; None without one."""
    kept = {
        HeardRow.at: settings.feedback_days,
        AnswerRow.created_at: settings.answer_days,
        AuditRow.at: settings.audit_days,
    }
    old = [day for at, most in kept.items() for day in _days(session, at, None, now - timedelta(days=most))]
    if not old:
        return None
    newest = max(old)
    begin = datetime(newest.year, newest.month, newest.day, tzinfo=UTC)
    days = sorted({newest, now.date(), *(day for at in kept for day in _days(session, at, begin, now))})
    silences = [before for before, after in pairwise(days) if after - before > _SILENCE]
    if not silences:
        return None
    last = silences[-1]
    return datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=1)


def _days(session: Session, at: InstrumentedAttribute[datetime], begin: datetime | None, end: datetime) -> list[date]:
    """On which something was stored; what this module itself has noted does not count."""
    query = select(func.date(at)).where(at < end).distinct()
    if begin is not None:
        query = query.where(at >= begin)
    if at.class_ is AuditRow:
        query = query.where(AuditRow.actor != ACTOR)
    return [date.fromisoformat(str(day)) for day in session.scalars(query)]
