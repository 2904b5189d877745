"""What is over its time goes; but not all at once because the clock of the machine jumped ahead."""

import logging
from datetime import UTC, datetime, timedelta

import pytest

from rag.settings import Settings
from tests.web.heard import ask, question
from web.records import audit, retention
from web.records.database import Database
from web.records.models import AuditRow, HeardRow
from web.records.retention import PUT_OFF, forget

SETTINGS = Settings(_env_file=None)
BEGUN = datetime(2026, 3, 1, tzinfo=UTC)


class Calendar:
    """Stands for `datetime` in the modules under test: only what is now is set by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.today = BEGUN
        moment = self

        class Moments(datetime):
            @classmethod
            def now(cls, tz: object = None) -> datetime:
                return moment.today

        for module in (retention, audit):
            monkeypatch.setattr(module, "datetime", Moments)
        monkeypatch.setattr(retention, "older_than", lambda days: self.today - timedelta(days=days))


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    return Calendar(monkeypatch)


def asked_daily(database: Database, first: int, last: int) -> None:
    """A question a day, by days since BEGUN."""
    days = range(first, last)
    ask(database, *(question(1000 + day, "Berapa?", at=BEGUN + timedelta(days=day)) for day in days))


def kept(database: Database) -> int:
    with database.reading() as session:
        return session.query(HeardRow).count()


def put_off(database: Database) -> int:
    with database.reading() as session:
        return session.query(AuditRow).filter_by(action=PUT_OFF).count()


@pytest.mark.parametrize("jump", [100, 400, 4000])
def test_a_clock_that_jumped_ahead_deletes_nothing_for_a_week(
    database: Database, calendar: Calendar, jump: int, caplog: pytest.LogCaptureFixture
) -> None:
    asked_daily(database, -300, 0)
    calendar.today = BEGUN + timedelta(days=jump)
    with caplog.at_level(logging.WARNING, logger=retention.__name__):
        assert forget(database, SETTINGS, doubting=True).feedback == 0
    assert "the clock jumped ahead" in caplog.text
    for day in range(1, 7):  # people go on asking, by the clock that is wrong
        asked_daily(database, jump + day - 1, jump + day)
        calendar.today = BEGUN + timedelta(days=jump + day, hours=1)
        forget(database, SETTINGS, doubting=True)
    assert (kept(database), put_off(database)) == (306, 1)
    calendar.today = BEGUN + timedelta(hours=1)  # set right
    assert forget(database, SETTINGS, doubting=True).feedback == 0
    assert kept(database) == 306


def test_while_the_clock_runs_as_it_should_what_is_old_goes_day_by_day(database: Database, calendar: Calendar) -> None:
    asked_daily(database, -400, 0)
    assert forget(database, SETTINGS, doubting=True).feedback == 35
    asked_daily(database, 0, 1)
    calendar.today = BEGUN + timedelta(days=1)
    assert (forget(database, SETTINGS, doubting=True).feedback, put_off(database)) == (1, 0)


def test_after_a_long_rest_what_is_old_goes_a_week_later(database: Database, calendar: Calendar) -> None:
    asked_daily(database, -400, -100)
    found = []
    for day in range(10):
        calendar.today = BEGUN + timedelta(days=day)
        found.append(forget(database, SETTINGS, doubting=True).feedback)
    assert found == [0] * 7 + [42, 1, 1]


def test_who_asks_for_it_is_not_kept_waiting(database: Database, calendar: Calendar) -> None:
    asked_daily(database, -300, 0)
    calendar.today = BEGUN + timedelta(days=4000)
    assert (forget(database, SETTINGS).feedback, kept(database)) == (300, 0)
