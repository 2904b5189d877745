"""What a loader hands over: blocks of text in reading order and whatever the file itself says about them."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from rag.types import BlockKind, Doubt, Language, LeftOut, Notice

ASIDE = frozenset({BlockKind.RUNNING_HEAD, BlockKind.IMAGE})  # of these no word stands in the text
PAGE_BREAK = "\f"  # inside a block: what follows stands on the next page

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc\ufffe\uffff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_BLANKS = re.compile(r"[^\S\n\f]+")
_BREAKS = re.compile(r"\n{3,}")
_LEADERS = re.compile(r" *(?:\.{4,}|…{2,}|_{4,}) *(?=:)")  # from a label to its colon, as typed in forms


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell where it begins, and how many rows and columns it spans; `header` where the file says so."""

    text: str
    columns: int = 1
    rows: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class RawTable:
    """Rows as the file has them, each cell once; `rag/documents/tables.py` finds names and keys."""

    rows: tuple[tuple[RawCell, ...], ...]
    caption: str = ""
    header_rows: int | None = None  # None: the file marks none
    pages: tuple[int, ...] = ()  # positions of the rows that begin a page, twice where a blank page lies between


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table as a loader hands it over."""

    text: str
    level: int = 0  # of headings from 1, depth for list items
    item: bool = False  # stands close to its neighbours
    kind: BlockKind | None = None  # None: told by `level` and `item`
    marker: str = ""  # that `text` begins with: "a.", "(2)"
    table: RawTable | None = None  # then `text` is ignored
    linked: bool = False  # all of it is a link
    emphasised: bool = False  # all of it bold, as headings are that are not marked as such
    confidence: float | None = None  # 0..1, of text recognised in a picture
    doubtful: tuple[Doubt, ...] = ()  # words with figures of which recognition is not sure
    closes: int = 0  # headings of this level and below end above it

    @property
    def is_heading(self) -> bool:
        return self.level > 0 and self.kind in (None, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class RawPage:
    """Blocks as read, before cleaning; None where the file is silent."""

    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: Language | None = None
    based_on: tuple[str, ...] = ()
    web: bool = False  # may hold the furniture of a web page
    lines_are_headings: bool = False  # plain text: short lines of their own may be headings
    paged: bool = False
    unread_pages: tuple[int, ...] = ()  # 1-based; pictures without text
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[Notice, ...] = ()


def numbered(number: str, text: str) -> Block:
    """An item of a list whose number, "2" or "02.", stood apart from it."""
    marker = f"{number.strip(' .').lstrip('0')}."
    return Block(f"{marker} {text}", 1, item=True, kind=BlockKind.ITEM, marker=marker)


def tidy(text: str) -> str:
    """NFC without controls, invisible characters, runs of blanks and dots that lead to a colon; breaks stay.

    Each hyphen is the usual one.
    """
    text = unicodedata.normalize(
        "NFC", text.replace("\u2011", "-").replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    )
    text = _CONTROL.sub(" ", _INVISIBLE.sub("", text.replace("\u2029", "\n\n").replace("\x85", "\n")))
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in text.split("\n"))
    tidied = _BREAKS.sub("\n\n", "\n".join(lines)).strip(" \n")
    return _LEADERS.sub("", tidied) if "...." in tidied or "__" in tidied or "……" in tidied else tidied


def tidy_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks with tidy text; blank ones go, their page breaks move to the next block."""
    kept: list[Block] = []
    pending = ""
    for block in blocks:
        if block.table is not None:
            table = _tidy_table(block.table, turns=pending.count(PAGE_BREAK))
            kept += [replace(block, table=table)] if table.rows else []
            pending = "" if table.rows else pending
            continue
        if block.kind in ASIDE:  # no part of the text, in which pages turn
            kept.append(replace(block, text=tidy(block.text)))
            continue
        text = pending + tidy(block.text)
        if text.strip(" \n\f"):
            kept.append(replace(block, text=text))
            pending = ""
        else:
            pending = PAGE_BREAK * text.count(PAGE_BREAK)
    return tuple(kept)


def _tidy_table(table: RawTable, turns: int) -> RawTable:
    """Cells on one line; rows without a word go. `turns`: how often the page turns right above it."""
    rows = [tuple(replace(cell, text=" ".join(tidy(cell.text).split())) for cell in row) for row in table.rows]
    spanning = any(cell.rows > 1 for row in rows for cell in row)  # then a row that goes would shift what is below
    kept = [position for position, row in enumerate(rows) if spanning or any(cell.text for cell in row)]
    pages = [0] * turns + sorted({bisect_left(kept, position) for position in table.pages} - ({0} if turns else set()))
    return replace(
        table,
        rows=tuple(rows[position] for position in kept),
        caption=" ".join(tidy(table.caption).split()),
        pages=tuple(page for page in pages if page < len(kept)),
    )
