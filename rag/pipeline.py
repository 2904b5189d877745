"""Question in, answer out: rewriting, retrieval, answering; one streaming path, which the plain answer drains."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from rag.answering.base import Answerer
from rag.answering.extractive.answers import declined
from rag.errors import IndexCorrupt, IndexMissing
from rag.index.versions import LiveIndex, OpenVersion
from rag.language.sequences import StepsAsked
from rag.questions.by_model import ModelRewriter
from rag.questions.overviews import BY_PARTS
from rag.questions.refusing import refusal
from rag.questions.understanding import Query, Understanding
from rag.retrieval.evidence import Evidence
from rag.retrieval.repealing import repealing
from rag.retrieval.retriever import Retriever
from rag.types import (
    Answer,
    AnswerEvent,
    AnswerReady,
    Document,
    DocumentList,
    Hit,
    Objection,
    Outcome,
    PassagesFound,
    Question,
    SentenceReady,
    Step,
    StepStarted,
    Timings,
    Unsearched,
)

T = TypeVar("T")
_SEVERAL_DOCUMENTS = 40  # passages to find the documents about a topic in


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What is being answered from; `version` is None before the first index is published."""

    version: str | None
    documents: int
    passages: int
    built_at: str | None
    model: str
    damaged: str | None = None  # the published version, while it is damaged and `version` stands in for it


class Pipeline:
    """Safe to call from several threads; each question holds the index version it began with."""

    def __init__(
        self,
        index: LiveIndex,
        retriever: Retriever,
        answerer: Answerer,
        *,
        encoder_name: str,
        passages_read: int,
        longest_question: int,
        rewriter: ModelRewriter | None = None,
        searcher: Retriever | None = None,
        today: Callable[[], date] = date.today,
        without: frozenset[str] = frozenset(),
    ) -> None:
        """`without` names rules of questions that are left out, to measure what they are worth."""
        self._index = index
        self._retriever = retriever
        self._answerer = answerer
        self._encoder_name = encoder_name
        self._passages_read = passages_read
        self._longest_question = longest_question
        self._understanding = Understanding(longest_question, today, rewriter, without)
        self._searcher = searcher or retriever
        self._without = without

    def answer(self, question: Question) -> Answer:
        """The finished answer. Raises as `stream`."""
        *_, last = self.stream(question)
        return answer_of(last)

    def stream(self, question: Question) -> Iterator[AnswerEvent]:
        """Steps, passages and verified sentences as they come; AnswerReady last.

        When the version turns out to be damaged before a sentence was told, all is done anew with a whole one, so
        that no answer is made of what is left. Raises IndexMissing, IndexMismatch, IndexCorrupt.
        """
        clock = _Clock()
        why = refusal(question.text, self._longest_question, "disguises" not in self._without)
        if why is not None and why not in self._without:
            yield AnswerReady(replace(declined(question, why), timings_ms=clock.timings()))
            return
        version, told = self._index.current(), False
        try:
            for event in self._answered(question, version, clock):
                told = told or isinstance(event, SentenceReady)
                yield event
        except IndexCorrupt:
            whole = self._index.instead_of(version)
            if told:
                raise
            yield from self._answered(question, whole, clock)

    def _answered(self, question: Question, version: OpenVersion, clock: "_Clock") -> Iterator[AnswerEvent]:
        yield StepStarted(Step.REWRITE)
        query = self._understanding.understand(question)
        clock.lap("rewrite")
        yield StepStarted(Step.RETRIEVE)
        if _none_fits(question, version):
            yield AnswerReady(_finished(_excluded(question), query, version, clock.timings()))
            return
        evidence = self._evidence(query, version)
        clock.lap("retrieve")
        yield PassagesFound(evidence.hits)
        yield StepStarted(Step.ANSWER)
        for event in self._answerer.answer(evidence, version.decoding_once()):
            if isinstance(event, AnswerReady):
                clock.lap("answer")
                answer = replace(event.answer, unsearched=_unsearched(event.answer, version))
                yield AnswerReady(_finished(answer, query, version, clock.timings()))
            else:
                yield event

    def _evidence(self, query: Query, version: OpenVersion) -> Evidence:
        """What is found for the question, and for each of those it consists of."""
        twice = query.steps is StepsAsked.NAMED  # the list may stand beside passages that say more of the question
        whole = self._retrieved(query, version, self._passages_read * (1 + twice))
        several = query.overview is not None and query.overview.wanted not in BY_PARTS
        limit = max(self._passages_read, _SEVERAL_DOCUMENTS) if several else self._passages_read
        parts = tuple(self._retrieved(part, version, limit) for part in query.parts)
        return replace(whole, parts=parts, listing=version.listing if query.overview else None)

    def _retrieved(self, query: Query, version: OpenVersion, limit: int) -> Evidence:
        found = self._retriever.retrieve(query, version, limit)
        return replace(found, repealing=repealing(found.hits, version))

    def search(self, question: Question, limit: int) -> tuple[Hit, ...]:
        """The passages nearest to the question, best first. Raises IndexMissing, IndexMismatch, IndexCorrupt."""
        sought = self._understanding.searched(question)
        return self._of_a_whole(lambda version: self._searcher.nearest(sought, version, limit))

    def document(self, document_id: str) -> Document | None:
        """A document of the current version."""
        return self._of_a_whole(lambda version: version.document(document_id))

    def documents(
        self, query: str = "", publisher: str | None = None, offset: int = 0, limit: int = 50
    ) -> DocumentList:
        """Documents of the current version, newest first. Raises IndexMissing, IndexMismatch, IndexCorrupt."""
        return self._of_a_whole(lambda version: version.listing.find(query, publisher, offset, limit))

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """As the encoder counts them, without special tokens."""
        return self._retriever.count_tokens(texts)

    def check_index(self, share: float, stopped: threading.Event) -> str | None:
        """Compares the current version with its hashes, slowly; what is damaged of it, which is then left."""
        return self._index.check(share, stopped)

    def _of_a_whole(self, look: Callable[[OpenVersion], T]) -> T:
        """What is found in the current version, or in a whole one when that turns out to be damaged."""
        version = self._index.current()
        try:
            return look(version)
        except IndexCorrupt:
            return look(self._index.instead_of(version))

    def status(self) -> IndexStatus:
        """Never raises IndexMissing: an empty status says so."""
        try:
            version = self._index.current()
        except IndexMissing:
            return IndexStatus(None, 0, 0, None, self._encoder_name)
        manifest = version.manifest
        facts = manifest.documents, manifest.passages, manifest.created_at
        return IndexStatus(version.name, *facts, self._encoder_name, self._index.damaged)


def answer_of(last: AnswerEvent) -> Answer:
    """The answer that the last event of a stream holds."""
    if not isinstance(last, AnswerReady):
        raise TypeError("the stream did not end with an answer")
    return last.answer


def _none_fits(question: Question, version: OpenVersion) -> bool:
    """Whether there are documents, and the filters leave none of them."""
    rows = version.rows_matching(question.filters)
    return rows is not None and not len(rows) and version.manifest.passages > 0


def _excluded(question: Question) -> Answer:
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.NOT_FOUND,
        objections=(Objection("filters"),),
        unsearched=Unsearched.FILTERS,
    )


def _unsearched(answer: Answer, version: OpenVersion) -> Unsearched | None:
    if answer.outcome is not Outcome.NOT_FOUND or answer.looked_at:
        return None
    if not version.manifest.passages:
        return Unsearched.NO_DOCUMENTS
    return Unsearched.NOTHING_QUOTABLE


def _finished(answer: Answer, query: Query, version: OpenVersion, timings: Timings) -> Answer:
    return replace(
        answer,
        question=query.typed,
        understood_as=query.understood_as,
        index_version=version.name,
        timings_ms=timings,
    )


class _Clock:
    """Laps in milliseconds."""

    def __init__(self) -> None:
        self._begun = self._last = time.perf_counter()
        self._laps: dict[str, float] = {}

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self._laps[name] = (now - self._last) * 1000
        self._last = now

    def timings(self) -> Timings:
        return Timings(**self._laps, total=(time.perf_counter() - self._begun) * 1000)
