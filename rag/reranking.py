"""Where a slower, better judge of passages puts fused hits in order."""

from typing import Protocol

from rag.types import Hit


class Reranker(Protocol):
    """Orders a few hits by reading them; `Retriever` calls it when it is given one."""

    def rerank(self, question: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """The same hits, best first, with scores that belong to the new order."""
        ...
