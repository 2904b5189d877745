"""How near sentences are to a question in meaning, worked out only where that can change the answer.

To embed the sentences of all passages took half of the time of an answer. But nearness adds `Weights.semantic` to a
score at most: a sentence which that does not lift to the best, or near enough to the best to be quoted, stays where it
is. docs/decisions/nearness.md has the figures.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from rag.answering.extractive.scoring import Scored
from rag.models.encoders.loading import Encoder
from rag.questions.understanding import Query

Vector = npt.NDArray[np.float32]

# Cosines of multilingual-e5-small lie in a narrow band; this maps the band of unrelated to equal onto 0..1.
_UNRELATED, _EQUAL = 0.76, 0.92
_COMPARED = 12  # sentences that are compared where none answers, about as many of each document


class Nearness:
    """Of one question to sentences; whatever was compared once is known."""

    def __init__(self, encoder: Encoder, query: Query, vector: Vector | None, weight: float) -> None:
        """`vector`: the unit vector of `query.text`, where retrieval has it; `weight`: what nearness adds at most."""
        self._encoder, self._sought, self._weight = encoder, query.sought, weight
        self._vector = vector if query.sought == query.text else None
        self._all_count = bool(query.articles)

    def settled(self, scored: Sequence[Scored], share: float = 1.0) -> tuple[Scored, ...]:
        """Best first; whatever may reach that `share` of the best score is measured, as are all where a law is asked.

        `scored` is best first by the scores it has. Where nothing is left to be measured its order is kept. In laws,
        what an amendment says goes before the article that scores better, so that no bound would tell which may win.
        """
        least = share * max((one.score for one in scored), default=0.0)
        return self._measured(scored, [one for one in scored if self._all_count or one.score + self._weight >= least])

    def settled_rivals(self, scored: Sequence[Scored]) -> tuple[Scored, ...]:
        """Best first; every sentence is measured that the reader believes to answer."""
        return self._measured(scored, [one for one in scored if one.span and one.span.score > 0])

    def nearest(self, scored: Sequence[Scored]) -> tuple[Scored, ...]:
        """Sentences of each document, those nearest in meaning first, of the ones that hold most of the question.

        To compare all would take longer than all else but reading; docs/decisions/nearness.md tells what differs.
        """
        promising = _promising(scored)
        known = self._measured(promising, promising)
        return tuple(sorted(known, key=lambda one: -one.signals.semantic))

    def _measured(self, scored: Sequence[Scored], chosen: Sequence[Scored]) -> tuple[Scored, ...]:
        """`scored` with the `chosen` ones measured, best first; as it is where they are."""
        chosen = [one for one in chosen if not one.measured]
        if not chosen:
            return tuple(scored)
        near = dict(zip(map(id, chosen), self._of([one.candidate.text for one in chosen]), strict=True))
        told = [_with(one, near[id(one)], self._weight) if id(one) in near else one for one in scored]
        return tuple(sorted(told, key=lambda one: -one.score))

    def _of(self, texts: Sequence[str]) -> list[float]:
        """Of each text, 0..1."""
        if self._vector is None:
            self._vector = self._encoder.encode_queries([self._sought])[0]
        cosines = self._encoder.encode_passages(texts) @ self._vector
        return [min(1.0, max(0.0, (float(cosine) - _UNRELATED) / (_EQUAL - _UNRELATED))) for cosine in cosines]


def _promising(scored: Sequence[Scored]) -> list[Scored]:
    """Of each document those that hold most of the question's words, the others left out."""
    most = -(-_COMPARED // max(1, len({one.candidate.span.document_id for one in scored})))
    taken: Counter[str] = Counter()
    kept = []
    for one in sorted(scored, key=lambda each: -each.signals.context):
        taken[one.candidate.span.document_id] += 1
        if taken[one.candidate.span.document_id] <= most:
            kept.append(one)
    return kept


def _with(one: Scored, nearness: float, weight: float) -> Scored:
    signals = replace(one.signals, semantic=nearness)
    return replace(one, signals=signals, score=one.score + weight * nearness, measured=True)
