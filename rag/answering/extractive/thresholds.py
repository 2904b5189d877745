"""From the share of wrong answers one puts up with to the confidence an answer needs.

Wrong is an answer without what was asked for, and any answer to a question that the documents do not answer. The table
was measured on the questions of seeds/gold and seeds/domains (tests/benchmarks/risk.py), which the reader was not
trained on: of those over the starting corpus fewer are wrong than it says, of those over other subjects more.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rag.types import Language

# For each language of the question: at most this share wrong, answering from this confidence; strictest first.
_MEASURED: Mapping[Language, tuple[tuple[float, float], ...]] = {
    Language.INDONESIAN: (
        (0.07, 0.9),
        (0.08, 0.8),
        (0.09, 0.7),
        (0.1, 0.6),
        (0.13, 0.52),
        (0.14, 0.48),
        (0.15, 0.4),
        (0.18, 0.3),
        (0.22, 0.2),
        (0.29, 0.1),
        (1.0, 0.0),
    ),
    Language.ENGLISH: (
        (0.06, 0.9),
        (0.1, 0.8),
        (0.11, 0.7),
        (0.12, 0.6),
        (0.16, 0.52),
        (0.19, 0.45),
        (0.22, 0.4),
        (0.25, 0.3),
        (0.3, 0.2),
        (0.36, 0.1),
        (1.0, 0.0),
    ),
}
# Where neither answers nor refusals are bought too dearly with the other.
_USUAL: Mapping[Language, float] = {Language.INDONESIAN: 0.48, Language.ENGLISH: 0.45}
# Quotes without a short answer that are less sure than this are shown as what comes closest, not as what answers. On
# the dev questions 16 of 25 of them were right over real documents, 23 of 45 over our own; above it 37 of 50 and 164 of
# 182.
LEAST_OUTRIGHT = 0.6
LEAST_SHORT = 0.89  # probability of being right from which a short answer is shown


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The lowest confidence, 0..1, from which answers and short answers are shown, for each language of a question."""

    answers: Mapping[Language, float]
    short_answers: Mapping[Language, float]


def usual_thresholds(most_wrong: float | None = None) -> Thresholds:
    """Those of the program. Raises ValueError, see `least_confidence`."""
    return Thresholds(least_confidence(most_wrong), dict.fromkeys(Language, LEAST_SHORT))


def no_thresholds() -> Thresholds:
    """Everything is shown, to see how sure it was and whether it was right."""
    return Thresholds(dict.fromkeys(Language, 0.0), dict.fromkeys(Language, 0.0))


def least_confidence(most_wrong: float | None = None) -> dict[Language, float]:
    """The lowest confidence, 0..1, to answer from in each language, so that at most this share, 0..1, was wrong.

    It was observed on our questions and bounds nothing; calibrated.py holds what was bounded on one's own.
    None leaves the balance to the program. Between two shares that were measured, the stricter counts. Raises
    ValueError for less than the strictest.
    """
    if most_wrong is None:
        return dict(_USUAL)
    return {language: _least(most_wrong, table) for language, table in _MEASURED.items()}


def strictest() -> float:
    """The lowest share of wrong answers that can be asked for."""
    return max(table[0][0] for table in _MEASURED.values())


def _least(most_wrong: float, table: tuple[tuple[float, float], ...]) -> float:
    allowed = [confidence for wrong, confidence in table if wrong <= most_wrong]
    if not allowed:
        raise ValueError(f"no confidence keeps the wrong answers below {most_wrong:.0%}: at least {strictest():.0%}")
    return min(allowed)
