"""The JSON of the command line and of HTTP; pydantic stays at this border."""

from datetime import date
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field

from rag.language.detection import detect, told
from rag.types import Answer, Citation, DocumentFacts, Excerpt, Filters, Hit, Language, Question, Sentence, Turn
from rag.wording.places import place_text
from rag.wording.prose import sentence_text, suggestions, text_of
from rag.wording.words import words_of

MAX_QUESTION_CHARS = 100_000
MAX_TURNS = 20
MAX_TURN_CHARS = 8000


class TurnIn(BaseModel):
    """One earlier exchange."""

    question: str = Field(max_length=MAX_TURN_CHARS)
    answer: str = Field(default="", max_length=MAX_TURN_CHARS)


class FiltersIn(BaseModel):
    """What may be found; dates inclusive, ISO 8601."""

    publisher: str | None = Field(default=None, max_length=200)
    published_from: date | None = None
    published_to: date | None = None

    def to_filters(self) -> Filters:
        return Filters(self.publisher, self.published_from, self.published_to)


class AskRequest(BaseModel):
    """A question as it comes in; the language is detected when it is not given."""

    model_config = ConfigDict(extra="ignore")

    # The bound also refuses what is not Unicode, a lone surrogate.
    question: str = Field(max_length=MAX_QUESTION_CHARS)
    language: Language | None = None
    history: list[TurnIn] = Field(default_factory=list, max_length=MAX_TURNS)
    filters: FiltersIn = Field(default_factory=FiltersIn)

    @property
    def spoken(self) -> Language:
        """The language that was given, else that of the question."""
        return self.language or detect(self.question)

    def in_doubt(self, language: Language) -> Self:
        """The same in this language, where none was given and its words, names perhaps, tell of none."""
        return self if self.language or told(self.question) else self.model_copy(update={"language": language})

    def to_question(self) -> Question:
        history = tuple(Turn(turn.question, turn.answer) for turn in self.history)
        return Question(self.question, self.spoken, history, self.filters.to_filters())


class BatchLine(BaseModel):
    """What every line of a batch file has."""

    id: str | int


class BatchQuestion(AskRequest, BatchLine):
    """One line of a batch of questions."""


class BatchReading(BatchLine):
    """One line of a batch for the reader alone."""

    question: str = Field(min_length=1, max_length=MAX_TURN_CHARS)
    passage: str


class SearchRequest(AskRequest):
    """A search: what to look for and how many passages to return."""

    limit: int = Field(default=10, ge=1, le=100)


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """The documented JSON form of an answer."""
    return {
        "question": answer.question,
        "language": answer.language.value,
        "outcome": answer.outcome.value,
        "text": text_of(answer),
        "short_answer": answer.short_answer.text if answer.short_answer else None,
        "sentences": [sentence_to_json(sentence, answer.language) for sentence in answer.sentences],
        "citations": [citation_to_json(citation) for citation in answer.citations],
        "timings_ms": {
            "rewrite": round(answer.timings_ms.rewrite, 2),
            "retrieve": round(answer.timings_ms.retrieve, 2),
            "answer": round(answer.timings_ms.answer, 2),
            "total": round(answer.timings_ms.total, 2),
        },
        "model": answer.model,
        "confidence": round(answer.confidence, 4),
        "short_confidence": None if answer.short_confidence is None else round(answer.short_confidence, 4),
        "understood_as": answer.understood_as,
        "looked_at": [citation_to_json(citation) for citation in answer.looked_at],
        "suggestions": list(suggestions(answer)),
        "index_version": answer.index_version,
        "closest": [citation_to_json(citation) for citation in answer.closest],
        "differing": answer.differing,
        "tentative": answer.tentative,
        "unsearched": answer.unsearched.value if answer.unsearched else None,
        "unanswered": list(answer.unanswered),
        "objections": [{"check": reason.check, "detail": reason.detail} for reason in answer.objections],
    }


def sentence_to_json(sentence: Sentence, language: Language) -> dict[str, Any]:
    """The documented JSON form of a sentence of an answer in `language`."""
    return {
        "text": sentence_text(sentence, language),
        "citations": [citation.number for citation in sentence.citations],
        "part": sentence.part,
    }


def citation_to_json(citation: Citation) -> dict[str, Any]:
    return {
        "number": citation.number,
        "document_id": citation.document_id,
        "title": citation.title,
        "publisher": citation.publisher,
        "published": citation.published.isoformat() if citation.published else None,
        "url": citation.url,
        "page": citation.page,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "based_on": list(citation.based_on),
        "table": _table_to_json(citation.table) if citation.table else None,
        "recognised": citation.confidence is not None,
        "confidence": citation.confidence and round(citation.confidence, 3),
        "doubtful": list(citation.doubtful),
        "place": place_text(citation.place, words_of(citation.language)) if citation.place else None,
    }


def _table_to_json(table: Excerpt) -> dict[str, Any]:
    return {
        "caption": table.caption,
        "columns": list(table.columns),
        "rows": [list(row) for row in table.rows],
        "keys": table.keys,
        "meant": list(table.meant) if table.meant else None,
    }


def hit_to_json(hit: Hit, rank: int) -> dict[str, Any]:
    """The documented JSON form of a search result; `rank` counts from 1."""
    passage = hit.passage
    return {
        "rank": rank,
        "passage_id": passage.id,
        "document_id": passage.document_id,
        "title": passage.title,
        "text": passage.text,
        "score": round(hit.score, 6),
        "found_by": [method.value for method in hit.found_by],
        "similarity": None if hit.similarity is None else round(hit.similarity, 6),
        "start": passage.start,
        "end": passage.end,
        "page": passage.page,
        "published": passage.published.isoformat() if passage.published else None,
        "publisher": passage.publisher,
    }


def facts_to_json(facts: DocumentFacts) -> dict[str, Any]:
    """The documented JSON form of a document in a list."""
    return {
        "document_id": facts.id,
        "title": facts.title,
        "publisher": facts.publisher,
        "published": facts.published.isoformat() if facts.published else None,
        "language": facts.language.value,
    }
