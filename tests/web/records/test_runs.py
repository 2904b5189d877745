from datetime import datetime, timedelta

from sqlalchemy import select, update

from rag.evaluation.background import End
from tests.patience import wait_until
from web.records import runs
from web.records.beating import Heartbeat
from web.records.database import Database
from web.records.models import EvaluationRunRow


def _begun(database: Database) -> int:
    with database.writing() as session:
        return runs.begin(session, "ani", "malam", "", "program: 9; current").id


def _row(database: Database, number: int) -> EvaluationRunRow:
    with database.reading() as session:
        return session.execute(select(EvaluationRunRow).where(EvaluationRunRow.id == number)).scalar_one()


def _shown(database: Database) -> list[str]:
    with database.reading() as session:
        return [state for _, state in runs.without_result(session)]


def _silent_for(database: Database, number: int, seconds: float) -> None:
    """As if its process had not been heard of for so long."""
    before = (_row(database, number).beat_at or datetime.min) - timedelta(seconds=seconds)
    with database.writing() as session:
        session.execute(update(EvaluationRunRow).where(EvaluationRunRow.id == number).values(beat_at=before))


def test_a_server_that_starts_leaves_the_run_of_another_that_lives(database: Database) -> None:
    number = _begun(database)
    runs.note_killed(database)
    assert (_row(database, number).state, _shown(database)) == ("running", ["running"])


def test_a_run_whose_process_is_silent_is_shown_as_ended_and_marked_by_the_next_server(database: Database) -> None:
    number = _begun(database)
    _silent_for(database, number, runs.LOST_S + 2)
    assert (_row(database, number).state, _shown(database)) == ("running", ["killed"])
    runs.note_killed(database)
    row = _row(database, number)
    assert row.state == "killed"
    assert row.ended_at is not None


def test_a_run_of_a_release_that_gave_no_sign_of_life_has_ended(database: Database) -> None:
    number = _begun(database)
    with database.writing() as session:
        session.execute(update(EvaluationRunRow).values(beat_at=None))
    runs.note_killed(database)
    assert _row(database, number).state == "killed"


def test_a_heartbeat_keeps_a_run_alive_and_brings_back_one_that_was_taken_for_ended(database: Database) -> None:
    number = _begun(database)
    _silent_for(database, number, runs.LOST_S + 2)
    runs.note_killed(database)
    heartbeat = Heartbeat(database, every_s=0.02)
    heartbeat.begin(number)
    try:
        wait_until(lambda: _row(database, number).state == "running")
        assert _row(database, number).ended_at is None
        assert _shown(database) == ["running"]
    finally:
        assert heartbeat.end() == number


def test_a_process_that_stops_marks_its_own_run_and_no_other(database: Database) -> None:
    here, elsewhere = _begun(database), _begun(database)
    heartbeat = Heartbeat(database)
    heartbeat.begin(here)
    heartbeat.close()
    heartbeat.close()
    assert [_row(database, number).state for number in (here, elsewhere)] == ["killed", "running"]


def test_a_beat_that_comes_late_leaves_a_run_that_has_come_to_its_end(database: Database) -> None:
    number = _begun(database)
    with database.writing() as session:
        runs.end(session, number, End.FINISHED, "folder", "")
    with database.writing() as session:
        runs.beat(session, number)
    row = _row(database, number)
    assert (row.state, row.folder) == ("finished", "folder")


def test_a_database_that_is_away_does_not_end_the_heartbeat(database: Database) -> None:
    number = _begun(database)
    _silent_for(database, number, runs.LOST_S + 2)
    whole, failed = database.writing, []

    def away() -> object:
        failed.append(1)
        database.writing = whole  # type: ignore[method-assign]
        raise runs.RecordsUnavailable("away")

    database.writing = away  # type: ignore[method-assign, assignment]
    heartbeat = Heartbeat(database, every_s=0.02)
    heartbeat.begin(number)
    try:
        wait_until(lambda: _shown(database) == ["running"])
        assert failed == [1]
    finally:
        heartbeat.end()
