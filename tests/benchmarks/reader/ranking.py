"""Does the reader put passages in a better order than retrieval does?

One weight is fitted on every second question of all sets together and measured on the others, for each way of turning
a reading into a lift, 0..1: its probability, or its log odds, which tell sure readings further apart.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rag.models.reader import Reading
from rag.retrieval.reranking import reordered
from tests.benchmarks.reader.observing import RANKED, Seen

DEPTHS = (6, 10, RANKED)  # passages read to order them
_WEIGHTS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0)
_COUNTED = 10  # ranks
_SUREST = 4.0  # log odds beyond which readings are alike

Lift = Callable[[Reading], float]
Ranking = Sequence[str]  # document ids, best first


@dataclass(frozen=True, slots=True)
class Order:
    """How early the right document comes, over `questions` questions; MRR over ten ranks."""

    questions: int
    hit_at_1: float
    hit_at_5: float
    mrr: float


def probability(reading: Reading) -> float:
    return reading.answerable


def log_odds(reading: Reading) -> float:
    p = min(max(reading.answerable, 1e-9), 1 - 1e-9)
    return (max(-_SUREST, min(_SUREST, math.log(p / (1 - p)))) + _SUREST) / (2 * _SUREST)


LIFTS: dict[str, Lift] = {"probability": probability, "log odds": log_odds}


def fitted_weight(sets: Mapping[str, Sequence[Seen]], depth: int, lift: Lift = probability) -> float:
    """The weight with the best MRR, averaged over sets, on the questions to fit on; the smallest of equals."""
    halves = [half for seen in sets.values() if (half := _ranking(seen)[::2])]
    return max(_WEIGHTS, key=lambda weight: sum(by_reader(half, weight, depth, lift).mrr for half in halves))


def measured(seen: Sequence[Seen]) -> list[Seen]:
    """The questions kept from fitting."""
    return _ranking(seen)[1::2]


def by_vectors(seen: Sequence[Seen]) -> Order:
    """Of vectors alone."""
    return _order([(one.dense, one) for one in seen])


def by_retrieval(seen: Sequence[Seen]) -> Order:
    """Of retrieval as it is."""
    return by_reader(seen, 0.0, 0)


def by_reader(seen: Sequence[Seen], weight: float, depth: int, lift: Lift = probability) -> Order:
    """Of the reader's judgement of the `depth` best, weighed with retrieval's score."""
    return _order([(_reranked(one, weight, depth, lift), one) for one in seen])


def _reranked(one: Seen, weight: float, depth: int, lift: Lift) -> Ranking:
    lifts = [weight * lift(reading) for reading in one.readings[:depth]]
    return [hit.passage.document_id for hit in reordered(one.hits, lifts)]


def _order(rankings: Sequence[tuple[Ranking, Seen]]) -> Order:
    ranks = [_first_rank(ranking, one) for ranking, one in rankings]
    count = len(ranks) or 1
    return Order(
        len(ranks),
        sum(rank <= 1 for rank in ranks) / count,
        sum(rank <= 5 for rank in ranks) / count,
        sum(1 / rank for rank in ranks if rank <= _COUNTED) / count,
    )


def _first_rank(ranking: Ranking, one: Seen) -> float:
    found = (rank for rank, document in enumerate(ranking, start=1) if document in one.asked.documents)
    return next(found, float("inf"))


def _ranking(seen: Sequence[Seen]) -> list[Seen]:
    return [one for one in seen if one.asked.ranks]
