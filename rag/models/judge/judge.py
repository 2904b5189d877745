"""The judge itself: pairs in, logits from a backend, margins out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from rag.models.judge.tokens import paired
from rag.models.tokenizing import Tokenizer
from rag.models.words import WordEmbeddings

Floats = npt.NDArray[np.float32]
# Each word embeddings (batch, tokens, hidden), none of them padding, to (batch, tokens, 2), in order.
Logits = Callable[[Iterable[Floats]], Iterator[Floats]]


class Judge(Protocol):
    """Tells whether quotes say what a statement says."""

    def margins(self, statement: str, quotes: Sequence[str]) -> tuple[float, ...]:
        """The logit for each quote that it says no less than the statement."""
        ...


class QuoteJudge:
    """Judges with a network that some backend runs."""

    def __init__(self, name: str, tokenizer: Tokenizer, embeddings: WordEmbeddings, logits: Logits) -> None:
        self.name = name
        self._tokenizer = tokenizer
        self._embeddings = embeddings
        self._logits = logits

    def margins(self, statement: str, quotes: Sequence[str]) -> tuple[float, ...]:
        """One quote at a time, for they differ in length."""
        pairs = [paired(self._tokenizer, statement, quote) for quote in quotes]
        found = self._logits(self._embeddings.of(np.array([pair.ids], dtype=np.int64)) for pair in pairs)
        return tuple(-doubt(logits[0], pair.said) for pair, logits in zip(pairs, found, strict=True))


def doubt(logits: Floats, said: Sequence[int]) -> float:
    """The logit that a statement says something else: one doubtful word is enough, or the pair as a whole.

    Of `logits` (tokens, 2) the first column doubts words, the second, in its first row, the whole.
    """
    voices = np.append(logits[list(said), 0], logits[0, 1]).astype(np.float64)
    peak = float(voices.max())
    return peak + float(np.log(np.exp(voices - peak).sum()))
