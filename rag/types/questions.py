"""Questions, and the passages found for them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rag.types.documents import Language, Table


@dataclass(frozen=True, slots=True)
class Filters:
    """Restrictions on what may be found; None means no restriction. Dates are inclusive."""

    publisher: str | None = None
    published_from: date | None = None
    published_to: date | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier exchange of a conversation."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the language to answer in, and what was said before it (oldest first)."""

    text: str
    language: Language
    history: tuple[Turn, ...] = ()
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences or rows, `text == document.text[start:end]`; title and headings are not quotable."""

    id: str
    document_id: str
    start: int
    end: int
    text: str
    title: str
    heading: str | None = None
    page: int | None = None  # 1-based
    publisher: str | None = None
    published: date | None = None
    language: Language = Language.INDONESIAN
    headings: tuple[str, ...] = ()  # the path above it, outermost first
    tables: tuple[Table, ...] = ()  # with the rows that stand in it; offsets into the text of the document


class Method(StrEnum):
    """The part of retrieval that found a passage."""

    DENSE = "dense"
    LEXICAL = "lexical"


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage and how well it matched one question; higher scores are better."""

    passage: Passage
    score: float  # fused; comparable within one search only
    found_by: tuple[Method, ...]
    similarity: float | None = None  # cosine of question and passage, -1..1, where the dense side knows it
