"""How well each candidate sentence answers a question, from signals that need no language model.

Signals: the reader's best span in the sentence, coverage of the question's words by the sentence and its headings, the
kind of answer asked for, the rank of the passage, and the cosine of question and sentence, which `nearness` adds to
those sentences whose place it can change.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answering.extractive.called_alike import meant_by
from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.checks import CHECKS
from rag.answering.extractive.checks.base import Check, first_objection
from rag.answering.extractive.counted_steps import one_step
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.labelled_items import told_by_item
from rag.answering.extractive.narrowing import NARROWINGS, Narrowing, cell_bound, sole_label, value_labelled
from rag.answering.extractive.reading import USUAL, Reach, readings_of
from rag.language.question_kinds import fits
from rag.models.reader import Reader, Reading, ReadSpan
from rag.questions.understanding import Query
from rag.types import Language, Objection

_BOUND = 4.0  # logits over "no answer" of what the structure of a document alone tells to be meant
_LOGITS = 5  # by which the reader's margins are divided: undivided, everything it likes at all would look alike


@dataclass(frozen=True, slots=True)
class Signals:
    """All 0..1, higher speaks for the sentence."""

    semantic: float  # 0 as long as it was not worked out
    context: float  # coverage of the question's words, in either language, by sentence, title and heading
    kind: float
    passage: float
    read: float


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its signals, its score and the reader's span inside it, if any (offsets into the passage).

    `objections` are to spans that would have counted. As long as the sentence is not `measured`, its nearness to the
    question is missing in signals and score, and the score is the lowest that it may have.
    """

    candidate: Candidate
    signals: Signals
    score: float
    span: ReadSpan | None = None
    objections: tuple[Objection, ...] = ()
    measured: bool = True


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the signals; docs/decisions/ has the measurement they come from."""

    semantic: float = 1.0
    context: float = 1.0
    kind: float = 0.8
    passage: float = 2.8
    read: float = 6.3


@dataclass(frozen=True, slots=True)
class Scorer:
    """Scores with this reader, weights, checks and narrowings."""

    reader: Reader | None
    weights: Weights = Weights()
    checks: tuple[Check, ...] = CHECKS
    narrowings: tuple[Narrowing, ...] = NARROWINGS
    reach: Reach = USUAL

    def score(self, query: Query, found: Sequence[Candidate]) -> tuple[Scored, ...]:
        """Best first by all but nearness, none of them measured; ties keep the order of retrieval."""
        if not found:
            return ()
        hits = {candidate.hit.passage.id: candidate.hit for candidate in found}.values()
        sources = {candidate.span.document_id: candidate.source for candidate in found}
        readings = readings_of(query, tuple(hits), self.reader, self.reach, sources)
        best_passage = max(candidate.hit.score for candidate in found) or 1.0
        sole = sole_label(query, found)
        scored = [
            self._scored(query, one, one.hit.score / best_passage, readings.get(one.hit.passage.id), one is sole)
            for one in found
        ]
        return tuple(sorted(scored, key=lambda one: -one.score))

    def _scored(
        self, query: Query, candidate: Candidate, passage: float, reading: Reading | None, is_sole: bool
    ) -> Scored:
        """`is_sole`: the only one whose label says what is asked for."""
        span, objections = self._span_within(query, candidate, reading, is_sole)
        signals = Signals(
            semantic=0.0,
            context=coverage(query.whole_topic, _said_by(query, candidate)),
            kind=_kind(query, candidate),
            passage=max(0.0, passage),
            read=1 / (1 + math.exp(-span.score / _LOGITS)) if span else 0.0,
        )
        return Scored(candidate, signals, _weighted(signals, self.weights), span, objections, measured=False)

    def _span_within(
        self, query: Query, candidate: Candidate, reading: Reading | None, is_sole: bool
    ) -> tuple[ReadSpan | None, tuple[Objection, ...]]:
        """The reader's best span inside the sentence to which no check objects, and what they object to others."""
        start, end = candidate.within
        inside = (span for span in (reading.spans if reading else ()) if start <= span.start and span.end <= end)
        meant = [self._narrowed(query, candidate, span) for span in inside]
        meant += filter(None, [_bound(query, candidate, is_sole)])
        judged = [(span, first_objection(self.checks, query, candidate, span)) for span in meant]
        fitting = [span for span, reason in judged if reason is None]
        objections = dict.fromkeys(reason for span, reason in judged if reason and span.score > 0)
        return max(fitting, key=lambda span: span.score, default=None), tuple(objections)

    def _narrowed(self, query: Query, candidate: Candidate, span: ReadSpan) -> ReadSpan:
        for narrowing in self.narrowings:
            span = narrowing.narrowed(query, candidate, span)
        return span


def _bound(query: Query, candidate: Candidate, is_sole: bool) -> ReadSpan | None:
    """What structure alone tells: the cell whose row and column the question names, the part of a law it means."""
    if candidate.of_law:
        return ReadSpan(*candidate.within, _BOUND)
    if query.step is not None and (told := one_step(query, candidate)):
        return ReadSpan(*told, _BOUND)
    if told := told_by_item(query, candidate):
        return ReadSpan(*told, _BOUND)
    if candidate.table is None and (value := value_labelled(query, candidate)):
        return ReadSpan(*value, _BOUND)
    is_label = candidate.table is not None and candidate.table.pairs
    cell = cell_bound(query, candidate, surely=True) if is_sole or not is_label else None
    begin = candidate.hit.passage.start
    return ReadSpan(cell.start - begin, cell.end - begin, _BOUND) if cell else None


def coverage(wanted: Sequence[Sequence[frozenset[str]]], present: frozenset[str]) -> float:
    """Share, 0..1, of the wanted words that are present, each as good as the other; 1 when nothing is wanted.

    Weighing words by their rarity let those that no passage holds decide everything (docs/decisions/answers.md).
    """
    if not wanted:
        return 1.0
    return sum(all(group & present for group in parts) for parts in wanted) / len(wanted)


def _weighted(signals: Signals, weights: Weights) -> float:
    return (
        weights.semantic * signals.semantic
        + weights.context * signals.context
        + weights.kind * signals.kind
        + weights.passage * signals.passage
        + weights.read * signals.read
    )


def _said_by(query: Query, candidate: Candidate) -> frozenset[str]:
    """Index terms of the sentence, its heading and the title; to an Indonesian question also what English ones mean."""
    passage = candidate.hit.passage
    texts = (passage.title, passage.heading or "", candidate.text)
    said = frozenset().union(*(facts_of(text).terms for text in texts))
    across = query.language is Language.INDONESIAN and passage.language is Language.ENGLISH
    return said.union(*map(meant_by, texts)) if across else said


def _kind(query: Query, candidate: Candidate) -> float:
    if query.kind is None:
        return 0.5 if not query.wants_list else 1.0 if _tells_several(candidate) else 0.0
    return 1.0 if fits(candidate.text, query.kind) else 0.0


def _tells_several(candidate: Candidate) -> bool:
    """Whether it is a list with the line above it, all rows of a table, or an enumeration."""
    return "\n" in candidate.text or candidate.text.count(", ") > 1
