from math import comb

import pytest

from rag.evaluation.calibrating.bounds import fewest, fewest_at_rate, upper_bound


def _at_most(wrong: int, shown: int, share: float) -> float:
    """Probability of so few wrong ones, summed by hand."""
    return sum(comb(shown, k) * share**k * (1 - share) ** (shown - k) for k in range(wrong + 1))


def test_none_wrong_is_bounded_by_the_root_of_the_error() -> None:
    # (1 - x) ** 59 = 0.05, so x = 1 - 0.05 ** (1 / 59)
    assert upper_bound(0, 59, 0.05) == pytest.approx(1 - 0.05 ** (1 / 59))
    assert upper_bound(0, 59, 0.05) < 0.05 < upper_bound(0, 58, 0.05)


@pytest.mark.parametrize(("wrong", "shown"), [(1, 20), (2, 124), (11, 112)])
def test_at_the_bound_so_few_wrong_ones_would_be_seen_just_as_often_as_the_error(wrong: int, shown: int) -> None:
    assert _at_most(wrong, shown, upper_bound(wrong, shown, 0.05)) == pytest.approx(0.05)


def test_nothing_shown_or_everything_wrong_bounds_nothing() -> None:
    assert upper_bound(0, 0, 0.05) == upper_bound(3, 3, 0.05) == 1.0


@pytest.mark.parametrize(("wrong", "shown"), [(0, 59), (1, 93), (2, 124), (3, 153)])
def test_the_fewest_are_the_first_of_which_the_binomial_test_rejects(wrong: int, shown: int) -> None:
    assert fewest(wrong, 0.05, 0.05) == shown
    assert _at_most(wrong, shown, 0.05) <= 0.05 < _at_most(wrong, shown - 1, 0.05)


def test_a_share_of_wrong_ones_takes_more_and_one_near_the_limit_too_many() -> None:
    assert fewest_at_rate(0.0, 0.05, 0.05) == 59
    assert fewest_at_rate(0.02, 0.05, 0.05) == 181  # 4 of 181 are 2.2 %; 3 of 153 would be less than 2 %
    assert fewest_at_rate(0.049, 0.05, 0.05) is None
