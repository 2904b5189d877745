import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from rag.cli import library, publishing
from rag.cli.main import app
from tests.fakes import WordEncoder
from tests.rag.library.shelves import COFFEE, RICE


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for commands in (library, publishing):
        monkeypatch.setattr(commands, "build_encoder", lambda settings: WordEncoder())
    monkeypatch.setattr("getpass.getuser", lambda: "siti")
    monkeypatch.setenv("RAG_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("RAG_INDEX", str(tmp_path / "index"))
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "berkas").mkdir()
    (tmp_path / "berkas" / "beras.txt").write_text(RICE, "utf-8")
    (tmp_path / "berkas" / "kopi.txt").write_text(COFFEE, "utf-8")
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["library", *map(str, arguments)])


def told(*arguments: object) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_what_is_added_is_published_and_kept_in_the_history(desk: Path) -> None:
    added = told("add", desk / "berkas", "--publisher", "Dinas Pangan")
    assert [(entry["id"], entry["state"], entry["publisher"]) for entry in added] == [
        ("beras.txt", "draft", "Dinas Pangan"),
        ("kopi.txt", "draft", "Dinas Pangan"),
    ]
    tried = told("publish", "kopi.txt", "--dry-run")
    assert [(each["document_id"], each["effect"]) for each in tried["differences"]] == [("kopi.txt", "added")]
    assert (tried["publication"], (desk / "index" / "CURRENT").exists()) == (None, False)
    published = told("publish", "--reason", "rutin")
    assert published["publication"]["added"] == 2
    assert [(each["who"], each["reason"]) for each in told("history")] == [("siti", "rutin")]


def test_a_bad_file_is_named_and_the_others_are_added(desk: Path) -> None:
    (desk / "berkas" / "rusak.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    result = run("add", desk / "berkas", "--json")
    rows = json.loads(result.stdout)
    assert (result.exit_code, [("error" in row, row["name"]) for row in rows]) == (
        3,
        [(False, "beras.txt"), (False, "kopi.txt"), (True, "rusak.pdf")],
    )
    assert run("add", desk / "nirgends.txt").exit_code == 1


def test_a_document_is_edited_shown_withdrawn_and_listed(desk: Path) -> None:
    told("add", desk / "berkas" / "beras.txt")
    assert told("edit", "beras.txt", "--title", "Harga beras", "--published", "2025-05-12")["revision"] == 2
    shown = told("show", "beras.txt", "--text")
    assert (shown["title"], shown["passages"]) == ("Harga beras", [RICE])
    assert [event["change"] for event in shown["events"]] == ["edited", "added"]
    assert told("edit", "beras.txt", "--as-file", "published")["published"] is None
    assert told("withdraw", "beras.txt", "--reason", "lama")["state"] == "withdrawn"
    assert told("remove", "beras.txt")["state"] == "removed"
    assert (told("list")["total"], told("list", "--state", "removed")["total"]) == (0, 1)
    assert told("restore", "beras.txt")["state"] == "draft"
    assert "Harga beras" in run("list", "--find", "HARGA").stdout


def test_a_newer_edition_and_going_back_with_a_reason(desk: Path) -> None:
    told("add", desk / "berkas" / "beras.txt")
    told("publish")
    assert told("replace", "beras.txt", desk / "berkas" / "kopi.txt")["supersedes"] == "beras.txt"
    assert told("publish")["publication"]["removed"] == 1
    assert run("rollback").exit_code == 1
    assert told("rollback", "--reason", "keliru")["rollback"] is True
