from math import log2

import ir_measures
import pytest
from ir_measures import RR, R, Success, nDCG

from rag.evaluation.metrics.retrieval import hit_at, ndcg_at, recall_at, reciprocal_rank

RANKED = ("a", "b", "c", "d")


def test_hit_looks_at_the_first_k_only() -> None:
    assert hit_at(RANKED, {"c"}, 2) == 0
    assert hit_at(RANKED, {"c"}, 3) == 1


def test_recall_is_the_share_of_the_relevant_found() -> None:
    assert recall_at(RANKED, {"a", "d", "x"}, 4) == pytest.approx(2 / 3)
    assert recall_at(RANKED, set(), 4) == 0


def test_reciprocal_rank_counts_from_one_and_stops_at_k() -> None:
    assert reciprocal_rank(RANKED, {"b", "d"}, 10) == 1 / 2
    assert reciprocal_rank(RANKED, {"d"}, 3) == 0


def test_ndcg_discounts_by_log2_of_rank_plus_one() -> None:
    # gains 0, 1, 0, 2 at ranks 1-4; the ideal order is 2, 1
    expected = (1 / log2(3) + 2 / log2(5)) / (2 / log2(2) + 1 / log2(3))
    assert ndcg_at(RANKED, {"b": 1.0, "d": 2.0}, 10) == pytest.approx(expected)


def test_ndcg_at_k_takes_the_ideal_at_k_too() -> None:
    assert ndcg_at(("a",), {"a": 1.0, "b": 1.0}, 1) == 1.0
    assert ndcg_at(RANKED, {}, 10) == 0.0


@pytest.mark.parametrize("grades", [{"b": 1}, {"a": 1, "d": 2}, {"c": 3, "x": 1}, {"x": 1}])
def test_all_measures_agree_with_ir_measures(grades: dict[str, int]) -> None:
    run = {"q": {item: float(-rank) for rank, item in enumerate(RANKED)}}
    measures = [Success @ 2, R @ 3, RR @ 10, nDCG @ 10]
    theirs = ir_measures.calc_aggregate(measures, {"q": grades}, run)
    assert hit_at(RANKED, grades, 2) == pytest.approx(theirs[Success @ 2])
    assert recall_at(RANKED, grades, 3) == pytest.approx(theirs[R @ 3])
    assert reciprocal_rank(RANKED, grades, 10) == pytest.approx(theirs[RR @ 10])
    assert ndcg_at(RANKED, {k: float(v) for k, v in grades.items()}, 10) == pytest.approx(theirs[nDCG @ 10])
