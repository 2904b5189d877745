from rag.evaluation.compare import compare_runs
from rag.evaluation.gate import Verdict
from rag.evaluation.summary import Measure
from rag.evaluation.text_summary import format_comparison, format_measure, format_verdict, why_wrong
from tests.rag.evaluation.fakes import answer_json, gold_question, item, refused, right, run, wrong


def test_a_share_is_written_with_its_interval_and_a_time_in_milliseconds() -> None:
    assert format_measure("correct", Measure(0.8, 10, 0.49, 0.943)) == "0.800 (0.49-0.94)"
    assert format_measure("latency_p50_ms", Measure(12.4, 10)) == "12 ms"
    assert format_measure("correct", Measure(None, 0)) == "-"


def test_the_reason_names_outcome_missing_string_or_document() -> None:
    assert why_wrong(refused("a", answerable=True)) == "not_found instead of answered"
    assert why_wrong(wrong("a")) == "lacks 4.584"
    elsewhere = item(gold_question("a", documents=["x.md"]), answer_json("answered", "Ke Taiwan 4.584 orang."))
    assert why_wrong(elsewhere) == "cites another document"
    spoiled = item(gold_question("a", forbidden=["orang"]), answer_json("answered", "Ke Taiwan 4.584 orang."))
    assert why_wrong(spoiled) == "says orang"


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
