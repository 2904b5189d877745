"""Exact match, F1, area under the curve and risk against coverage, as SQuAD 2.0 defines them."""

import re
import string
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_PUNCTUATION = str.maketrans("", "", string.punctuation + "“”‘’–—")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question answered: the span with the best score, that score as a probability and a margin, and the truth."""

    said: str
    probability: float
    margin: float
    truth: str  # empty: the passage does not answer


@dataclass(frozen=True, slots=True)
class Figures:
    """Over all questions from some probability on, `span_f1` and `span_exact` over the answerable ones alone."""

    questions: int
    answerable: int
    exact: float
    f1: float
    span_exact: float
    span_f1: float
    auc: float | None


def normalised(text: str) -> list[str]:
    """Lower-case words without punctuation."""
    return re.sub(r"\s+", " ", text.lower().translate(_PUNCTUATION)).split()


def exact_match(said: str, truth: str) -> float:
    """1 when both are the same words."""
    return float(normalised(said) == normalised(truth))


def f1_score(said: str, truth: str) -> float:
    """Harmonic mean of the precision and recall of words; two empty texts agree."""
    words, wanted = normalised(said), normalised(truth)
    if not words or not wanted:
        return float(words == wanted)
    shared = sum((Counter(words) & Counter(wanted)).values())
    return 2 * shared / (len(words) + len(wanted))


def auc(positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """How often an answerable question scores above an unanswerable one; ties count half."""
    if not positive or not negative:
        return None
    order = np.sort(np.asarray(negative))
    below = np.searchsorted(order, positive, "left")
    not_above = np.searchsorted(order, positive, "right")
    return float((below + not_above).mean() / 2 / len(order))


def figures(outcomes: Sequence[Outcome], least: float) -> Figures:
    """All figures of one set; an answer below the probability `least` counts as silence."""
    given = [(o.said if o.probability >= least else "", o.truth) for o in outcomes]
    spans = [o for o in outcomes if o.truth]
    return Figures(
        len(outcomes),
        len(spans),
        _mean([exact_match(*pair) for pair in given]),
        _mean([f1_score(*pair) for pair in given]),
        _mean([exact_match(o.said, o.truth) for o in spans]),
        _mean([f1_score(o.said, o.truth) for o in spans]),
        auc([o.margin for o in spans], [o.margin for o in outcomes if not o.truth]),
    )


def risk(outcomes: Sequence[Outcome], least: float) -> tuple[float, float]:
    """Of the answers given at `least` or more: their share of all questions, and the share of them that is wrong.

    An answer is wrong when less than half of its words agree (F1 below .5), or when there is none to give.
    """
    given = [o for o in outcomes if o.probability >= least]
    return len(given) / len(outcomes), _mean([float(f1_score(o.said, o.truth) < 0.5) for o in given])


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if values else 0.0
