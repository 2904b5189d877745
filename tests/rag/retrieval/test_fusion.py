import numpy as np
import pytest

from rag.retrieval.fusion import LEXICAL_SHARE, fuse, standard_scores


def floats(*values: float) -> np.ndarray:
    return np.array(values, np.float32)


def test_scores_are_measured_in_deviations_from_the_mean_of_the_best() -> None:
    # Mean 4, deviation 2.
    assert standard_scores(floats(8, 0), floats(6, 2)).tolist() == [2, -2]


def test_a_side_that_makes_no_difference_counts_for_nothing() -> None:
    assert standard_scores(floats(5, 1), floats(3, 3)).tolist() == [0, 0]
    assert standard_scores(floats(5, 1), floats()).tolist() == [0, 0]


def test_fusing_weighs_the_lexical_side_by_its_share() -> None:
    assert LEXICAL_SHARE == 0.35
    assert fuse(floats(1, -1), floats(3, 1)).tolist() == pytest.approx([0.65 + 1.05, -0.65 + 0.35])
    assert fuse(floats(1), floats(3), 0.5).tolist() == [2]


def test_neither_the_range_of_cosines_nor_that_of_bm25_matters() -> None:
    narrow, wide = floats(0.82, 0.80, 0.78), floats(30, 20, 10)
    assert standard_scores(narrow, narrow) == pytest.approx(standard_scores(wide, wide), abs=1e-4)
