"""How well each candidate sentence answers a question, from signals that need no language model.

Signals: cosine of question and sentence, coverage of the question's stems by the sentence, coverage of its places and
years, the kind of answer asked for, the rank of the passage and, when a reader is at hand, its best span.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answering.candidates import Candidate
from rag.answering.terms import content_stems, coverage, names
from rag.embedding import Encoder
from rag.names import territory_codes
from rag.reader import AnswerType, Reader, Reading, ReadSpan, answer_type, fits
from rag.text import words

# Cosines of multilingual-e5-small lie in a narrow band; this maps the band of unrelated to equal onto 0..1.
_UNRELATED, _EQUAL = 0.76, 0.92


@dataclass(frozen=True, slots=True)
class Signals:
    """All 0..1, higher speaks for the sentence."""

    semantic: float
    lexical: float
    context: float  # coverage by sentence, title and heading together
    named: float
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
    lexical: float = 1.2
    context: float = 0.4
    named: float = 0.8
    kind: float = 0.4
    passage: float = 0.8
    read: float = 2.0


def score(
    question: str, found: Sequence[Candidate], encoder: Encoder, reader: Reader | None, weights: Weights
) -> tuple[Scored, ...]:
    """Best first; ties keep the order of retrieval."""
    if not found:
        return ()
    readings = _read(question, found, reader)
    semantic = _semantic(question, found, encoder)
    lexical, context = _lexical(question, found)
    kind = answer_type(question)
    best_passage = max(candidate.hit.score for candidate in found) or 1.0
    scored = []
    for index, candidate in enumerate(found):
        span = _span_within(candidate, readings.get(candidate.hit.passage.id))
        signals = Signals(
            semantic=semantic[index],
            lexical=lexical[index],
            context=context[index],
            named=_named(question, candidate),
            kind=_kind(kind, candidate.text),
            passage=max(0.0, candidate.hit.score / best_passage),
            read=1 / (1 + math.exp(-span.score)) if span else 0.0,
        )
        scored.append(Scored(candidate, signals, _weighted(signals, weights), span))
    return tuple(sorted(scored, key=lambda one: -one.score))


def _weighted(signals: Signals, weights: Weights) -> float:
    return sum(
        getattr(weights, name) * getattr(signals, name)
        for name in ("semantic", "lexical", "context", "named", "kind", "passage", "read")
    )


def _read(question: str, found: Sequence[Candidate], reader: Reader | None) -> dict[str, Reading]:
    if reader is None:
        return {}
    passages = list({candidate.hit.passage.id: candidate.hit.passage for candidate in found}.values())
    readings = reader.read(question, [passage.text for passage in passages])
    return {passage.id: reading for passage, reading in zip(passages, readings, strict=True)}


def _span_within(candidate: Candidate, reading: Reading | None) -> ReadSpan | None:
    start, end = candidate.within
    inside = [span for span in (reading.spans if reading else ()) if start <= span.start and span.end <= end]
    return max(inside, key=lambda span: span.score, default=None)


def _semantic(question: str, found: Sequence[Candidate], encoder: Encoder) -> list[float]:
    cosines = encoder.encode_passages([candidate.text for candidate in found]) @ encoder.encode_queries([question])[0]
    return [min(1.0, max(0.0, (float(cosine) - _UNRELATED) / (_EQUAL - _UNRELATED))) for cosine in cosines]


def _lexical(question: str, found: Sequence[Candidate]) -> tuple[list[float], list[float]]:
    wanted = tuple(dict.fromkeys(content_stems(question)))
    sentences = [frozenset(content_stems(candidate.text)) for candidate in found]
    weight = _rarity(wanted, sentences)
    around = [frozenset(content_stems(f"{c.hit.passage.title} {c.hit.passage.heading or ''}")) for c in found]
    return (
        [coverage(wanted, weight, present) for present in sentences],
        [coverage(wanted, weight, present | frame) for present, frame in zip(sentences, around, strict=True)],
    )


def _rarity(wanted: Sequence[str], sentences: Sequence[frozenset[str]]) -> dict[str, float]:
    """Inverse document frequency over the candidates (Robertson's form, never negative)."""
    frequency = Counter(stem for sentence in sentences for stem in sentence)
    return {stem: math.log(1 + (len(sentences) - frequency[stem] + 0.5) / (frequency[stem] + 0.5)) for stem in wanted}


def _named(question: str, candidate: Candidate) -> float:
    """Share of the question's places, names and figures that the sentence has; one half when it names none."""
    places = territory_codes(question)
    said = territory_codes(candidate.text)
    figures = frozenset(word for word in words(question) if word[0].isdigit())
    called = frozenset(word for name in names(question) for word in words(name))
    in_sentence = frozenset(words(candidate.text))
    total = len(places) + len(figures) + len(called)
    return (len(places & said) + len(figures & in_sentence) + len(called & in_sentence)) / total if total else 0.5


def _kind(kind: AnswerType | None, sentence: str) -> float:
    if kind is None:
        return 0.5
    return 1.0 if fits(sentence, kind) else 0.0
