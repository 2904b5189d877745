"""How sure an extractive answer may be, 0..1, and what the evidence lacks."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answering.extractive.addressed import words_of_address
from rag.answering.extractive.checks import EVIDENCE_CHECKS
from rag.answering.extractive.checks.base import EvidenceCheck
from rag.answering.extractive.facts import Told
from rag.answering.extractive.scoring import Scored
from rag.questions.understanding import Query
from rag.types import Objection

_NO_SPAN = -12.0  # as sure as the reader ever is that a passage holds no answer


@dataclass(frozen=True, slots=True)
class Calibration:
    """Logistic weights over what the reader and the encoder say; fitted by tests/benchmarks/confidence.py."""

    bias: float = -0.5
    margin: float = 0.23
    semantic: float = 0.8
    context: float = 2.0
    displaced: float = -2.0  # where something else stands in the place of what is asked for


def confidence(scored: Sequence[Scored], calibration: Calibration, is_displaced: bool = False) -> float:
    """Probability, 0..1, that sentences scored best first answer the question; 0 without any."""
    if not scored:
        return 0.0
    best = scored[0].signals
    said = calibration.margin * clipped_margin(scored)
    said += calibration.semantic * best.semantic + calibration.context * best.context
    said += calibration.displaced * is_displaced
    return 1 / (1 + math.exp(-(calibration.bias + said)))


def clipped_margin(scored: Sequence[Scored]) -> float:
    """Logits over "no answer" of the span in the sentence that is shown first, -12..12; -12 without a span."""
    shown = scored[0].span
    margin = shown.score if shown else _NO_SPAN
    return max(_NO_SPAN, min(-_NO_SPAN, margin))


def unsupported(
    query: Query, scored: Sequence[Scored], checks: Sequence[EvidenceCheck] = EVIDENCE_CHECKS
) -> tuple[Objection, ...]:
    """What the question takes for granted and the evidence does not name: nothing it says can then be the answer."""
    passages = [one.candidate.hit.passage for one in scored]
    told = Told.by(
        [
            *(one.candidate.text for one in scored),
            *(f"{passage.title} {passage.heading or ''} {passage.publisher or ''}" for passage in passages),
            *(words_of_address(passage.document_id) for passage in passages),
            *(str(passage.published or "") for passage in passages),
            *(table.caption for passage in passages for table in passage.tables),
        ]
    )
    return tuple(reason for check in checks if (reason := check.objects(query, told)))
