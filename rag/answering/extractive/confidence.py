"""How sure an extractive answer may be, 0..1, and what the evidence lacks."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answering.extractive.checks.premises import missing_events, missing_figures
from rag.answering.extractive.coverage import missing_places, missing_years
from rag.answering.extractive.scoring import Scored

_NO_SPAN = -12.0  # as sure as the reader ever is that a passage holds no answer


@dataclass(frozen=True, slots=True)
class Calibration:
    """Logistic weights over what the reader and the encoder say; fitted by tests/benchmarks/confidence.py."""

    bias: float = 1.02
    margin: float = 0.41
    semantic: float = 0.41
    context: float = 2.0


def confidence(scored: Sequence[Scored], calibration: Calibration) -> float:
    """Probability, 0..1, that sentences scored best first answer the question; 0 without any."""
    if not scored:
        return 0.0
    best = scored[0].signals
    said = calibration.margin * clipped_margin(scored)
    said += calibration.semantic * best.semantic + calibration.context * best.context
    return 1 / (1 + math.exp(-(calibration.bias + said)))


def clipped_margin(scored: Sequence[Scored]) -> float:
    """The surest span's logits over "no answer", -12..12; -12 without a span."""
    margin = max(one.span.score if one.span else _NO_SPAN for one in scored)
    return max(_NO_SPAN, min(-_NO_SPAN, margin))


def missing_names(question: str, scored: Sequence[Scored]) -> tuple[str, ...]:
    """Places, years, endings and figures that the question takes for granted and the evidence does not name.

    Nothing it says can then be the answer.
    """
    texts = [one.candidate.text for one in scored]
    texts += [f"{one.candidate.hit.passage.title} {one.candidate.hit.passage.heading or ''}" for one in scored]
    texts += [str(one.candidate.hit.passage.published or "") for one in scored]
    of_names = missing_places(question, texts) + missing_years(question, texts)
    taken_for_granted = missing_events(question, texts) + missing_figures(question, texts)
    return tuple(dict.fromkeys(of_names + taken_for_granted))
