"""How good a ranking is. `ranked` holds each id once, best first; grades are gains, higher is better."""

import math
from collections.abc import Collection, Mapping, Sequence


def hit_at(ranked: Sequence[str], relevant: Collection[str], k: int) -> float:
    """1 when one of the first k is relevant, else 0 ("success@k"; Craswell 2009, Encycl. of Database Systems)."""
    return float(any(item in relevant for item in ranked[:k]))


def recall_at(ranked: Sequence[str], relevant: Collection[str], k: int) -> float:
    """Share of the relevant ids among the first k, 0..1 (Manning et al. 2008, ch. 8); 0 when nothing is relevant."""
    return len(set(ranked[:k]) & set(relevant)) / len(set(relevant)) if relevant else 0.0


def reciprocal_rank(ranked: Sequence[str], relevant: Collection[str], k: int) -> float:
    """1 / rank of the first relevant id among the first k, else 0; its mean is MRR@k (Voorhees 1999, TREC-8 QA)."""
    return next((1 / rank for rank, item in enumerate(ranked[:k], start=1) if item in relevant), 0.0)


def ndcg_at(ranked: Sequence[str], grades: Mapping[str, float], k: int) -> float:
    """Discounted gain over its ideal, 0..1, linear gain, log2 discount (Järvelin & Kekäläinen 2002); 0 if no gain."""
    ideal = _discounted_gain(sorted(grades.values(), reverse=True)[:k])
    return _discounted_gain([grades.get(item, 0.0) for item in ranked[:k]]) / ideal if ideal else 0.0


def _discounted_gain(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))
