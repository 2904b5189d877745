"""Answers, what they quote, and how they come about step by step."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rag.types.documents import Language
from rag.types.questions import Hit


class Outcome(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"
    DECLINED = "declined"


class Unsearched(StrEnum):
    """Why nothing was looked at, where no answer was found."""

    NO_DOCUMENTS = "no_documents"
    FILTERS = "filters"  # there are documents, and none fits the question's filters
    NOTHING_QUOTABLE = "nothing_quotable"  # what was found holds no whole sentence or row


class Refusal(StrEnum):
    """Why a question is declined before anything is searched."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    SMALL_TALK = "small_talk"
    ORDERS = "orders"
    DISTRESS = "distress"  # somebody who speaks of ending the own life
    FOREIGN_LANGUAGE = "foreign_language"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The quoted rows of a table as a person sees them; an empty string where a cell or a name is missing."""

    caption: str
    columns: tuple[str, ...]  # () when none has a name
    rows: tuple[tuple[str, ...], ...]
    keys: int = 1  # leading columns that name a row
    meant: tuple[int, int] | None = None  # row and column of the cell that answers


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a law a quote stands, as the document marks it: "Pasal 7", "(2)", "d.".

    `amended_by`: the article stands in a law that changes another one, below this: "Pasal I", "3.".
    """

    marks: tuple[str, ...]
    amended_by: tuple[str, ...] = ()


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
    place: Place | None = None  # in a law


@dataclass(frozen=True, slots=True)
class Value:
    """The span that answers, verbatim from a quote; `translation` where the answer is in another language."""

    text: str
    translation: str | None = None
    unit: str = ""  # of a figure in a table whose caption or column says it: "juta rupiah"


class Framing(StrEnum):
    """What a sentence of an answer is, and so which of its fields it is made of."""

    QUOTE = "quote"  # one citation, word for word, behind who says it
    EXCERPT = "excerpt"  # the same without who says it, where that has just been said
    SHORT_ANSWER = "short_answer"  # one value by itself
    DIFFERING = "differing"  # a value of each citation, the newest first
    COMPUTED = "computed"  # from cells of a table: the result, then its terms; `statement` says how
    OVERVIEW = "overview"  # about the documents themselves: `statement` says what, of `values`; nothing is cited
    DOCUMENT = "document"  # one document, named; the citation is what it begins with
    TENTATIVE = "tentative"  # before quotes that may not answer; nothing is cited
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
class Objection:
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
    objections: tuple[Objection, ...] = ()  # what stood in the way of an answer, or of a short one
    unnamed: tuple[str, ...] = ()  # what the question names and no source does, why it was not answered
    refusal: Refusal | None = None  # why it was declined
    unsearched: Unsearched | None = None

    @property
    def tentative(self) -> bool:
        """Whether some of what it quotes may not answer, and it says so."""
        return any(sentence.framing is Framing.TENTATIVE for sentence in self.sentences)


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
