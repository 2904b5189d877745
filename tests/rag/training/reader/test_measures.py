"""Figures worked out by hand."""

import pytest

from rag.training.reader.measures import Outcome, auc, exact_match, f1_score, figures, risk


def test_punctuation_and_case_do_not_count() -> None:
    assert exact_match("Kota Padang,", "kota padang") == 1


def test_f1_is_twice_the_shared_words_over_all_words() -> None:
    assert f1_score("640 orang pekerja", "640 orang") == pytest.approx(2 * 2 / 5)


def test_silence_agrees_with_silence_only() -> None:
    assert (f1_score("", ""), f1_score("", "Padang"), f1_score("Padang", "")) == (1, 0, 0)


def test_auc_counts_pairs_in_the_right_order_and_half_of_the_ties() -> None:
    assert auc([2.0, 1.0], [1.0, 0.0]) == (1 + 1 + 0.5 + 1) / 4
    assert auc([1.0], []) is None


OUTCOMES = [
    Outcome("Padang", 0.9, 2.0, "Padang"),
    Outcome("Medan", 0.8, 1.0, "Jambi"),
    Outcome("Riau", 0.6, 0.5, ""),
    Outcome("Aceh", 0.2, -1.0, ""),
]


def test_figures_over_answers_and_silences() -> None:
    found = figures(OUTCOMES, 0.5)
    assert (found.questions, found.answerable) == (4, 2)
    assert found.exact == found.f1 == (1 + 0 + 0 + 1) / 4
    assert found.span_exact == 0.5
    assert found.auc == 1.0


def test_risk_is_the_wrong_share_of_what_is_answered() -> None:
    assert risk(OUTCOMES, 0.5) == (3 / 4, 2 / 3)
    assert risk(OUTCOMES, 0.85) == (1 / 4, 0.0)
    assert risk(OUTCOMES, 0.99) == (0.0, 0.0)
