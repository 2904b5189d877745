"""`rag library watch` and `rag library sources`."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rag.cli.main import app
from tests.rag.library.shelves import RICE


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "masuk"
    folder.mkdir()
    monkeypatch.setenv("RAG_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("RAG_SOURCE_FOLDERS", json.dumps([str(folder)]))
    monkeypatch.setenv("LC_ALL", "C")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["library", *map(str, arguments)])


def put(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    os.utime(path, (1, 1))


def test_a_source_is_added_looked_at_once_and_listed_with_its_last_run(folder: Path) -> None:
    put(folder / "beras.txt", RICE)
    assert f"{folder}  not looked at yet" in run("sources", "--add", folder, "--publisher", "Dinas").output
    assert "new 1, changed 0" in run("watch").output
    assert run("watch").output == ""
    assert "new 0, changed 0, as before 1" in run("watch", "--all").output
    assert "as before 1" in run("sources").output
    assert "Dinas" in run("list").output


def test_problems_are_named_and_the_exit_status_says_so(folder: Path) -> None:
    put(folder / "kosong.txt", "")
    run("sources", "--add", folder)
    result = run("watch")
    assert result.exit_code == 3
    assert "kosong.txt: the file is empty" in result.output


def test_without_sources_nothing_is_made(tmp_path: Path) -> None:
    assert run("watch").exit_code == 0
    assert not (tmp_path / "library").exists()
