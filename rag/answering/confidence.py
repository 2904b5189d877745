"""How sure an extractive answer may be, 0..1, and what the evidence lacks."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answering.scoring import Scored
from rag.answering.terms import missing_places, missing_years


@dataclass(frozen=True, slots=True)
class Calibration:
    """Logistic weights over the signals of the best sentence; fitted as docs/decisions/ describes."""

    bias: float = -4.2
    semantic: float = 2.0
    lexical: float = 2.5
    context: float = 2.5
    named: float = 1.0
    kind: float = 1.0
    read: float = 2.5
    threshold: float = 0.5


def confidence(best: Scored, calibration: Calibration) -> float:
    """Probability, 0..1, that the best sentence answers the question."""
    signals = best.signals
    total = calibration.bias + sum(
        getattr(calibration, name) * getattr(signals, name)
        for name in ("semantic", "lexical", "context", "named", "kind", "read")
    )
    return 1 / (1 + math.exp(-total))


def missing_names(question: str, scored: Sequence[Scored]) -> tuple[str, ...]:
    """Places and years that the question names and the evidence does not: nothing it says can be the answer."""
    texts = [one.candidate.text for one in scored]
    texts += [f"{one.candidate.hit.passage.title} {one.candidate.hit.passage.heading or ''}" for one in scored]
    texts += [str(one.candidate.hit.passage.published or "") for one in scored]
    return missing_places(question, texts) + missing_years(question, texts)
