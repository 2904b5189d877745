"""Does confidence tell right from wrong? Pairs are (confidence 0..1, right)."""

from collections.abc import Sequence
from dataclasses import dataclass

Judged = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class RiskPoint:
    """Answering only the most confident `coverage` of all questions, `risk` of those answers are wrong."""

    coverage: float
    risk: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers whose confidence lies in one interval: how many, how confident, how often right."""

    count: int
    confidence: float
    accuracy: float


def risk_coverage(judged: Sequence[Judged], total: int) -> tuple[RiskPoint, ...]:
    """One point per distinct confidence, most confident first; `total` counts the refused questions too.

    El-Yaniv & Wiener 2010, "On the foundations of noise-free selective classification".
    """
    ranked = sorted(judged, key=lambda pair: -pair[0])
    points, wrong = [], 0
    for taken, (confidence, right) in enumerate(ranked, start=1):
        wrong += not right
        # Equal confidences cannot be told apart by a threshold, so they enter together.
        if taken == len(ranked) or ranked[taken][0] != confidence:
            points.append(RiskPoint(taken / total, wrong / taken))
    return tuple(points)


def area_under_risk(points: Sequence[RiskPoint]) -> float | None:
    """Mean risk over the coverage reached, 0..1, lower is better; None without answers (AURC, Geifman 2017)."""
    if not points:
        return None
    area, before = 0.0, 0.0
    for point in points:
        area += (point.coverage - before) * point.risk
        before = point.coverage
    return area / before


def reliability_bins(judged: Sequence[Judged], bins: int = 10) -> tuple[Bin, ...]:
    """The non-empty bins of equal width, least confident first (DeGroot & Fienberg 1983)."""
    filled: dict[int, list[Judged]] = {}
    for confidence, right in judged:
        filled.setdefault(min(int(confidence * bins), bins - 1), []).append((confidence, right))
    return tuple(
        Bin(len(pairs), sum(c for c, _ in pairs) / len(pairs), sum(r for _, r in pairs) / len(pairs))
        for _, pairs in sorted(filled.items())
    )


def expected_calibration_error(judged: Sequence[Judged], bins: int = 10) -> float | None:
    """Mean gap of confidence and accuracy over bins, by count, 0..1; None without answers (Naeini et al. 2015)."""
    if not judged:
        return None
    return sum(b.count * abs(b.confidence - b.accuracy) for b in reliability_bins(judged, bins)) / len(judged)
