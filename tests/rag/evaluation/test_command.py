import json
from pathlib import Path

import pytest

from rag.errors import BadInput
from rag.evaluation.command import EvaluationOptions, run_evaluation
from rag.settings import Settings
from rag.types import Language
from tests.rag.evaluation.fakes import FakePipeline, gold_question


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    questions = [gold_question(name) for name in "abcdef"] + [gold_question("u", answerable=False)]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(question.model_dump_json(exclude_defaults=True) for question in questions))
    return path


ALL = {f"Pertanyaan {name}?" for name in "abcdef"}


def _evaluate(gold: Path, known: set[str], options: EvaluationOptions) -> tuple[str, int]:
    return run_evaluation([gold], FakePipeline(known), Settings(index=gold.parent), options)


def test_figures_and_wrong_questions_are_printed(gold: Path) -> None:
    text, status = _evaluate(gold, ALL - {"Pertanyaan a?"}, EvaluationOptions())
    assert status == 0
    assert "7 questions" in text
    assert "Pertanyaan a?  [not found instead of answered]" in text


def test_json_holds_measures_groups_and_wrong_ids(gold: Path) -> None:
    text, _ = _evaluate(gold, ALL - {"Pertanyaan a?"}, EvaluationOptions(as_json=True))
    found = json.loads(text)
    assert found["measures"]["correct"]["value"] == pytest.approx(6 / 7)
    assert found["groups"]["kind"]["near_miss"]["correct"]["value"] == 1.0
    assert found["wrong"] == ["a"]


def test_a_report_folder_gets_run_and_page_and_a_later_run_compares(gold: Path, tmp_path: Path) -> None:
    _evaluate(gold, ALL, EvaluationOptions(report=tmp_path / "first"))
    assert {path.name for path in (tmp_path / "first").iterdir()} == {"run.json", "report.html"}
    options = EvaluationOptions(against=tmp_path / "first" / "run.json", report=tmp_path / "second")
    text, status = _evaluate(gold, ALL - {"Pertanyaan b?"}, options)
    assert "worse (1): b" in text
    assert status == 0
    assert "Against the earlier run" in (tmp_path / "second" / "report.html").read_text()
    _evaluate(gold, ALL, EvaluationOptions(report=tmp_path / "third", language=Language.INDONESIAN))
    assert '<html lang="id">' in (tmp_path / "third" / "report.html").read_text()


def test_the_gate_fails_the_command_and_accepting_moves_it(gold: Path, tmp_path: Path) -> None:
    gate = tmp_path / "gate.json"
    gate.write_text(json.dumps({"right": dict.fromkeys("abcdef", True)}))
    text, status = _evaluate(gold, set(), EvaluationOptions(gate=gate))
    assert status == 1
    assert "gate: FAILED" in text
    assert "worse: a, b, c, d, e, f" in text
    assert _evaluate(gold, set(), EvaluationOptions(gate=gate, accept=True))[1] == 0
    assert _evaluate(gold, set(), EvaluationOptions(gate=gate))[1] == 0


def test_a_wrong_path_is_told_before_any_question_is_asked(gold: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such run"):
        run_evaluation(
            [gold],
            FakePipeline(set(), version=None),
            Settings(index=tmp_path),
            EvaluationOptions(against=tmp_path / "gone.json"),
        )


def test_progress_counts_up_to_all_questions(gold: Path) -> None:
    seen: list[tuple[int, int]] = []
    run_evaluation(
        [gold],
        FakePipeline(ALL),
        Settings(index=gold.parent),
        EvaluationOptions(),
        lambda done, total: seen.append((done, total)),
    )
    assert seen[0] == (1, 7)
    assert seen[-1] == (7, 7)
