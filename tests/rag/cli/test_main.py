import io
import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rag.answering.extractive.answerer import ExtractiveAnswerer
from rag.cli import asking
from rag.cli import main as cli
from rag.index.versions import LiveIndex
from rag.pipeline import Pipeline
from rag.retrieval.retriever import Retriever
from rag.settings import Settings
from rag.types import Language
from tests.fakes import WordEncoder
from tests.rag.index.versions.builders import publish


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands on an encoder of words, so that they start at once."""

    def pipeline(settings: Settings) -> Pipeline:
        encoder = WordEncoder()
        answerer = ExtractiveAnswerer(encoder, least=dict.fromkeys(Language, 0.0))
        return Pipeline(
            LiveIndex(settings.index),
            Retriever(encoder),
            answerer,
            encoder_name=encoder.name,
            passages_read=4,
            longest_question=200,
        )

    monkeypatch.setattr(cli, "deferred_encoder", lambda settings: WordEncoder())
    monkeypatch.setattr(asking, "build_pipeline", pipeline)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "kopi.md").write_text("# Kopi\n\nKopi robusta dipanen dua kali pada tahun 2024.\n")
    result = CliRunner().invoke(cli.app, ["ingest", str(tmp_path / "docs"), "--index", str(tmp_path / "index")])
    assert result.exit_code == 0
    return tmp_path / "index"


def test_ingest_names_the_file_that_failed_and_exits_with_3(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "good.txt").write_text("Kopi robusta dipanen dua kali setahun di lereng gunung.")
    result = CliRunner().invoke(cli.app, ["ingest", str(tmp_path), "--index", str(tmp_path / "ix"), "--json"])
    report = json.loads(result.stdout)
    assert result.exit_code == report["exit_status"] == 3
    assert [file["source"].endswith("empty.txt") for file in report["files"] if file["status"] == "failed"] == [True]


def test_ask_prints_the_answer_of_the_contract(index: Path) -> None:
    result = CliRunner().invoke(cli.app, ["ask", "Kapan kopi robusta dipanen?", "--index", str(index), "--json"])
    answer = json.loads(result.stdout)
    assert answer["outcome"] == "answered"
    assert answer["citations"][0]["document_id"] == "kopi.md"


def test_a_batch_keeps_order_and_ids_and_fails_for_a_bad_line(index: Path, tmp_path: Path) -> None:
    batch = tmp_path / "q.jsonl"
    batch.write_text('{"id": "b", "question": "Kapan kopi dipanen?"}\n{"id": "a"}\n{"id": "c", "question": "halo"}\n')
    result = CliRunner().invoke(cli.app, ["ask", "--batch", str(batch), "--index", str(index)])
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["b", "a", "c"]
    assert [row.get("outcome") for row in rows] == ["answered", None, "declined"]
    assert result.exit_code == 1


def test_search_batches_results_under_their_ids(index: Path, tmp_path: Path) -> None:
    batch = tmp_path / "q.jsonl"
    batch.write_text('{"id": 7, "question": "kopi robusta"}\n')
    result = CliRunner().invoke(cli.app, ["search", "--batch", str(batch), "--limit", "3", "--index", str(index)])
    (row,) = map(json.loads, result.stdout.splitlines())
    assert (row["id"], [hit["document_id"] for hit in row["results"]]) == (7, ["kopi.md"])


def test_chat_answers_until_an_empty_line(index: Path) -> None:
    result = CliRunner().invoke(cli.app, ["chat", "--index", str(index)], input="Kapan kopi robusta dipanen?\n\n")
    assert "dipanen dua kali" in " ".join(result.stdout.split())


def test_a_missing_index_is_one_line_and_exit_status_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["rag", "ask", "Kapan kopi dipanen?", "--index", str(tmp_path / "none")])
    with pytest.raises(SystemExit) as exited:
        cli.main()
    assert exited.value.code == 1
    assert "rag ingest" in capsys.readouterr().err.replace("\n", " ")


def test_index_list_marks_the_current_version(index: Path) -> None:
    result = CliRunner().invoke(cli.app, ["index", "list", "--index", str(index), "--json"])
    assert [row["current"] for row in json.loads(result.stdout)] == [True]


def error_of(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the whole command says on standard error, on one line; it must end with exit status 1."""
    monkeypatch.setattr(sys, "argv", ["rag", *arguments])
    with pytest.raises(SystemExit) as exited:
        cli.main()
    assert exited.value.code == 1
    return capsys.readouterr().err.replace("\n", " ")


def test_a_setting_that_is_none_is_named_as_in_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RAG_PASSAGE_TOKENS", "banyak")
    error = error_of(monkeypatch, capsys, "ask", "Kapan kopi dipanen?")
    assert error.startswith("Error: RAG_PASSAGE_TOKENS: must be a whole number")


def test_a_question_that_is_too_long_is_one_line(
    index: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    error = error_of(monkeypatch, capsys, "ask", "x" * 200_000, "--index", str(index))
    assert error.startswith("Error: question: is longer than 100000 characters ('xxx")
    assert len(error) < 200


def test_a_file_where_the_index_should_be_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "berkas").write_text("x")
    error = error_of(monkeypatch, capsys, "ingest", str(tmp_path), "--index", str(tmp_path / "berkas"))
    assert error.startswith("Error: ")
    assert "berkas" in error


def test_half_a_surrogate_pair_in_an_id_comes_back_as_it_was_written(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch, written = tmp_path / "q.jsonl", io.BytesIO()
    batch.write_text('{"id": "\\ud800", "question": "halo"}\n')
    monkeypatch.setattr(sys, "argv", ["rag", "ask", "--batch", str(batch), "--index", str(index)])
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="utf-8"))
    with pytest.raises(SystemExit):
        cli.main()
    assert json.loads(written.getvalue())["id"] == "\ud800"


@pytest.mark.parametrize(("names", "status"), [(["a"], 0), (["a", "none"], 3), (["none"], 1)])
def test_removing_says_by_its_status_whether_all_some_or_nothing_was_found(
    tmp_path: Path, names: list[str], status: int
) -> None:
    publish(tmp_path, {"a": "satu", "b": "dua"})
    assert CliRunner().invoke(cli.app, ["remove", *names, "--index", str(tmp_path)]).exit_code == status
