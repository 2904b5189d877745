import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rag.cli.main import app
from web.records.database import Database
from web.records.keys import KeyRow, everything, find


@pytest.fixture(autouse=True)
def setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_DATABASE", str(tmp_path / "k.sqlite"))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("COLUMNS", "200")


def keys(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["keys", *arguments])


def stored(tmp_path: Path) -> list[KeyRow]:
    with Database(tmp_path / "k.sqlite").reading() as session:
        return everything(session)


def test_a_key_is_printed_once_listed_without_its_secret_and_revoked(tmp_path: Path) -> None:
    printed = keys(
        "add", "Situs dinas", "--scope", "search", "--scope", "ask", "--per-minute", "5", "--days", "0"
    ).output
    found = re.search(r"tanya_[\w-]{43}", printed)
    assert found
    (row,) = stored(tmp_path)
    assert (row.scopes, row.per_minute, row.expires_at) == ("ask search", 5, None)
    assert row.made_by.startswith("terminal")
    with Database(tmp_path / "k.sqlite").reading() as session:
        assert find(session, found[0]).id == row.id
    listed = keys("list").output
    assert "Situs dinas" in listed
    assert "no end" in listed
    assert found[0] not in listed
    assert "revoked: Situs dinas" in keys("revoke", str(row.id)).output
    assert stored(tmp_path)[0].revoked_at is not None


def test_by_default_a_key_opens_all_for_a_year(tmp_path: Path) -> None:
    keys("add", "x")
    (row,) = stored(tmp_path)
    assert (row.scopes, row.per_minute, (row.expires_at - row.made_at).days) == ("ask search read", 60, 365)


def test_a_scope_there_is_not_and_an_empty_list_are_said() -> None:
    assert "There are no keys yet: rag keys add NAME" in keys("list").output
    wrong = keys("add", "x", "--scope", "write")
    assert wrong.exit_code == 2
