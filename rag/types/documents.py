"""Documents, and what stands in them."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rag.types.reading import LeftOut, Notice


class Language(StrEnum):
    """The languages answers are framed in (ISO 639-1)."""

    INDONESIAN = "id"
    ENGLISH = "en"


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
class Doubt:
    """A word with figures of which text recognition is not sure, and where it is seen on its page, if that is known.

    `bottom` and `top` in points, y growing upwards; `page` is 1-based.
    """

    word: str
    page: int | None = None
    bottom: float = 0.0
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document that the file tells apart; offsets into `Document.text`.

    Running heads and images have no words in the text: theirs are in `aside`, and `start == end` is where they stood.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0  # of headings from 1, depth of list items
    marker: str = ""  # as a reader sees it: "a.", "(2)", "Pasal 3"
    path: tuple[int, ...] = ()  # positions in `Document.blocks` of the headings above, outermost first
    page: int | None = None
    table: Table | None = None
    aside: str = ""
    # 0..1, of text recognised in a picture (OCR), 0 where the file does not tell; None for text as it was written
    confidence: float | None = None
    doubtful: tuple[Doubt, ...] = ()  # words with figures of which recognition is not sure


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
    notices: tuple[Notice, ...] = ()

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
class Span:
    """A stretch of a stored document, `text == document.text[start:end]`."""

    document_id: str
    start: int
    end: int
    text: str
