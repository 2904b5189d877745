"""Where a slower, better judge of passages puts fused hits in order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from rag.models.reader.reading import Reader
from rag.questions.understanding import Sought
from rag.types import Hit


class Reranker(Protocol):
    """Orders a few hits by reading them; `Retriever` calls it when it is given one."""

    def rerank(self, query: Sought, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """The same hits, best first, with scores that belong to the new order."""
        ...


class ReaderReranker:
    """Lets the span reader judge the `depth` best hits; `weight` is what a certain answer adds to a fused score."""

    def __init__(self, reader: Reader, weight: float, depth: int) -> None:
        self._reader, self._weight, self._depth = reader, weight, depth

    def rerank(self, query: Sought, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """Reads the question in standard spelling, as retrieval searches for it."""
        texts = [hit.passage.text for hit in hits[: self._depth]]
        readings = self._reader.read(query.text, texts) if texts else ()
        return reordered(hits, [self._weight * reading.answerable for reading in readings])


def reordered(hits: Sequence[Hit], lifts: Sequence[float]) -> tuple[Hit, ...]:
    """Hits by score plus lift, ties in the order given.

    `lifts`, 0 or more, are of the first hits; those beyond keep their scores, so reading can only move a hit forward
    of hits that were not read.
    """
    lifted = [replace(hit, score=hit.score + lift) for hit, lift in zip(hits, lifts, strict=False)]
    return tuple(sorted([*lifted, *hits[len(lifts) :]], key=lambda hit: -hit.score))
