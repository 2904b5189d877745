import pytest

from rag.evaluation.metrics.answers import (
    best_token_f1,
    citation_precision,
    citation_recall,
    forbidden_found,
    missing_groups,
    nugget_recall,
    quote_is_exact,
    token_f1,
)


def test_a_group_is_found_by_any_alternative_in_any_text() -> None:
    texts = ["Ke Hongkong 2,389 orang", "dan ke Taiwan"]
    assert missing_groups(texts, [["Hong Kong", "Hongkong"], ["2.389"], ["Taiwan"], ["Jepang"]]) == (("Jepang",),)


@pytest.mark.parametrize("wanted", ["11 Mei", "31 Juli", "31 Juli 2026", "11 Mei 2026", "11 May - 31 July 2026"])
def test_the_ends_of_a_stretch_of_days_are_found_in_full_and_as_they_are_written(wanted: str) -> None:
    assert missing_groups(["Keringanan berlaku 11 Mei sampai 31 Juli 2026."], [[wanted]]) == ()
    assert missing_groups(["Keringanan berlaku 12 Mei sampai 30 Juli 2026."], [[wanted]]) == ((wanted,),)


def test_nugget_recall_is_the_share_of_groups_found() -> None:
    assert nugget_recall(["kopi dan beras"], [["kopi"], ["beras"], ["nanas"], ["pisang"]]) == 1 / 2
    assert nugget_recall([], []) == 1.0


def test_forbidden_strings_are_matched_as_whole_words() -> None:
    assert forbidden_found(["di Korea Selatan"], ["korea", "kore"]) == ("korea",)


def test_token_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    # shared "4584": precision 1/2, recall 1/1
    assert token_f1("4.584 orang", "4584") == pytest.approx(2 * (1 / 2) / (1 / 2 + 1))


def test_token_f1_counts_repeated_tokens_once_each() -> None:
    # shared "a" once: precision 1/2, recall 1/1
    assert token_f1("a a", "a") == pytest.approx(2 / 3)


def test_token_f1_of_strangers_is_zero_and_of_two_blanks_one() -> None:
    assert token_f1("Taiwan", "Jepang") == 0.0
    assert token_f1("", "...") == 1.0


def test_best_token_f1_takes_the_nearest_alternative() -> None:
    assert best_token_f1("18 Juni 2025", ["kemarin", "18/6/2025"]) == 1.0
    assert best_token_f1("18 Juni 2025", []) == 0.0


def test_citation_precision_is_the_share_of_acceptable_citations() -> None:
    assert citation_precision(["a", "a", "b"], {"a"}) == pytest.approx(2 / 3)
    assert citation_precision([], {"a"}) is None


def test_citation_recall_reads_quotes_of_acceptable_documents_only() -> None:
    quotes = [("a", "kopi"), ("b", "beras")]
    assert citation_recall(quotes, [["kopi"], ["beras"]], {"a"}) == 1 / 2


def test_a_quote_is_exact_only_character_for_character() -> None:
    assert quote_is_exact("abc def", 4, 7, "def")
    assert not quote_is_exact("abc def", 4, 7, "Def")
    assert not quote_is_exact("abc def", 3, 7, "def")
    assert not quote_is_exact(None, 0, 3, "abc")
    assert not quote_is_exact("abc", 0, 0, "")
