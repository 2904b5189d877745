"""An encoder and a reader that remember every result, so that what is measured is the code around them.

Imports nothing of the program: the same file serves builds whose modules lie elsewhere (rules_speed.py).
"""

import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np


class Replayed:
    """Results of a model by input, kept in a file between runs."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self.known: dict[Any, Any] = pickle.loads(file.read_bytes()) if file and file.is_file() else {}

    def save(self) -> None:
        if self._file:
            self._file.write_bytes(pickle.dumps(self.known))


class ReplayedEncoder:
    """Encodes a text once."""

    def __init__(self, inside: Any, results: Replayed) -> None:
        self._inside, self._known = inside, results.known

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inside, name)

    def encode_queries(self, texts: Sequence[str]) -> Any:
        return self._recalled("query", texts, self._inside.encode_queries)

    def encode_passages(self, texts: Sequence[str], progress: Any = None) -> Any:
        return self._recalled("passage", texts, self._inside.encode_passages)

    def _recalled(self, kind: str, texts: Sequence[str], encode: Any) -> Any:
        new = [text for text in dict.fromkeys(texts) if (kind, text) not in self._known]
        if new:
            self._known.update(((kind, text), row) for text, row in zip(new, encode(new), strict=True))
        return np.stack([self._known[kind, text] for text in texts])


class ReplayedReader:
    """Reads a passage once for each question."""

    def __init__(self, inside: Any, results: Replayed) -> None:
        self._inside, self._known = inside, results.known

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inside, name)

    def read(self, question: str, passages: Sequence[str]) -> tuple[Any, ...]:
        new = [text for text in dict.fromkeys(passages) if (question, text) not in self._known]
        if new:
            readings = self._inside.read(question, new)
            self._known.update(((question, text), one) for text, one in zip(new, readings, strict=True))
        return tuple(self._known[question, text] for text in passages)
