"""Nearness of meaning, by the embedding model: of whole sentences, and of single words that the lists do not have."""

from collections.abc import Sequence

from rag.answering.guard.terms import Term
from rag.models.encoders.base import Vectors
from rag.models.encoders.loading import Encoder

_REMEMBERED = 4096  # words and sentences; a vector has some 1.5 kB


class Meaning:
    """Cosines of the bundled model lie in a narrow band; the thresholds of the guard were set for it."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}

    def nearness(self, sentence: str, source: str) -> float:
        """Cosine of the sentence with its source."""
        one, other = self._vectors([sentence, source])
        return float(one @ other)

    def nearest_word(self, term: Term, others: Sequence[Term]) -> float:
        """The highest cosine of the term with one of the others; 0 when there are none."""
        word, *rest = self._vectors([term.text.lower(), *(other.text.lower() for other in others)])
        return max((float(other @ word) for other in rest), default=0.0)

    def _vectors(self, words: Sequence[str]) -> list[Vectors]:
        """All new texts in one call: one by one they would take many times as long."""
        known = dict(self._known)
        new = [word for word in dict.fromkeys(words) if word not in known]
        if new:
            known.update(zip(new, self._encoder.encode_queries(new), strict=True))
            self._known = known if len(known) <= _REMEMBERED else {}
        return [known[word] for word in words]
