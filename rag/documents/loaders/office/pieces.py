"""From paragraphs as they stand to blocks: labels and values, columns set with tabs, captions, bold headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rag.documents.cleaning import Block, RawCell, RawTable
from rag.language.text import is_list_item
from rag.types import BlockKind

_TABS = re.compile(r"[^\S\t\n]*\t\s*")
_NUMBERED_CAPTION = re.compile(r"(?:tabel|table|daftar)\s+(?:\d|[IVX]+\b)", re.IGNORECASE)
_COLUMNS = 3  # that tabs must set, in as many lines one after another, to be a table
_LINES = 3
_HEADING_WORDS = 12
_CAPTION_WORDS = 40
_BOLD_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, and what its paragraph looks like."""

    block: Block
    caption: bool = False  # by its style
    cells: tuple[str, ...] = ()  # between tabs: label and value, or three and more
    centred: bool = False
    bold: bool = False  # all of it

    @property
    def is_pair(self) -> bool:
        return len(self.cells) == 2


def split_tabs(text: str, leader: bool) -> tuple[tuple[str, ...], bool]:
    """The cells of a line, and whether the first two are a label and its value; `leader`: dots fill the way."""
    cells = tuple(filter(None, (cell.strip() for cell in _TABS.split(text))))
    if len(cells) > 2 and cells[1] == ":":
        cells = (cells[0], f": {cells[2]}", *cells[3:])
    colon = len(cells) > 1 and (cells[0].endswith(":") or cells[1].startswith(":"))
    if colon or (leader and len(cells) == 2):
        pair = (cells[0].rstrip(" :"), cells[1].lstrip(" :"))
        return ((*pair, *cells[2:]), True) if all(pair) else ((" ".join(cells),), False)
    return cells, False


def on_one_line(text: str, leader: bool) -> str:
    """A paragraph on one line, with a colon between label and value."""
    cells, is_pair = split_tabs(text, leader)
    return f"{cells[0]}: {' '.join(cells[1:])}" if is_pair else " ".join(cells)


def line_pieces(text: str, leader: bool, caption: bool) -> Iterator[Piece]:
    """The pieces of a paragraph: one a line, what stands right of a label and its value by itself."""
    for line in text.split("\n"):
        cells, is_pair = split_tabs(line, leader)
        if is_pair:
            yield Piece(Block(f"{cells[0]}: {cells[1]}"), cells=cells[:2])
            yield from (Piece(Block(cell)) for cell in cells[2:])
        elif cells:
            shown = " ".join(cells)
            block = Block(shown, item=is_list_item(shown))  # a marker typed by hand
            yield Piece(block, caption, cells if len(cells) >= _COLUMNS else ())


def as_block(table: RawTable) -> Block:
    """The block of a table."""
    return Block("", item=True, kind=BlockKind.TABLE, table=table)


def arranged(pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """Blocks with what belongs together put together."""
    return tuple(_headed(_captioned(list(_tabulated(pieces)))))


def _tabulated(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Runs of labels with values, and of lines with the same number of cells, as tables."""
    for width, group in groupby(pieces, key=lambda piece: len(piece.cells)):
        run = list(group)
        if (width == 2 and len(run) > 1) or (width >= _COLUMNS and len(run) >= _LINES):
            yield Piece(as_block(_table(run)))
        else:
            yield from run


def _table(run: Sequence[Piece]) -> RawTable:
    pairs = run[0].is_pair
    headed = run[0].bold and not any(piece.bold for piece in run[1:])
    rows = (
        tuple(RawCell(cell, header=pairs and column == 0) for column, cell in enumerate(each.cells)) for each in run
    )
    return RawTable(tuple(rows), header_rows=0 if pairs else 1 if headed else None)


def _captioned(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Captions above or below a table go with it; above where both would do, unless the first one stands below."""
    below = _captions_stand_below(pieces)
    taken: set[int] = set()
    captions: dict[int, str] = {}
    for index, piece in enumerate(pieces):
        nearby = (index - 1, index + 1) if below else (index + 1, index - 1)
        free = (each for each in nearby if 0 <= each < len(pieces) and each not in captions)
        found = next((each for each in free if _belong(piece, pieces[each], each > index)), None)
        if found is not None:
            captions[found] = piece.block.text
            taken.add(index)
    for index, piece in enumerate(pieces):
        table = piece.block.table
        if index in captions and table is not None:
            yield replace(piece, block=replace(piece.block, table=replace(table, caption=captions[index])))
        elif index not in taken:
            yield piece


def _captions_stand_below(pieces: Sequence[Piece]) -> bool:
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if piece.block.table is not None and not (before is not None and before.caption):
            return True
        if piece.caption:
            return False
    return False


def _belong(caption: Piece, piece: Piece, follows: bool) -> bool:
    """Whether a line is the caption of a table: by its style, or as "Tabel 3" right above it."""
    table, text = piece.block.table, caption.block.text
    if table is None or table.caption or caption.block.table is not None or len(text.split()) > _CAPTION_WORDS:
        return False
    return caption.caption or (follows and not caption.block.is_heading and _NUMBERED_CAPTION.match(text) is not None)


def _headed(pieces: Iterator[Piece]) -> Iterator[Block]:
    """Bold lines of few words above plain text are headings; those in the middle that open a document are its title."""
    known = list(pieces)
    any_plain = False
    for index, piece in enumerate(known):
        following = known[index + 1] if index + 1 < len(known) else None
        opens = any_plain or not piece.centred
        if opens and _is_bold_heading(piece) and following is not None and not _is_bold_heading(following):
            yield replace(piece.block, kind=BlockKind.HEADING, level=_BOLD_LEVEL, item=False)
        else:
            yield piece.block
        any_plain |= not piece.bold


def _is_bold_heading(piece: Piece) -> bool:
    block = piece.block
    plain = block.kind in (None, BlockKind.PARAGRAPH, BlockKind.ITEM) and not block.is_heading
    return (
        plain
        and piece.bold
        and len(block.text.split()) <= _HEADING_WORDS
        and not block.text.endswith((".", ";", ",", ":"))
        and not piece.cells
    )
