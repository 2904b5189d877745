"""Nearness of meaning, by the embedding model: of whole sentences, and of single words that the lists do not have."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from rag.answering.guard.terms import Term
from rag.embedding import Encoder
from rag.encoders.base import Vectors

_REMEMBERED = 4096  # words; a vector has some 1.5 kB


class Meaning:
    """Cosines of the bundled model lie in a narrow band; the thresholds of the guard were set for it."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._word = lru_cache(_REMEMBERED)(self._encode_word)

    def nearness(self, sentence: str, sources: Sequence[str]) -> list[float]:
        """Cosine of the sentence with each source."""
        vectors = self._encoder.encode_queries([sentence, *sources])
        return [float(value) for value in vectors[1:] @ vectors[0]]

    def nearest_word(self, term: Term, others: Sequence[Term]) -> float:
        """The highest cosine of the term with one of the others; 0 when there are none."""
        if not others:
            return 0.0
        word = self._word(term.text.lower())
        return max(float(self._word(other.text.lower()) @ word) for other in others)

    def _encode_word(self, word: str) -> Vectors:
        vector: Vectors = np.asarray(self._encoder.encode_queries([word])[0], dtype=np.float32)
        return vector
