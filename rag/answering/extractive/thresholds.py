"""From the share of wrong answers one puts up with to the confidence an answer needs.

Wrong is an answer without what was asked for, and any answer to a question that the documents do not answer. The table
was measured on the gold questions over the starting corpus (tests/benchmarks/risk.py), none of which the reader was
trained on, and holds where questions are like those: two in five that the documents do not answer, most of them near
misses.
"""

from collections.abc import Mapping

from rag.types import Language

USUAL = 0.12

# For each language of the question: at most this share wrong, answering from this confidence; strictest first.
_MEASURED: Mapping[Language, tuple[tuple[float, float], ...]] = {
    # In Indonesian .28 would do for 12 % too, but answer more than one unanswerable question in ten.
    Language.INDONESIAN: ((0.05, 0.98), (0.1, 0.44), (0.15, 0.22), (0.2, 0.14), (0.25, 0.1), (0.3, 0.08), (1.0, 0.0)),
    Language.ENGLISH: (
        (0.05, 0.92),
        (0.08, 0.86),
        (0.1, 0.78),
        (0.12, 0.52),
        (0.15, 0.46),
        (0.2, 0.18),
        (0.25, 0.1),
        (0.3, 0.08),
        (1.0, 0.0),
    ),
}


def least_confidence(most_wrong: float) -> dict[Language, float]:
    """The lowest confidence, 0..1, to answer from in each language, so that at most this share, 0..1, is wrong.

    Between two shares that were measured, the stricter counts. Raises ValueError for less than the strictest.
    """
    return {language: _least(most_wrong, table) for language, table in _MEASURED.items()}


def strictest() -> float:
    """The lowest share of wrong answers that can be asked for."""
    return max(table[0][0] for table in _MEASURED.values())


def _least(most_wrong: float, table: tuple[tuple[float, float], ...]) -> float:
    allowed = [confidence for wrong, confidence in table if wrong <= most_wrong]
    if not allowed:
        raise ValueError(f"no confidence keeps the wrong answers below {most_wrong:.0%}: at least {strictest():.0%}")
    return min(allowed)
