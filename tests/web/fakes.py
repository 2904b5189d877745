"""A pipeline of a few documents written for the tests; it answers by looking questions up, without any model."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rag.errors import IndexMissing, RagError
from rag.index.versions.listing import Listing
from rag.types import (
    Answer,
    AnswerEvent,
    AnswerReady,
    Citation,
    Document,
    DocumentFacts,
    DocumentList,
    Framing,
    Heading,
    Hit,
    Language,
    LeftOut,
    Method,
    Notice,
    NoticeKind,
    Omission,
    Outcome,
    Passage,
    PassagesFound,
    Question,
    Refusal,
    Sentence,
    SentenceReady,
    Step,
    StepStarted,
    Timings,
    Value,
)

FIGURES = "Taiwan menerima 4.584 orang pekerja migran asal Lampung sampai Juni 2025."
MOST = "Itu jumlah terbanyak di antara semua negara tujuan."

MIGRANTS = Document(
    id="pekerja migran/angka 2025.md",
    title="Pekerja migran Lampung dalam angka",
    text=(
        "Tujuan penempatan\n"
        f"{FIGURES} {MOST}\n"
        "- Hong Kong: 2.389 orang\n"
        "- Malaysia: 697 orang\n"
        "Sektor pekerjaan\n"
        "Sektor informal menyerap 64,9 persen <dari seluruhnya>."
    ),
    publisher="Tanya Lampung",
    published=date(2025, 11, 4),
    url="https://contoh.example/pekerja-migran",
    based_on=("Kantor Berita Contoh, Data penempatan pekerja migran, 2025-11-04",),
    headings=(Heading(0, 17, 2),),
)
PORTS = Document(
    id="pelabuhan.pdf",
    title="Pelabuhan dan arus barang",
    text="Pelabuhan perlu diperluas.\nJalur laut ke Malaysia diperkuat supaya barang lebih cepat tiba.",
    published=date(2026, 2, 12),
    url="javascript:alert(1)",
    page_starts=(0, 27),
    unread_pages=(2, 3),
    notices=(Notice(NoticeKind.UNREAD_FORMULAS), Notice(NoticeKind.RECOGNISED_PAGES, (1,))),
    left_out=(
        LeftOut("Beranda <Profil>", Omission.NAVIGATION),
        *(LeftOut(f"Tautan {n}", Omission.LINK) for n in range(10)),
    ),
)
DOCUMENTS = {document.id: document for document in (MIGRANTS, PORTS)}


def citation(number: int, document: Document, quote: str) -> Citation:
    start = document.text.index(quote)
    return Citation(
        number=number,
        document_id=document.id,
        title=document.title,
        quote=quote,
        start=start,
        end=start + len(quote),
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        page=sum(1 for begin in document.page_starts if begin <= start) or None,
        based_on=document.based_on,
    )


def quoting(one: Citation, part: str | None = None) -> Sentence:
    return Sentence(Framing.QUOTE, (one,), part=part)


def taiwan(question: Question) -> Answer:
    """The short answer, then two sentences of one document; in English one, and the short answer translated."""
    first, second = citation(1, MIGRANTS, FIGURES), citation(2, MIGRANTS, MOST)
    if question.language is Language.ENGLISH:
        value = Value("4.584 orang", "4,584 people")
        return _answered(question, (_short(value, first), quoting(first)), (first,), value)
    value = Value("4.584 orang")
    return _answered(question, (_short(value, first), quoting(first), quoting(second)), (first, second), value)


def _short(value: Value, one: Citation, part: str | None = None) -> Sentence:
    return Sentence(Framing.SHORT_ANSWER, (one,), values=(value,), part=part)


def _answered(
    question: Question, sentences: tuple[Sentence, ...], citations: tuple[Citation, ...], short: Value | None
) -> Answer:
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.ANSWERED,
        short_answer=short,
        sentences=sentences,
        citations=citations,
        timings_ms=Timings(1.0, 20.0, 59.0, 80.0),
        index_version="v1",
    )


def not_found(question: Question) -> Answer:
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.NOT_FOUND,
        looked_at=(citation(1, PORTS, "Jalur laut ke Malaysia diperkuat supaya barang lebih cepat tiba."),),
    )


def not_quite(question: Question) -> Answer:
    """A refusal with what the sources do say, and one more place that was looked at."""
    near, far = citation(1, PORTS, "Pelabuhan perlu diperluas."), citation(2, MIGRANTS, MOST)
    return replace(not_found(question), looked_at=(near, far), closest=(near,))


def differing(question: Question) -> Answer:
    """Two values, the newest first."""
    newer = citation(1, PORTS, "Jalur laut ke Malaysia diperkuat supaya barang lebih cepat tiba.")
    older = citation(2, MIGRANTS, FIGURES)
    values = Value("5.001 orang"), Value("4.584 orang")
    said = Sentence(Framing.DIFFERING, (newer, older), values=values)
    answer = _answered(question, (said, quoting(newer), quoting(older)), (newer, older), values[0])
    return replace(answer, differing=True)


def several(question: Question) -> Answer:
    """Two of three questions in one answered."""
    first, second = citation(1, MIGRANTS, FIGURES), citation(2, PORTS, "Pelabuhan perlu diperluas.")
    sentences = (
        _short(Value("4.584 orang"), first, "brp ke mana"),
        quoting(first, "brp ke mana"),
        quoting(second, "lewat mana"),
    )
    answer = _answered(question, sentences, (first, second), None)
    return replace(answer, unanswered=("siapa yang bayar",))


def declined(question: Question) -> Answer:
    return Answer(question.text, question.language, Outcome.DECLINED, refusal=Refusal.ORDERS)


@dataclass(frozen=True)
class Status:
    version: str | None = "v1"
    documents: int = 2
    passages: int = 5
    built_at: str | None = "2026-01-02T03:04:05+00:00"
    model: str = "fake"
    damaged: str | None = None


class FakePipeline:
    """Answers Taiwan questions, declines orders, finds nothing else; `hold` makes it wait, `fail` makes it raise."""

    def __init__(self, status: Status | None = None, fail: Exception | None = None) -> None:
        self.questions: list[Question] = []
        self.closed = threading.Event()
        self.held = [
            DocumentFacts(each.id, each.title, each.publisher, each.published, each.language)
            for each in DOCUMENTS.values()
        ]
        self.unusable: RagError | None = None
        self.checked: list[float] = []
        self.hold: Callable[[], object] | None = None
        self._status = status or Status()
        self._fail = fail

    def answer(self, question: Question) -> Answer:
        *_, last = self.stream(question)
        assert isinstance(last, AnswerReady)
        return last.answer

    def stream(self, question: Question) -> Iterator[AnswerEvent]:
        self.questions.append(question)
        try:
            yield StepStarted(Step.REWRITE)
            yield StepStarted(Step.RETRIEVE)
            if self._fail:
                raise self._fail
            yield PassagesFound(self.search(question, 2))
            yield StepStarted(Step.ANSWER)
            answer = self._look_up(question)
            for sentence in answer.sentences:
                yield SentenceReady(sentence, sentence.citations)
                if self.hold:
                    self.hold()
            yield AnswerReady(answer)
        finally:
            self.closed.set()

    def _look_up(self, question: Question) -> Answer:
        text = question.text.lower()
        if "kapal" in text:
            return not_quite(question)
        if "berbeda" in text:
            return differing(question)
        if "lewat mana" in text:
            return several(question)
        if "taiwan" in text:
            return taiwan(question)
        if question.history and "taiwan" in question.history[-1].question.lower() and "siapa" not in text:
            return replace(taiwan(question), understood_as=f"{question.text} (Taiwan)")
        return declined(question) if "abaikan" in text else not_found(question)

    def search(self, question: Question, limit: int) -> tuple[Hit, ...]:
        hits = []
        for score, document in ((0.9, MIGRANTS), (0.5, PORTS)):
            text = document.text
            passage = Passage(f"{document.id}#0", document.id, 0, len(text), text, document.title)
            hits.append(Hit(passage, score, (Method.DENSE,), similarity=score))
        return tuple(hits[:limit])

    def document(self, document_id: str) -> Document | None:
        return DOCUMENTS.get(document_id)

    def documents(
        self, query: str = "", publisher: str | None = None, offset: int = 0, limit: int = 50
    ) -> DocumentList:
        if self._status.version is None:
            raise IndexMissing("nothing is published")
        return Listing(self.held).find(query, publisher, offset, limit)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """One for each word."""
        return [len(text.split()) for text in texts]

    def check_index(self, share: float, stopped: threading.Event) -> str | None:
        self.checked.append(share)
        stopped.wait(10)
        return None

    def status(self) -> Status:
        if self.unusable:
            raise self.unusable
        return self._status
