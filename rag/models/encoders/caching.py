"""An encoder that remembers passages: the sentences of a collection come up again with every question."""

from collections.abc import Mapping, Sequence

import numpy as np

from rag.models.encoders.base import Encoder, Progress, Vectors
from rag.models.recent import Recent


class CachingEncoder:
    """Forwards to an encoder and keeps the vectors of the `most` passages used last; safe to call from threads."""

    def __init__(self, encoder: Encoder, most: int = 20_000) -> None:
        self.name: str = encoder.name
        self.dimension: int = encoder.dimension
        self.fingerprint: str = encoder.fingerprint
        self.prompts: Mapping[str, str] = encoder.prompts
        self._encoder = encoder
        self._recent = Recent[str, Vectors](most)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encoder.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """As of the encoder inside; only texts not seen lately are encoded."""
        found = self._recent.known(texts)
        fresh = [text for text in dict.fromkeys(texts) if text not in found]
        if fresh:
            found.update(zip(fresh, self._encoder.encode_passages(fresh, progress), strict=True))
        self._recent.keep(found)
        return np.stack([found[text] for text in texts]) if texts else self._encoder.encode_passages(texts)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self._encoder.count_tokens(texts)
