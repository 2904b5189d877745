"""Answers worded by a language model, of which nothing reaches a person that the cited passages do not say.

1. The answer without a model is made first. Where it says that there is no answer, that the sources give different
   values, or what they say to each of several questions, no model is asked: the one has nothing to word, of the others
   nothing may be left out.
2. The model writes from numbered passages, without those that speak to it; each finished sentence goes through the
   guard before anyone sees it.
3. What passes is cited with verbatim quotes. If the quote that the answer without a model rests on is not among them,
   it is added, so that a model cannot lead away from the answer by true sentences about something else.
4. If the model is down, slow or talks nonsense, or nothing passes, the answer is the one without a model.
"""

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.answering.base import Answerer, DocumentOf
from rag.answering.composing.citing import cite
from rag.answering.composing.sentences import tentative
from rag.answering.generative.addresses import invented_address
from rag.answering.generative.disguises import disguised
from rag.answering.generative.drafts import Draft, Drafts
from rag.answering.generative.injections import speaks_to_a_model
from rag.answering.generative.prompt import messages
from rag.answering.generative.question_words import slipped_in
from rag.answering.generative.relevance import answers, is_quoted, span_of
from rag.answering.generative.statements import is_statement
from rag.answering.guard.guard import Guard
from rag.answering.guard.support import Unit
from rag.errors import ModelUnavailable
from rag.language.detection import detect, foreign
from rag.language.text import words
from rag.models.chat.base import ChatModel
from rag.models.chat.clean import clean
from rag.models.reader import Reader
from rag.questions.understanding import Query
from rag.retrieval.evidence import Evidence
from rag.types import (
    Answer,
    AnswerReady,
    Citation,
    Framing,
    Language,
    Outcome,
    Passage,
    Sentence,
    SentenceReady,
    Span,
)

_log = logging.getLogger(__name__)

_MOST_SENTENCES = 6
_MOST_DRAFTS = 20  # sentences looked at; a model that needs more is not answering
_TELLING_LANGUAGE = 6  # words from which on the language of a sentence can be told


class GenerativeAnswerer:
    """Asks a chat model and guards what it says; `fallback` answers without one. Safe to call from several threads."""

    def __init__(
        self, model: ChatModel, guard: Guard, fallback: Answerer, timeout_s: float, reader: Reader | None = None
    ) -> None:
        """Without a `reader` the model may word nothing but what `fallback` quotes."""
        self._model = model
        self._guard = guard
        self._fallback = fallback
        self._timeout_s = timeout_s
        self._reader = reader

    @property
    def name(self) -> str:
        return f"{self._model.name} + guard"

    def answer(self, evidence: Evidence, document_of: DocumentOf) -> Iterator[SentenceReady | AnswerReady]:
        """Takes at most the time of the answer without a model and `timeout_s`, plus one check of a sentence."""
        *sentences, last = self._fallback.answer(evidence, document_of)
        if not isinstance(last, AnswerReady) or not _may_be_worded(last.answer):
            yield from (*sentences, last)
            return
        composed = _Composition(document_of)
        for draft, support in self._supported(evidence, last.answer.citations):
            if last.answer.tentative and not composed.sentences:
                yield composed.quote(tentative())  # the model's words rest on the same quotes
            yield composed.add(draft.text, support)
        if not composed.sentences:
            yield from (*sentences, last)
            return
        for sentence in _missing(last.answer, composed.citations):
            yield composed.quote(sentence)
        yield AnswerReady(composed.finished(last.answer, self.name))

    def _supported(self, evidence: Evidence, quoted: Sequence[Citation]) -> Iterator[tuple[Draft, tuple[Unit, ...]]]:
        """The sentences that pass, with what supports them; ends quietly when the model fails."""
        passages = tuple(hit.passage for hit in evidence.hits if not _unfit(hit.passage))
        if not passages:
            return
        deadline = time.monotonic() + self._timeout_s
        passed: list[str] = []
        drafts = self._drafts(evidence, passages, deadline)
        while time.monotonic() <= deadline and len(passed) < _MOST_SENTENCES:
            found = self._next_supported(drafts, passages, evidence.query, quoted)
            if found is None:
                return
            draft, support = found
            if support and draft.text not in passed:
                passed.append(draft.text)
                yield draft, support

    def _next_supported(
        self, drafts: Iterator[Draft], passages: Sequence[Passage], query: Query, quoted: Sequence[Citation]
    ) -> tuple[Draft, tuple[Unit, ...]] | None:
        """The next sentence and its support; None when there is none, or the model fails.

        Whatever else a model's text brings about is logged, without the text: nobody's answer may depend on it.
        """
        try:
            draft = next(drafts, None)
            if draft is None:
                return None
            support = self._support(draft, passages, query)
            return draft, support if self._belongs(draft, support, query, quoted) else ()
        except ModelUnavailable:
            return None
        except Exception as error:
            _log.error("a sentence of the chat model could not be judged: %s", type(error).__name__)
            return None

    def _drafts(self, evidence: Evidence, passages: Sequence[Passage], deadline: float) -> Iterator[Draft]:
        drafts = Drafts()
        given = 0
        for piece in self._model.stream(messages(evidence.query.question, passages), self._timeout_s):
            for draft in drafts.feed(clean(piece)):
                yield draft
                given += 1
            if given >= _MOST_DRAFTS or time.monotonic() > deadline:
                return
        yield from drafts.finish()

    def _support(self, draft: Draft, passages: Sequence[Passage], query: Query) -> tuple[Unit, ...]:
        """What supports the draft; empty when it does not pass. One impossible number fails the whole sentence."""
        if not draft.numbers or not all(1 <= number <= len(passages) for number in draft.numbers):
            return ()
        if not is_statement(draft.text) or disguised(draft.text, passages) or invented_address(draft.text, passages):
            return ()
        if _in_another_language(draft.text, query.question.language):
            return ()
        cited = [passages[number - 1] for number in draft.numbers]
        support = self._guard.check(draft.text, cited, passages).support
        return () if slipped_in(draft.text, query, support, passages) else support

    def _belongs(self, draft: Draft, support: Sequence[Unit], query: Query, quoted: Sequence[Citation]) -> bool:
        """Whether it words what is quoted, or answers by itself; nothing else that is true is any matter of theirs."""
        if not support or all(is_quoted(unit, quoted) for unit in support):
            return bool(support)
        return self._reader is not None and answers(draft.text, support, query, self._reader)


class _Composition:
    """The growing answer; a stretch of a document has one number however often it is cited."""

    def __init__(self, document_of: DocumentOf) -> None:
        self._document_of = document_of
        self._numbers: dict[tuple[str, int, int], Citation] = {}
        self.sentences: list[Sentence] = []

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(self._numbers.values())

    def add(self, text: str, support: Sequence[Unit]) -> SentenceReady:
        """Raises QuoteMismatch if a passage does not stand in its document."""
        statement = Sentence(Framing.STATEMENT, (), statement=text)
        return self._append(statement, [span_of(unit) for unit in support])

    def quote(self, sentence: Sentence) -> SentenceReady:
        """Takes over a sentence of the answer without a model."""
        spans = [Span(c.document_id, c.start, c.end, c.quote) for c in sentence.citations]
        return self._append(sentence, spans)

    def finished(self, plain: Answer, model: str) -> Answer:
        """`plain` is the answer without a model; its short answer is kept, a quote of it stands in this one, too."""
        return replace(
            plain,
            sentences=tuple(self.sentences),
            citations=self.citations,
            model=model,
        )

    def _append(self, sentence: Sentence, spans: Sequence[Span]) -> SentenceReady:
        """The sentence with the citations of `spans` instead of its own."""
        known = len(self._numbers)
        for span in spans:
            key = (span.document_id, span.start, span.end)
            if key not in self._numbers:
                self._numbers[key] = cite(len(self._numbers) + 1, span, self._document_of(span.document_id))
        cited = [self._numbers[span.document_id, span.start, span.end] for span in spans]
        supported = replace(sentence, citations=tuple(dict.fromkeys(cited)))
        self.sentences.append(supported)
        return SentenceReady(supported, self.citations[known:])


def _in_another_language(sentence: str, asked: Language) -> bool:
    """Whether it is clearly not in the language of the question; few words do not tell."""
    return foreign(sentence) or (len(words(sentence)) >= _TELLING_LANGUAGE and detect(sentence) is not asked)


def _unfit(passage: Passage) -> bool:
    return speaks_to_a_model(f"{passage.title}\n{passage.text}")


def _may_be_worded(plain: Answer) -> bool:
    whole = any(sentence.part or sentence.framing is Framing.OVERVIEW for sentence in plain.sentences)
    return plain.outcome is Outcome.ANSWERED and not plain.differing and not whole


def _missing(plain: Answer, citations: Sequence[Citation]) -> tuple[Sentence, ...]:
    """The sentence with the best quote of the answer without a model, unless that quote is cited already."""
    best = plain.citations[0]
    if any(c.document_id == best.document_id and c.start < best.end and best.start < c.end for c in citations):
        return ()
    quoting = [sentence for sentence in plain.sentences if best in sentence.citations]
    return tuple(quoting[-1:])
