from rag.evaluation.compare import compare_runs
from rag.evaluation.gate import Verdict
from rag.evaluation.text_summary import format_comparison, format_run, format_verdict
from rag.types import Language
from tests.rag.evaluation.fakes import answer_json, gold_question, item, refused, right, run, wrong


def test_a_comparison_counts_what_it_left_out() -> None:
    text = format_comparison(compare_runs(run(right("a"), right("x")), run(wrong("a"))))
    assert "worse (1): a" in text
    assert text.endswith("1 question is new, gone or changed and was left out")


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


def test_figures_stand_in_the_language_told_with_the_names_a_gate_file_uses() -> None:
    made = run(right("a"), wrong("b"), refused("c", answerable=False))
    english, indonesian = (
        format_run(made, language).splitlines() for language in (Language.ENGLISH, Language.INDONESIAN)
    )
    assert english[0] == "3 questions, index v1, model toy"
    assert indonesian[0] == "3 pertanyaan, indeks v1, model toy"
    assert english[3].split() == ["Answered", "right", "0.500", "(0.09-0.91)", "n", "=", "2", "answered_right"]
    assert indonesian[3].split() == ["Terjawab", "benar", "0,500", "(0,09-0,91)", "n", "=", "2", "answered_right"]
    assert "menurut bahasa" in " ".join(indonesian)
    assert indonesian[-2:] == ["  tidak benar: 1", "  b        Pertanyaan b?  [kurang 4.584]"]


def test_a_comparison_and_a_verdict_stand_in_the_language_told() -> None:
    text = format_comparison(compare_runs(run(right("a"), right("x")), run(wrong("a"))), Language.INDONESIAN)
    assert text.splitlines()[0] == (
        "benar sebelumnya 1,000, sekarang 0,000 pada 1 pertanyaan yang sama; selisih -1,000 "
        "(95 % -1,000 sampai -1,000), uji tanda p = 1,000"
    )
    assert text.splitlines()[2] == "memburuk (1): a"
    assert text.endswith("1 pertanyaan baru, hilang, atau berubah dan tidak dibandingkan")
    verdict = Verdict(("correct bernilai 0,1",), ("a",), ())
    assert format_verdict(verdict, Language.INDONESIAN).splitlines() == [
        "gerbang mutu: TIDAK LULUS",
        "  correct bernilai 0,1",
        "  memburuk: a",
        "  membaik: -",
    ]


def test_of_questions_kept_apart_only_the_ids_are_told() -> None:
    held = item(gold_question("h", split="held"), answer_json("answered", "Ke Jepang 385 orang."))
    text = format_run(run(wrong("b"), held))
    assert text.splitlines()[-2:] == [
        "  b        Pertanyaan b?  [lacks 4.584]",
        "  kept apart, text not shown (1): h",
    ]
    assert "Pertanyaan h?" not in text
