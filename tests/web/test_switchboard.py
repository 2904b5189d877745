"""What processes know of the switches, with a clock that is set by hand."""

import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import anyio
import pytest
from sqlalchemy.orm import Session

from tests import patience
from web.records.database import Database
from web.records.failures import RecordsUnavailable
from web.records.switching import Switch, switch_off, switch_on
from web.switchboard import PATIENCE_S, Switchboard


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Watched(Database):
    """Counts its readings; fails, or hangs, where it is told to."""

    readings = 0
    away = False
    held: threading.Event | None = None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        self.readings += 1
        if self.held is not None:
            self.held.wait(patience.PATIENCE_S)
        if self.away:
            raise RecordsUnavailable("away")
        with super().reading() as session:
            yield session


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def seen(tmp_path: Path) -> Watched:
    found = Watched(tmp_path / "s.sqlite")
    found.prepare()
    return found


def turn_model(place: Path, off: bool) -> None:
    """As another process would."""
    with Database(place).writing() as session:
        (switch_off if off else switch_on)(session, "ani", Switch.MODEL, "costs")


def test_another_process_is_followed_within_two_seconds_and_read_no_more_often(
    seen: Watched, clock: Clock, tmp_path: Path
) -> None:
    board = Switchboard(seen, clock)
    assert board.model_is_on()
    turn_model(tmp_path / "s.sqlite", off=True)
    clock.now += 1.9
    assert all(board.model_is_on() for _ in range(100))
    assert seen.readings == 1
    clock.now += 0.1
    assert not board.model_is_on()
    assert not anyio.run(board.state).off.keys() ^ {Switch.MODEL}
    turn_model(tmp_path / "s.sqlite", off=False)
    board.expire()
    assert board.model_is_on()
    assert seen.readings == 3


def test_the_last_known_state_holds_while_the_database_is_away(
    seen: Watched, clock: Clock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    turn_model(tmp_path / "s.sqlite", off=True)
    board = Switchboard(seen, clock)
    assert not board.model_is_on()
    seen.away = True
    for _ in range(3):
        clock.now += 60
        assert not board.model_is_on()
    assert len(caplog.records) == 1
    turn_model(tmp_path / "s.sqlite", off=False)
    seen.away = False
    clock.now += 2
    assert board.model_is_on()


def test_a_database_that_hangs_delays_one_request_and_only_for_a_moment(seen: Watched, tmp_path: Path) -> None:
    board = Switchboard(seen)
    assert board.model_is_on()
    seen.held, board._begun = threading.Event(), float("-inf")
    took = []

    async def ask() -> None:
        for _ in range(20):
            begun = time.monotonic()
            await board.state()
            took.append(time.monotonic() - begun)

    try:
        anyio.run(ask)
    finally:
        seen.held.set()
    assert took[0] < patience.PATIENCE_S / 2
    assert statistics.median(took[1:]) < PATIENCE_S / 2
