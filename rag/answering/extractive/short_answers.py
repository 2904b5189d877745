"""The few words above the quotes, or none: a wrong headline is worse than no headline."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answering.extractive.checks import SHORT_CHECKS
from rag.answering.extractive.checks.base import Check, first_objection
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.law import bare
from rag.answering.extractive.scoring import Scored
from rag.answering.extractive.thresholds import LEAST_SHORT
from rag.questions.articles import article_in
from rag.questions.understanding import Query
from rag.types import Objection

_SURE = 12.0  # logits beyond which a margin says nothing more
_WORDS = 25  # of a point of a law that is told by itself
_NEAR = 6.0  # logits beyond which a rival says nothing more
_ABOUT = 0.5  # share of the best sentence's coverage of the question that a rival has
_SAME = 0.5  # Jaccard similarity of words from which two spans say the same


@dataclass(frozen=True, slots=True)
class ShortCalibration:
    """Logistic weights for a short answer being right; fitted by tests/benchmarks/short_answers.py."""

    bias: float = 0.47
    margin: float = 0.18
    ahead: float = 0.27


@dataclass(frozen=True, slots=True)
class Short:
    """A short answer, or none and why."""

    text: str | None
    objections: tuple[Objection, ...] = ()
    sure: float | None = None  # probability of being right, 0..1, of one that is shown


def short_answer(
    query: Query,
    scored: Sequence[Scored],
    checks: Sequence[Check] = SHORT_CHECKS,
    calibration: ShortCalibration | None = None,
    least: float = LEAST_SHORT,
) -> Short:
    """The reader's span in the best sentence where it is surely enough what was asked for; `scored` is best first.

    `least`: the lowest probability of being right, 0..1, that is shown.
    """
    best = scored[0] if scored else None
    text = _told_in(query, best) if best else None
    if best is None or best.span is None or not text:
        return Short(None, best.objections if best else ())
    if reason := first_objection(checks, query, best.candidate, best.span):
        return Short(None, (reason,))
    sure = probability(margin_of(scored), ahead_of_rivals(scored), calibration or ShortCalibration())
    return Short(text, sure=sure) if sure >= least else Short(None, (Objection("short_confidence", (f"{sure:.2f}",)),))


def _told_in(query: Query, one: Scored) -> str | None:
    """What is told by itself: which article it is, the words of a point asked for, or what the reader found."""
    if query.subject:
        return article_in(one.candidate.hit.passage.headings)
    if not one.candidate.of_law:
        return read_in(one)
    said = bare(one.candidate.text)
    return said if query.points and len(said.split()) <= _WORDS and "\n" not in said else None


def read_in(one: Scored) -> str | None:
    """What the reader found in a sentence, verbatim, if it prefers that over "no answer"."""
    if one.span is None or one.span.score <= 0:
        return None
    return one.candidate.said(one.span)


def probability(margin: float, ahead: float, calibration: ShortCalibration) -> float:
    """Of the short answer being right, 0..1."""
    return 1 / (1 + math.exp(-(calibration.bias + calibration.margin * margin + calibration.ahead * ahead)))


def margin_of(scored: Sequence[Scored]) -> float:
    """Logits of the best sentence's span over "no answer", -12..12; `scored` has a span in the first."""
    span = scored[0].span
    return max(-_SURE, min(_SURE, span.score if span else -_SURE))


def ahead_of_rivals(scored: Sequence[Scored]) -> float:
    """By how many logits that span is better read than the best one that says something else, -6..6.

    Sentences that hold less than half as much of the question are about something else and no rivals.
    """
    own, least = facts_of(_marked(scored[0])).words, _ABOUT * scored[0].signals.context
    about = [one for one in scored[1:] if one.signals.context >= least]
    rivals = [min(_SURE, one.span.score) for one in about if one.span and not _alike(own, one)]
    return max(-_NEAR, min(_NEAR, margin_of(scored) - max(rivals, default=-_SURE)))


def _marked(one: Scored) -> str:
    """The reader's span, whether or not it prefers it over "no answer"."""
    return one.candidate.said(one.span) if one.span else ""


def _alike(own: frozenset[str], other: Scored) -> bool:
    said = facts_of(_marked(other)).words
    return bool(own | said) and len(own & said) / len(own | said) >= _SAME
