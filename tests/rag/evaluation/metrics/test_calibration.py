import pytest

from rag.evaluation.metrics.calibration import (
    Bin,
    RiskPoint,
    area_under_risk,
    expected_calibration_error,
    reliability_bins,
    risk_coverage,
)


def test_risk_rises_as_less_confident_answers_enter() -> None:
    points = risk_coverage([(0.2, False), (0.9, True)], total=4)
    assert points == (RiskPoint(1 / 4, 0.0), RiskPoint(2 / 4, 1 / 2))


def test_equal_confidences_enter_together_whatever_their_order() -> None:
    assert risk_coverage([(0.5, True), (0.5, False)], total=2) == (RiskPoint(1.0, 0.5),)
    assert risk_coverage([(0.5, False), (0.5, True)], total=2) == (RiskPoint(1.0, 0.5),)


def test_area_weighs_each_risk_with_the_coverage_it_adds() -> None:
    # .25 of coverage at risk 0 and .5 at risk .4, over .75 reached
    points = (RiskPoint(0.25, 0.0), RiskPoint(0.75, 0.4))
    assert area_under_risk(points) == pytest.approx(0.5 * 0.4 / 0.75)
    assert area_under_risk(()) is None


def test_bins_hold_mean_confidence_and_share_right() -> None:
    bins = reliability_bins([(0.91, True), (0.99, False), (1.0, True), (0.05, False)])
    assert bins[0] == Bin(1, 0.05, 0.0)
    assert bins[1].count == 3
    assert bins[1].confidence == pytest.approx((0.91 + 0.99 + 1.0) / 3)
    assert bins[1].accuracy == pytest.approx(2 / 3)


def test_calibration_error_weighs_gaps_by_count() -> None:
    # bin 0.8: three answers, one right, gap |.85 - 1/3|; bin 0.2: one answer, right, gap |.25 - 1|
    judged = [(0.85, True), (0.85, False), (0.85, False), (0.25, True)]
    assert expected_calibration_error(judged) == pytest.approx((3 * (0.85 - 1 / 3) + 0.75) / 4)
    assert expected_calibration_error([]) is None
