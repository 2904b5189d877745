"""How sure an extractive answer may be, 0..1, and what the evidence lacks."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answering.scoring import Scored
from rag.answering.terms import missing_places, missing_years

_NO_SPAN = -12.0  # as sure as the reader ever is that a passage holds no answer


@dataclass(frozen=True, slots=True)
class Calibration:
    """Logistic weights over what the reader and the encoder say; fitted as docs/decisions/refusal.md describes.

    `threshold` is the lowest confidence, 0..1, that is answered.
    """

    bias: float = -0.6
    margin: float = 0.25
    semantic: float = 2.0
    threshold: float = 0.5


def confidence(best: Scored, calibration: Calibration) -> float:
    """Probability, 0..1, that the best sentence answers the question."""
    margin = best.span.score if best.span else _NO_SPAN
    clipped = max(_NO_SPAN, min(-_NO_SPAN, margin))
    total = calibration.bias + calibration.margin * clipped + calibration.semantic * best.signals.semantic
    return 1 / (1 + math.exp(-total))


def missing_names(question: str, scored: Sequence[Scored]) -> tuple[str, ...]:
    """Places and years that the question names and the evidence does not: nothing it says can be the answer."""
    texts = [one.candidate.text for one in scored]
    texts += [f"{one.candidate.hit.passage.title} {one.candidate.hit.passage.heading or ''}" for one in scored]
    texts += [str(one.candidate.hit.passage.published or "") for one in scored]
    return missing_places(question, texts) + missing_years(question, texts)
