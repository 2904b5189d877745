from rag.evaluation.compare import compare_runs
from rag.evaluation.gate import Verdict
from rag.evaluation.text_summary import format_comparison, format_verdict
from tests.rag.evaluation.fakes import right, run, wrong


def test_a_comparison_counts_what_it_left_out() -> None:
    text = format_comparison(compare_runs(run(right("a"), right("x")), run(wrong("a"))))
    assert "worse (1): a" in text
    assert text.endswith("1 questions are new, gone or changed and were left out")


def test_a_comparison_that_left_nothing_out_does_not_say_so() -> None:
    assert "left out" not in format_comparison(compare_runs(run(right("a")), run(right("a"))))


def test_a_failed_gate_says_why_and_which() -> None:
    text = format_verdict(Verdict(("correct is 0.1, at least 0.8 is wanted",), ("a",), ()))
    assert text.splitlines() == [
        "gate: FAILED",
        "  correct is 0.1, at least 0.8 is wanted",
        "  worse: a",
        "  better: -",
    ]
