import json
from pathlib import Path

import pytest

from rag.errors import BadInput
from rag.evaluation.gate import GateFile, Threshold, accept, check_gate, load_gate
from rag.types import Language
from tests.rag.evaluation.fakes import right, run, wrong


def test_a_figure_below_its_threshold_fails_with_both_numbers() -> None:
    gate = GateFile(measures={"correct": Threshold(minimum=0.8)})
    verdict = check_gate(run(right("a"), wrong("b")), gate)
    assert verdict.failures == ("correct is 0.500, at least 0.8 is wanted",)


def test_a_figure_above_its_maximum_fails() -> None:
    gate = GateFile(measures={"risk_area": Threshold(maximum=0.1)})
    assert not check_gate(run(wrong("a")), gate).passed


def test_a_figure_on_the_threshold_passes() -> None:
    gate = GateFile(measures={"correct": Threshold(minimum=0.5)})
    assert check_gate(run(right("a"), wrong("b")), gate).passed


def test_a_figure_that_cannot_be_measured_fails() -> None:
    verdict = check_gate(run(right("a")), GateFile(measures={"refusal_recall": Threshold(minimum=0.5)}))
    assert verdict.failures == ("refusal_recall could not be measured",)


def test_one_question_worse_is_noise_and_is_named() -> None:
    verdict = check_gate(run(wrong("a"), right("b")), GateFile(right={"a": True, "b": False}))
    assert verdict.passed
    assert (verdict.worse, verdict.better) == (("a",), ("b",))


def test_six_worse_and_none_better_is_beyond_noise() -> None:
    names = "abcdef"  # exact two-sided p = 2 / 64
    verdict = check_gate(run(*map(wrong, names)), GateFile(right=dict.fromkeys(names, True)))
    assert verdict.failures == ("6 questions got worse and 0 better (sign test p = 0.031)",)
    assert verdict.worse == tuple(names)


def test_six_better_and_none_worse_passes() -> None:
    assert check_gate(run(*map(right, "abcdef")), GateFile(right=dict.fromkeys("abcdef", False))).passed


def test_an_unknown_measure_is_an_error() -> None:
    with pytest.raises(BadInput, match="'corect'"):
        check_gate(run(right("a")), GateFile(measures={"corect": Threshold(minimum=1)}))


def test_accepting_a_run_keeps_the_thresholds(tmp_path: Path) -> None:
    path = tmp_path / "gate.json"
    gate = GateFile(measures={"correct": Threshold(minimum=0.5)}, right={"old": True})
    accept(run(right("a"), wrong("b")), gate, path)
    assert load_gate(path) == gate.model_copy(update={"right": {"a": True, "b": False}})


def test_a_broken_gate_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gate.json"
    path.write_text(json.dumps({"treshold": {}}))
    with pytest.raises(BadInput, match=r"gate\.json.*treshold"):
        load_gate(path)


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_folder_or_a_file_that_is_no_text_is_told_as_bad_input(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "gate"
    path.write_bytes(content) if content else path.mkdir()
    with pytest.raises(BadInput, match="gate: cannot be read"):
        load_gate(path)


def test_reasons_stand_in_the_language_told() -> None:
    gate = GateFile(
        measures={"correct": Threshold(minimum=0.8), "refusal_recall": Threshold(minimum=0.5)},
        right=dict.fromkeys("abcdef", True),
    )
    assert check_gate(run(*map(wrong, "abcdef")), gate, Language.INDONESIAN).failures == (
        "correct bernilai 0,000, seharusnya paling sedikit 0,8",
        "refusal_recall tidak dapat diukur",
        "6 pertanyaan memburuk dan 0 membaik (uji tanda p = 0,031)",
    )
