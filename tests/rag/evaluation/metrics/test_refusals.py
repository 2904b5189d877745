import pytest

from rag.evaluation.metrics.refusals import (
    RefusalCounts,
    count_refusals,
    refusal_f1,
    refusal_precision,
    refusal_recall,
)


def test_each_pair_is_counted_in_its_cell() -> None:
    pairs = [(True, True), (True, True), (True, False), (False, True), (False, False), (False, False), (False, False)]
    assert count_refusals(pairs) == RefusalCounts(right=2, wrong=1, missed=1, answered=3)


def test_precision_recall_and_f1_of_hand_counted_refusals() -> None:
    counts = RefusalCounts(right=3, wrong=1, missed=2, answered=10)
    assert refusal_precision(counts) == 3 / 4
    assert refusal_recall(counts) == 3 / 5
    assert refusal_f1(counts) == pytest.approx(2 * (3 / 4) * (3 / 5) / (3 / 4 + 3 / 5))


def test_without_refusals_there_is_no_precision() -> None:
    counts = RefusalCounts(right=0, wrong=0, missed=0, answered=4)
    assert (refusal_precision(counts), refusal_recall(counts), refusal_f1(counts)) == (None, None, None)
