"""What became of a file when it was read: what was left out, and what a person must know."""

from dataclasses import dataclass
from enum import StrEnum


class Omission(StrEnum):
    """Why words of a file are not part of its document; `rag.wording.files` says it in words."""

    HIDDEN = "hidden"
    STRUCK = "struck_out"
    DELETED = "deleted"  # with changes tracked
    PROMPT = "prompt"  # of a form field that nobody filled in
    NOTE_MARK = "note_mark"
    TEMPLATE = "template"  # what a program fills in or leaves out
    CONTENTS = "contents"  # a table of contents
    NAVIGATION = "navigation"
    BUTTON = "button"  # or a notice of the page
    COUNTER = "counter"  # a figure or label right below other furniture
    OUTSIDE = "outside"  # of the main part of the page
    LINK = "link"
    LIST = "list"  # of other pages
    BYLINE = "byline"
    TITLE = "title"
    DATE = "date"
    TEASER = "teaser"
    DATELINE = "dateline"
    MARK = "mark"  # a link in brackets, the mark that ends a report
    STAMP = "stamp"
    ASLANT = "aslant"  # set in another direction than the page
    CATCHWORD = "catchword"
    COLUMN_NUMBERS = "column_numbers"  # "1 | 2 | 3" below the names of columns


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of a file that are not part of the document, and why."""

    text: str
    reason: Omission
    page: int | None = None


class NoticeKind(StrEnum):
    """What a person must know of how a file was read; `rag.wording.files` says it in words."""

    UNREAD_PAGES = "unread_pages"
    RECOGNISED_PAGES = "recognised_pages"
    GARBLED_PAGES = "garbled_pages"
    UNREAD_DATE = "unread_date"  # `name`: as it is written
    UNREAD_FORMULAS = "unread_formulas"
    UNREAD_OBJECTS = "unread_objects"
    UNREAD_SYMBOLS = "unread_symbols"
    UNREAD_CHART = "unread_chart"
    UNREAD_INSERT = "unread_insert"
    HIDDEN_SLIDE = "hidden_slide"
    HIDDEN_SHEET = "hidden_sheet"  # `name`: of the sheet, as of those below
    HIDDEN_CELLS = "hidden_cells"  # `count` rows and `columns`
    NEVER_COMPUTED = "never_computed"  # `count` formulas
    LONG_TABLE = "long_table"  # `count` rows are read
    LONG_SHEET = "long_sheet"
    BY_PROGRAM = "by_program"  # `count` words that the page's own program shows
    PUT_BACK = "put_back"  # `count` lines or parts that may surround the text are kept in it


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that a person must know of how a file was read."""

    kind: NoticeKind
    pages: tuple[int, ...] = ()  # 1-based
    name: str = ""
    count: int = 0
    columns: int = 0
