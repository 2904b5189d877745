"""Where a slower, better judge of passages puts fused hits in order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from rag.everyday import standardise
from rag.reader.reading import Reader, Reading
from rag.types import Hit


class Reranker(Protocol):
    """Orders a few hits by reading them; `Retriever` calls it when it is given one."""

    def rerank(self, question: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """The same hits, best first, with scores that belong to the new order."""
        ...


class ReaderReranker:
    """Lets the span reader judge the `depth` best hits; the others keep the scores they have."""

    def __init__(self, reader: Reader, weight: float, depth: int) -> None:
        self._reader, self._weight, self._depth = reader, weight, depth

    def rerank(self, question: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """Reads the question in standard spelling, as retrieval searches for it."""
        read = [hit.passage.text for hit in hits[: self._depth]]
        return reordered(hits, self._reader.read(standardise(question), read) if read else (), self._weight)


def reordered(hits: Sequence[Hit], readings: Sequence[Reading], weight: float) -> tuple[Hit, ...]:
    """Hits by score plus `weight` times the probability that they answer; ties keep their order.

    `readings` are of the first hits. A hit not read counts as one that does not answer, so reading can only lift.
    """
    lifts = [weight * reading.answerable for reading in readings] + [0.0] * (len(hits) - len(readings))
    lifted = (replace(hit, score=hit.score + lift) for hit, lift in zip(hits, lifts, strict=True))
    return tuple(sorted(lifted, key=lambda hit: -hit.score))
