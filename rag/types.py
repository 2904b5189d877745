"""The values that flow through the program; frozen, slotted, without behaviour beyond derived views."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Language(StrEnum):
    """The languages answers are framed in (ISO 639-1)."""

    INDONESIAN = "id"
    ENGLISH = "en"


class Outcome(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"
    DECLINED = "declined"


class Refusal(StrEnum):
    """Why a question is declined before anything is searched."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    SMALL_TALK = "small_talk"
    ORDERS = "orders"
    FOREIGN_LANGUAGE = "foreign_language"


class Method(StrEnum):
    """The part of retrieval that found a passage."""

    DENSE = "dense"
    LEXICAL = "lexical"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a document; `start` and `end` are character offsets into `Document.text`."""

    start: int
    end: int
    level: int


class BlockKind(StrEnum):
    """What a stretch of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    TABLE = "table"
    NOTE = "note"  # at the foot of a page or the end of a text
    RUNNING_HEAD = "running_head"  # repeated at the edge of pages, no part of the text
    IMAGE = "image"  # a picture of which no text is known


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: offsets of its own words into `Document.text`, and its place among the body rows."""

    start: int
    end: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or some rows of one; each row is a line of the text, "Name: cell; Name: cell".

    `columns` are the names that the file gives them, header rows joined ("Peserta 2025"), "" where it gives none.
    """

    start: int
    end: int
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keys: int = 1  # leading columns that name a row
    pairs: bool = False  # every row is a label and its value
    unit: str = ""  # of all figures, from the caption: "juta rupiah"
    page: int | None = None  # 1-based, where it begins


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document that the file tells apart; offsets into `Document.text`.

    Running heads and images have no words in the text: theirs are in `aside`, and `start == end` is where they stood.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0  # 1..6 of headings, depth of list items
    marker: str = ""  # as a reader sees it: "a.", "(2)", "Pasal 3"
    path: tuple[int, ...] = ()  # positions in `Document.blocks` of the headings above, outermost first
    page: int | None = None
    table: Table | None = None
    aside: str = ""
    confidence: float | None = None  # 0..1, of text recognised in a picture (OCR); None for text as it was written
    doubtful: tuple[str, ...] = ()  # words with figures of which recognition is not sure


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of a file that are not part of the document, and why."""

    text: str
    reason: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned source text; every offset in the program points into its `text`."""

    id: str
    title: str
    text: str
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: Language = Language.INDONESIAN
    based_on: tuple[str, ...] = ()  # "publisher, title, date" of each source this text retells
    headings: tuple[Heading, ...] = ()
    page_starts: tuple[int, ...] = ()  # offset at which page i + 1 begins; empty when the format has no pages
    source: str | None = None  # path or line it was read from, for messages
    content_hash: str = ""  # SHA-256 of text and metadata, hex
    unread_pages: tuple[int, ...] = ()  # 1-based pages that are pictures without text, so nothing is known of them
    blocks: tuple[Block, ...] = ()  # in the order of the text
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[str, ...] = ()  # what a person must know of how it was read

    def page_at(self, offset: int) -> int | None:
        """The 1-based page that holds `offset`; None for a document without pages."""
        return max(1, bisect_right(self.page_starts, offset)) if self.page_starts else None


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a list shows of a document."""

    id: str
    title: str
    publisher: str | None = None
    published: date | None = None
    language: Language = Language.INDONESIAN


@dataclass(frozen=True, slots=True)
class DocumentList:
    """Some of the documents that were looked for; `total` counts all of those, `publishers` all documents."""

    documents: tuple[DocumentFacts, ...]
    total: int
    publishers: tuple[tuple[str, int], ...]  # each with how many documents there are of it, by name


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


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage and how well it matched one question; higher scores are better."""

    passage: Passage
    score: float  # fused; comparable within one search only
    found_by: tuple[Method, ...]
    similarity: float | None = None  # cosine of question and passage, -1..1, where the dense side knows it


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
class Span:
    """A stretch of a stored document, `text == document.text[start:end]`."""

    document_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The quoted rows of a table as a person sees them; an empty string where a cell or a name is missing."""

    caption: str
    columns: tuple[str, ...]  # () when none has a name
    rows: tuple[tuple[str, ...], ...]
    keys: int = 1  # leading columns that name a row
    meant: tuple[int, int] | None = None  # row and column of the cell that answers


@dataclass(frozen=True, slots=True)
class Citation:
    """A verified quote: `quote == document.text[start:end]`, character for character."""

    number: int
    document_id: str
    title: str
    quote: str
    start: int
    end: int
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    page: int | None = None
    based_on: tuple[str, ...] = ()
    language: Language = Language.INDONESIAN  # of the quote
    table: Excerpt | None = None  # where the quote is rows of a table: their words are the document's, not their line
    confidence: float | None = None  # 0..1, where the quote was recognised in a picture (OCR): not as it was written
    doubtful: tuple[str, ...] = ()  # words with figures in it of which recognition is not sure


@dataclass(frozen=True, slots=True)
class Value:
    """The span that answers, verbatim from a quote; `translation` where the answer is in another language."""

    text: str
    translation: str | None = None
    unit: str = ""  # of a figure in a table whose caption or column says it: "juta rupiah"


class Framing(StrEnum):
    """What a sentence of an answer is, and so which of its fields it is made of."""

    QUOTE = "quote"  # one citation, word for word, behind who says it
    SHORT_ANSWER = "short_answer"  # one value by itself
    DIFFERING = "differing"  # a value of each citation, the newest first
    COMPUTED = "computed"  # from cells of a table: the result, then its terms; `statement` says how
    STATEMENT = "statement"  # a language model's words that passed the guard


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an answer and the citations that support it; `rag.wording` makes prose of it."""

    framing: Framing
    citations: tuple[Citation, ...]
    values: tuple[Value, ...] = ()
    statement: str = ""
    part: str | None = None  # of several questions asked in one, the one that it answers, as typed


@dataclass(frozen=True, slots=True)
class Timings:
    """Wall-clock milliseconds."""

    rewrite: float = 0.0
    retrieve: float = 0.0
    answer: float = 0.0
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why there is no answer, or no short one: the check that objected, and what it misses, as the question has it."""

    check: str
    missing: tuple[str, ...] = ()

    @property
    def detail(self) -> str:
        return ", ".join(self.missing)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person is told, and on whose word; `rag.wording` makes prose of it."""

    question: str
    language: Language
    outcome: Outcome
    short_answer: Value | None = None
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    looked_at: tuple[Citation, ...] = ()  # nearest passages of a question without an answer; not support for anything
    understood_as: str | None = None  # the rewritten question, when a follow-up was completed from the history
    confidence: float = 0.0  # 0..1
    short_confidence: float | None = None  # 0..1, of the short answer where there is one; values that differ have none
    timings_ms: Timings = field(default_factory=Timings)
    model: str = "extractive"
    index_version: str | None = None
    closest: tuple[Citation, ...] = ()  # of `looked_at`, what the sources do say about a question without an answer
    differing: bool = False  # sources give different values; all are quoted, the newest first
    unanswered: tuple[str, ...] = ()  # of several questions asked in one, those without an answer, as typed
    objections: tuple[Reason, ...] = ()  # what stood in the way of an answer, or of a short one
    unnamed: tuple[str, ...] = ()  # what the question names and no source does, why it was not answered
    refusal: Refusal | None = None  # why it was declined


class Step(StrEnum):
    """The visible steps of answering, in order."""

    REWRITE = "rewrite"
    RETRIEVE = "retrieve"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class StepStarted:
    """Streamed: a step of the pipeline began."""

    step: Step


@dataclass(frozen=True, slots=True)
class PassagesFound:
    """Streamed: the passages that will be read, best first."""

    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SentenceReady:
    """Streamed: one finished sentence with the citations first used by it."""

    sentence: Sentence
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class AnswerReady:
    """Streamed last: the whole answer."""

    answer: Answer


AnswerEvent = StepStarted | PassagesFound | SentenceReady | AnswerReady
