"""Stand-ins for what the answerers need."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import numpy as np

from rag.answering.base import DocumentOf
from rag.answering.composing.citing import cite
from rag.errors import ModelUnavailable
from rag.models.chat.base import Message
from rag.models.encoders.base import Progress, Vectors
from rag.questions.understanding import read
from rag.retrieval.evidence import Evidence
from rag.types import (
    Answer,
    AnswerReady,
    Document,
    Framing,
    Hit,
    Language,
    Method,
    Outcome,
    Passage,
    Question,
    Sentence,
    SentenceReady,
    Span,
)

FIGURES = (
    "Menurut data KP2MI sampai dengan Juni 2025, Provinsi Lampung memberangkatkan 9.154 pekerja migran ke luar negeri. "
    "Negara tujuan terbanyak adalah Taiwan dengan 4.584 orang, disusul Hong Kong dengan 2.389 orang. "
    "Dari 9.154 pekerja migran itu, 3.211 orang atau 35,1 persen ditempatkan di sektor formal."
)
MEETING = (
    "Pertemuan itu diadakan pada Kamis malam, 12 Februari 2026, di Sage Hotel, Kuala Lumpur. "
    "Yang memberikan pandangan adalah Atase Perdagangan Aziza Rahmaniar Salam dan Atase Tenaga Kerja Harry Ayusman. "
    "Sektor domestik bukan lagi prioritas Malaysia. "
    "Kerja sama itu diharapkan mempercepat pertumbuhan ekonomi daerah."
)


class AlikeEncoder:
    """Everything means the same: what the guard stops with it, it stops by its rules."""

    name = "alike"
    dimension = 2
    fingerprint = "alike"
    prompts: Mapping[str, str] = MappingProxyType({})

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return np.tile(np.array([1, 0], dtype=np.float32), (len(texts), 1))

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        return self.encode_queries(texts)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]


class UnlikeEncoder(AlikeEncoder):
    """Nothing resembles anything: each text it has not seen points in a direction of its own."""

    dimension = 64

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        rows = [self._seen.setdefault(text, len(self._seen)) for text in texts]
        return np.eye(self.dimension, dtype=np.float32)[rows]


class Says:
    """A chat model that says its lines, and then fails if it was told to."""

    name = "dusta-7b"

    def __init__(self, *pieces: str, fails: bool = False) -> None:
        self.pieces = pieces
        self.fails = fails
        self.asked: list[Sequence[Message]] = []

    def stream(self, messages: Sequence[Message], timeout_s: float) -> Iterator[str]:
        self.asked.append(messages)
        yield from self.pieces
        if self.fails:
            raise ModelUnavailable("cut off")


class QuotesFirst:
    """An answer without a model: the first sentence of the best passage, or none; it cites all that passages say."""

    name = "extractive"

    def __init__(self, finds: bool = True, differing: bool = False, part: str | None = None) -> None:
        self.finds = finds
        self.differing = differing
        self.part = part

    def answer(self, evidence: Evidence, document_of: DocumentOf) -> Iterator[SentenceReady | AnswerReady]:
        question = evidence.query.question
        if not self.finds:
            yield AnswerReady(Answer(question.text, question.language, Outcome.NOT_FOUND))
            return
        passage = evidence.hits[0].passage
        end = passage.text.index(". ") + 1
        span = Span(passage.document_id, passage.start, passage.start + end, passage.text[:end])
        citation = cite(1, span, document_of(passage.document_id))
        sentence = Sentence(Framing.QUOTE, (citation,), part=self.part)
        others = (
            cite(number, Span(each.document_id, each.start, each.end, each.text), document_of(each.document_id))
            for number, each in enumerate((hit.passage for hit in evidence.hits), start=2)
        )
        yield SentenceReady(sentence, (citation,))
        yield AnswerReady(
            Answer(
                question.text,
                question.language,
                Outcome.ANSWERED,
                sentences=(sentence,),
                citations=(citation, *others),
                differing=self.differing,
            )
        )


DOCUMENTS = {
    "angka.md": Document("angka.md", "Data Penempatan Pekerja Migran Lampung", FIGURES, published=date(2025, 11, 4)),
    "rapat.md": Document("rapat.md", "Pertemuan dengan KBRI Kuala Lumpur", MEETING),
}
PASSAGES = tuple(
    Passage(f"{document.id}:0", document.id, 0, len(document.text), document.text, document.title)
    for document in DOCUMENTS.values()
)


def evidence(text: str = "Berapa pekerja migran?", language: Language = Language.INDONESIAN) -> Evidence:
    hits = tuple(Hit(passage, 1.0, (Method.DENSE,)) for passage in PASSAGES)
    return Evidence(read(Question(text, language)), hits)


def document_of(document_id: str) -> Document:
    return DOCUMENTS[document_id]
