"""What the reader, the program and two baselines say to one question over a whole corpus."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rag.answering.extractive.candidates import Candidate, candidates, titled
from rag.answering.extractive.confidence import Calibration, confidence, unsupported
from rag.answering.extractive.nearness import Nearness
from rag.answering.extractive.reading import below_title
from rag.answering.extractive.scoring import Scorer, Weights
from rag.index.versions import OpenVersion
from rag.language.text import sentence_spans
from rag.models.encoders.base import Encoder
from rag.models.reader import Reader, Reading
from rag.questions.understanding import Query, read
from rag.retrieval.retriever import search
from rag.types import Hit, Question
from tests.benchmarks.reader.questions import Asked

RANKED = 20  # hits whose order is measured
WAYS = ("reader", "program", "nearest sentence", "nearest passage")
_SEARCHED = 80  # hits looked through when some are out of reach


@dataclass(frozen=True, slots=True)
class Said:
    """One way's answer: its shortest words, the sentence (or passage) around them, where it stands, how sure it is.

    `sure` orders answers; `probability` is the same as a probability, 0..1, where there is one.
    """

    words: str
    around: str
    document: str
    sure: float
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A question with the hits in the order of retrieval, the readings of all of them, and every way's answer.

    `dense` are the documents that vectors alone rank first.
    """

    asked: Asked
    dense: tuple[str, ...]
    hits: tuple[Hit, ...]
    readings: tuple[Reading, ...]
    said: dict[str, Said]


class Observer:
    """Asks the corpus of one index version; `read` is how many passages the program reads before it answers."""

    def __init__(self, encoder: Encoder, reader: Reader, version: OpenVersion, read: int) -> None:
        self._encoder, self._reader, self._version, self._read = encoder, reader, version, read

    def __call__(self, asked: Asked, spans: bool) -> Seen:
        """Reads more passages than the program where their order counts; answers if `spans`."""
        query = read(Question(asked.text, asked.language))
        vector = self._encoder.encode_queries([query.text])[0]
        wide = search(query, vector, self._version, _SEARCHED)
        hits = tuple(hit for hit in wide if not asked.unreachable or not _answers(hit, asked))
        hits = hits[: RANKED if asked.ranks else self._read]
        as_read = self._reader.read(query.text, [titled(hit.passage) for hit in hits])
        readings = tuple(below_title(reading, hit.passage) for reading, hit in zip(as_read, hits, strict=True))
        rows, _ = self._version.store.search(vector, RANKED)
        dense = tuple(self._version.passages[int(row)].document_id for row in rows)
        said = self._answers(query, hits[: self._read], as_read[: self._read]) if spans and hits else {}
        return Seen(asked, dense, hits, readings, said)

    def _answers(self, query: Query, hits: Sequence[Hit], as_read: Sequence[Reading]) -> dict[str, Said]:
        found = candidates(hits, whole_tables=query.wants_list)
        return {
            "reader": by_margin(hits, [below_title(r, hit.passage) for r, hit in zip(as_read, hits, strict=True)]),
            "program": self._by_program(query, found, hits, as_read),
            "nearest sentence": self._nearest_sentence(query, found),
            "nearest passage": Said(
                hits[0].passage.text, hits[0].passage.text, hits[0].passage.document_id, hits[0].similarity or 0.0
            ),
        }

    def _by_program(
        self, query: Query, found: Sequence[Candidate], hits: Sequence[Hit], as_read: Sequence[Reading]
    ) -> Said:
        """The best sentence by the combined score, with the confidence that the program decides by."""
        known = dict(zip((titled(hit.passage) for hit in hits), as_read, strict=True))
        scored = Scorer(Recalled(known)).score(query, found)
        scored = Nearness(self._encoder, query, None, Weights().semantic).settled(scored)
        if not scored:
            return Said("", "", "", 0.0, 0.0)
        best = scored[0]
        sure = 0.0 if unsupported(query, scored) else confidence(scored, Calibration())
        text = best.candidate.hit.passage.text
        words = text[best.span.start : best.span.end] if best.span else ""
        return Said(words, best.candidate.text, best.candidate.span.document_id, sure, sure)

    def _nearest_sentence(self, query: Query, found: Sequence[Candidate]) -> Said:
        if not found:
            return Said("", "", "", -1.0)
        vector = self._encoder.encode_queries([query.text])[0]
        cosines = self._encoder.encode_passages([one.text for one in found]) @ vector
        best = found[int(np.argmax(cosines))]
        return Said(best.text, best.text, best.span.document_id, float(cosines.max()))


class Recalled:
    """A reader that has read everything already."""

    name = "recalled"

    def __init__(self, known: dict[str, Reading]) -> None:
        self._known = known

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        return tuple(self._known[passage] for passage in passages)


def by_margin(hits: Sequence[Hit], readings: Sequence[Reading]) -> Said:
    """The span with the highest margin over all passages, the first of equals."""
    hit, reading = max(zip(hits, readings, strict=True), key=lambda pair: pair[1].margin)
    if not reading.spans:
        return Said("", "", hit.passage.document_id, reading.margin, reading.answerable)
    text, span = hit.passage.text, reading.spans[0]
    around = next((text[a:b] for a, b in sentence_spans(text) if a <= span.start < b), text)
    return Said(text[span.start : span.end], around, hit.passage.document_id, reading.margin, reading.answerable)


def _answers(hit: Hit, asked: Asked) -> bool:
    text = hit.passage.text.lower()
    return hit.passage.document_id in asked.documents or any(answer.lower() in text for answer in asked.answers)
