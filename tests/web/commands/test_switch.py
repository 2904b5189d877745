from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rag.cli.main import app
from web.records.audit import Wanted, find
from web.records.database import Database
from web.records.switching import State, Switch, state_of


@pytest.fixture(autouse=True)
def setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_DATABASE", str(tmp_path / "s.sqlite"))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def switch(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["switch", *arguments])


def state(tmp_path: Path) -> State:
    with Database(tmp_path / "s.sqlite").reading() as session:
        return state_of(session)


def test_off_needs_a_reason_and_on_brings_it_back(tmp_path: Path) -> None:
    assert switch("off", "channels").exit_code == 2
    assert "off: channels" in switch("off", "channels", "--reason", "flood").output
    assert list(state(tmp_path).off) == [Switch.CHANNELS]
    assert "flood" in switch("list").output
    assert switch("off", "channels", "--reason", "again").exit_code == 1
    assert "on: channels" in switch("on", "channels").output
    assert state(tmp_path) == State()


def test_the_actor_in_the_log_is_the_terminal(tmp_path: Path) -> None:
    switch("off", "model", "--reason", "costs")
    with Database(tmp_path / "s.sqlite").reading() as session:
        (row,) = find(session, Wanted())
    assert (row.actor.partition(":")[0], row.action, row.subject) == ("terminal", "switch.off", "switch:model")


def test_the_notice_is_set_shown_and_removed(tmp_path: Path) -> None:
    said = switch("notice", "--indonesian", "Tutup.", "--english", "Closed.", "--until", "2999-12-31")
    assert said.output.splitlines() == ["Tutup.", "Closed.", "until 31 December 2999"]
    assert switch("notice", "--indonesian", "Tutup.").exit_code == 1
    assert switch("notice").output.splitlines()[0] == "Tutup."
    assert "no notice" in switch("notice", "--remove").output
    assert state(tmp_path).notice is None
