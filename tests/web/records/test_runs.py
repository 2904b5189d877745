from datetime import datetime, timedelta
from threading import Event

from sqlalchemy import select, update

from rag.evaluation.background import End, Progress
from tests.patience import PATIENCE_S, wait_until
from web.records import runs
from web.records.beating import Heartbeat
from web.records.database import Database
from web.records.models import EvaluationRunRow


class Going:
    """A run in this process: 3 of 9 questions are done."""

    progress = Progress(running=True, done=3, total=9)

    def __init__(self) -> None:
        self.stopped = Event()

    def stop(self) -> None:
        self.stopped.set()


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
    heartbeat.begin(number, Going())
    try:
        wait_until(lambda: _row(database, number).state == "running")
        assert _row(database, number).ended_at is None
        assert _shown(database) == ["running"]
    finally:
        assert heartbeat.end() == number


def test_other_processes_see_how_far_a_run_is_and_stop_it(database: Database) -> None:
    number, evaluation = _begun(database), Going()
    heartbeat = Heartbeat(database, every_s=0.02)
    heartbeat.begin(number, evaluation)
    try:
        wait_until(lambda: (_row(database, number).done, _row(database, number).total) == (3, 9))
        assert not evaluation.stopped.is_set()
        with database.writing() as session:
            runs.ask_to_stop(session)
        assert evaluation.stopped.wait(PATIENCE_S)
    finally:
        heartbeat.end()


def test_the_run_that_goes_on_is_the_newest_that_is_heard_of(database: Database) -> None:
    first, second = _begun(database), _begun(database)
    with database.reading() as session:
        assert runs.going(session).id == second  # type: ignore[union-attr]
    _silent_for(database, second, runs.LOST_S + 2)
    with database.reading() as session:
        assert runs.going(session).id == first  # type: ignore[union-attr]
    with database.writing() as session:
        runs.end(session, first, End.FINISHED, "folder", "")
    with database.reading() as session:
        assert runs.going(session) is None


def test_a_process_that_stops_marks_its_own_run_and_no_other(database: Database) -> None:
    here, elsewhere = _begun(database), _begun(database)
    heartbeat = Heartbeat(database)
    heartbeat.begin(here, Going())
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
    heartbeat.begin(number, Going())
    try:
        wait_until(lambda: _shown(database) == ["running"])
        assert failed == [1]
    finally:
        heartbeat.end()


def test_a_run_that_was_heard_of_before_the_clock_was_set_back_has_ended(database: Database) -> None:
    number = _begun(database)
    _silent_for(database, number, -86_400)
    assert _shown(database) == ["killed"]
    runs.note_killed(database)
    assert _row(database, number).state == "killed"
