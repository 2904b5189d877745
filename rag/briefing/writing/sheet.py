"""A briefing laid out once, for every format: headings, lines, tables, and the notes that they refer to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """`lead` stands before the words, `mark` behind them; `notes` are numbers of notes; an `item` is of a list."""

    text: str
    notes: tuple[int, ...] = ()
    lead: str = ""
    mark: str = ""
    item: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """A table below its caption; every row has a cell for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    caption: Line | None = None
    keys: int = 1  # leading columns that name a row


@dataclass(frozen=True, slots=True)
class Note:
    """Where a quote comes from; `link` opens the source."""

    number: int
    text: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """`facts` stand below the title; `notes` by number, from 1."""

    title: str
    language: str  # ISO 639-1
    facts: tuple[str, ...]
    blocks: tuple[Heading | Line | Grid, ...]
    notes: tuple[Note, ...]
    page: str  # "Page", before the number
    notes_heading: str
