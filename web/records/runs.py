"""Runs that were started in the page, and what evaluators say of versions of the index."""

import logging
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, not_, or_, select, type_coerce, update
from sqlalchemy.orm import Session

from rag.evaluation.background import End
from rag.wording.words import N_
from web.protection.privacy import mask
from web.records.audit import record
from web.records.columns import Moment
from web.records.database import Database
from web.records.failures import RecordsUnavailable, Unfit
from web.records.models import EvaluationRunRow, IndexVerdictRow

log = logging.getLogger(__name__)
RUNNING, KILLED = "running", "killed"
STATES = {
    RUNNING: N_("running"),
    End.FINISHED.value: N_("finished"),
    End.FAILED.value: N_("failed"),
    End.STOPPED.value: N_("stopped"),
    KILLED: N_("ended with the server"),
}
MOST_UNKEPT = 10  # of runs without a result are listed
LOST_S = 60.0  # a process that was not heard of for so long has ended
_LONGEST_NOTE = 4000


def begin(session: Session, actor: str, name: str, note: str, asked: str) -> EvaluationRunRow:
    row = EvaluationRunRow(
        name=_named(name),
        note=mask(note)[:_LONGEST_NOTE],
        asked=asked,
        state=RUNNING,
        problem="",
        started_by=actor,
        started_at=datetime.now(UTC),
        beat_at=_now(session),
    )
    session.add(row)
    session.flush()
    record(session, actor, "evaluation.started", f"run:{row.id}", {"asked": asked[:200]})
    return row


def end(session: Session, number: int, how: End, folder: str | None, problem: str) -> None:
    row = session.get(EvaluationRunRow, number)
    if row is not None:
        row.state, row.folder, row.problem, row.ended_at = how.value, folder, problem[:2000], datetime.now(UTC)


def beat(session: Session, number: int, done: int = 0, total: int = 0) -> bool:
    """The run goes on, also one that was taken for ended while its process could not reach the database.

    Whether it was asked to stop.
    """
    goes_on = update(EvaluationRunRow).where(
        EvaluationRunRow.id == number, EvaluationRunRow.state.in_((RUNNING, KILLED))
    )
    session.execute(goes_on.values(state=RUNNING, ended_at=None, beat_at=_now(session), done=done, total=total))
    return bool(session.scalar(select(EvaluationRunRow.stop_asked).where(EvaluationRunRow.id == number)))


def going(session: Session) -> EvaluationRunRow | None:
    """The newest run that goes on, in whichever process."""
    query = select(EvaluationRunRow).where(EvaluationRunRow.state == RUNNING).order_by(EvaluationRunRow.id.desc())
    now = _now(session)
    return next((row for row in session.scalars(query) if standing(row, now) == RUNNING), None)


def ask_to_stop(session: Session) -> None:
    """Of all runs that go on; their processes look at it when they say that they do."""
    session.execute(update(EvaluationRunRow).where(EvaluationRunRow.state == RUNNING).values(stop_asked=True))


def note_killed(database: Database, number: int | None = None) -> None:
    """The run `number`, or each of a process that was not heard of for LOST_S, has ended with its process."""
    try:
        with database.writing() as session:
            now, silent = _now(session), timedelta(seconds=LOST_S)
            heard = EvaluationRunRow.beat_at.between(now - silent, now + silent)  # later: the clock was set back
            lost = or_(EvaluationRunRow.beat_at.is_(None), not_(heard))  # earlier releases gave no sign of life
            which = lost if number is None else EvaluationRunRow.id == number
            ended = update(EvaluationRunRow).where(EvaluationRunRow.state == RUNNING, which)
            session.execute(ended.values(state=KILLED, ended_at=datetime.now(UTC)))
    except RecordsUnavailable as error:
        log.warning("whether a run was killed is not known: %s", error)


def standing(row: EvaluationRunRow, now: datetime) -> str:
    """Its state, as STATES has them, at a moment of the database's clock."""
    lost = row.beat_at is None or abs(row.beat_at - now) > timedelta(seconds=LOST_S)
    return KILLED if row.state == RUNNING and lost else row.state


def by_folder(session: Session) -> dict[str, EvaluationRunRow]:
    rows = session.scalars(select(EvaluationRunRow).where(EvaluationRunRow.folder.is_not(None)))
    return {row.folder: row for row in rows if row.folder}


def without_result(session: Session) -> list[tuple[EvaluationRunRow, str]]:
    """The newest that did not come to their end, and how each stands."""
    query = select(EvaluationRunRow).where(EvaluationRunRow.folder.is_(None)).order_by(EvaluationRunRow.id.desc())
    now = _now(session)
    return [(row, standing(row, now)) for row in session.scalars(query.limit(MOST_UNKEPT))]


def change(session: Session, actor: str, folder: str, name: str, note: str) -> None:
    """Name and note of a run, also of one that was made in the terminal."""
    row = session.scalars(select(EvaluationRunRow).where(EvaluationRunRow.folder == folder)).first()
    if row is None:
        now = datetime.now(UTC)
        row = EvaluationRunRow(
            folder=folder, asked="", state=End.FINISHED.value, problem="", started_by=actor, started_at=now
        )
        session.add(row)
    row.name, row.note = _named(name), mask(note)[:_LONGEST_NOTE]
    record(session, actor, "evaluation.changed", f"run:{folder}")


def judge(session: Session, actor: str, version: str, run: str, approved: bool, reason: str) -> None:
    """Raises Unfit without a reason."""
    reason = mask(" ".join(reason.split()))[:1000]
    if not reason:
        raise Unfit(N_("Say why."))
    now = datetime.now(UTC)
    session.add(IndexVerdictRow(version=version, approved=approved, reason=reason, run=run, by=actor, at=now))
    record(session, actor, "index.approved" if approved else "index.held", f"version:{version}", {"reason": reason})


def verdicts(session: Session) -> dict[str, IndexVerdictRow]:
    """The last one of each version."""
    return {row.version: row for row in session.scalars(select(IndexVerdictRow).order_by(IndexVerdictRow.id))}


def _named(name: str) -> str:
    return mask(" ".join(name.split()))[:200]


def _now(session: Session) -> datetime:
    """By the clock that all processes share."""
    return session.execute(select(type_coerce(func.current_timestamp(), Moment()))).scalar_one()
