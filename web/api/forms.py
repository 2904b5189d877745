"""The forms of what the interface gives, for its schema (docs/interfaces.md); what is sent is made in rag.schemas."""

from typing import Any, Literal

from pydantic import BaseModel


class TableOut(BaseModel):
    """Rows of a table that are quoted: `keys` leading columns name a row, `meant` is the cell that answers."""

    caption: str
    columns: list[str]
    rows: list[list[str]]
    keys: int
    meant: list[int] | None


class CitationOut(BaseModel):
    """A quote, which stands in its document from `start` to `end`, character for character."""

    number: int
    document_id: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    page: int | None
    quote: str
    start: int
    end: int
    based_on: list[str]
    table: TableOut | None
    recognised: bool
    confidence: float | None
    doubtful: list[str]
    place: str | None


class SentenceOut(BaseModel):
    """A sentence of an answer with the numbers of its citations."""

    text: str
    citations: list[int]
    part: str | None


class TimingsOut(BaseModel):
    """Milliseconds."""

    rewrite: float
    retrieve: float
    answer: float
    total: float


class ObjectionOut(BaseModel):
    """Why there is no answer, or no short one."""

    check: str
    detail: str


class AnswerOut(BaseModel):
    """An answer with its sources, or why there is none."""

    question: str
    language: Literal["id", "en"]
    outcome: Literal["answered", "not_found", "declined"]
    text: str
    short_answer: str | None
    sentences: list[SentenceOut]
    citations: list[CitationOut]
    timings_ms: TimingsOut
    model: str
    confidence: float
    short_confidence: float | None
    understood_as: str | None
    looked_at: list[CitationOut]
    suggestions: list[str]
    index_version: str | None
    closest: list[CitationOut]
    differing: bool
    tentative: bool
    unsearched: str | None
    unanswered: list[str]
    objections: list[ObjectionOut]


class ResultOut(BaseModel):
    """A passage that was found; `score` orders one search only."""

    rank: int
    passage_id: str
    document_id: str
    title: str
    text: str
    score: float
    found_by: list[Literal["dense", "lexical"]]
    similarity: float | None
    start: int
    end: int
    page: int | None
    published: str | None
    publisher: str | None


class SearchOut(BaseModel):
    """The passages that match a question best, the best first."""

    question: str
    results: list[ResultOut]


class DocumentOut(BaseModel):
    """A document of the list."""

    document_id: str
    title: str
    publisher: str | None
    published: str | None
    language: Literal["id", "en"]


class PublisherOut(BaseModel):
    """A publisher, and how many documents there are of it."""

    name: str
    documents: int


class DocumentsOut(BaseModel):
    """A page of the list of documents; `publishers` are those of all documents."""

    total: int
    page: int
    pages: int
    documents: list[DocumentOut]
    publishers: list[PublisherOut]


class FurtherOut(BaseModel):
    """Questions that might come next; each was asked and is answered by the documents."""

    questions: list[str]


class RatedOut(BaseModel):
    """The rating that was stored."""

    id: str


class AliveOut(BaseModel):
    """The process answers."""

    status: Literal["ok"]


class ReadyOut(BaseModel):
    """What is answered from."""

    status: Literal["ready", "no_index", "stopping"]
    index_version: str | None = None
    documents: int = 0
    passages: int = 0
    model: str = ""
    damaged: str | None = None


class ModelOut(BaseModel):
    """The one model there is, as the OpenAI form has it."""

    id: str
    object: Literal["model"]
    created: int
    owned_by: str


class ModelsOut(BaseModel):
    """All models."""

    object: Literal["list"]
    data: list[ModelOut]


class MessageOut(BaseModel):
    """What was answered, with [n] marks; `annotations` are the marks whose source is on the web."""

    role: Literal["assistant"]
    content: str
    annotations: list[dict[str, Any]]


class ChoiceOut(BaseModel):
    """The one choice there is."""

    index: int
    message: MessageOut
    finish_reason: Literal["stop"]


class UsageOut(BaseModel):
    """Tokens as the encoder of this service counts them."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class CompletionOut(BaseModel):
    """An answer in the OpenAI form; with `stream` the same in chunks."""

    id: str
    object: Literal["chat.completion"]
    created: int
    model: str
    choices: list[ChoiceOut]
    usage: UsageOut
    citations: list[CitationOut]
    notes: list[str]


class ErrorOut(BaseModel):
    """`code` is stable, `message` for people."""

    code: str
    message: str
    type: Literal["invalid_request_error", "server_error"]


class ProblemOut(BaseModel):
    """Why a request was refused, or went wrong."""

    error: ErrorOut
