"""Dense and lexical scores made into one ranking.

A convex combination of standardised scores (Bruch, Gai & Ingber 2023 show such combinations to beat reciprocal ranks):
each side's scores are measured in standard deviations above the mean of that side's own best, so that the narrow range
of cosines and the open range of BM25 weigh alike whatever the collection.
"""

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]

DEPTH = 100  # the best of a side that its mean and deviation are taken over
LEXICAL_SHARE = 0.35
OF_TRANSLATED = 0.45  # that share, where the words of the question were translated
_LEVEL = 1e-6  # a smaller deviation means that the side makes no difference between passages


def standard_scores(scores: Scores, best: Scores) -> Scores:
    """`scores` in standard deviations above the mean of `best`; zeros where `best` are all alike."""
    if len(best) == 0 or float(best.std()) < _LEVEL:
        return np.zeros_like(scores)
    return np.asarray((scores - best.mean()) / best.std(), np.float32)


def fuse(dense: Scores, lexical: Scores, share: float = LEXICAL_SHARE) -> Scores:
    """Standardised scores of the same passages as one; `share`, 0..1, of the lexical ones."""
    return np.asarray((1 - share) * dense + share * lexical, np.float32)
