"""Stand-ins with the behaviour of the real parts and none of their cost."""

import hashlib
import re
from collections.abc import Mapping, Sequence

import numpy as np

from rag.models.encoders.base import Progress, Vectors


class WordEncoder:
    """Every word is a fixed random direction, a text the sum of its words: texts that share words are similar."""

    def __init__(self, name: str = "words", dimension: int = 256) -> None:
        self.name = name
        self.dimension = dimension
        self.fingerprint = f"fingerprint of {name}"
        self.prompts: Mapping[str, str] = {}
        self.encoded: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        self.encoded.extend(texts)
        if progress is not None:
            progress(len(texts))
        return self._encode(texts)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(_words(text)) for text in texts]

    def _encode(self, texts: Sequence[str]) -> Vectors:
        rows = [np.sum([_direction(word, self.dimension) for word in _words(text) or [""]], axis=0) for text in texts]
        vectors = np.asarray(rows, dtype=np.float32).reshape(len(texts), self.dimension)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _direction(word: str, dimension: int) -> np.ndarray:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
    return np.random.default_rng(seed).normal(size=dimension)
