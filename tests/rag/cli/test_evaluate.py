import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import rag.cli.evaluate as command
from rag.cli.main import app
from rag.errors import BadInput
from tests.rag.evaluation.fakes import FakePipeline, gold_question


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(command, "build_pipeline", lambda settings, thresholds=None: FakePipeline({"Pertanyaan a?"}))
    path = tmp_path / "gold.jsonl"
    rows = [gold_question(name).model_dump_json(exclude_defaults=True) for name in "ab"]
    path.write_text("\n".join(rows))
    return path


def test_json_alone_goes_to_standard_output(gold: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate", str(gold), "--index", str(tmp_path), "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["wrong"] == ["b"]


@pytest.mark.parametrize(
    ("option", "language", "failed"),
    [
        (["--language", "en"], "en", "gate: FAILED\n  correct is 0.500, at least 0.9 is wanted"),
        ([], "id", "gerbang mutu: TIDAK LULUS\n  correct bernilai 0,500, seharusnya paling sedikit 0,9"),
    ],
)
def test_figures_and_report_speak_the_language_told_or_the_terminals(
    gold: Path, tmp_path: Path, option: list[str], language: str, failed: str
) -> None:
    report, gate = tmp_path / "report", tmp_path / "gate.json"
    gate.write_text(json.dumps({"measures": {"correct": {"minimum": 0.9}}}))
    arguments = ["evaluate", str(gold), "--index", str(tmp_path), "--report", str(report), "--gate", str(gate), *option]
    result = CliRunner().invoke(app, arguments, env={"LC_ALL": "id_ID.UTF-8"})
    assert failed in result.stdout
    assert f'<html lang="{language}">' in (report / "report.html").read_text("utf-8")


def test_json_has_one_form_in_every_language(gold: Path, tmp_path: Path) -> None:
    gate = tmp_path / "gate.json"
    gate.write_text(json.dumps({"measures": {"correct": {"minimum": 0.9}}}))
    arguments = ["evaluate", str(gold), "--index", str(tmp_path), "--gate", str(gate), "--language", "id", "--json"]
    failures = json.loads(CliRunner().invoke(app, arguments).stdout)["gate"]["failures"]
    assert failures == ["correct is 0.500, at least 0.9 is wanted"]


def test_a_gate_that_fails_is_the_exit_status(gold: Path, tmp_path: Path) -> None:
    gate = tmp_path / "gate.json"
    gate.write_text(json.dumps({"measures": {"correct": {"minimum": 0.9}}}))
    result = CliRunner().invoke(app, ["evaluate", str(gold), "--index", str(tmp_path), "--gate", str(gate)])
    assert result.exit_code == 1
    assert "correct is 0.500, at least 0.9 is wanted" in result.stdout


def test_accepting_without_a_gate_is_a_usage_error(gold: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate", str(gold), "--accept"])
    assert result.exit_code == 2


def test_calibrating_asks_for_everything_and_tells_when_that_promises_nothing(gold: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate", "--calibrate", str(gold), "--index", str(tmp_path), "--json"])
    assert result.exit_code == 1
    assert json.loads(result.stdout)["promises"][0]["answers_needed"] == 59
    assert json.loads(result.stdout)["file"] is None


def test_what_was_calibrated_can_be_removed(tmp_path: Path) -> None:
    (tmp_path / "calibration.json").write_text("damaged")
    arguments = ["evaluate", "--uncalibrate", "--index", str(tmp_path), "--language", "en"]
    assert "the program's own thresholds again" in CliRunner().invoke(app, arguments).stdout
    assert not (tmp_path / "calibration.json").exists()
    assert "nothing was calibrated" in CliRunner().invoke(app, arguments).stdout


def test_no_calibration_beneath_a_setting_that_comes_first(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAG_MOST_WRONG", "0.2")
    result = CliRunner().invoke(app, ["evaluate", "--calibrate", str(gold), "--index", str(tmp_path)])
    assert isinstance(result.exception, BadInput)
    assert "RAG_MOST_WRONG is set" in str(result.exception)


@pytest.mark.parametrize("options", [["--gate", "gate.json"], ["--uncalibrate"]])
def test_calibrating_beside_another_purpose_is_a_usage_error(gold: Path, options: list[str]) -> None:
    assert CliRunner().invoke(app, ["evaluate", str(gold), "--calibrate", *options]).exit_code == 2


def test_evaluating_without_questions_is_a_usage_error() -> None:
    assert CliRunner().invoke(app, ["evaluate"]).exit_code == 2
