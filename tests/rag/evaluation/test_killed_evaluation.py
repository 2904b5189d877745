"""An evaluation that dies by SIGKILL at whatever it does to files."""

from pathlib import Path

from rag.evaluation.command import REPORT_FILE, RUN_FILE, EvaluationOptions, run_evaluation
from rag.evaluation.gate import load_gate
from rag.evaluation.run import load_run
from rag.settings import Settings
from tests.killing import kills
from tests.rag.evaluation.fakes import FakePipeline, gold_question

SEVEN = [f"q{number}" for number in range(7)]


def test_what_was_kept_of_the_run_before_stays_whole_until_the_new_one_is(tmp_path: Path) -> None:
    gold, gate, kept = tmp_path / "gold.jsonl", tmp_path / "gate.json", tmp_path / "kept"
    gold.write_text("\n".join(gold_question(name).model_dump_json(exclude_defaults=True) for name in SEVEN))
    options = EvaluationOptions(report=kept, gate=gate, accept=True)

    def evaluate(known: list[str]) -> None:
        asked = {gold_question(name).question for name in known}
        run_evaluation([gold], FakePipeline(asked), Settings(index=tmp_path), options)

    def put_back() -> None:
        gate.write_text('{"measures": {}}')
        evaluate(SEVEN[:1])

    steps = []
    for step in kills(lambda: evaluate(SEVEN), put_back):
        steps.append(step)
        right = [item.score.right for item in load_run(kept / RUN_FILE).items]
        assert sum(right) in {1, 7}
        assert sum(load_gate(gate).right.values()) in {1, 7}
        assert (kept / REPORT_FILE).read_text("utf-8").rstrip().endswith("</html>")
    assert len(steps) > 6  # three files, each opened, emptied and put in place
