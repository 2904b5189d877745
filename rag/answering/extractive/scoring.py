"""How well each candidate sentence answers a question, from signals that need no language model.

Signals: the reader's best span in the sentence, cosine of question and sentence, coverage of the question's words by
the sentence and its headings, the kind of answer asked for, and the rank of the passage.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.checks.place import venue_asked_for
from rag.answering.extractive.checks.plausible import narrowed, of_another_place, plausible, wanted_kind
from rag.answering.extractive.checks.which_figure import attached
from rag.answering.extractive.coverage import asked_for, coverage
from rag.language.question_kinds import AnswerType, fits
from rag.language.stems import terms
from rag.models.encoders.loading import Encoder
from rag.models.reader import Reader, Reading, ReadSpan
from rag.types import Passage

# Cosines of multilingual-e5-small lie in a narrow band; this maps the band of unrelated to equal onto 0..1.
_UNRELATED, _EQUAL = 0.76, 0.92
_LOGITS = 5  # by which the reader's margins are divided: undivided, everything it likes at all would look alike


@dataclass(frozen=True, slots=True)
class Signals:
    """All 0..1, higher speaks for the sentence."""

    semantic: float
    context: float  # coverage of the question's words, in either language, by sentence, title and heading
    kind: float
    passage: float
    read: float


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its signals, its score and the reader's span inside it, if any (offsets into the passage)."""

    candidate: Candidate
    signals: Signals
    score: float
    span: ReadSpan | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the signals; docs/decisions/ has the measurement they come from."""

    semantic: float = 1.0
    context: float = 1.0
    kind: float = 0.8
    passage: float = 2.8
    read: float = 6.3


def score(
    question: str, found: Sequence[Candidate], encoder: Encoder, reader: Reader | None, weights: Weights
) -> tuple[Scored, ...]:
    """Best first; ties keep the order of retrieval."""
    if not found:
        return ()
    readings = _read(question, found, reader)
    semantic = _semantic(question, found, encoder)
    context = _context(question, found)
    kind = wanted_kind(question)
    best_passage = max(candidate.hit.score for candidate in found) or 1.0
    scored = []
    for index, candidate in enumerate(found):
        span = _span_within(question, kind, candidate, readings.get(candidate.hit.passage.id))
        signals = Signals(
            semantic=semantic[index],
            context=context[index],
            kind=_kind(kind, candidate.text),
            passage=max(0.0, candidate.hit.score / best_passage),
            read=1 / (1 + math.exp(-span.score / _LOGITS)) if span else 0.0,
        )
        scored.append(Scored(candidate, signals, _weighted(signals, weights), span))
    return tuple(sorted(scored, key=lambda one: -one.score))


def _weighted(signals: Signals, weights: Weights) -> float:
    return (
        weights.semantic * signals.semantic
        + weights.context * signals.context
        + weights.kind * signals.kind
        + weights.passage * signals.passage
        + weights.read * signals.read
    )


def _read(question: str, found: Sequence[Candidate], reader: Reader | None) -> dict[str, Reading]:
    if reader is None:
        return {}
    passages = list({candidate.hit.passage.id: candidate.hit.passage for candidate in found}.values())
    readings = reader.read(question, [titled(passage) for passage in passages])
    return {passage.id: below_title(reading, passage) for passage, reading in zip(passages, readings, strict=True)}


def titled(passage: Passage) -> str:
    """What the reader is shown: the passage below the title of its document."""
    return f"{passage.title}\n{passage.text}"


def below_title(reading: Reading, passage: Passage) -> Reading:
    """The spans as offsets into the passage itself; a title says what a passage is about and answers nothing."""
    above = len(titled(passage)) - len(passage.text)
    spans = (replace(span, start=span.start - above, end=span.end - above) for span in reading.spans)
    return replace(reading, spans=tuple(span for span in spans if span.start >= 0))


def _span_within(
    question: str, kind: AnswerType | None, candidate: Candidate, reading: Reading | None
) -> ReadSpan | None:
    """The reader's best span inside the sentence that can be the kind of answer asked for."""
    start, end = candidate.within
    text = candidate.hit.passage.text
    if kind is AnswerType.PERSON and of_another_place(question, titled(candidate.hit.passage)):
        return None
    inside = (span for span in (reading.spans if reading else ()) if start <= span.start and span.end <= end)
    brief = (replace(span, end=span.start + len(narrowed(kind, text[span.start : span.end]))) for span in inside)
    meant = (_attached(question, kind, candidate, span) for span in brief)
    fitting = (s for s in meant if plausible(question, kind, candidate.text, s.start - start, s.end - start))
    return max(fitting, key=lambda span: span.score, default=None)


def _attached(question: str, kind: AnswerType | None, candidate: Candidate, span: ReadSpan) -> ReadSpan:
    """The span, or what of the same sentence stands with what the question names: the figure, the room."""
    begin = candidate.within[0]
    start, end = attached(question, kind, candidate.text, span.start - begin, span.end - begin)
    venue = venue_asked_for(question, candidate.text)
    if venue and not (venue[0] <= start and end <= venue[1]):
        start, end = venue
    return replace(span, start=begin + start, end=begin + end)


def _semantic(question: str, found: Sequence[Candidate], encoder: Encoder) -> list[float]:
    cosines = encoder.encode_passages([candidate.text for candidate in found]) @ encoder.encode_queries([question])[0]
    return [min(1.0, max(0.0, (float(cosine) - _UNRELATED) / (_EQUAL - _UNRELATED))) for cosine in cosines]


def _context(question: str, found: Sequence[Candidate]) -> list[float]:
    wanted = asked_for(question)
    return [coverage(wanted, _said_by(candidate)) for candidate in found]


def _said_by(candidate: Candidate) -> frozenset[str]:
    passage = candidate.hit.passage
    return frozenset(terms(f"{passage.title} {passage.heading or ''} {candidate.text}"))


def _kind(kind: AnswerType | None, sentence: str) -> float:
    if kind is None:
        return 0.5
    return 1.0 if fits(sentence, kind) else 0.0
