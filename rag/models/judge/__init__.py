"""Judges whether a quote says what a sentence says: a small network on the bundled encoder."""

from rag.models.judge.judge import Judge, QuoteJudge
from rag.models.judge.loading import WEIGHTS, load_judge

__all__ = ["WEIGHTS", "Judge", "QuoteJudge", "load_judge"]
