"""Does the reader put passages in a better order than retrieval does?

One weight is fitted on every second question of all sets together and measured on the others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.reranking import reordered
from tests.benchmarks.reader.observing import RANKED, Seen

DEPTHS = (6, 10, RANKED)  # passages read to order them
_WEIGHTS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0)
_COUNTED = 10  # ranks

Ranking = Sequence[str]  # document ids, best first


@dataclass(frozen=True, slots=True)
class Order:
    """How early the right document comes, over `questions` questions; MRR over ten ranks."""

    questions: int
    hit_at_1: float
    hit_at_5: float
    mrr: float


def fitted_weight(sets: Mapping[str, Sequence[Seen]], depth: int) -> float:
    """The weight with the best MRR, averaged over sets, on the questions to fit on; the smallest of equals."""
    halves = [half for seen in sets.values() if (half := _ranking(seen)[::2])]
    return max(_WEIGHTS, key=lambda weight: sum(by_reader(half, weight, depth).mrr for half in halves))


def measured(seen: Sequence[Seen]) -> list[Seen]:
    """The questions kept from fitting."""
    return _ranking(seen)[1::2]


def by_vectors(seen: Sequence[Seen]) -> Order:
    """Of vectors alone."""
    return _order([(one.dense, one) for one in seen])


def by_retrieval(seen: Sequence[Seen]) -> Order:
    """Of retrieval as it is."""
    return by_reader(seen, 0.0, 0)


def by_reader(seen: Sequence[Seen], weight: float, depth: int) -> Order:
    """Of the reader's judgement of the `depth` best, weighed with retrieval's score."""
    return _order([(_reranked(one, weight, depth), one) for one in seen])


def _reranked(one: Seen, weight: float, depth: int) -> Ranking:
    return [hit.passage.document_id for hit in reordered(one.hits, one.readings[:depth], weight)]


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
